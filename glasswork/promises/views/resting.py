"""Steps for two rest for whoever isn’t safe. Only they see it; to the other it is a quiet week (E, S11)."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import HttpResponse

from glasswork.people.carrying import typed_words
from glasswork.promises.here import Here
from glasswork.promises.views.pages import is_resting, show
from glasswork.spaces.http import InSpacesRequest

type View[**P] = Callable[Concatenate[InSpacesRequest, P], HttpResponse]


def for_two[**P](view: View[P]) -> View[P]:
    """A step towards the other: what is one’s own, ending, and taking back never pass through here."""

    @wraps(view)
    def door(request: InSpacesRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return resting_page(request) if is_resting(request) else view(request, *args, **kwargs)

    return door


def rests_here(request: InSpacesRequest, here: Here) -> bool:
    """For pages that are for two or for oneself: with oneself nothing rests."""
    return here.is_shared and is_resting(request)


def resting_page(request: InSpacesRequest) -> HttpResponse:
    """What was typed stands on it, for its writer to copy."""
    words = typed_words(request) if request.method == "POST" else []
    return show(request, "resting", {"words": words}, "")
