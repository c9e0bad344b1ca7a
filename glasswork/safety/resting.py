"""Steps for two rest for whoever isn’t safe. Only they see it; to the other it is a quiet week (E, S11)."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import HttpResponse

from glasswork.safety.gate import read_standing
from glasswork.spaces.http import InSpacesRequest

type View[**P] = Callable[Concatenate[InSpacesRequest, P], HttpResponse]


def is_resting(request: InSpacesRequest) -> bool:
    """Whether steps for two rest for this person; alone there are none. One query."""
    return request.spaces.shared is not None and read_standing(request.spaces).is_resting


def resting_door[**P](view: View[P], resting_page: Callable[[InSpacesRequest], HttpResponse]) -> View[P]:
    """Before a step towards the other; reading, one’s own things, ending and taking back never pass through here."""

    @wraps(view)
    def door(request: InSpacesRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return resting_page(request) if is_resting(request) else view(request, *args, **kwargs)

    return door
