"""Keeps what somebody typed when their session ended before the form arrived (K16).

The text travels in hidden fields of the sign-in page, never through the server's storage, and is given back only
to the account that wrote it.
"""

from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, RawPostDataException, UnreadablePostError

from glasswork.people.host import pepper
from glasswork.people.paths import local_path
from glasswork.seal.derive import keyed_hash
from glasswork.seal.labels import Label
from glasswork.seal.password import verifiers_equal

OWNER = "_owner"
TO = "carried_to"
PREFIX = "carried:"
NEVER_CARRIED = {"csrfmiddlewaretoken", "password", "new_password", "recovery_code", TO}
# Fields that nobody types words into: marks, buttons, choices, and codes that must not stand on a page again.
MACHINE_FIELDS = {
    *NEVER_CARRIED,
    OWNER,
    *("act", "alone", "answer", "changes", "how", "keep", "next", "once", "prompt", "space", "step", "tell"),
    *("adult", "agreed", "brings", "close", "closeness", "feelings", "more", "move", "reason", "shared", "trust"),
    *("afraid", "hark", "humiliation", "kick", "rape", "safe"),
    *("country", "face", "theme", "zone"),
    *("about", "after_days", "attempt", "by", "card", "changed_until", "done", "each_time", "ends_on", "happened_on"),
    *("hidden", "look_again", "on", "pane", "promise", "road", "row", "undone", "until", "what"),
    *("code", "four", "sign_in_name"),
    *("alcohol", "back_on", "calm", "first", "accuracy", "hour", "length", "minutes", "doing", "phones"),
    *("sort", "whose", "share_need", "look_again_on", "wording", "line", "word", "firmness", "state"),
    *("answered", "told"),
    *(f"card_{number}" for number in range(1, 21)),
    *("request", "hinted", "without_hints"),
    *("again", "came_from", "page", "what"),
    *("detail", "follows", "note", "soon", "which", "whom", "leave_out", "scope", "size", "understood"),
    *("day", "exercise", "spoke", "step_day", "where", "years"),
    *(
        f"about_{name}"
        for name in "goals focus role standing happened since contact sleep support therapist pace".split()
    ),
}


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
    """What a person typed there, to show them; chosen by the names of fields, so one word counts as well as many."""
    return [text for name, text in carried.fields if text.strip() and name not in MACHINE_FIELDS]


def typed_words(request: HttpRequest) -> list[str]:
    """The same of a form that goes no further, for a page that can only show it; nothing of another site's form."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return []
    try:
        sent = list(request.POST.lists())
    except (UnreadablePostError, RawPostDataException, SuspiciousOperation):  # it arrived only in part
        return []
    fields = [(name.removeprefix(PREFIX), str(value)) for name, values in sent for value in values]
    return words_in(Carried("", "", fields))


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
