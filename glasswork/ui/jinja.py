"""The template environment: undefined names fail, everything is escaped, addresses and files go by name."""

from typing import Any

from django.conf import settings
from django.templatetags.static import static as static_url
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.text import slugify
from jinja2 import Environment, StrictUndefined

from glasswork.ui import dates


def environment(**options: Any) -> Environment:
    """Build the environment for Django's Jinja2 backend, which passes its loader and autoescape."""
    made = Environment(  # noqa: S701 - Django passes autoescape=True among the options
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    made.globals.update(url=url, static=static)
    made.filters.update(
        day=dates.day,
        full_day=dates.full_day,
        short_day=dates.short_day,
        weekday=dates.weekday,
        month=dates.month,
        clock=dates.clock,
        slug=slugify,
    )
    return made


def url(name: str, /, **arguments: Any) -> str:
    """The path of a named page; ``NoReverseMatch`` when there is none."""
    if arguments:
        return reverse(name, kwargs=arguments)
    # The base page alone reverses ten names: looked up afresh they would be a tenth of a page's time.
    place = (name, get_urlconf() or settings.ROOT_URLCONF, get_script_prefix())
    if place not in _paths:
        _paths[place] = reverse(name)
    return _paths[place]


def static(path: str) -> str:
    """The address of a static file, with its hash where files are hashed."""
    if settings.DEBUG:
        return static_url(path)
    place = (path, settings.STATIC_URL)
    if place not in _addresses:
        _addresses[place] = static_url(path)
    return _addresses[place]


_paths: dict[tuple[str, str, str], str] = {}
_addresses: dict[tuple[str, str], str] = {}
