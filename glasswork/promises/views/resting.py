"""Steps for two rest for whoever isn’t safe. Only they see it; to the other it is a quiet week (E, S11)."""

from django.http import HttpResponse

from glasswork.people.carrying import typed_words
from glasswork.promises.here import Here
from glasswork.promises.views.pages import show
from glasswork.safety.resting import View, is_resting, resting_door
from glasswork.spaces.http import InSpacesRequest


def for_two[**P](view: View[P]) -> View[P]:
    """A step towards the other: what is one’s own, ending, and taking back never pass through here."""
    return resting_door(view, resting_page)


def rests_here(request: InSpacesRequest, here: Here) -> bool:
    """For pages that are for two or for oneself: with oneself nothing rests."""
    return here.is_shared and is_resting(request)


def resting_page(request: InSpacesRequest) -> HttpResponse:
    """What was typed stands on it, for its writer to copy."""
    return show(request, "resting", {"words": typed_words(request)}, "")
