"""Z2, Z3: what a thief of the database can do with it, with and without the server's own secrets."""

import secrets
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from glasswork.people.host import pepper
from glasswork.people.models import Account, Session
from glasswork.people.stretching import stretch
from glasswork.seal.envelope import Place, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.password import Cost, password_keys
from glasswork.seal.session import session_keys
from glasswork.spaces.models import Entry, Membership, Slip
from glasswork.spaces.writing import append, withdraw
from tests.cast import PASSWORD, Actor, Line

type Couple = tuple[Actor, Actor]


@pytest.fixture
def lived(couple: Couple) -> Couple:
    ana, ben = couple
    ana.post("/check-in/draft/", {"feel": "a draft"})
    ana.post("/check-in/", {"feel": "one", "act": "seal"})
    ben.post("/check-in/", {"feel": "two", "act": "seal"})
    return couple


def stolen_keys() -> Iterator[bytes]:
    """Every 32 bytes the thief holds, and what deriving from them as from a cookie gives."""
    held = [pepper(), settings.SECRET_KEY.encode()[:32], bytes(32)]
    for model in apps.get_models():
        for row in model.objects.all().values_list():
            held += [bytes(value) for value in row if isinstance(value, bytes | memoryview)]
    for blob in held:
        for key in (blob[:32], blob[-32:]):
            if len(key) == 32:
                yield key
                yield session_keys(key).wrap


def stolen_envelopes() -> Iterator[tuple[Place, bytes]]:
    for row in Entry.objects.all():
        yield Place("entry", row.space_id.bytes, row.id.bytes, row.epoch, row.author.bytes), bytes(row.body)
    for slip in Slip.objects.all():
        yield Place("slip", slip.space_id.bytes, bytes(slip.slot), 1, slip.owner.bytes), bytes(slip.body)
    for account in Account.objects.all():
        own = account.id.bytes
        yield Place("keyring", own, own, account.keyring_version, own), bytes(account.keyring)
        yield Place("account-key/password", own, own, 0, own), bytes(account.wrapped_key)
        yield Place("account-key/recovery", own, own, 0, own), bytes(account.recovery_wrapped_key)
    for session in Session.objects.all():
        own = session.account_id.bytes
        yield Place("session", own, bytes(session.id)[:16], 0, own), bytes(session.wrapped_key)


def opened_with(keys: list[bytes]) -> list[str]:
    found = []
    for place, envelope in stolen_envelopes():
        for key in keys:
            try:
                unseal(key, place, envelope)
            except SealError:
                continue
            found.append(place.purpose)
    return found


def test_database_and_server_secrets_open_nothing(lived: Couple) -> None:
    keys = list(dict.fromkeys(stolen_keys()))
    assert len(keys) > 50
    assert opened_with(keys) == []


def test_the_thief_would_open_it_with_a_key(lived: Couple) -> None:
    """The seeded failure: one key that should not be there, and the search finds what it opens."""
    ana, _ = lived
    assert "keyring" in opened_with([ana.new.account_key])
    assert {"entry", "slip"} <= set(opened_with(list(ana.private.key.epochs.values())))


def test_without_the_pepper_a_known_password_cannot_be_checked(lived: Couple) -> None:
    account = Account.objects.get(pk=lived[0].account.pk)
    cost = Cost(account.memory_kib, account.passes)
    salt, own = bytes(account.salt), account.id.bytes
    guess = password_keys(PASSWORD, salt=salt, cost=cost, pepper=secrets.token_bytes(32), account=own)
    assert guess.verifier != bytes(account.verifier)
    with pytest.raises(SealError):
        unseal(guess.wrap, Place("account-key/password", own, own, 0, own), bytes(account.wrapped_key))
    right = stretch(PASSWORD, salt=salt, cost=cost, account=account.id)
    assert right.verifier == bytes(account.verifier)


def test_a_grant_that_was_changed_opens_nothing(lived: Couple) -> None:
    """The partner's place in the space with other terms: another epoch, another granter, another box."""
    _, ben = lived
    own = Membership.objects.filter(account=ben.account).exclude(granter=None)
    box = bytes(own.get().box)
    for change in ({"box": box[:-1] + bytes([box[-1] ^ 1])}, {"signature": bytes(64)}):
        own.update(**change)
        with pytest.raises(SealError):
            _ = ben.spaces


def test_words_taken_back_leave_no_trace_in_free_pages(couple: Couple) -> None:
    ana, _ = couple
    entry = append(ana.shared, Line(text="taken back later"))
    body = bytes(Entry.objects.get(space=ana.shared.id, id=entry).body)
    assert withdraw(ana.shared, entry)
    assert body not in [bytes(row.body) for row in Entry.objects.all()]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete")
            assert cursor.fetchone()[0] == 1
