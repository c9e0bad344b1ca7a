"""The pulse of a page that waits for the other person; like ``spaces.pulse``, before there is a space."""

from typing import NamedTuple
from uuid import UUID

from django.core import signing
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.pairing.models import Invitation
from glasswork.pairing.stages import Stage, stage_of
from glasswork.people.models import Session
from glasswork.people.sessions import has_ended, session_id
from glasswork.spaces.writing import utc_day

SALT = "glasswork.pairing.pulse"
LIFE_SECONDS = 120


class Mark(NamedTuple):
    invitation: UUID
    stage: Stage


def pulse_token(invitation: Invitation, stage: Stage) -> str:
    """For a page that shows this stage of the invitation."""
    return _sign(Mark(invitation.pk, stage))


@require_safe
def pulse(request: HttpRequest) -> HttpResponse:
    """JSON ``{"new": bool, "token": str}``; 403 once the session or the token has ended. One query, no key."""
    mark, key = _read(request.headers.get("X-Pulse", "")), session_id(request)
    if mark is None or key is None:
        return HttpResponse(status=403)
    found = Invitation.objects.filter(pk=mark.invitation, ends_on__gte=utc_day()).values("state")
    seen = Session.objects.annotate(
        as_inviter=Subquery(found.filter(inviter=OuterRef("account"))),
        as_joiner=Subquery(found.filter(joiner=OuterRef("account"))),
    )
    session = seen.filter(pk=key).first()
    if session is None or has_ended(session, timezone.now()):
        return HttpResponse(status=403)
    state, is_inviter = session.as_inviter or session.as_joiner, session.as_inviter is not None
    stage = stage_of(state, is_inviter=is_inviter) if state else Stage.NONE
    return JsonResponse({"new": stage != mark.stage, "token": _sign(mark)})


def _sign(mark: Mark) -> str:
    return signing.dumps([mark.invitation.hex, mark.stage], salt=SALT)


def _read(token: str) -> Mark | None:
    try:
        invitation, stage = signing.loads(token, salt=SALT, max_age=LIFE_SECONDS)
        return Mark(UUID(invitation), Stage(stage))
    except (signing.BadSignature, ValueError, TypeError):
        return None
