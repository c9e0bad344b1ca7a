"""What is kept when something breaks inside: for the operator, the type of the fault and its place.

Django's own logging mails request bodies and cookies to ADMINS (rule B3); nothing here ever holds words,
addresses, queries, cookies or the values that were in a broken function.
"""

import logging
import traceback
from collections.abc import ItemsView
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


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
