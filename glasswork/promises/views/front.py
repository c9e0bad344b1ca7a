"""The front page: what is promised now, what was told, and the ways to everything else of this room."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from glasswork.promises.here import Here, Read
from glasswork.promises.panes import Standpoint, keys_shown, open_ones, standpoint
from glasswork.promises.roads import Road, road_keys, roads_of
from glasswork.promises.telling import is_steady_now, stories_of, story_keys
from glasswork.promises.views.pages import here_of, show
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.pulse import pulse_token
from glasswork.ui.jinja import url


@in_spaces
@require_safe
def promises(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    boards = (here.board, here.theirs)
    keys = [key for board in boards for key in keys_shown(here.space, board, here.today)]
    keys += story_keys(here.space, *boards) + road_keys(here.space, *boards)
    read = Read(here, keys)
    stories = stories_of(read.threads)
    context: dict[str, Any] = {
        "here": here,
        "my_name": read.my_name,
        "views": views_of(here, read),
        "is_full": len(open_ones(here.board, here.today)) >= 5,
        "door": next((story for story in stories if story.is_door_for(here)), None),
        "stories": stories,
        "is_steady": is_steady_now(stories, here),
        "roads": _running(roads_of(here, read.threads)),
        "lines": url("lines"),
        "steady": url("stage", slug="steady"),
        "token": pulse_token(here.space) if here.is_shared else "",
        "has_former": bool(request.spaces.former),
        "is_apart": request.spaces.shared is not None and not here.is_shared,
        "back": None,
    }
    return show(request, "show", context, read.partner_name)


def views_of(here: Here, read: Read) -> list[Standpoint]:
    """What waits for this reader first, then the rest in the order they were made."""
    found = [
        standpoint(read.threads[thread], standing, read.threads, here.today)
        for board in (here.theirs, here.board)
        for thread, standing in board.promises.items()
        if thread in read.threads
    ]
    return sorted((view for view in found if view.promise), key=lambda view: view.waits_for_me is None)


def _running(roads: list[Road]) -> list[Road]:
    return [road for road in roads if road.is_running]
