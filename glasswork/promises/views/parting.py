"""Parting well: a list with a day beside each thing, and kind words, if there are any."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.promises.actions import roads as actions
from glasswork.promises.forms import Form
from glasswork.promises.here import DRAFTS, Here, Read
from glasswork.promises.kinds_of_roads import Corner, CornerDone, LastWords
from glasswork.promises.roads import last_words as words_sent
from glasswork.promises.roads import road_keys
from glasswork.promises.threads import ROOT, keys_of
from glasswork.promises.views.drafts import keep_typed
from glasswork.promises.views.pages import find, here_of, offer_hint, show, to, words_kept
from glasswork.promises.views.resting import for_two, resting_page, rests_here
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of, typed

ABOUT = {
    "home": "Home and keys",
    "money": "Money and papers",
    "children": "Children and animals",
    "told": "What is told, and to whom",
    "kept": "What stays private",
    "things": "Things, and everything else",
}
CORNER = ("about", "corner", "who", "by")
SAY_LINE, SAY_WORDS = "Write one thing.", "Write a line first. One is enough."
MOST_DAYS, TOO_FAR = 730, "Choose a day within two years."


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def parting(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    if request.method == "GET":
        return _page(request, here)
    if rests_here(request, here):
        return resting_page(request)
    form = Form(request.POST, here.today)
    has_day = bool(request.POST.get("by", "").strip())
    corner = Corner(
        about=form.choice("about", ABOUT) or "things",
        words=form.words("corner", if_empty=SAY_LINE, in_words=True),
        who=form.words("who", is_line=True),
        by=form.day_to_come("by", most=MOST_DAYS, too_far=TOO_FAR) if has_day else None,
    )
    offer_hint(request, form, here, corner=corner.words, who=corner.who)
    once = once_of(request)
    problem = None if form.problems else reason_against(lambda: actions.add_corner(here, corner, once=once))
    if problem and problem != MOVED_ON:
        form.problems[""] = problem
    if form.problems:
        keep_typed(request, "corner")
        return _page(request, here, form.problems)
    DRAFTS.end(request.spaces.private, "corner", once=once)
    return to("parting_list", here)


@in_spaces
@require_POST
def corner_end(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """Done, or off the list."""
    here, thread = here_of(request), find(request, thread_id, ("done",)).thread
    if thread.root(Corner) is None:
        raise Http404
    reason_against(lambda: actions.end_corner(here, thread, is_off=request.POST.get("act") == "off"))
    return to("parting_list", here)


@in_spaces
@require_POST
@words_kept
@for_two
def last_words(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    form, once = Form(request.POST, here.today), once_of(request)
    words = LastWords(words=form.words("words", if_empty=SAY_WORDS))
    offer_hint(request, form, here, words=words.words)
    problem = None if form.problems else reason_against(lambda: actions.send_last_words(here, words, once=once))
    if problem and problem != MOVED_ON:
        form.problems[""] = problem
    if form.problems:
        keep_typed(request, "last-words")
        return _page(request, here, form.problems)
    DRAFTS.end(request.spaces.private, "last-words", once=once)
    return to("parting_list", here)


def _page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    boards = (here.board, here.theirs)
    keys = [key for b in boards for thread in b.corners for key in keys_of(here.space, thread, (ROOT, "done"))]
    read = Read(here, [*keys, *road_keys(here.space, *boards)])
    corners = [(thread, found) for thread in read.threads.values() if (found := thread.root(Corner))]
    done = {thread.id for thread, _ in corners if thread.said(thread.opener, "done", CornerDone)}
    context: dict[str, Any] = {
        "here": here,
        "parts": [(title, [each for each in corners if each[1].about == name]) for name, title in ABOUT.items()],
        "has_corners": bool(corners),
        "done": done,
        "topics": list(ABOUT.items()),
        "last_words": words_sent(read.threads),
        "typed": typed(request, (*CORNER, "words"), here.draft("corner") | here.draft("last-words")),
        "guide": url("exercise", slug="parting-well"),
        "back": (reverse("roads"), "The road ahead"),
        "problems": problems,
    }
    return show(request, "parting", context, read.partner_name)
