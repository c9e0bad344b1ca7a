"""Whether this browser is still signed in, for a page that has been open for a while. It opens no key."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.people.carrying import owner_mark
from glasswork.people.models import Session
from glasswork.people.sessions import LOCKED, seconds_left, session_id


@require_safe
def session(request: HttpRequest) -> HttpResponse:
    """JSON: seconds left, whose forms are taken, whether its phone was handed over, and a fresh token for forms.

    403 once the session has ended.
    """
    found = Session.objects.filter(pk=session_id(request)).first()
    seconds = seconds_left(found, timezone.now()) if found else 0
    if found is None or not seconds:
        return HttpResponse(status=403)
    whose = {"owner": owner_mark(found.account_id), "locked": found.fresh_at == LOCKED}
    return JsonResponse({"seconds": seconds, **whose, "token": get_token(request)})
