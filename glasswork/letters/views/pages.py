"""What the pages of this room share: what was typed, whose names, and the way a step for two rests."""

from collections.abc import Iterable
from secrets import token_urlsafe
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from glasswork.letters.here import Here, load_here
from glasswork.letters.resting import is_resting
from glasswork.lib.directions import isolated
from glasswork.people.carrying import typed_words
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.reading import Want, read_entries
from glasswork.ui.page import render


def here_of(request: InSpacesRequest) -> Here:
    return load_here(request.spaces, timezone.now())


def once_of(request: InSpacesRequest) -> str:
    return request.POST.get("once") or token_urlsafe(12)


def typed(request: InSpacesRequest, names: Iterable[str], draft: dict[str, str] | None = None) -> dict[str, str]:
    """What the form's fields hold: as just sent, or as they were left."""
    sent = request.POST if request.method == "POST" else (draft or {})
    return {name: sent.get(name, "") for name in names}


def name_of_partner(here: Here) -> str:
    """One query; nothing alone."""
    return partner_name(here.shared, read_entries(Want(here.shared, tags=(NAMES,)))) if here.shared else ""


def rests(request: InSpacesRequest, here: Here) -> bool:
    return is_resting(request.spaces, here.now)


def resting_page(request: InSpacesRequest) -> HttpResponse:
    """What was typed stands on it, for its writer to copy."""
    words = typed_words(request) if request.method == "POST" else []
    return show(request, "resting", {"words": words})


def place(name: str, **arguments: Any) -> str:
    """The path of a page that another room may have; nothing where there is none."""
    try:
        return reverse(name, kwargs=arguments)
    except NoReverseMatch:
        return ""


def guide(slug: str) -> str:
    return place("exercise", slug=slug)


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
