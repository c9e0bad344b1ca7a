"""What the forms of every room share."""

from collections.abc import Iterable
from secrets import token_urlsafe

from django.http import HttpRequest


def once_of(request: HttpRequest) -> str:
    """The mark by which a form that is sent twice counts once: as it came, or a new one."""
    return request.POST.get("once") or token_urlsafe(12)


def typed(request: HttpRequest, names: Iterable[str], draft: dict[str, str] | None = None) -> dict[str, str]:
    """What the form's fields hold: as just sent, or as they were left."""
    sent = request.POST if request.method == "POST" else (draft or {})
    return {name: sent.get(name, "") for name in names}
