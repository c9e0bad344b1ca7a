"""The envelope (K6-K8): what is sealed, and the place that it belongs to.

Version 1 is `"GW" 0x01 | nonce 24 | commitment 32 | ciphertext | tag 16`. A subkey for this message and a
commitment to key, nonce and place come from HKDF-SHA256; the commitment is checked before
XChaCha20-Poly1305 opens anything.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from hmac import compare_digest

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as aead_decrypt,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as aead_encrypt,
)
from nacl.exceptions import CryptoError

from glasswork.seal.derive import expand
from glasswork.seal.encoding import pack, pack_number
from glasswork.seal.errors import SealError
from glasswork.seal.labels import Label

KEY_LENGTH = 32
VERSION_1 = b"GW\x01"
SIZES = (512, 2_048, 8_192, 32_768, 131_072)

_NONCE_LENGTH = 24
_NONCE_END = len(VERSION_1) + _NONCE_LENGTH
_COMMITMENT_END = _NONCE_END + 32
_INFO = pack(Label.ENVELOPE)
_SHORTEST = _COMMITMENT_END + SIZES[0] + 16


@dataclass(frozen=True, slots=True)
class Place:
    """Where an envelope belongs. Ids are raw bytes, 16 for an entry and its space; epoch from 0."""

    purpose: str
    space: bytes
    row: bytes
    epoch: int
    author: bytes

    def associated_data(self) -> bytes:
        """The place as bytes, the same for no other place. Raises SealError on a negative epoch."""
        return pack(self.purpose.encode(), self.space, self.row, pack_number(self.epoch), self.author)


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY_LENGTH)


def seal(key: bytes, place: Place, plaintext: bytes) -> bytes:
    """Seal under a 32-byte key, always in the newest version. Raises SealError on a malformed key or place."""
    nonce = os.urandom(_NONCE_LENGTH)
    located = VERSION_1 + place.associated_data()
    subkey, commitment = _subkey_and_commitment(key, nonce, located)
    return VERSION_1 + nonce + commitment + aead_encrypt(_pad(plaintext), located, nonce, subkey)


def unseal(key: bytes, place: Place, envelope: bytes) -> bytes:
    """The plaintext. Raises SealError unless key, place and every byte are right."""
    opener = _OPENERS.get(envelope[: len(VERSION_1)])
    if opener is None:
        raise SealError
    return opener(key, place, envelope)


def _unseal_version_1(key: bytes, place: Place, envelope: bytes) -> bytes:
    if len(envelope) < _SHORTEST:
        raise SealError
    nonce = envelope[len(VERSION_1) : _NONCE_END]
    located = VERSION_1 + place.associated_data()
    subkey, commitment = _subkey_and_commitment(key, nonce, located)
    if not compare_digest(commitment, envelope[_NONCE_END:_COMMITMENT_END]):
        raise SealError
    try:
        padded = aead_decrypt(envelope[_COMMITMENT_END:], located, nonce, subkey)
    except CryptoError:
        raise SealError from None
    return _unpad(padded)


# Every version that was ever written stays here, readable for ever; only the newest is written.
_OPENERS: dict[bytes, Callable[[bytes, Place, bytes], bytes]] = {VERSION_1: _unseal_version_1}


def _subkey_and_commitment(key: bytes, nonce: bytes, located: bytes) -> tuple[bytes, bytes]:
    if len(key) != KEY_LENGTH:
        raise SealError
    # Every key here is random or derived, so HKDF's extraction would add nothing but time.
    derived = expand(key, _INFO + nonce + located, 64)
    return derived[:32], derived[32:]


def _pad(plaintext: bytes) -> bytes:
    return (plaintext + b"\x80").ljust(_padded_length(len(plaintext)), b"\x00")


def _unpad(padded: bytes) -> bytes:
    mark = padded.rfind(b"\x80")
    # Padding again and comparing refuses every padding but the one that `_pad` writes.
    if mark < 0 or _pad(padded[:mark]) != padded:
        raise SealError
    return padded[:mark]


def _padded_length(length: int) -> int:
    """The smallest size with room for the plaintext and one mark; past the last, a multiple of it."""
    for size in SIZES:
        if length < size:
            return size
    return (length // SIZES[-1] + 1) * SIZES[-1]
