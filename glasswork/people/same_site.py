"""Beside Django's token: a form that another site sent is refused by what the browser says of it (B2)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from glasswork.people.views import refused_form

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
OUR_OWN = {"same-origin", "none", ""}  # empty: a browser too old to send it; the token still guards


class SameSiteMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        sent_from = request.headers.get("Sec-Fetch-Site", "")
        if request.method not in SAFE_METHODS and sent_from not in OUR_OWN:
            return refused_form(request)
        if sent_from == "same-origin" and request.headers.get("Origin") == "null":
            # Under no-referrer browsers send “null” even to ourselves, and Django's check would refuse every form.
            request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
        return self.get_response(request)
