"""Which talks there are, and those that were held: what was agreed in them, and nothing else that was said."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.lib.directions import isolated
from glasswork.programme.flows import FLOWS
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.reading import Want, read_entries
from glasswork.talks.here import lines_of
from glasswork.talks.kinds import TAG, Held, Line
from glasswork.talks.pauses import advises_rest, pauses_of
from glasswork.talks.slip import read_live
from glasswork.ui.page import render

AT_ONCE = 200  # rows: about a year of a talk a week


class Past(NamedTuple):
    """A talk that is over, as the list shows it."""

    day: date
    held: Held
    lines: list[Line]


@in_spaces
@require_safe
def talks(request: InSpacesRequest) -> HttpResponse:
    shared, now = request.spaces.shared, timezone.now()
    spaces = [space for space in request.spaces.all() if space.is_shared]
    entries = read_entries(*(Want(space, tags=(TAG,)) for space in spaces), newest=AT_ONCE) if spaces else []
    live = read_live(shared)
    here = [entry for entry in entries if shared and entry.space == shared.id]
    names = read_entries(Want(shared, tags=(NAMES,))) if shared else []
    lines: dict[UUID, list[Line]] = {talk: [line for _, line in found] for talk, found in lines_of(entries).items()}
    past = [(entry.day, entry.value) for entry in entries if isinstance(entry.value, Held)]
    context = {
        "flows": FLOWS.values(),
        "partner_name": partner_name(shared, names),
        "names": {author: isolated(name) for author, name in names_in(names).items()},
        "is_open": live is not None and live.is_open(now),
        "past": [Past(day, held, lines.get(held.talk, [])) for day, held in past[::-1]],
        "rests": advises_rest(pauses_of(here), now),
        "was_kept": "kept" in request.GET,
    }
    return render(request, "talks/talks.html", context)
