"""One promise: making it, its page, what became of it, and the other's word."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.promises.actions import promises as actions
from glasswork.promises.actions.writing import new_thread
from glasswork.promises.forms import Form
from glasswork.promises.here import BOARD, DRAFTS, Here
from glasswork.promises.kinds import Board, Outcome, Promise, SeenDifferently, Standing, Word
from glasswork.promises.panes import (
    CLOSED,
    MOST_OPEN,
    MOST_PANES,
    SAID,
    SHOWN,
    Standpoint,
    keys_of_panes,
    open_ones,
    standing_from_panes,
    standing_of,
    standpoint,
)
from glasswork.promises.threads import ROOT, Found, mending_of, read_threads
from glasswork.promises.views.drafts import keep_typed
from glasswork.promises.views.pages import find, here_of, let_words_rest, offer_hint, show, taken_back, to, words_kept
from glasswork.promises.views.resting import for_two, resting_page, rests_here
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.reading import Want, read_entries, read_slip
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of, typed

MOST_DAYS = 90
TOO_FAR = "Choose a day within 90 days. A promise for ever is too big for here."
FIELDS = ("words", "what", "changed_to", "changed_until")
SAY_WHAT = "Write what you will do."
SAY_HOW = "Choose how it went."
NEW_WORDS = "Write how it reads now."


class Case(NamedTuple):
    """One promise before one reader."""

    here: Here
    found: Found
    view: Standpoint


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def new(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    if rests_here(request, here):
        return resting_page(request)
    if request.method == "GET":
        return _new_page(request, here)
    form = Form(request.POST, here.today)
    promise = Promise(
        words=form.words("words", if_empty=SAY_WHAT, is_line=True, in_words=True),
        until=form.day_to_come("until", most=MOST_DAYS, too_far=TOO_FAR),
        each_time=form.choice("each_time", ("yes", "once")) == "yes",
    )
    let_words_rest(form, here, words=promise.words)
    offer_hint(request, form, here, words=promise.words)
    if form.problems:
        return _ask_again(request, here, form.problems)
    once = once_of(request)
    problem = reason_against(lambda: actions.make_promise(here, promise, once=once))
    if problem == MOVED_ON:  # the same form came twice
        return to("promise", thread_id=new_thread(request.spaces.private, once, promise))
    if problem:
        return _ask_again(request, here, {"": problem})
    DRAFTS.end(request.spaces.private, "promise", once=once)
    return to("promises", here)


@in_spaces
@require_safe
def promise(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    return _page(request, _find(request, thread_id))


@in_spaces
@require_POST
@words_kept
def outcome(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    case = _find(request, thread_id)
    here, view = case.here, case.view
    form = Form(request.POST, here.today)
    what = form.choice("what", SAID, if_none=SAY_HOW)
    is_change = what == "changed"
    said = Outcome(
        promise=thread_id,
        pane=form.number("pane"),
        what=what,
        on=here.today,
        promised=view.words,
        words=form.words("words"),
        changed_to=form.words("changed_to", if_empty=NEW_WORDS, is_line=True, in_words=True) if is_change else "",
        changed_until=form.day_to_come("changed_until", most=MOST_DAYS, too_far=TOO_FAR) if is_change else None,
    )
    let_words_rest(form, here, words=said.words, changed_to=said.changed_to)
    offer_hint(request, form, here, has_form=view.may_answer, words=said.words, changed_to=said.changed_to)
    if form.problems:
        return _page(request, case, form.problems)
    earlier = view.pane(said.pane)
    if earlier and earlier.outcome == said:  # the same form came twice
        return to("promise", thread_id=thread_id)
    answer = _do(request, case, lambda: actions.say_outcome(here, view, said), said.words)
    if answer.status_code == 302:
        DRAFTS.end(request.spaces.private, "outcome", once=once_of(request), about=str(thread_id))
    return answer


@in_spaces
@require_POST
@words_kept
@for_two
def word(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    case = _find(request, thread_id)
    here, view = case.here, case.view
    form = Form(request.POST, here.today)
    act = form.choice("act", ("yes", "not-quite"), if_none=SAY_HOW)
    said = Word(promise=thread_id, pane=form.number("pane"), is_so=act == "yes", words=form.words("words"))
    offer_hint(request, form, here, has_form=view.waits_for_me is not None, words=said.words)
    if form.problems:
        return _page(request, case, form.problems)
    earlier = view.pane(said.pane)
    if earlier and earlier.word == said:
        return to("promise", thread_id=thread_id)
    return _do(request, case, lambda: actions.say_word(here, view, said), said.words)


@in_spaces
@require_POST
@for_two
def choice(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """Talk, or park it."""
    case = _find(request, thread_id)
    here, view = case.here, case.view
    form = Form(request.POST, here.today)
    how = form.choice("act", ("talk", "park"), if_none=SAY_HOW)
    if form.problems:
        return _page(request, case, form.problems)
    chosen = SeenDifferently(promise=thread_id, pane=form.number("pane"), how=how)
    return _do(request, case, lambda: actions.choose_view(here, view, chosen))


@in_spaces
@require_POST
def end(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """Its giver lets it rest."""
    case = _find(request, thread_id)
    here, view = case.here, case.view
    return _do(request, case, lambda: actions.let_rest(here, view))


@in_spaces
@require_POST
def withdrawal(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """One's own words in a promise, taken back; it stays visible that they were (S7). Also after sharing stopped."""
    case = _find(request, thread_id)
    actions.take_back(case.here, case.view.thread)
    return to("promise", thread_id=thread_id)


def _find(request: InSpacesRequest, thread_id: UUID) -> Case:
    """404 for a thread that is no promise."""
    here, found = here_of(request), find(request, thread_id, (CLOSED,))
    thread = found.thread
    root = thread.parts[thread.opener, ROOT].value
    if root is not None and not isinstance(root, Promise):
        raise Http404
    board = read_slip(thread.space, Board, BOARD, thread.opener.bytes) or Board()
    standing = standing_of(thread, board.promises.get(thread_id))
    most = SHOWN if standing else MOST_PANES
    keys = keys_of_panes(thread.space, thread_id, standing or Standing(MOST_PANES, date.min), most=most)
    threads = read_threads(thread.space, keys)
    whole = threads[thread_id]
    return Case(here, found, standpoint(whole, standing or standing_from_panes(whole), threads, here.today))


def _new_page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    names = read_entries(Want(here.space, tags=(NAMES,))) if here.is_shared else []
    draft = here.draft("promise")
    context = {
        "here": here,
        "typed": typed(request, ("words", "until", "each_time"), draft),
        "soon": here.today + timedelta(days=7),
        "latest": here.today + timedelta(days=MOST_DAYS),
        "today": here.today,
        "problems": problems,
        "is_full": len(open_ones(here.board, here.today)) >= MOST_OPEN,
    }
    return show(request, "promise_new", context, partner_name(here.space, names) if here.is_shared else "")


def _ask_again(request: InSpacesRequest, here: Here, problems: dict[str, str]) -> HttpResponse:
    keep_typed(request, "promise")
    return _new_page(request, here, problems)


def _do(request: InSpacesRequest, case: Case, act: Callable[[], None], unsent: str = "") -> HttpResponse:
    """What could not be said is shown again with its reason; a second press without words changes nothing."""
    problem = reason_against(act)
    if problem is None or (problem == MOVED_ON and not unsent):
        return to("promise", thread_id=case.view.thread.id)
    return _page(request, _find(request, case.view.thread.id), {"": problem}, unsent=unsent)


def _page(
    request: InSpacesRequest, case: Case, problems: dict[str, str] | None = None, *, unsent: str = ""
) -> HttpResponse:
    here, found, view = case
    if view.promise is None:
        return taken_back(request, found, problems, unsent=unsent)
    context: dict[str, Any] = {
        "here": here,
        "my_name": found.names.get(here.me) or "You",
        "view": view,
        "panes": view.panes[-SHOWN:],
        "waiting": view.waits_for_me,
        "typed": typed(request, FIELDS, here.draft("outcome", str(view.thread.id)) if view.may_answer else None),
        "soon": here.today + timedelta(days=7),
        "outcomes": [(what, said.capitalize()) for what, said in SAID.items()],
        "mendings": {pane.number: mending_of(view.thread.id, pane.number) for pane in view.panes},
        "talk": url("talk"),
        "problems": problems,
        "unsent": unsent,
    }
    return show(request, "promise", context, found.partner_name)
