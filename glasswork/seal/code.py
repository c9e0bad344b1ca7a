"""Recovery and invitation codes: Crockford base32, and the keys that each one opens."""

import re
import secrets
from typing import NamedTuple

from glasswork.seal.derive import hkdf
from glasswork.seal.errors import SealError
from glasswork.seal.labels import Label

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RECOVERY_LENGTH = 36
INVITATION_LENGTH = 16

_RECOVERY_BITS = 160
_CHECK_LENGTH = 4
# The largest prime that fits into the check characters: a remainder by it finds every single wrong
# character and every two neighbours swapped, and all but one in a million other slips.
_CHECK_PRIME = 1_048_573
_SPACES_AND_DASHES = re.compile(r"[\s\u00ad\u200b\-\u2010-\u2015\u2212]+")
_LOOKALIKES = str.maketrans("OIL", "011")


class CodeKeys(NamedTuple):
    """`verifier` is what the database stores or finds by; `wrap` opens what the code seals."""

    verifier: bytes
    wrap: bytes

    def __repr__(self) -> str:
        return "CodeKeys(hidden)"


def new_recovery_code() -> str:
    """160 random bits and 4 check characters: nine groups of four."""
    value = secrets.randbits(_RECOVERY_BITS)
    return _grouped(_written(value, RECOVERY_LENGTH - _CHECK_LENGTH) + _check(value))


def new_invitation_code() -> str:
    """80 random bits: four groups of four."""
    return _grouped(_written(secrets.randbits(INVITATION_LENGTH * 5), INVITATION_LENGTH))


def clean_code(text: str) -> str:
    """The bare characters of a code as somebody typed it. Raises SealError when it is not Crockford base32."""
    stripped = _SPACES_AND_DASHES.sub("", text)
    if not stripped.isascii():
        raise SealError
    cleaned = stripped.upper().translate(_LOOKALIKES)
    if not cleaned or not set(cleaned) <= set(ALPHABET):
        raise SealError
    return cleaned


def check_recovery_code(text: str) -> str:
    """The 36 bare characters of a recovery code. Raises SealError on a slip of the pen."""
    cleaned = clean_code(text)
    if len(cleaned) != RECOVERY_LENGTH:
        raise SealError
    if _check(_read(cleaned[:-_CHECK_LENGTH])) != cleaned[-_CHECK_LENGTH:]:
        raise SealError
    return cleaned


def recovery_keys(code: str, account: bytes) -> CodeKeys:
    """Keys of one account's recovery code. No Argon2id: 160 random bits cannot be guessed. Raises SealError."""
    secret = check_recovery_code(code).encode()
    return CodeKeys(
        hkdf(secret, Label.RECOVERY_VERIFIER, context=account),
        hkdf(secret, Label.RECOVERY_WRAP, context=account),
    )


def invitation_keys(code: str) -> CodeKeys:
    """Keys of an invitation, for whoever holds its code. Raises SealError unless it has 16 characters."""
    cleaned = clean_code(code)
    if len(cleaned) != INVITATION_LENGTH:
        raise SealError
    secret = cleaned.encode()
    return CodeKeys(hkdf(secret, Label.INVITATION_VERIFIER), hkdf(secret, Label.INVITATION_WRAP))


def _check(value: int) -> str:
    return _written(value % _CHECK_PRIME, _CHECK_LENGTH)


def _written(value: int, length: int) -> str:
    return "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(length)))


def _read(characters: str) -> int:
    value = 0
    for character in characters:
        value = value << 5 | ALPHABET.index(character)
    return value


def _grouped(characters: str) -> str:
    return "-".join(characters[at : at + 4] for at in range(0, len(characters), 4))
