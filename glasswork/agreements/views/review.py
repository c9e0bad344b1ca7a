"""Looking at a line again: each chooses a word apart, and both open together. Until then the line stays as it is."""

from collections.abc import Sequence
from datetime import date
from secrets import token_urlsafe
from typing import NamedTuple, get_args
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.agreements.actions import OLD_WORDS, end_draft
from glasswork.agreements.caught import Why, guarded, let_rest, offer_hint, why_not_sent
from glasswork.agreements.forms import LONGEST, TOO_LONG, clean_day, clean_id, clean_word, first, latest_day, usual_day
from glasswork.agreements.held import put_in, read_mine, take_out
from glasswork.agreements.here import Here, find_line, load_lines
from glasswork.agreements.kinds import Review, Stop, Word
from glasswork.agreements.terms import Line, Stand
from glasswork.agreements.views.drafts import REVIEW, form_about, typed_in
from glasswork.agreements.views.lines import REVIEW_WORDS, show_line
from glasswork.agreements.waiting import why_wait
from glasswork.lib.typed import as_typed
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.refused import Refused
from glasswork.ui.page import render

NOT_NOW = "This line is not in force, so there is nothing to look at again."
NO_WORD = "Choose a word first: keep, change, drop, or not sure yet."


@in_spaces
@require_http_methods(["GET", "POST"])
def review(request: InSpacesRequest, line_id: UUID) -> HttpResponse:
    here = load_lines(request.spaces)
    found = find_line(here, line_id)
    if found is None:
        raise Http404
    space, line = found
    if line.stand is not Stand.IN_FORCE or line.in_force is None or space.is_closed:
        return show_line(request, line_id, {"": NOT_NOW})
    subject = line.next_review
    if request.method == "GET":
        return _page(request, here, found, waiting=read_mine(space, subject))
    if request.POST.get("act") == "take-back":
        take_out(space, subject)
        return _to(line_id, "line_review")
    return _send(request, here, found, subject)


def _send(request: InSpacesRequest, here: Here, found: tuple[OpenSpace, Line], subject: str) -> HttpResponse:
    space, line = found
    word, said = clean_word(request.POST.get("word", "")), as_typed(request.POST.get("words", ""))
    day, problem = clean_day(request.POST.get("look_again_on", ""), here.today)
    problems = {"look_again_on": problem} if problem else {}
    if word is None:
        problems["word"] = NO_WORD
    if len(said) > LONGEST:
        problems["words"] = TOO_LONG
    if problems or word is None or line.in_force is None:
        return _page(request, here, found, problems=problems)
    choice = Choice(line, line.in_force.id, word, day, said)
    if (clean_id(request.POST.get("wording", "")) or choice.wording) != choice.wording:
        return _page(request, here, found, problems={"": OLD_WORDS})
    if why := why_not_sent(lambda: _put_in(request, here, space, subject, choice), stopped=NOT_NOW):
        return _page(request, here, found, problems=why.at(""), why=why)
    end_draft(here.private, form_about(REVIEW, line.id), once=request.POST.get("once", ""))
    return _to(line.id, "line_review" if read_mine(space, subject) else "line")


class Choice(NamedTuple):
    """One person’s word on the wording that is in force."""

    line: Line
    wording: UUID
    word: Word
    day: date
    words: str


def _put_in(request: InSpacesRequest, here: Here, space: OpenSpace, subject: str, mine: Choice) -> None:
    """Raises Refused, SpaceClosed or AlreadyWritten. Whoever wants the line gone is never held back."""
    if mine.word != "drop" and (why := why_wait(here)):
        raise Refused(why)
    let_rest(here.private, mine.words, here.now)
    offer_hint(request, words=mine.words)

    def make(round_id: UUID) -> list[tuple[Kind, str]]:
        line, wording, word, day, words = mine
        said = Review(round=round_id, line=line.id, wording=wording, word=word, look_again_on=day, words=words)
        stop = [(Stop(line=line.id), "line-drop")] if word == "drop" else []
        return [(said, "line-review"), *stop]

    put_in(here.private, space, subject, make)


def _page(
    request: InSpacesRequest,
    here: Here,
    found: tuple[OpenSpace, Line],
    *,
    waiting: Sequence[Kind] = (),
    problems: dict[str, str] | None = None,
    why: Why | None = None,
) -> HttpResponse:
    space, line = found
    sent = typed_in(request, form_about(REVIEW, line.id))
    context = {
        "here": here,
        "line": line,
        "me": space.me,
        "partner_name": here.name_in(space),
        "waiting": next((value for value in waiting if isinstance(value, Review)), None),
        "choices": [(word, REVIEW_WORDS[word]) for word in get_args(Word.__value__)],
        "review_words": REVIEW_WORDS,
        "typed": {name: first(sent, name) for name in ("word", "words")},
        "day": first(sent, "look_again_on") or usual_day(here.today).isoformat(),
        "draft": form_about(REVIEW, line.id),
        "once": request.POST.get("once") or token_urlsafe(12),
        "earliest": usual_day(here.today, 1),
        "latest": latest_day(here.today),
        "problems": problems or {},
        **guarded(why),
        "back": (reverse("line", kwargs={"line_id": line.id}), "Back"),
    }
    return render(request, "agreements/review.html", context)


def _to(line_id: UUID, name: str) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, kwargs={"line_id": line_id}))
