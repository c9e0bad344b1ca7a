"""One way to answer with a page: every template gets the same few names besides its own."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from glasswork.ui.appearance import face_of, theme_of
from glasswork.ui.jinja import url


class Tab(NamedTuple):
    """A place in the main navigation; ``name`` is its URL name and what a template sets as ``tab``."""

    name: str
    label: str
    href: str
    icon: str


def render(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Answer with a template. ``context`` may override any shared name."""
    names = {**_shared_names(request), **(context or {})}
    return HttpResponse(get_template(template).render(names, request), status=status)


def _shared_names(request: HttpRequest) -> dict[str, Any]:
    return {
        "app_name": settings.GLASSWORK_NAME,
        "operator": settings.GLASSWORK_OPERATOR,
        "face": face_of(request),
        "theme": theme_of(request),
        "exit_path": url("exit"),
        "exit_site": settings.GLASSWORK_EXIT_URL,
        "tabs": _tabs(),
        "form_owner": _form_owner(request),
        "session_minutes": getattr(request, "session_minutes", 0),  # 0: not signed in, or not by a private page
        "owner": getattr(request, "form_owner", ""),
        "page_path": request.path if request.method in {"GET", "HEAD"} else "",
    }


def _tabs() -> list[Tab]:
    return [Tab(name, label, url(name), icon) for name, label, icon in settings.TABS]


def _form_owner(request: HttpRequest) -> SafeString:
    """A hidden field that names whose form this is, so that an ended session's words reach nobody else."""
    owner: str = getattr(request, "form_owner", "")
    return format_html('<input type="hidden" name="_owner" value="{}">', owner) if owner else SafeString()
