import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as aead_encrypt

from glasswork.seal import envelope
from glasswork.seal.encoding import unpack
from glasswork.seal.envelope import SIZES, VERSION_1, Place, new_key, seal, unseal
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

OVERHEAD = 75
ids = st.binary(min_size=16, max_size=16)
places = st.builds(Place, st.text(), ids, ids, st.integers(0, 2**64 - 1), ids)


@patiently
@given(st.binary(max_size=3000), places)
def test_what_is_sealed_opens_again(plaintext: bytes, place: Place) -> None:
    key = new_key()
    assert unseal(key, place, seal(key, place, plaintext)) == plaintext


@pytest.mark.parametrize("length", [0, 511, 512, 2_047, 2_048, 131_071, 131_072, 262_143, 300_000])
@pytest.mark.parametrize("byte", [b"\x00", b"\x80"])
def test_lengths_beside_a_size_and_bytes_like_padding_open_again(length: int, byte: bytes) -> None:
    assert unseal(KEY, make_place(), seal(KEY, make_place(), byte * length)) == byte * length


def test_every_short_text_gives_one_size() -> None:
    sizes = {len(seal(KEY, make_place(), bytes(length))) for length in range(511)}
    assert sizes == {512 + OVERHEAD}


@pytest.mark.parametrize(
    ("length", "size"),
    [(511, 512), (512, 2_048), (2_048, 8_192), (8_192, 32_768), (32_768, 131_072), (131_072, 262_144)],
)
def test_longer_texts_give_the_next_size(length: int, size: int) -> None:
    assert len(seal(KEY, make_place(), bytes(length))) == size + OVERHEAD


@patiently
@given(st.integers(0, 600_000))
def test_a_size_is_a_step_or_a_multiple_of_the_last(length: int) -> None:
    size = envelope._padded_length(length)
    assert length < size
    assert size in SIZES or size % SIZES[-1] == 0


def test_the_same_words_never_look_the_same() -> None:
    nonces = {seal(KEY, make_place(), b"")[3:27] for _ in range(5_000)}
    assert len(nonces) == 5_000


def test_another_key_is_refused() -> None:
    assert is_refused(unseal, OTHER_KEY, make_place(), seal(KEY, make_place(), b"words"))


@pytest.mark.parametrize("place", OTHER_PLACES)
def test_an_envelope_moved_elsewhere_is_refused(place: Place) -> None:
    assert is_refused(unseal, KEY, place, seal(KEY, make_place(), b"words"))


@patiently
@given(places, places)
def test_no_envelope_opens_at_a_second_place(one: Place, other: Place) -> None:
    assert is_refused(unseal, KEY, other, seal(KEY, one, b"words")) == (one != other)


def test_every_flipped_bit_is_refused() -> None:
    sealed = seal(KEY, make_place(), b"words")
    assert all(is_refused(unseal, KEY, make_place(), broken) for broken in with_one_bit_flipped(sealed))


def test_every_truncation_and_every_addition_is_refused() -> None:
    sealed = seal(KEY, make_place(), b"words")
    assert all(is_refused(unseal, KEY, make_place(), broken) for broken in truncations(sealed))
    assert is_refused(unseal, KEY, make_place(), sealed + b"\x00")


@pytest.mark.parametrize("version", [number for number in range(256) if number != 1])
def test_an_unknown_version_is_refused(version: int) -> None:
    sealed = seal(KEY, make_place(), b"words")
    assert is_refused(unseal, KEY, make_place(), b"GW" + bytes([version]) + sealed[3:])


def test_only_the_newest_version_is_written() -> None:
    assert seal(KEY, make_place(), b"words").startswith(VERSION_1)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    assert is_refused(seal, bytes(length), make_place(), b"words")
    assert is_refused(unseal, bytes(length), make_place(), seal(KEY, make_place(), b"words"))


@pytest.mark.parametrize("padded", [bytes(512), b"words\x80" + bytes(600), b"words\x80" + bytes(2_042)])
def test_padding_that_we_never_write_is_refused(padded: bytes) -> None:
    nonce, located = bytes(24), VERSION_1 + make_place().associated_data()
    subkey, commitment = envelope._subkey_and_commitment(KEY, nonce, located)
    sealed = VERSION_1 + nonce + commitment + aead_encrypt(padded, located, nonce, subkey)
    assert is_refused(unseal, KEY, make_place(), sealed)


@pytest.mark.parametrize("epoch", [-1, 2**64])
def test_an_epoch_out_of_range_is_refused(epoch: int) -> None:
    assert is_refused(make_place(epoch=epoch).associated_data)


def test_associated_data_names_every_part_of_the_place() -> None:
    place = make_place(epoch=7)
    parts = unpack(place.associated_data())
    assert parts == [b"entry", place.space, place.row, (7).to_bytes(8), place.author]
