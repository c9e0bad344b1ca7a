"""The pulse: an open page asks whether it has something new. One indexed query, no key (performance.md).

The token names what the page shows and how far it has read; it lives two minutes and each answer brings the next.
Rooms that show something else than a space have a pulse of their own, made of the same parts and another salt.
"""

from typing import Any, NamedTuple
from uuid import UUID

from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.lib.written_query import WrittenQuery
from glasswork.people.sessions import Times, has_ended, session_id
from glasswork.spaces.models import Membership
from glasswork.spaces.opening import OpenSpace

SALT = "glasswork.pulse"
LIFE_SECONDS = 120
TIMES = [f"account__sessions__{name}" for name in Times._fields]


class Mark(NamedTuple):
    """``seen``: how far the page has read, a number or a word that only its room understands."""

    subject: UUID
    seen: int | str


def pulse_token(space: OpenSpace) -> str:
    """For a page that shows ``space`` as it stands now."""
    return make_token(Mark(space.id, space.sequence), SALT)


@require_safe
def pulse(request: HttpRequest) -> HttpResponse:
    """JSON ``{"new": bool, "token": str}``; 403 once the session or the token has ended."""
    mark, session = read_token(request, SALT), session_id(request)
    if mark is None or session is None:
        return over()
    row = next(iter(_PLACES.rows([mark.subject], [session])), None)
    if row is None or has_ended(Times(*row[1:]), timezone.now()):
        return over()
    return beat(mark, SALT, is_new=row[0] != mark.seen)


def make_token(mark: Mark, salt: str) -> str:
    return signing.dumps([mark.subject.hex, mark.seen], salt=salt)


def read_token(request: HttpRequest, salt: str) -> Mark | None:
    """What the page said it shows; None once its two minutes are over, and for anything we did not sign."""
    try:
        subject, seen = signing.loads(request.headers.get("X-Pulse", ""), salt=salt, max_age=LIFE_SECONDS)
        return Mark(UUID(subject), seen)
    except (signing.BadSignature, ValueError, TypeError):
        return None


def beat(mark: Mark, salt: str, *, is_new: bool) -> HttpResponse:
    return JsonResponse({"new": is_new, "token": make_token(mark, salt)})


def over() -> HttpResponse:
    return HttpResponse(status=403)


def _places(spaces: list[Any], sessions: list[Any]) -> "QuerySet[Any, tuple[Any, ...]]":
    rows = Membership.objects.filter(space_id=spaces[0], account__sessions__id=sessions[0])
    return rows.values_list("space__sequence", *TIMES)[:1]  # after the filter, so that they are of this session


_PLACES = WrittenQuery(_places)
