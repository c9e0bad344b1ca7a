"""Stands where Glasswork has a middleware of its own, so that an answer passes as many."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class PassingOn:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
