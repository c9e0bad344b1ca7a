"""Keys from a password (K1-K3): one Argon2id run, the pepper, then two labels."""

import os
import unicodedata
from hashlib import sha256
from hmac import compare_digest, digest
from typing import NamedTuple

from nacl.bindings import crypto_pwhash_alg
from nacl.bindings import crypto_pwhash_ALG_ARGON2ID13 as ARGON2ID

from glasswork.seal.derive import hkdf
from glasswork.seal.errors import SealError
from glasswork.seal.labels import Label

SALT_LENGTH = 16
PEPPER_LENGTH = 32


class Cost(NamedTuple):
    """What one Argon2id run takes: memory in KiB, passes over it; always one lane."""

    memory_kib: int
    passes: int


# RFC 9106's second recommended option. Whoever can write to the database must not be able to weaken a
# password below the floor, or to exhaust the server above the ceiling.
FLOOR = Cost(memory_kib=65_536, passes=3)
CEILING = Cost(memory_kib=1_048_576, passes=16)
DEFAULT = FLOOR


class PasswordKeys(NamedTuple):
    """`verifier` is what the database stores; `wrap` is the key-encryption key, never stored."""

    verifier: bytes
    wrap: bytes

    def __repr__(self) -> str:
        return "PasswordKeys(hidden)"


def new_salt() -> bytes:
    """16 random bytes."""
    return os.urandom(SALT_LENGTH)


def password_keys(password: str, *, salt: bytes, cost: Cost, pepper: bytes, account: bytes) -> PasswordKeys:
    """One Argon2id run over the NFKC form of the password, bound to pepper (32 bytes) and account.

    Raises SealError when the stored cost or salt is out of bounds, and when the password is not text;
    RuntimeError when the machine has no memory for the run.
    """
    if not _is_within_bounds(cost) or len(salt) != SALT_LENGTH or len(pepper) != PEPPER_LENGTH:
        raise SealError
    root = crypto_pwhash_alg(32, _normal(password), salt, cost.passes, cost.memory_kib * 1024, ARGON2ID)
    peppered = digest(pepper, root, "sha256")
    proof = hkdf(peppered, Label.PASSWORD_VERIFIER, context=account)
    return PasswordKeys(sha256(proof).digest(), hkdf(peppered, Label.PASSWORD_WRAP, context=account))


def verifiers_equal(a: bytes, b: bytes) -> bool:
    """Compare in constant time."""
    return compare_digest(a, b)


def _is_within_bounds(cost: Cost) -> bool:
    return all(low <= part <= high for low, part, high in zip(FLOOR, cost, CEILING, strict=True))


def _normal(password: str) -> bytes:
    # The same password typed on another keyboard may arrive in another Unicode form.
    try:
        return unicodedata.normalize("NFKC", password).encode()
    except UnicodeEncodeError:
        raise SealError from None
