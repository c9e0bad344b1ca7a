"""The answer headers of rule B1 that Django does not set itself, and no-store on everything dynamic (N5)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POWERS = ", ".join(
    f"{power}=()"
    for power in (
        "accelerometer",
        "camera",
        "clipboard-read",
        "geolocation",
        "gyroscope",
        "microphone",
        "payment",
        "usb",
    )
)


class HeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = POWERS
        response["X-Frame-Options"] = "DENY"
        return response
