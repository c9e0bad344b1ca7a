"""What is said and kept when something breaks inside: a reference for the person, type and place for the operator.

Django's own logging mails request bodies and cookies to ADMINS (rule B3); nothing here ever holds words,
addresses, queries, cookies or the values that were in a broken function.
"""

import logging
import secrets
import traceback
from collections.abc import Callable, ItemsView
from types import TracebackType
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.debug import SafeExceptionReporterFilter

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
    is_busy, is_damaged = isinstance(fault, OperationalError), isinstance(fault, SealError)
    context = {"reference": reference, "is_busy": is_busy, "is_damaged": is_damaged, "back": None}
    return render(request, "config/fault.html", context, status=503 if is_busy else 500)


class AllowListFormatter(logging.Formatter):
    """Time, level, our own message; of an exception only its type and the places it passed through."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.partition(".")[0] == "glasswork"
        message = record.getMessage() if ours else f"{record.name}: message withheld"
        line = f"{self.formatTime(record)} {record.levelname} {message}"
        if record.exc_info and record.exc_info[0]:
            line += f" {record.exc_info[0].__name__} at {places(record.exc_info[2])}"
        return line


def places(frames: TracebackType | None) -> str:
    """The last eight places of a traceback, ``file:line`` each, without any value."""
    found = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in traceback.extract_tb(frames)]
    return " < ".join(reversed(found[-8:]))


class SilentReporterFilter(SafeExceptionReporterFilter):
    """Keeps bodies, cookies, headers and frame variables out of any report Django may still build."""

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_safe_cookies(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> ItemsView[str, Any]:
        return {}.items()
