"""The pulse of a page that waits for the other person; like ``spaces.pulse``, before there is a space."""

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.pairing.models import Invitation
from glasswork.pairing.stages import Stage, stage_of
from glasswork.people.models import Session
from glasswork.people.sessions import has_ended, session_id
from glasswork.spaces.pulse import Mark, beat, make_token, over, read_token
from glasswork.spaces.writing import utc_day

SALT = "glasswork.pairing.pulse"


def pulse_token(invitation: Invitation, stage: Stage) -> str:
    """For a page that shows this stage of the invitation."""
    return make_token(Mark(invitation.pk, stage), SALT)


@require_safe
def pulse(request: HttpRequest) -> HttpResponse:
    """JSON ``{"new": bool, "token": str}``; 403 once the session or the token has ended. One query, no key."""
    mark, key = read_token(request, SALT), session_id(request)
    if mark is None or key is None:
        return over()
    found = Invitation.objects.filter(pk=mark.subject, ends_on__gte=utc_day()).values("state")
    seen = Session.objects.annotate(
        as_inviter=Subquery(found.filter(inviter=OuterRef("account"))),
        as_joiner=Subquery(found.filter(joiner=OuterRef("account"))),
    )
    session = seen.filter(pk=key).first()
    if session is None or has_ended(session, timezone.now()):
        return over()
    state, is_inviter = session.as_inviter or session.as_joiner, session.as_inviter is not None
    stage = stage_of(state, is_inviter=is_inviter) if state else Stage.NONE
    return beat(mark, SALT, is_new=stage != mark.seen)
