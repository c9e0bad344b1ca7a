"""The months before: everything said and done here, as it was written, newest first. A page reads one page alone."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from glasswork.promises import diary
from glasswork.promises.kinds import TAG
from glasswork.promises.kinds_of_acts import RIGHT, SMALL
from glasswork.promises.kinds_of_roads import ROADS
from glasswork.promises.kinds_of_telling import TELLING
from glasswork.promises.views.pages import show, until_of
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.reading import Opened, Want, read_entries

AT_ONCE = 150
TAGS = (TAG, SMALL, RIGHT, TELLING, ROADS)


@in_spaces
@require_safe
def before(request: InSpacesRequest) -> HttpResponse:
    """Of every space one can read; after parting too."""
    spaces, until = request.spaces.all(), until_of(request)
    names = read_entries(*(Want(space, tags=(NAMES,)) for space in spaces if space.is_shared))
    entries = read_entries(*(Want(space, tags=TAGS, until=until) for space in spaces), newest=AT_ONCE)
    entries, older = _whole_days(entries)
    called = names_in(names)
    shared = request.spaces.shared
    context: dict[str, Any] = {
        "days": diary.days_of(entries, request.spaces.private.me, called),
        "older": older,
        "back": (reverse("promises"), "Promises"),
    }
    return show(request, "before", context, partner_name(shared, names))


def _whole_days(entries: list[Opened[Kind]]) -> tuple[list[Opened[Kind]], date | None]:
    """Only days that were read whole, and the day to go on from when there may be more."""
    if len(entries) < AT_ONCE or entries[0].day == entries[-1].day:
        return entries, None
    cut = entries[0].day
    return [entry for entry in entries if entry.day > cut], cut
