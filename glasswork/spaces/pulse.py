"""The pulse: an open page asks whether it has something new. One indexed query, no key (performance.md).

The token names the space and how far this page has read; it lives two minutes and each answer brings the next.
"""

from typing import NamedTuple
from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.people.sessions import Times, has_ended, session_id
from glasswork.spaces.models import Membership
from glasswork.spaces.opening import OpenSpace

SALT = "glasswork.pulse"
LIFE_SECONDS = 120


class Mark(NamedTuple):
    space: UUID
    sequence: int


def pulse_token(space: OpenSpace) -> str:
    """For a page that shows ``space`` as it stands now."""
    return _sign(Mark(space.id, space.sequence))


@require_safe
def pulse(request: HttpRequest) -> HttpResponse:
    """JSON ``{"new": bool, "token": str}``; 403 once the session or the token has ended."""
    mark, session = _read(request.headers.get("X-Pulse", "")), session_id(request)
    if mark is None or session is None:
        return HttpResponse(status=403)
    row = (
        Membership.objects.filter(space_id=mark.space, account__sessions__id=session)
        .values_list("space__sequence", *(f"account__sessions__{name}" for name in Times._fields))
        .first()
    )
    if row is None or has_ended(Times(*row[1:]), timezone.now()):
        return HttpResponse(status=403)
    return JsonResponse({"new": row[0] > mark.sequence, "token": _sign(mark)})


def _sign(mark: Mark) -> str:
    return signing.dumps([mark.space.hex, mark.sequence], salt=SALT)


def _read(token: str) -> Mark | None:
    try:
        space, sequence = signing.loads(token, salt=SALT, max_age=LIFE_SECONDS)
        return Mark(UUID(space), int(sequence))
    except (signing.BadSignature, ValueError, TypeError):
        return None
