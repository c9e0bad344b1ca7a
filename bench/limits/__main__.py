"""``python -m bench.limits JSON``: makes the couples that ``bench.ours`` makes, row for row; prints session cookies."""

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.limits.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from bench.limits.models import Account, Entry, Membership, Session, Slip, Space  # noqa: E402
from bench.limits.sealing import LONG, SHORT, sealed, tag  # noqa: E402

WHEN = "you came in and the kitchen was already tidy and nobody said a word about it until supper"
LONG_FIELDS = {"feel": "a bit lost", "when": WHEN, "because": WHEN, "would_help": WHEN, "reply": WHEN, "good": WHEN}
SHORT_FIELDS = {"text": WHEN}
SAID_BACK = (1, 0, 0, 1)  # who wrote each

type Place = tuple[Space, UUID, str, int]  # space, author, kind and length of a row


def make(*, couples: int, evenings: list[int]) -> dict[str, Any]:
    """``couples`` with 8 evenings of 7 rows, and one for each number in ``evenings`` with so many of 3 rows."""
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    call_command("migrate", run_syncdb=True, verbosity=0)
    with transaction.atomic():
        made = [_couple(8, is_said_back=True) for _ in range(couples)]
        return {
            "couples": [cookies for cookies, _ in made],
            "spaces": [space.hex for _, space in made],
            "by_evenings": [_couple(number, is_said_back=False)[0] for number in evenings],
        }


def _couple(evenings: int, *, is_said_back: bool) -> tuple[list[str], UUID]:
    """The session cookies of both, and their space."""
    ours, now = Space.objects.create(is_shared=True, opened_on=datetime.now(UTC).date()), datetime.now(UTC)
    people = [_member(ours) for _ in range(2)]
    authors, mine, cookies = zip(*people, strict=True)
    places = [(ours, author, "names", SHORT) for author in authors] + [(mine[0], authors[0], "names", SHORT)]
    rows = [_entry(place, n, now) for n, place in enumerate(places, 1)]
    for ago in range(evenings, 0, -1):
        day = now - timedelta(days=ago)
        wanted = [(ours, author, "checkin", LONG) for author in authors] + [(mine[0], authors[0], "checkin", SHORT)]
        wanted += [(ours, authors[who], "checkin", SHORT) for who in SAID_BACK] if is_said_back else []
        rows += [_entry(place, len(rows) + n, day) for n, place in enumerate(wanted, 1)]
    Entry.objects.bulk_create(rows)
    Space.objects.filter(pk=ours.pk).update(sequence=len(rows))
    return list(cookies), ours.id


def _member(ours: Space) -> tuple[UUID, Space, str]:
    """Account, own space and cookie. Sizes of what is sealed are those of an account with one partner."""
    sealed_names = ("wrapped_key", "recovery_wrapped_key")
    names = ("sign_in", "salt", "verifier", "recovery_verifier", "exchange_public", "signing_public")
    parts = {**{name: os.urandom(32) for name in names}, **{name: os.urandom(587) for name in sealed_names}}
    account, key, now = Account.objects.create(keyring=os.urandom(2123), **parts), os.urandom(32), datetime.now(UTC)
    mine = Space.objects.create(is_shared=False, opened_on=now.date())
    for space in (mine, ours):
        Membership.objects.create(space=space, account=account, box=os.urandom(129), signature=os.urandom(64))
    times = {"started_at": now, "touched_at": now, "fresh_at": now}
    Session.objects.create(id=key, account=account, wrapped_key=os.urandom(587), **times)
    slip = sealed({"zone": "UTC"}, SHORT)
    Slip.objects.create(space=mine, owner=account.id, slot=tag(mine.id, "settings"), expires_on=now.date(), body=slip)
    return account.id, mine, key.hex()


def _entry(place: Place, number: int, moment: datetime) -> Entry:
    space, author, name, length = place
    return Entry(
        space=space,
        sequence=number,
        author=author,
        tag=tag(space.id, name),
        slot=uuid4().bytes,
        day=moment.date(),
        header=bytes(141),
        signature=bytes(64),
        body=sealed(LONG_FIELDS if length == LONG else SHORT_FIELDS, length),
    )


if __name__ == "__main__":
    print(json.dumps(make(**json.loads(sys.argv[1]))))
