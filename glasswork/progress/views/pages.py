"""What the pages of this room share."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from glasswork.lib.directions import isolated
from glasswork.progress.here import Here, load_here
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import partner_name
from glasswork.spaces.reading import Opened
from glasswork.ui.page import render
from glasswork.ui.sent import once_of

RESTS = "This can’t go out just now. Your words are still here. You can keep them for yourself."


def here_of(request: InSpacesRequest) -> Here:
    return load_here(request.spaces, timezone.now())


def author_of(here: Here, entry: Opened[Kind]) -> str:
    """Whoever wrote it, as they are called in the space it lies in: it may be of an earlier time, with another."""
    if entry.author == here.private.me:
        return "You"
    space = next(space for space in here.spaces.all() if space.id == entry.space)
    return isolated(here.partner_name if space.id == here.space.id else partner_name(space, ()))


def show(request: InSpacesRequest, template: str, here: Here, names: dict[str, Any]) -> HttpResponse:
    """``partner`` is for the middle of a sentence, ``partner_name`` for elements; both empty without somebody now."""
    name = here.partner_name if here.is_shared else ""
    context = {
        "here": here,
        "partner_name": name,
        "partner": isolated(name),
        "once": once_of(request),
        "problems": {},
        "back": (reverse("how_far"), "How far"),
        **names,
    }
    return render(request, f"progress/{template}.html", context)
