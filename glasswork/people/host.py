"""The pepper (K2, K18): 32 bytes in a file of their own, without which a stolen database gives no guessing oracle."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from glasswork.people.models import Host, Session
from glasswork.seal.derive import keyed_hash
from glasswork.seal.labels import Label

PEPPER_BYTES = 32
TELL_FOR = timedelta(days=30)


class HostError(Exception):
    """Something on this host keeps Glasswork from starting; the message is one sentence for the operator."""


def pepper() -> bytes:
    return _read_pepper(Path(settings.GLASSWORK_PEPPER))


@cache
def _read_pepper(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise HostError(f"The pepper file {path} is missing; put it back from where you keep it.") from None
    except OSError:
        raise HostError(f"The pepper file {path} can’t be read by this user; check its owner and mode.") from None
    if len(data) != PEPPER_BYTES:
        raise HostError(f"The pepper file {path} must hold exactly {PEPPER_BYTES} bytes; put back the right one.")
    return data


def put_back_lately() -> date | None:
    """The day on which a backup was put back, for some weeks: members are told where they sign in."""
    recent = Host.objects.filter(restored_on__gte=timezone.now().date() - TELL_FOR)
    return recent.values_list("restored_on", flat=True).first()


def note_put_back() -> None:
    """A backup was put back: everybody signs in anew, and is told there."""
    with transaction.atomic():
        Session.objects.all().delete()
        Host.objects.update(restored_on=timezone.now().date())


def check_pepper() -> None:
    """Ties a new database to the pepper, and refuses a database that belongs to another. Raises HostError."""
    fingerprint = keyed_hash(pepper(), Label.PEPPER_FINGERPRINT)
    host = Host.objects.first()
    if host is None:
        Host.objects.create(pepper_fingerprint=fingerprint)
    elif bytes(host.pepper_fingerprint) != fingerprint:
        raise HostError("This database belongs to another pepper file; nobody could sign in, so nothing was started.")
