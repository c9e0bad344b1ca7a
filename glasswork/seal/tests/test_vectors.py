"""What was ever sealed must open for ever: vectors written once, by `make_vectors.py`."""

from typing import Any

import msgspec
import pytest

from glasswork.seal import password
from glasswork.seal.chain import EMPTY_HEAD, next_head
from glasswork.seal.code import invitation_keys, recovery_keys
from glasswork.seal.envelope import Place, unseal
from glasswork.seal.grant import Grant, Terms, open_grant
from glasswork.seal.identity import Identity, four_words
from glasswork.seal.password import FLOOR, Cost, password_keys
from glasswork.seal.session import session_keys
from glasswork.seal.statement import check_signature, read_entry
from glasswork.seal.tags import slot, tag
from glasswork.seal.tests.make_vectors import VECTORS, write_vectors

FIXED: dict[str, Any] = msgspec.json.decode(VECTORS.read_bytes())


def raw(vector: dict[str, Any], *names: str) -> list[bytes]:
    return [bytes.fromhex(vector[name]) for name in names]


def place_of(vector: dict[str, Any]) -> Place:
    place = vector["place"]
    space, row, author = raw(place, "space", "row", "author")
    return Place(place["purpose"], space, row, place["epoch"], author)


def identity_of(name: str) -> Identity:
    return Identity(*raw(FIXED["identities"][name], *Identity.__struct_fields__))


@pytest.mark.parametrize("vector", FIXED["envelopes"])
def test_every_envelope_opens(vector: dict[str, Any]) -> None:
    key, sealed, plaintext = raw(vector, "key", "envelope", "plaintext")
    assert unseal(key, place_of(vector), sealed) == plaintext


def test_the_password_gives_its_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password, "FLOOR", FLOOR)
    vector = FIXED["password"]
    salt, pepper, account, *expected = raw(vector, "salt", "pepper", "account", "verifier", "wrap")
    keys = password_keys(vector["text"], salt=salt, cost=Cost(*vector["cost"]), pepper=pepper, account=account)
    assert list(keys) == expected


def test_the_codes_give_their_keys() -> None:
    recovery, invitation = FIXED["codes"]["recovery"], FIXED["codes"]["invitation"]
    account, *expected = raw(recovery, "account", "verifier", "wrap")
    assert list(recovery_keys(recovery["code"], account)) == expected
    assert list(invitation_keys(invitation["code"])) == raw(invitation, "verifier", "wrap")


def test_the_token_gives_its_keys() -> None:
    token, *expected = raw(FIXED["session"], "token", "id", "wrap")
    assert list(session_keys(token)) == expected


def test_the_grant_opens() -> None:
    vector = FIXED["grant"]
    given = vector["terms"]
    space, recipient, granter = raw(given, "space", "recipient", "granter")
    terms = Terms(space, given["epoch"], recipient, granter, given["scope"], given["ends"])
    box, signature, secret = raw(vector, "box", "signature", "secret")
    ana, ben = identity_of("ana"), identity_of("ben")
    assert open_grant(Grant(box, signature), terms, mine=ben, granter=ana.public) == secret


@pytest.mark.parametrize("vector", FIXED["entries"])
def test_every_entry_reads_and_its_signature_holds(vector: dict[str, Any]) -> None:
    key, header, signature, body, payload = raw(vector, "key", "header", "signature", "body", "payload")
    assert read_entry(key, place_of(vector), header, body) == payload
    check_signature(header, signature, identity_of("ana").public)


def test_the_chain_gives_its_heads() -> None:
    head = EMPTY_HEAD
    for vector in FIXED["entries"]:
        header, signature, expected = raw(vector, "header", "signature", "head")
        head = next_head(head, vector["sequence"], header, signature)
        assert head == expected


def test_tags_and_slots_stay_what_they_were() -> None:
    key, expected_tag, expected_slot = raw(FIXED["tags"], "key", "tag", "slot")
    assert tag(key, "checkin") == expected_tag
    assert slot(key, "draft", b"\x00\x01", "é") == expected_slot


def test_the_four_words_stay_what_they_were() -> None:
    assert list(four_words(identity_of("ana").public, identity_of("ben").public)) == FIXED["four_words"]


def test_the_vectors_are_never_written_again() -> None:
    with pytest.raises(FileExistsError):
        write_vectors()
