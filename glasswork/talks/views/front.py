"""Which talks there are, and those that were held: what was agreed in them, and nothing else that was said."""

from contextlib import suppress
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from glasswork.lib.directions import isolated
from glasswork.programme.flows import FLOWS
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.talks.here import load_here
from glasswork.talks.kinds import TAG, Held
from glasswork.talks.lines import KeptLine, lines_of, take_back_line
from glasswork.talks.live import Phase
from glasswork.talks.pauses import REST, advises_rest, pauses_of
from glasswork.ui.page import render

AT_ONCE = 200  # rows: about a year of a talk a week


class Past(NamedTuple):
    """A talk that is over, as the list shows it."""

    day: date
    held: Held
    lines: list[KeptLine]


@in_spaces
@require_safe
def talks(request: InSpacesRequest) -> HttpResponse:
    shared, now = request.spaces.shared, timezone.now()
    spaces = [space for space in request.spaces.all() if space.is_shared]
    entries = read_entries(*(Want(space, tags=(TAG,)) for space in spaces), newest=AT_ONCE) if spaces else []
    here = load_here(request.spaces, now)
    ours = [entry for entry in entries if shared and entry.space == shared.id]
    names = read_entries(Want(shared, tags=(NAMES,))) if shared else []
    lines = lines_of(entries)
    past = [(entry.day, entry.value) for entry in entries if isinstance(entry.value, Held)]
    context = {
        "flows_by_id": FLOWS,
        "partner_name": isolated(partner_name(shared, names)),
        "names": {author: isolated(name) for author, name in names_in(names).items()},
        "me": request.spaces.private.me,
        "shared": shared,
        "is_open": here is not None and here.live.phase is not Phase.OVER and not here.is_others_phone,
        "past": [Past(day, held, lines.get(held.talk, [])) for day, held in past[::-1]],
        "advice": REST if advises_rest(pauses_of(ours), now) else "",
        "was_kept": "kept" in request.GET,
    }
    return render(request, "talks/talks.html", context)


@in_spaces
@require_POST
def line_withdrawal(request: InSpacesRequest) -> HttpResponse:
    """A line of a talk, taken back by its writer or by whoever said yes to it."""
    with suppress(ValueError, AlreadyWritten, SpaceClosed):  # made up, a second press, or sharing has just stopped
        take_back_line(request.spaces, UUID(request.POST.get("line", "")))
    return HttpResponseRedirect(reverse("talks"))
