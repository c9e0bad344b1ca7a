"""The one Argon2id run of a sign-in (K1), at most four at once on a host."""

from threading import BoundedSemaphore
from uuid import UUID

from django.conf import settings

from glasswork.people.host import pepper
from glasswork.seal.password import Cost, PasswordKeys, password_keys

AT_ONCE = 4
PATIENCE_SECONDS = 4
BUSY = "Many people are signing in right now. Please try again in a moment."

_places = BoundedSemaphore(max(1, AT_ONCE // settings.GLASSWORK_WORKERS))


class TooBusy(Exception):
    """Too many people are signing in at this moment; trying again soon will do."""


def stretch(password: str, *, salt: bytes, cost: Cost, account: UUID) -> PasswordKeys:
    """Verifier and wrapping key, 32 bytes each. Takes 64 MiB and a tenth of a second or more. Raises TooBusy."""
    if not _places.acquire(timeout=PATIENCE_SECONDS):
        raise TooBusy
    try:
        return password_keys(password, salt=salt, cost=cost, pepper=pepper(), account=account.bytes)
    finally:
        _places.release()
