"""My goals and our goals, a page at a time; and those that are behind somebody."""

from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from glasswork.goals.goal import Stand
from glasswork.goals.here import Here, in_stand
from glasswork.goals.kinds import Board, Brief, Growth
from glasswork.goals.lines import nearest, waits_for_me
from glasswork.goals.starters import starters_for
from glasswork.goals.views.pages import here_of, show
from glasswork.lib.typed import number_in
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries

A_PAGE = 20
BEHIND = (Stand.REACHED, Stand.LET_GO, Stand.TAKEN_BACK)


class Part[T](NamedTuple):
    """A page of a list. ``more`` is the number of the next one, 0 on the last."""

    rows: list[T]
    more: int


@in_spaces
@require_safe
def mine(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    board = here.board(request.spaces.private)
    context = {
        "here": here,
        "goals": _page_of(request, nearest(board, here.today, len(board.goals))),
        "has_behind": any(in_stand(board, *BEHIND)),
        "starters": starters_for((), is_ours=False),
        "has_ours": len(request.spaces.all()) > 1,
    }
    return show(request, "mine", context)


@in_spaces
@require_safe
def ours(request: InSpacesRequest) -> HttpResponse:
    """404 for somebody who never shared with anybody: the page is about two."""
    here = here_of(request)
    if len(request.spaces.all()) == 1:
        raise Http404
    shared = request.spaces.shared
    board = here.board(shared) if shared else Board()
    entries = _growth_and_names(here)
    asked = waits_for_me(board, here.me, here.away)
    mine_waiting = [(goal, brief) for goal, brief in in_stand(board, Stand.TALKED) if brief.waits_for != here.me]
    context = {
        "here": here,
        "is_shared": shared is not None,
        "asked": asked[:A_PAGE],
        "goals": _page_of(request, nearest(board, here.today, len(board.goals), here.away)),
        "waiting": mine_waiting[:A_PAGE],
        "away": [(goal, board.goals[goal]) for goal in here.away if goal in board.goals][-A_PAGE:],
        "growth": [each for each in entries if isinstance(each.value, Growth)][::-1][:A_PAGE],
        "has_behind": any(any(in_stand(here.board(space), *BEHIND)) for space in request.spaces.all()[1:]),
        "before": [row for space in request.spaces.former[::-1] for row in _open_in(here, space)][:A_PAGE],
        "starters": starters_for((), is_ours=True),
    }
    return show(request, "ours", context, partner_name(shared, entries))


@in_spaces
@require_safe
def behind(request: InSpacesRequest) -> HttpResponse:
    """Reached, and let go: one's own, or those of two."""
    here, is_ours = here_of(request), "ours" in request.GET
    spaces = request.spaces.all()[1:] if is_ours else [request.spaces.private]
    rows = [row for space in spaces for row in in_stand(here.board(space), *BEHIND)]
    place, label = ("our_goals", "Our goals") if is_ours else ("my_goals", "My goals")
    context: dict[str, Any] = {
        "goals": _page_of(request, sorted(rows, key=lambda row: row[1].on, reverse=True)),
        "is_ours": is_ours,
        "back": (reverse(place), label),
    }
    return show(request, "behind", context)


def _open_in(here: Here, space: OpenSpace) -> list[tuple[UUID, Brief]]:
    """Goals of a time of sharing that has ended: to read, and to take one's own words back."""
    return list(in_stand(here.board(space), Stand.OPEN, Stand.TALKED))


def _growth_and_names(here: Here) -> list[Opened[Any]]:
    """What each shared of themself, in the space that is open now and in former ones, and the names there."""
    spaces = here.spaces.all()[1:]
    wants = [
        Want(space, tags=(NAMES,), slots=tuple(each.slot for each in here.board(space).growth)) for space in spaces
    ]
    return check_authors(read_entries(*wants), here.spaces.all())


def _page_of[T](request: InSpacesRequest, rows: list[T]) -> Part[T]:
    number = number_in(request.GET.get("page", ""), digits=3) or 1
    first = (number - 1) * A_PAGE
    return Part(rows[first : first + A_PAGE], number + 1 if len(rows) > first + A_PAGE else 0)
