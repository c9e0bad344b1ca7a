"""What the pages of this room share: what was typed, names, and resting for whoever isn’t safe."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from glasswork.lib.directions import isolated
from glasswork.people.carrying import typed_words
from glasswork.questions.here import Here, load_here
from glasswork.safety.resting import View, is_resting, resting_door
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.reading import Want, read_entries
from glasswork.ui.page import render
from glasswork.ui.sent import once_of

BACK = "Hard questions"


def here_of(request: InSpacesRequest) -> Here:
    return load_here(request.spaces)


def shared_here(request: InSpacesRequest) -> Here:
    """404 for somebody alone: the page is about two."""
    here = here_of(request)
    if here.space is None:
        raise Http404
    return here


def name_of_partner(here: Here) -> str:
    return partner_name(here.space, read_entries(Want(here.space, tags=(NAMES,)))) if here.space else ""


def to(name: str, *, mark: str = "", **arguments: UUID) -> HttpResponse:
    """``mark``: a plain word at the end of the address, which says what was done."""
    return HttpResponseRedirect(reverse(name, kwargs=arguments) + (f"?{mark}" if mark else ""))


def for_two[**P](view: View[P]) -> View[P]:
    """A step towards the other, by POST; reading, one’s own things and taking back never rest (E, S11)."""
    return resting_door(view, resting_page)


def resting_page(request: InSpacesRequest) -> HttpResponse:
    """Only whoever rests sees it. What was typed stands on it, for its writer to copy."""
    return show(request, "resting", {"words": typed_words(request)}, "")


def show(request: InSpacesRequest, template: str, names: dict[str, Any], name: str) -> HttpResponse:
    """``partner`` is for the middle of a sentence, ``partner_name`` for elements of its own; both empty alone.

    ``rests``: steps for two rest for this reader, so no page holds one out to them.
    """
    context = {
        "back": (reverse("questions"), BACK),
        "partner_name": name,
        "partner": isolated(name),
        "once": once_of(request),
        "rests": is_resting(request),
        "unsent": "",
        "beside": None,
        **names,
        "problems": names.get("problems") or {},
    }
    return render(request, f"questions/{template}.html", context)
