"""Keeps what somebody typed when their session ended before the form arrived (K16).

The text travels in hidden fields of the sign-in page, never through the server's storage, and is given back only
to the account that wrote it.
"""

import re
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest

from glasswork.people.host import pepper
from glasswork.people.paths import local_path
from glasswork.seal.derive import keyed_hash
from glasswork.seal.labels import Label
from glasswork.seal.password import verifiers_equal

OWNER = "_owner"
TO = "carried_to"
PREFIX = "carried:"
MACHINE_WORDS = re.compile(r"[\w:.,/+=-]*", re.ASCII)  # ids, marks, addresses and the values of choices
NEVER_CARRIED = {"csrfmiddlewaretoken", "password", "new_password", "recovery_code", TO}


class Carried(NamedTuple):
    """A form that waits: where it was going, who wrote it (keyed hash) and its fields in order."""

    to: str
    owner: str
    fields: list[tuple[str, str]]


def owner_mark(account: UUID) -> str:
    """Names the account in a form without naming it to anybody: 32 hex digits of a keyed hash."""
    return keyed_hash(pepper(), Label.FORM_OWNER, account.bytes).hex()[:32]


def carry(request: HttpRequest) -> Carried | None:
    """The fields of a form that reached an ended session; None for a form without an owner."""
    if OWNER not in request.POST:
        return None
    return Carried(request.path, request.POST[OWNER], _fields(request, ""))


def still_carried(request: HttpRequest) -> Carried | None:
    """The same form, as the sign-in page sent it on."""
    to = local_path(request.POST.get(TO, ""))
    if not to:
        return None
    return Carried(to, request.POST.get(PREFIX + OWNER, ""), _fields(request, PREFIX))


def belongs_to(carried: Carried, account: UUID) -> bool:
    return verifiers_equal(carried.owner.encode(), owner_mark(account).encode())


def words_in(carried: Carried) -> list[str]:
    """What a person typed there, to show them; ids, marks and the values of choices are left out."""
    return [text for name, text in carried.fields if name != OWNER and not MACHINE_WORDS.fullmatch(text)]


def carry_on(carried: Carried) -> dict[str, object]:
    """What the page needs that sends the form on."""
    return {"carried": carried, "words": words_in(carried), "back": None}


def _fields(request: HttpRequest, prefix: str) -> list[tuple[str, str]]:
    names = [name for name in request.POST if name.startswith(prefix)]
    return [
        (name.removeprefix(prefix), str(value))
        for name in names
        if name.removeprefix(prefix) not in NEVER_CARRIED
        for value in request.POST.getlist(name)
    ]
