"""Counts tries by account and client together; never locks an account, since a partner would use that (S3, B8)."""

from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import NamedTuple

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from glasswork.people.host import pepper
from glasswork.people.models import Throttle
from glasswork.seal.derive import keyed_hash
from glasswork.seal.labels import Label


class Limit(NamedTuple):
    """At most ``tries`` of one kind of act within ``span``."""

    name: str
    tries: int
    span: timedelta


SIGN_IN = Limit("sign-in", 5, timedelta(minutes=1))
SIGN_IN_CLIENT = Limit("sign-in-client", 30, timedelta(minutes=1))  # whoever tries many names
RENAMING = Limit("renaming", 10, timedelta(days=1))
RECOVERY = Limit("recovery", 3, timedelta(hours=1))
SIGN_UP = Limit("sign-up", 20, timedelta(hours=1))
INVITATION = Limit("invitation", 5, timedelta(days=1))
INVITATION_CODE = Limit("invitation-code", 10, timedelta(hours=1))

TOO_MANY = "That was a few tries in a row. Please wait a minute, then try again."  # to sign in, or a password


def is_allowed(limit: Limit, request: HttpRequest, subject: bytes = b"") -> bool:
    """Counts this try. False when there were too many; the counter forgets itself when its span ends."""
    now = timezone.now()
    key = keyed_hash(pepper(), Label.THROTTLE, limit.name.encode(), subject, client_of(request).encode())
    row, is_new = Throttle.objects.get_or_create(key=key, defaults={"count": 1, "ends_at": now + limit.span})
    if is_new:
        return True
    if not now < row.ends_at <= now + limit.span:  # it has ended, or the clock was set back
        Throttle.objects.filter(key=key).update(count=1, ends_at=now + limit.span)
        return True
    # One statement that asks and counts, so that many tries at once are no way round the limit.
    return bool(Throttle.objects.filter(key=key, count__lt=limit.tries).update(count=F("count") + 1))


def forget(limit: Limit, request: HttpRequest, subject: bytes = b"") -> None:
    """A try that worked clears its counter."""
    key = keyed_hash(pepper(), Label.THROTTLE, limit.name.encode(), subject, client_of(request).encode())
    Throttle.objects.filter(key=key).delete()


def client_of(request: HttpRequest) -> str:
    """The nearest address we can believe: behind our own proxy, the last one that it added."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.GLASSWORK_BEHIND_PROXY else ""
    return _network_of(forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", ""))


def _network_of(address: str) -> str:
    """One household has a whole /64 of IPv6 addresses, so that much counts as one client."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if found.version == 6 else address
