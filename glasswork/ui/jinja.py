"""The template environment: undefined names fail, everything is escaped, addresses and files go by name."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.templatetags.static import static as static_url
from django.urls import get_script_prefix, reverse
from django.utils.text import slugify
from jinja2 import Environment, StrictUndefined

from glasswork.lib.directions import initial, isolated
from glasswork.ui import dates


def environment(**options: Any) -> Environment:
    """Build the environment for Django's Jinja2 backend, which passes its loader and autoescape."""
    made = Environment(  # noqa: S701 - Django passes autoescape=True among the options
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    made.globals.update(url=url, static=static)
    made.filters.update(
        day=dates.day,
        short_day=dates.short_day,
        weekday=dates.weekday,
        slug=slugify,
        isolated=isolated,
        initial=initial,
    )
    return made


def url(name: str, /, **arguments: Any) -> str:
    """The path of a named page; ``NoReverseMatch`` when there is none."""
    if arguments and not all(isinstance(value, UUID) for value in arguments.values()):
        return reverse(name, kwargs=arguments)
    # The base page reverses ten names, a list one for each row: looked up afresh they were a tenth of a page's time.
    place = (name, *arguments, settings.ROOT_URLCONF, get_script_prefix())
    if place not in _paths:
        _paths[place] = reverse(name, kwargs=dict(zip(arguments, _STAND_INS, strict=False)))
    path = _paths[place]
    for stand_in, value in zip(_STAND_INS, arguments.values(), strict=False):
        path = path.replace(stand_in, str(value))
    return path


def static(path: str) -> str:
    """The address of a static file, with its hash where files are hashed."""
    if settings.DEBUG:
        return static_url(path)
    place = (path, settings.STATIC_URL)
    if place not in _addresses:
        _addresses[place] = static_url(path)
    return _addresses[place]


_STAND_INS = [str(UUID(int=number)) for number in range(4)]
_paths: dict[tuple[str, ...], str] = {}
_addresses: dict[tuple[str, str], str] = {}
