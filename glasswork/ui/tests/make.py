"""Small things the tests of this room share."""

from pathlib import Path
from typing import Any

from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

UI = Path(__file__).resolve().parent.parent
TEMPLATES = UI / "templates/ui"
STATIC = UI / "static/ui"
ROOMS = UI.parent


def draw(source: str, **names: Any) -> str:
    """A piece of template, with the elements at hand as ``el``."""
    template = engines["jinja2"].from_string('{% import "ui/elements.html" as el %}' + source)
    return str(template.render(names))


def make_request(path: str = "/", **cookies: str) -> HttpRequest:
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies)
    return request
