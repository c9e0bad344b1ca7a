"""Small things both ways: ten asks each, one or two done a day, and a thank-you."""

from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.promises.actions import small as actions
from glasswork.promises.forms import Form
from glasswork.promises.here import DRAFTS, Here, Read
from glasswork.promises.kinds import Board
from glasswork.promises.kinds_of_acts import SMALL, Ask, Done, NotReadySaid, Thanks
from glasswork.promises.threads import ROOT, Thread, keys_of
from glasswork.promises.views.drafts import keep_typed
from glasswork.promises.views.pages import find, here_of, let_words_rest, offer_hint, shared_here, show, to, words_kept
from glasswork.promises.views.resting import for_two, resting_page, rests_here
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.spaces.refused import reason_against
from glasswork.spaces.writing import utc_day
from glasswork.ui.sent import once_of, typed

LATELY, MOST_READ = timedelta(days=7), 60
SAY_ONE = "Write one small thing."


class Lately(NamedTuple):
    """Something done in the last days, and the thank-you for it, if there was one."""

    entry: Opened[Done]
    done: Done
    thanks: Thanks | None


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def small_things(request: InSpacesRequest) -> HttpResponse:
    here = shared_here(request)
    if request.method == "GET":
        return _page(request, here)
    if rests_here(request, here):
        return resting_page(request)
    form = Form(request.POST, here.today)
    asked = Ask(words=form.words("words", if_empty=SAY_ONE, is_line=True, in_words=True))
    let_words_rest(form, here, as_wish=True, words=asked.words)
    offer_hint(request, form, here, has_form=len(here.board.asks) < actions.MOST_ASKS, words=asked.words)
    if form.problems:
        return _ask_again(request, here, form.problems)
    once = once_of(request)
    problem = reason_against(lambda: actions.ask(here, asked, once=once))
    if problem and not _is_asked(request, asked):
        return _ask_again(request, here, {"words": problem})
    DRAFTS.end(request.spaces.private, "ask", once=once)
    return to("small_things")


@in_spaces
@require_POST
@for_two
def done(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    here, thread = shared_here(request), _ask(request, thread_id)
    problem = reason_against(lambda: actions.do(here, thread))
    if problem == actions.THREE_DONE:
        return _page(request, here, {"": problem})
    return to("small_things")


@in_spaces
@require_POST
@for_two
def thanks(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    here, thread = shared_here(request), _ask(request, thread_id)
    lately = next((each for each in lately_in(this_week(here)) if str(each.entry.id) == request.POST.get("done")), None)
    form = Form(request.POST, here.today)
    words = form.words("words", is_line=True)
    if lately is None or form.problems:
        return _page(request, here, form.problems)
    reason_against(lambda: actions.thank(here, thread, lately.entry, words))
    return to("small_things")


@in_spaces
@require_POST
def crossing(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """Out of one’s own list, or back in; nobody is told."""
    here, thread = shared_here(request), _ask(request, thread_id)
    actions.cross(here, thread, out=request.POST.get("act") == "out")
    return to("small_things")


@in_spaces
@require_POST
def end(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    here, thread = shared_here(request), _ask(request, thread_id)
    reason_against(lambda: actions.drop(here, thread))
    return to("small_things")


def this_week(here: Here) -> list[Opened[Kind]]:
    return read_entries(Want(here.space, tags=(SMALL,), since=utc_day() - LATELY), newest=MOST_READ)


def lately_in(found: list[Opened[Kind]]) -> list[Lately]:
    """Newest first."""
    thanks = {entry.value.done: entry.value for entry in found if isinstance(entry.value, Thanks)}
    dones = [(entry, entry.value) for entry in found if isinstance(entry.value, Done)]
    return [Lately(entry, value, thanks.get(entry.id)) for entry, value in reversed(dones)]  # type: ignore[arg-type]


def _ask(request: InSpacesRequest, thread_id: UUID) -> Thread:
    thread = find(request, thread_id, ("dropped",)).thread
    if thread.root(Ask) is None:
        raise Http404
    return thread


def _is_asked(request: InSpacesRequest, asked: Ask) -> bool:
    """Whether these words of one’s own stand on the list: the same form, sent twice."""
    here = here_of(request)
    return any(ask == asked for _, ask in _asks(here.board, Read(here, _keys(here))))


def _keys(here: Here) -> list[tuple[UUID, UUID, str]]:
    asks = (*here.board.asks, *here.theirs.asks)
    return [key for thread in asks for key in keys_of(here.space, thread, (ROOT,))]


def _asks(board: Board, read: Read) -> list[tuple[UUID, Ask]]:
    found = ((thread, read.threads[thread].root(Ask)) for thread in board.asks if thread in read.threads)
    return [(thread, ask) for thread, ask in found if ask]


def _ask_again(request: InSpacesRequest, here: Here, problems: dict[str, str]) -> HttpResponse:
    keep_typed(request, "ask")
    return _page(request, here, problems)


def _page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    read, week = Read(here, _keys(here)), this_week(here)
    said = [entry.value for entry in week if isinstance(entry.value, NotReadySaid) and entry.author != here.me]
    lately = lately_in(week)
    theirs = _asks(here.theirs, read)
    crossed = here.own.crossed
    context = {
        "here": here,
        "mine": _asks(here.board, read),
        "theirs": [(thread, ask) for thread, ask in theirs if thread not in crossed],
        "crossed": [(thread, ask) for thread, ask in theirs if thread in crossed],
        "done_today": {e.done.ask for e in lately if e.entry.author == here.me and e.done.on == here.today},
        "for_me": [each for each in lately if each.entry.author != here.me],
        "by_me": [each for each in lately if each.entry.author == here.me],
        "not_ready": said[-1] if said else None,
        "is_resting": actions.is_resting(here.own, here.today),
        "typed": typed(request, ("words",), here.draft("ask")),
        "problems": problems,
    }
    return show(request, "small", context, read.partner_name)
