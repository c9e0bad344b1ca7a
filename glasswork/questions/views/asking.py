"""Asking: the form, what is gently asked back before a question goes, and the hour at which it goes."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.programme.questions import choices_of
from glasswork.questions import alike, unparkable
from glasswork.questions.actions import asking as actions
from glasswork.questions.actions.asking import Wish
from glasswork.questions.before_it_goes import hint_among
from glasswork.questions.delivery import due_at
from glasswork.questions.forms import LONGEST_LINE, LONGEST_QUESTION, Form, id_of
from glasswork.questions.here import DRAFTS, Here
from glasswork.questions.kinds import TAG, Answer
from glasswork.questions.kinds_of_own import Note
from glasswork.questions.threads import NEWEST, Question, questions_in
from glasswork.questions.views.pages import here_of, name_of_partner, resting_page, show, to
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.refused import reason_against
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of, typed

SORTS, HOWS = choices_of("sort"), choices_of("how")
SAY_WORDS, SAY_SORT, SAY_HOW = (
    "Write your question first.",
    "Say which kind it is.",
    "Choose how you’d like the answer.",
)
TICKS = list(choices_of("soon").items())
STATES = {"keep": "keeps", "draft": "draft", "park": "visit"}
ACCUSING = 10  # the class of hints for a question that sounds like blame


@in_spaces
@require_http_methods(["GET", "POST"])
def new(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    if here.space is None:
        return HttpResponseRedirect(reverse("questions_mine"))
    sends = request.POST.get("act") in {"send", "anyway"}
    if is_resting(request) and (request.method == "GET" or sends):
        return resting_page(request)
    return _page(request, here) if request.method == "GET" else _sent(request, here, sends=sends)


def _sent(request: InSpacesRequest, here: Here, *, sends: bool) -> HttpResponse:
    form = Form(request.POST, here.today)
    wish = _clean(form, sends=sends)
    if form.problems:
        return _again(request, here, problems=form.problems)
    wish = wish._replace(replaces=_note(request, here)[0])
    if sends and actions.is_there(here, wish, once=request.POST.get("once", "")):
        return to("questions")
    if sends and (asked_back := _asked_back(request, here, wish)):
        return _again(request, here, **asked_back)
    return _do(request, here, wish, sends=sends)


def _do(request: InSpacesRequest, here: Here, wish: Wish, *, sends: bool) -> HttpResponse:
    once, done = once_of(request), [""]

    def act() -> None:
        if sends:
            done[0] = actions.ask(here, wish, once=once)
        else:
            done[0] = STATES.get(request.POST.get("act", ""), "draft")
            actions.keep(here, wish, done[0], once=once)

    if problem := reason_against(act):
        return _again(request, here, problems={"": problem})
    DRAFTS.end(request.spaces.private, "question", once=once)
    if done[0] in {"asked", "waits"}:
        return to("questions", mark=done[0])
    return to("questions_mine", mark="many" if sends else done[0])


def _clean(form: Form, *, sends: bool) -> Wish:
    return Wish(
        words=form.words("words", if_empty=SAY_WORDS, longest=LONGEST_QUESTION),
        sort=form.choice("sort", SORTS, if_none=SAY_SORT if sends else ""),
        how=form.choice("how", HOWS, if_none=SAY_HOW if sends else ""),
        change=form.words("change", longest=LONGEST_LINE),
        soon=form.choices("soon", unparkable.ABOUT),
        again_of=form.id("again"),
        follows=form.id("follows"),
    )


def _asked_back(request: InSpacesRequest, here: Here, wish: Wish) -> dict[str, Any] | None:
    """A hint, an earlier question like it, or a word on intimate detail: each once, and each lets it go."""
    beside = None if "hinted" in request.POST else hint_among(here, {"question": wish.words})
    if beside and beside.hint.number != ACCUSING:  # “Why did you …” is what this page is for
        return {"beside": beside._replace(field="words")}
    if not wish.again_of and not wish.follows and (earlier := _earlier(here, wish.words)):
        return {"earlier": earlier}
    subjects = wish.soon or unparkable.subjects_in(wish.words)
    is_detail = unparkable.asks_for_detail(wish.words) and not subjects
    if is_detail and "detail" not in request.POST:
        return {"is_detail": True}
    return None


def _earlier(here: Here, words: str) -> Question | None:
    """One’s own question that shares most of its words with this one, with the answer it got."""
    if here.space is None:
        return None
    mine = {
        each: question
        for each, question in questions_in(
            here.space, read_entries(Want(here.space, tags=(TAG,)), newest=NEWEST)
        ).items()
        if question.is_mine
    }
    found = alike.most_alike(words, ((each, question.asked.words) for each, question in mine.items() if question.asked))
    return mine.get(found) if found else None


def _again(request: InSpacesRequest, here: Here, **more: Any) -> HttpResponse:
    """The form once more, with what is wrong or what is asked back; what was typed is kept as a draft as well."""
    fields = {name: request.POST.get(name, "") for name in ("words", "change")}
    DRAFTS.save(request.spaces.private, "question", fields, once="")
    return _page(request, here, **more)


def _page(request: InSpacesRequest, here: Here, **more: Any) -> HttpResponse:
    note_id, note = _note(request, here)
    draft = (
        {"words": note.words, "change": note.change, "sort": note.sort, "how": note.how}
        if note
        else here.draft("question")
    )
    follows = id_of(request.POST.get("follows", request.GET.get("follows", "")))
    earlier: Question | None = more.get("earlier")
    due = due_at(here.now, here.zone, here.hour, here.quiet)
    context = {
        "here": here,
        "typed": typed(request, ("words", "change", "sort", "how"), draft),
        "soon": request.POST.getlist("soon") if request.method == "POST" else (note.soon if note else ()),
        "sorts": list(SORTS.items()),
        "hows": list(HOWS.items()),
        "ticks": TICKS,
        "note": note_id or "",
        "follows": follows or "",
        "has_draft": request.method == "GET" and not note and any(here.draft("question").values()),
        "due": due.astimezone(here.zone) if due > here.now else None,
        "hinted": "hinted" in request.POST,
        "passed": [name for name in ("detail",) if name in request.POST],
        "again": request.POST.get("again", ""),
        "earlier": None,
        "earlier_answer": earlier.last(Answer) if earlier else None,
        "is_detail": False,
        "guide": url("exercise", slug="hard-question-ledger"),
        **more,
    }
    return show(request, "new", context, name_of_partner(here))


def _note(request: InSpacesRequest, here: Here) -> tuple[UUID | None, Note | None]:
    """A note of one’s own that the form is about; what waits for its hour is taken back first."""
    note = id_of(request.POST.get("note", request.GET.get("note", "")))
    found = here.desk.notes.get(note) if note else None
    return (note, found) if found and note not in here.waiting() else (None, None)
