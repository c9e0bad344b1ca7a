"""What is shown where there is nothing to show: alike for what never was, is not yours, or is gone (Z4)."""

import sys

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from glasswork.config.faults import fault_page
from glasswork.ui.page import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    # Alike at every address, also behind the door, where other pages know when their session ends.
    return render(request, "config/not_found.html", {"back": None, "session_minutes": 0}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return render(request, "config/too_long.html", {"back": None}, status=413)
    if isinstance(exception, DisallowedHost):
        return render(request, "config/other_name.html", status=400)
    return render(request, "config/bad_request.html", {"back": None}, status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault outside any view; Django calls this while it is being handled."""
    return fault_page(request, sys.exception())
