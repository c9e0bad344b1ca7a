"""What the pages of this room share: what was typed, whose names, and the way a step for two rests."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from glasswork.letters.here import Here, load_here
from glasswork.letters.resting import is_resting
from glasswork.lib.directions import isolated
from glasswork.people.carrying import typed_words
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.reading import Want, read_entries
from glasswork.ui.jinja import url
from glasswork.ui.page import render
from glasswork.ui.sent import once_of


def here_of(request: InSpacesRequest) -> Here:
    return load_here(request.spaces, timezone.now())


def name_of_partner(here: Here) -> str:
    """One query; nothing alone."""
    return partner_name(here.shared, read_entries(Want(here.shared, tags=(NAMES,)))) if here.shared else ""


def rests(request: InSpacesRequest, here: Here) -> bool:
    return is_resting(request.spaces, here.now)


def resting_page(request: InSpacesRequest) -> HttpResponse:
    """What was typed stands on it, for its writer to copy."""
    return show(request, "resting", {"words": typed_words(request)})


def guide(slug: str) -> str:
    return url("exercise", slug=slug)


def to(name: str, query: str = "", **arguments: Any) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, kwargs=arguments) + (f"?{query}" if query else ""))


def show(request: InSpacesRequest, template: str, names: dict[str, Any], partner: str = "") -> HttpResponse:
    """``partner`` is for the middle of a sentence, ``partner_name`` for elements of its own; both empty alone."""
    context = {
        "back": (reverse("letters"), "Letters"),
        "partner_name": partner,
        "partner": isolated(partner),
        "once": once_of(request),
        "beside": None,
        **names,
        "problems": names.get("problems") or {},
    }
    return render(request, f"letters/{template}.html", context)
