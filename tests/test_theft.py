"""Z2, Z3: what a thief of the database can do with it, with and without the server's own secrets."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from django.apps import apps
from django.conf import settings

from glasswork.people.host import pepper
from glasswork.people.models import Account, Session
from glasswork.people.person import change_keyring
from glasswork.people.stretching import stretch
from glasswork.seal.envelope import Place, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.password import Cost, password_keys
from glasswork.seal.session import session_keys
from glasswork.spaces.models import Entry, Membership, Slip, Space
from glasswork.spaces.writing import append, utc_day, withdraw
from tests.cast import PASSWORD, Actor, Line, make_actor, pin_of, undone
from tests.house import ROOT

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
    """The partner's place in the space with other terms, another box or another signature; each from the true row."""
    ana, ben = lived
    former = make_actor("Cat")
    change_keyring(ben.person, lambda keyring: keyring.with_pin(pin_of(former)))
    own = Membership.objects.filter(account=ben.account).exclude(granter=None)
    box, signature = bytes(own.get().box), bytes(own.get().signature)
    changes: list[dict[str, object]] = [
        {"box": flipped(box)},
        {"box": box[:-1]},
        {"signature": flipped(signature)},
        {"signature": bytes(64)},
        {"epoch": 2},
        {"granter": former.account.id},  # somebody whom Ben has pinned as well
        {"space": Space.objects.create(is_shared=True, opened_on=utc_day())},
    ]
    for change in changes:
        with undone():
            own.update(**change)
            with pytest.raises(SealError):
                _ = ben.spaces
        assert ben.shared.id == ana.shared.id, "the true row opens it: only the change was refused"


def test_a_grant_opens_for_nobody_but_its_recipient(lived: Couple) -> None:
    """Ben's grant under a stranger's name: unseen by one who has not pinned Ana, refused for one who has."""
    ana, ben = lived
    stranger, row = make_actor("Max"), Membership.objects.exclude(granter=None).get(account=ben.account)
    terms = {"space": row.space, "granter": row.granter, "box": row.box, "signature": row.signature}
    Membership.objects.create(account=stranger.account, **terms)
    assert stranger.spaces.shared is None
    change_keyring(stranger.person, lambda keyring: keyring.with_pin(pin_of(ana)))
    with pytest.raises(SealError):
        _ = stranger.spaces


def test_a_granter_who_was_never_pinned_opens_nothing(lived: Couple) -> None:
    _, ben = lived
    Membership.objects.filter(account=ben.account).exclude(granter=None).update(granter=make_actor("Max").account.id)
    assert ben.spaces.shared is None


def flipped(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


def test_words_taken_back_are_in_no_row(couple: Couple) -> None:
    ana, _ = couple
    entry = append(ana.shared, Line(text="taken back later"))
    body = bytes(Entry.objects.get(space=ana.shared.id, id=entry).body)
    assert withdraw(ana.shared, entry)
    assert body not in [bytes(row.body) for row in Entry.objects.all()]


class Erased(NamedTuple):
    """What was erased, and the database files as they lay before and after the hourly cleaning."""

    bodies: list[bytes]
    before: bytes
    after: bytes


def erase(folder: Path, *words: str) -> Erased:
    """In a process of its own, on SQLite whatever this run uses: PostgreSQL cannot overwrite, and the guide says so."""
    data, bodies, written = folder / "data", folder / "bodies", folder / "written"
    data.mkdir()
    (data / "pepper").write_bytes(secrets.token_bytes(32))
    environment = {name: value for name, value in os.environ.items() if name != "GLASSWORK_DATABASE"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.eraser", str(bodies), str(written), *words],
        cwd=ROOT, env={**environment, "GLASSWORK_DATA": str(data)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return Erased([*map(bytes.fromhex, bodies.read_text().split())], database_in(written), database_in(data))


def database_in(folder: Path) -> bytes:
    files = sorted(folder.glob("*.sqlite3*"))
    assert files
    return b"".join(file.read_bytes() for file in files)


def left_of(bodies: list[bytes], found: bytes) -> int:
    """How many of the bodies can still be read, even if only 32 bytes of them."""
    return sum(any(body[at : at + 32] in found for at in range(0, len(body) - 32, 32)) for body in bodies)


def test_words_taken_back_leave_no_trace_in_free_pages(tmp_path: Path) -> None:
    erased = erase(tmp_path)
    assert left_of(erased.bodies, erased.before) == len(erased.bodies), "before, the search finds them all"
    assert left_of(erased.bodies, erased.after) == 0


def test_without_overwriting_there_would_be_a_trace(tmp_path: Path) -> None:
    """The seeded failure: the same with SQLite's secure_delete switched off."""
    erased = erase(tmp_path, "careless")
    assert left_of(erased.bodies, erased.after) > 0
