"""Each refusal hangs on a line of code: take that line away, and the forbidden thing works.

So the tests of Z5, Z6 and Z7 can fail, and would.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from random import Random

import pytest

from glasswork.seal import envelope, grant, password, statement
from glasswork.seal.chain import EMPTY_HEAD, next_head
from glasswork.seal.encoding import pack
from glasswork.seal.envelope import Place, seal, unseal
from glasswork.seal.grant import Grant, Terms, make_grant, open_grant
from glasswork.seal.identity import Identity, new_identity
from glasswork.seal.password import Cost, password_keys
from glasswork.seal.statement import read_entry, write_entry
from glasswork.seal.tests import record, test_chain
from glasswork.seal.tests.make import KEY, OTHER_PLACES, is_refused, make_id, make_place
from glasswork.seal.tests.test_grant import OTHER_TERMS, TERMS

ANA, BEN, MAX = new_identity(), new_identity(), new_identity()
DICE = Random(1)  # noqa: S311
Patch = pytest.MonkeyPatch


def say_yes(*_: object) -> bool:
    return True


def say_nothing(*_: object) -> None:
    return None


@pytest.mark.parametrize("elsewhere", OTHER_PLACES)
def test_without_one_part_of_the_place_an_envelope_can_be_moved(elsewhere: Place, monkeypatch: Patch) -> None:
    changed = next(f.name for f in fields(Place) if getattr(elsewhere, f.name) != getattr(make_place(), f.name))
    assert is_refused(unseal, KEY, elsewhere, seal(KEY, make_place(), b"words"))
    monkeypatch.setattr(Place, "associated_data", lambda place: _all_but(changed, place))
    assert unseal(KEY, elsewhere, seal(KEY, make_place(), b"words")) == b"words"


def test_without_the_commitment_check_flipped_bits_pass(monkeypatch: Patch) -> None:
    broken = _flip(seal(KEY, make_place(), b"words"), 27)
    assert is_refused(unseal, KEY, make_place(), broken)
    monkeypatch.setattr(envelope, "compare_digest", say_yes)
    assert unseal(KEY, make_place(), broken) == b"words"


def test_without_an_authenticated_cipher_flipped_bits_pass(monkeypatch: Patch) -> None:
    assert is_refused(unseal, KEY, make_place(), _flip(seal(KEY, make_place(), b"words"), 59))
    monkeypatch.setattr(envelope, "aead_encrypt", lambda message, *_: message + bytes(16))
    monkeypatch.setattr(envelope, "aead_decrypt", lambda message, *_: message[:-16])
    assert unseal(KEY, make_place(), _flip(seal(KEY, make_place(), b"words"), 59)) == b"vords"


def test_without_the_list_of_versions_an_unknown_one_opens(monkeypatch: Patch) -> None:
    sealed = seal(KEY, make_place(), b"words")
    unknown = b"GW\x02" + sealed[3:]
    assert is_refused(unseal, KEY, make_place(), unknown)
    monkeypatch.setitem(envelope._OPENERS, unknown[:3], envelope._unseal_version_1)
    assert unseal(KEY, make_place(), unknown) == b"words"


def test_without_the_padding_check_strange_padding_opens(monkeypatch: Patch) -> None:
    monkeypatch.setattr(envelope, "_pad", lambda plaintext: plaintext + b"\x80" + bytes(700))
    strange = seal(KEY, make_place(), b"words")
    monkeypatch.undo()
    assert is_refused(unseal, KEY, make_place(), strange)
    monkeypatch.setattr(envelope, "_unpad", lambda padded: padded[: padded.rfind(b"\x80")])
    assert unseal(KEY, make_place(), strange) == b"words"


def test_without_the_floor_a_cheap_password_hash_passes(monkeypatch: Patch) -> None:
    cheap = Cost(memory_kib=8, passes=1)
    stored = {"salt": bytes(16), "cost": cheap, "pepper": bytes(32), "account": make_id(1)}
    monkeypatch.setattr(password, "FLOOR", Cost(65_536, 3))
    assert is_refused(password_keys, "password", **stored)
    monkeypatch.setattr(password, "FLOOR", cheap)
    assert not is_refused(password_keys, "password", **stored)


@pytest.mark.parametrize("changed_terms", OTHER_TERMS)
def test_without_one_field_of_the_terms_it_can_be_changed(changed_terms: Terms, monkeypatch: Patch) -> None:
    changed = next(f.name for f in fields(Terms) if getattr(changed_terms, f.name) != getattr(TERMS, f.name))
    assert not _is_opened(_granted(), changed_terms)
    monkeypatch.setattr(Terms, "encode", lambda terms: _all_but(changed, terms))
    assert _is_opened(_granted(), changed_terms)


def test_without_lengths_words_move_from_one_field_to_the_next(monkeypatch: Patch) -> None:
    terms = replace(TERMS, scope="talks", ends="2027")
    moved = replace(TERMS, scope="talks2", ends="027")
    assert not _is_opened(_granted(terms), moved)
    monkeypatch.setattr(grant, "pack", lambda *parts: b"".join(parts))
    assert _is_opened(_granted(terms), moved)


def test_without_the_signature_check_anybody_can_grant(monkeypatch: Patch) -> None:
    forged = make_grant(KEY, TERMS, to=BEN.public, by=MAX)
    attempts = [forged, _granted()._replace(signature=b""), _granted()._replace(signature=bytes(64))]
    assert not any(_is_opened(attempt, TERMS) for attempt in attempts)
    monkeypatch.setattr(grant, "check_signed", say_nothing)
    assert all(_is_opened(attempt, TERMS) for attempt in attempts)


def test_without_the_recipient_in_the_signature_a_replaced_key_passes(monkeypatch: Patch) -> None:
    replaced = Identity(BEN.exchange_private, BEN.exchange_public, MAX.signing_private, MAX.signing_public)
    assert not _is_opened(_granted(), TERMS, mine=replaced)
    monkeypatch.setattr(grant, "_signed_message", lambda terms, _, box: pack(terms, box))
    assert _is_opened(_granted(), TERMS, mine=replaced)


def test_without_comparing_the_header_words_can_be_swapped(monkeypatch: Patch) -> None:
    place = make_place()
    one, other = write_entry(KEY, place, b"one", ANA), write_entry(KEY, place, b"other", ANA)
    headers = [other.header, one.header[:-1], b""]
    assert all(is_refused(read_entry, KEY, place, header, one.body) for header in headers)
    monkeypatch.setattr(statement, "compare_digest", say_yes)
    assert all(read_entry(KEY, place, header, one.body) == b"one" for header in headers)


def _counting_only(head: bytes, sequence: int, header: bytes, signature: bytes) -> bytes:
    return next_head(head, sequence, b"", b"")


def _without_what_came_before(head: bytes, sequence: int, header: bytes, signature: bytes) -> bytes:
    return next_head(EMPTY_HEAD, 0, header, signature)


def _in_any_order(head: bytes, sequence: int, header: bytes, signature: bytes) -> bytes:
    entry = next_head(EMPTY_HEAD, 0, header, signature)
    return bytes(one ^ other for one, other in zip(head, entry, strict=True))


def _always_the_same(head: bytes, sequence: int, header: bytes, signature: bytes) -> bytes:
    return EMPTY_HEAD


@pytest.mark.parametrize(
    ("change", "weaker_head"),
    [
        (test_chain.dropped, _without_what_came_before),
        (test_chain.reordered, _in_any_order),
        (test_chain.cut_short, _always_the_same),
        (test_chain.repeated, _always_the_same),
        (test_chain.slipped_in, _without_what_came_before),
        (test_chain.rewritten_by_its_author, _counting_only),
    ],
)
def test_with_a_weaker_head_a_changed_history_passes(
    change: test_chain.Change, weaker_head: Callable[[bytes, int, bytes, bytes], bytes], monkeypatch: Patch
) -> None:
    rows = _rows()
    changed = change(rows, 1, DICE)
    assert is_refused(record.verify, changed, record.head_of(rows))
    monkeypatch.setattr(record, "next_head", weaker_head)
    assert not is_refused(record.verify, changed, record.head_of(rows))


def test_without_the_commitment_a_body_can_be_rewritten(monkeypatch: Patch) -> None:
    rows = _rows()
    changed = test_chain.body_rewritten(rows, 1, DICE)
    assert is_refused(record.verify, changed, record.head_of(rows))
    monkeypatch.setattr(statement, "compare_digest", say_yes)
    assert not is_refused(record.verify, changed, record.head_of(rows))


def test_without_signatures_words_can_be_put_into_a_mouth(monkeypatch: Patch) -> None:
    rows = _rows()
    changed = test_chain.rewritten_by_the_other(rows, 1, DICE)
    assert is_refused(record.verify, changed, record.head_of(changed))
    monkeypatch.setattr(record, "check_signature", say_nothing)
    assert not is_refused(record.verify, changed, record.head_of(changed))


def _rows() -> list[record.Row]:
    return [record.make_row(words, record.ANA) for words in (b"one", b"two", b"three")]


def _all_but(name: str, value: Place | Terms) -> bytes:
    kept = [getattr(value, field.name) for field in fields(value) if field.name != name]
    return pack(*(part if isinstance(part, bytes) else str(part).encode() for part in kept))


def _flip(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def _granted(terms: Terms = TERMS) -> Grant:
    return make_grant(KEY, terms, to=BEN.public, by=ANA)


def _is_opened(granted: Grant, terms: Terms, *, mine: Identity = BEN) -> bool:
    return not is_refused(open_grant, granted, terms, mine=mine, granter=ANA.public)
