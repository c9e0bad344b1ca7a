import hmac
from itertools import permutations

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from hypothesis import given
from hypothesis import strategies as st

from glasswork.seal.derive import expand, hkdf, keyed_hash
from glasswork.seal.encoding import pack
from glasswork.seal.labels import Label
from glasswork.seal.tests.make import KEY, patiently


@patiently
@given(st.binary(), st.binary(max_size=80), st.binary(max_size=80), st.integers(1, 300))
def test_derived_keys_are_hkdf_of_label_and_context(key: bytes, salt: bytes, context: bytes, length: int) -> None:
    reference = HKDF(SHA256(), length, salt, pack(Label.SLOT, context)).derive(key)
    assert hkdf(key, Label.SLOT, salt=salt, context=context, length=length) == reference


@patiently
@given(st.binary(max_size=80), st.integers(1, 300))
def test_expanding_alone_is_hkdf_expand(info: bytes, length: int) -> None:
    assert expand(KEY, info, length) == HKDFExpand(SHA256(), length, info).derive(KEY)


def test_a_keyed_hash_is_hmac_of_label_and_parts() -> None:
    message = b"glasswork/v1/tag" + pack(b"a", b"b")
    assert keyed_hash(KEY, Label.TAG, b"a", b"b") == hmac.digest(KEY, message, "sha256")


def test_every_label_gives_other_keys_and_hashes() -> None:
    assert len({hkdf(KEY, label) for label in Label} | {keyed_hash(KEY, label) for label in Label}) == 2 * len(Label)


@pytest.mark.parametrize("length", [0, -1, 8_161])
def test_an_impossible_length_is_an_error(length: int) -> None:
    with pytest.raises(ValueError, match="8,160"):
        hkdf(KEY, Label.TAG, length=length)


def test_labels_carry_the_version_and_none_begins_another() -> None:
    assert all(label.startswith(b"glasswork/v1/") for label in Label)
    assert not any(other.startswith(one) for one, other in permutations(Label, 2))
