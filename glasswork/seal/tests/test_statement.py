import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasswork.seal.encoding import pack, unpack
from glasswork.seal.envelope import Place, seal
from glasswork.seal.identity import PublicIdentity, new_identity
from glasswork.seal.labels import Label
from glasswork.seal.statement import Statement, check_signature, read_entry, write_entry
from glasswork.seal.tests.make import (
    KEY,
    OTHER_KEY,
    OTHER_PLACES,
    is_refused,
    make_place,
    patiently,
    truncations,
    with_one_bit_flipped,
)

ANA, BEN = new_identity(), new_identity()
PLACE = make_place()
ENTRY = write_entry(KEY, PLACE, b"my words", ANA)


@patiently
@given(st.binary(max_size=3000))
def test_what_is_written_can_be_read_and_is_signed(payload: bytes) -> None:
    entry = write_entry(KEY, PLACE, payload, ANA)
    assert read_entry(KEY, PLACE, entry.header, entry.body) == payload
    check_signature(entry.header, entry.signature, ANA.public)


def test_the_header_says_where_and_who_and_nothing_of_the_words() -> None:
    statement = Statement.decode(ENTRY.header)
    assert (statement.space, statement.row, statement.epoch) == (PLACE.space, PLACE.row, PLACE.epoch)
    assert statement.author == PLACE.author
    assert statement.encode() == ENTRY.header
    again = write_entry(KEY, PLACE, b"my words", ANA)
    assert Statement.decode(again.header).commitment != statement.commitment


def test_the_header_is_packed_like_everything_else() -> None:
    assert pack(*unpack(ENTRY.header)) == ENTRY.header
    assert unpack(ENTRY.header)[0] == Label.STATEMENT


@pytest.mark.parametrize("place", OTHER_PLACES)
def test_an_entry_moved_elsewhere_is_refused(place: Place) -> None:
    assert is_refused(read_entry, KEY, place, ENTRY.header, ENTRY.body)


@pytest.mark.parametrize("place", OTHER_PLACES[1:])
def test_a_body_under_the_header_of_another_place_is_refused(place: Place) -> None:
    elsewhere = write_entry(KEY, place, b"my words", ANA)
    assert is_refused(read_entry, KEY, PLACE, elsewhere.header, ENTRY.body)
    assert is_refused(read_entry, KEY, place, elsewhere.header, ENTRY.body)


def test_words_rewritten_under_the_right_key_are_refused() -> None:
    rewritten = seal(KEY, PLACE, bytes(32) + b"other words")
    assert is_refused(read_entry, KEY, PLACE, ENTRY.header, rewritten)
    assert is_refused(read_entry, KEY, PLACE, ENTRY.header, seal(KEY, PLACE, b"short"))
    assert is_refused(read_entry, KEY, PLACE, ENTRY.header, write_entry(KEY, PLACE, b"my words", ANA).body)


def test_another_key_is_refused() -> None:
    assert is_refused(read_entry, OTHER_KEY, PLACE, ENTRY.header, ENTRY.body)


def test_every_flipped_bit_is_refused() -> None:
    for header in with_one_bit_flipped(ENTRY.header):
        assert is_refused(read_entry, KEY, PLACE, header, ENTRY.body)
        assert is_refused(check_signature, header, ENTRY.signature, ANA.public)
    for signature in with_one_bit_flipped(ENTRY.signature):
        assert is_refused(check_signature, ENTRY.header, signature, ANA.public)
    for body in with_one_bit_flipped(ENTRY.body):
        assert is_refused(read_entry, KEY, PLACE, ENTRY.header, body)


def test_every_truncation_is_refused() -> None:
    for header in truncations(ENTRY.header):
        assert is_refused(read_entry, KEY, PLACE, header, ENTRY.body)
        assert is_refused(Statement.decode, header)
    for signature in truncations(ENTRY.signature):
        assert is_refused(check_signature, ENTRY.header, signature, ANA.public)
    for body in truncations(ENTRY.body):
        assert is_refused(read_entry, KEY, PLACE, ENTRY.header, body)


def test_a_signature_of_somebody_else_is_refused() -> None:
    assert is_refused(check_signature, ENTRY.header, ENTRY.signature, BEN.public)
    forged = write_entry(KEY, PLACE, b"my words", BEN)
    assert is_refused(check_signature, forged.header, forged.signature, ANA.public)
    assert is_refused(check_signature, ENTRY.header, ENTRY.signature, PublicIdentity(b"", b""))


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [Label.STATEMENT],
        [b"other", *unpack(ENTRY.header)[1:]],
        [*unpack(ENTRY.header), b""],
        [*unpack(ENTRY.header)[:5], bytes(31)],
        [*unpack(ENTRY.header)[:3], bytes(7), *unpack(ENTRY.header)[4:]],
        [Label.STATEMENT, bytes(15), *unpack(ENTRY.header)[2:]],
    ],
)
def test_what_is_no_statement_is_refused(parts: list[bytes]) -> None:
    assert is_refused(Statement.decode, pack(*parts))


def test_a_malformed_place_is_refused() -> None:
    assert is_refused(write_entry, KEY, make_place(space=b""), b"words", ANA)
    assert is_refused(write_entry, KEY, make_place(epoch=-1), b"words", ANA)
