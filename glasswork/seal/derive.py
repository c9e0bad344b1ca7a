"""Keys from keys: HKDF-SHA256 (RFC 5869) and HMAC-SHA256, each under a registered label."""

from hmac import digest

from glasswork.seal.encoding import pack
from glasswork.seal.labels import Label

_LONGEST = 255 * 32


def hkdf(key: bytes, label: Label, *, salt: bytes = b"", context: bytes = b"", length: int = 32) -> bytes:
    """Derive `length` bytes (1 .. 8,160) from a key; label and context together never collide."""
    return hkdf_sha256(key, salt, pack(label, context), length)


def keyed_hash(key: bytes, label: Label, *parts: bytes) -> bytes:
    """HMAC-SHA256 over the label and the length-prefixed parts: 32 bytes."""
    return digest(key, label + pack(*parts), "sha256")


def hkdf_sha256(key: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869, extract and expand. Raises ValueError when length is not 1 .. 8,160 bytes."""
    # HMAC pads a short key with zeros, so an empty salt is the RFC's salt of 32 zero bytes.
    return expand(digest(salt, key, "sha256"), info, length)


def expand(key: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869, expand alone: for a key that is uniformly random already (its section 3.3).

    Raises ValueError when length is not 1 .. 8,160 bytes.
    """
    if not 0 < length <= _LONGEST:
        raise ValueError("HKDF-SHA256 gives 1 to 8,160 bytes")
    block = output = digest(key, info + b"\x01", "sha256")
    counter = 2
    while len(output) < length:
        block = digest(key, block + info + counter.to_bytes(), "sha256")
        output += block
        counter += 1
    return output[:length]
