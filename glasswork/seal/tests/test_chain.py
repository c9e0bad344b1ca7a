"""Random histories of a space verify; whatever is done to one shows against the remembered head (Z7)."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasswork.seal.chain import EMPTY_HEAD, next_head
from glasswork.seal.encoding import pack
from glasswork.seal.envelope import seal
from glasswork.seal.statement import write_entry
from glasswork.seal.tests.make import KEY, is_refused, patiently
from glasswork.seal.tests.record import ANA, BEN, IDENTITIES, Row, erase, head_of, make_row, verify

rows = st.builds(make_row, st.binary(max_size=20), st.sampled_from([ANA, BEN]))
records = st.lists(rows, max_size=8)
Change = Callable[[list[Row], int, Random], list[Row]]


@patiently
@given(records, st.randoms(use_true_random=False))
def test_every_history_verifies_whatever_was_erased(record: list[Row], random: Random) -> None:
    kept = [erase(row) if random.random() < 0.5 else row for row in record]
    verify(kept, head_of(record))


def dropped(record: list[Row], at: int, random: Random) -> list[Row]:
    return record[:at] + record[at + 1 :]


def cut_short(record: list[Row], at: int, random: Random) -> list[Row]:
    return record[:at]


def reordered(record: list[Row], at: int, random: Random) -> list[Row]:
    return [record[at], *record[:at], *record[at + 1 :]] if at else [*record[1:], record[0]]


def repeated(record: list[Row], at: int, random: Random) -> list[Row]:
    return [*record[: at + 1], *record[at:]]


def slipped_in(record: list[Row], at: int, random: Random) -> list[Row]:
    return [*record[:at], make_row(b"never said", random.choice([ANA, BEN])), *record[at:]]


def body_rewritten(record: list[Row], at: int, random: Random) -> list[Row]:
    """By somebody who holds the space's key."""
    body = seal(KEY, record[at].place, random.randbytes(32) + b"other words")
    return [*record[:at], replace(record[at], body=body), *record[at + 1 :]]


def rewritten_by_its_author(record: list[Row], at: int, random: Random) -> list[Row]:
    place = record[at].place
    anew = Row(place, *write_entry(KEY, place, b"other words", IDENTITIES[place.author]))
    return [*record[:at], anew, *record[at + 1 :]]


def rewritten_by_the_other(record: list[Row], at: int, random: Random) -> list[Row]:
    place = record[at].place
    other = BEN if place.author == ANA else ANA
    forged = Row(place, *write_entry(KEY, place, b"other words", IDENTITIES[other]))
    return [*record[:at], forged, *record[at + 1 :]]


def moved_to_the_other(record: list[Row], at: int, random: Random) -> list[Row]:
    row = record[at]
    other = BEN if row.place.author == ANA else ANA
    return [*record[:at], replace(row, place=replace(row.place, author=other)), *record[at + 1 :]]


CHANGES = [
    dropped,
    cut_short,
    reordered,
    repeated,
    slipped_in,
    body_rewritten,
    rewritten_by_its_author,
    rewritten_by_the_other,
    moved_to_the_other,
]


@pytest.mark.parametrize("change", CHANGES)
@patiently
@given(record=st.lists(rows, min_size=2, max_size=6), random=st.randoms(use_true_random=False))
def test_every_change_to_a_history_shows(change: Change, record: list[Row], random: Random) -> None:
    changed = change(record, random.randrange(len(record)), random)
    assert is_refused(verify, changed, head_of(record))


def test_an_erased_entry_cannot_be_filled_with_other_words() -> None:
    record = [make_row(b"one", ANA), make_row(b"two", BEN)]
    changed = body_rewritten([erase(row) for row in record], 0, Random(1))  # noqa: S311
    assert is_refused(verify, changed, head_of(record))


def test_two_spaces_that_parted_ways_never_meet_again() -> None:
    one, other, later = make_row(b"one", ANA), make_row(b"other", ANA), make_row(b"later", BEN)
    assert head_of([one, later]) != head_of([other, later])


def test_a_head_is_what_the_design_says() -> None:
    entry = sha256(pack(b"glasswork/v1/chain/entry", b"header", b"signature")).digest()
    head = sha256(pack(b"glasswork/v1/chain/head", EMPTY_HEAD, (1).to_bytes(8), entry)).digest()
    assert next_head(EMPTY_HEAD, 1, b"header", b"signature") == head


def test_a_sequence_counts_from_nothing_upwards() -> None:
    assert is_refused(next_head, EMPTY_HEAD, -1, b"header", b"signature")
    assert next_head(EMPTY_HEAD, 1, b"h", b"s") != next_head(EMPTY_HEAD, 2, b"h", b"s")
