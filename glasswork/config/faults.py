"""What somebody is told when something breaks inside: a reference, and the words they had typed."""

import logging
import secrets
from collections.abc import Callable

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse

from glasswork.people.carrying import typed_words
from glasswork.seal.errors import SealError
from glasswork.ui.page import render

log = logging.getLogger("glasswork")
PASSED_ON = (Http404, PermissionDenied, BadRequest, SuspiciousOperation)


class FaultMiddleware:
    """Outermost: turns any fault of a view into a calm page with a reference that the log also holds."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        return None if isinstance(fault, PASSED_ON) else fault_page(request, fault)


def fault_page(request: HttpRequest, fault: BaseException | None) -> HttpResponse:
    """Busy (the database is locked, full or away), damaged (the seal does not fit), or our own mistake."""
    reference = secrets.token_hex(4)
    log.error("fault %s", reference, exc_info=fault)
    is_busy = isinstance(fault, OperationalError)
    context = {
        "reference": reference,
        "is_busy": is_busy,
        "is_damaged": isinstance(fault, SealError),
        "typed": typed_words(request),  # going back would show an empty form: our pages are never stored
        "back": None,
    }
    return render(request, "config/fault.html", context, status=503 if is_busy else 500)
