"""“Is our record whole?”: a person asks, and is told in words what was found (K13)."""

from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.seal.errors import SealError
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.spaces.record import Finding, Report, check_record
from glasswork.spaces.writing import remember_head, writing
from glasswork.ui.page import render


class Shown(NamedTuple):
    """A shared space on the page, with what was found when its owner just asked."""

    space: OpenSpace
    name: str
    report: Report | None


@in_spaces
@require_http_methods(["GET", "POST"])
def record(request: InSpacesRequest) -> HttpResponse:
    """The answer to the POST is the finding itself: it is kept nowhere, and asking again does no harm."""
    shared = [space for space in request.spaces.all() if space.is_shared]
    asked = _asked(request, shared) if request.method == "POST" else None
    found = _check(request.spaces, asked) if asked else None
    entries = _names(shared)
    context = {
        "shown": [Shown(each, partner_name(each, entries), found if each is asked else None) for each in shared],
        "partner_name": partner_name(request.spaces.shared, entries),
        "findings": Finding,
        "back": (reverse("me"), "Me"),
    }
    return render(request, "spaces/record.html", context)


def _names(shared: list[OpenSpace]) -> list[Opened[Kind]]:
    """None where one is damaged: what was found must be shown all the same, and the name that was pinned will do."""
    try:
        return read_entries(*(Want(space, tags=(NAMES,)) for space in shared))
    except SealError:
        return []


def _asked(request: InSpacesRequest, shared: list[OpenSpace]) -> OpenSpace:
    try:
        wanted = UUID(request.POST.get("space", ""))
    except ValueError:
        raise Http404 from None
    found = next((space for space in shared if space.id == wanted), None)
    if found is None:
        raise Http404
    return found


def _check(spaces: Spaces, space: OpenSpace) -> Report:
    found = check_record(spaces.private, space)
    if found.finding is not Finding.WHOLE:
        # An entry that arrived halfway looks like damage: once more, while nobody can write.
        with writing(space, allows_closed=True) as page:
            space.sequence, space.head = page.row.sequence, bytes(page.row.head)
            found = check_record(spaces.private, space)
    if found.finding is Finding.WHOLE:
        remember_head(spaces.private, space)
    return found
