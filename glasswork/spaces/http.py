"""The door of pages that show or take private words: signed in, and their spaces opened."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import HttpRequest, HttpResponse

from glasswork.people.http import SignedInRequest, signed_in
from glasswork.spaces.opening import Spaces, open_spaces


class InSpacesRequest(SignedInRequest):
    """A signed-in request with the person's spaces opened, by one query."""

    spaces: Spaces


def in_spaces[**P](
    view: Callable[Concatenate[InSpacesRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """``signed_in`` that opens the spaces too."""

    @signed_in
    @wraps(view)
    def door(request: SignedInRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        opened = _with_spaces(request)
        return view(opened, *args, **kwargs)

    return door


def _with_spaces(request: SignedInRequest) -> InSpacesRequest:
    opened: InSpacesRequest = request  # type: ignore[assignment]  # it becomes one on the next line
    opened.spaces = open_spaces(request.person)
    return opened
