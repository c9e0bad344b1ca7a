"""One key and the raw cipher: the least that words sealed in a database can cost."""

import os
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
from nacl import bindings

KEY = b"bench" * 6 + b"ok"
NONCE_LENGTH = 24
SHORT, LONG, LONGER = 587, 2123, 8267  # bytes of a stored row, as Glasswork's are
FILLER = b"\x80"

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder()


def sealed(fields: dict[str, str], length: int) -> bytes:
    """``length`` bytes in all."""
    nonce = os.urandom(NONCE_LENGTH)
    plain = (_encoder.encode(fields) + FILLER).ljust(length - NONCE_LENGTH - 16, b"\0")
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, None, nonce, KEY)


def opened(row: bytes) -> dict[str, Any]:
    nonce, body = row[:NONCE_LENGTH], row[NONCE_LENGTH:]
    plain = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(body, None, nonce, KEY)
    found: dict[str, Any] = _decoder.decode(plain[: plain.rfind(FILLER)])
    return found


def tag(space: UUID, name: str) -> bytes:
    return sha256(space.bytes + name.encode()).digest()[:16]
