import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasswork.seal.encoding import check_ids, pack, pack_number, unpack, unpack_number
from glasswork.seal.errors import SealError
from glasswork.seal.tests.make import is_refused, patiently

lists = st.lists(st.binary(max_size=40), max_size=6)


@patiently
@given(lists)
def test_packed_parts_come_apart_again(parts: list[bytes]) -> None:
    assert unpack(pack(*parts)) == parts


@patiently
@given(lists, lists)
def test_different_parts_never_pack_alike(one: list[bytes], other: list[bytes]) -> None:
    assert (pack(*one) == pack(*other)) == (one == other)


@patiently
@given(st.lists(st.binary(max_size=6), min_size=2, max_size=5), st.data())
def test_moving_a_border_between_parts_changes_the_bytes(parts: list[bytes], data: st.DataObject) -> None:
    joined = b"".join(parts)
    border = data.draw(st.integers(0, len(joined)))
    moved = [joined[:border], joined[border:]]
    assert (pack(*moved) == pack(*parts)) == (moved == parts)


@patiently
@given(st.binary(max_size=60))
def test_any_bytes_are_refused_or_are_what_pack_writes(data: bytes) -> None:
    try:
        parts = unpack(data)
    except SealError:
        return
    assert pack(*parts) == data


@pytest.mark.parametrize("damaged", [b"\x00", b"\x00\x00\x00\x01", b"\xff\xff\xff\xffwords", pack(b"a", b"b")[:-1]])
def test_damaged_parts_are_refused(damaged: bytes) -> None:
    assert is_refused(unpack, damaged)


@patiently
@given(st.integers(0, 2**64 - 1))
def test_numbers_come_back(number: int) -> None:
    assert unpack_number(pack_number(number)) == number


def test_numbers_out_of_range_are_refused() -> None:
    assert is_refused(pack_number, -1)
    assert is_refused(pack_number, 2**64)
    assert is_refused(unpack_number, bytes(7))


def test_an_id_has_16_bytes() -> None:
    check_ids(bytes(16), bytes(16))
    assert is_refused(check_ids, bytes(16), bytes(15))
