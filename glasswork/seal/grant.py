"""Grants (K10): a secret handed to one person under signed terms, by HPKE (RFC 9180)."""

from dataclasses import dataclass
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from glasswork.seal.encoding import check_ids, pack, pack_number
from glasswork.seal.errors import SealError
from glasswork.seal.identity import Identity, PublicIdentity, check_signed, sign
from glasswork.seal.labels import Label

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


@dataclass(frozen=True, slots=True)
class Terms:
    """What is granted to whom. Ids are 16 raw bytes; `ends` is an ISO date, or "" for no end."""

    space: bytes
    epoch: int
    recipient: bytes
    granter: bytes
    scope: str
    ends: str

    def encode(self) -> bytes:
        """The terms as bytes, the same for no other terms. Raises SealError on a malformed id or epoch."""
        check_ids(self.space, self.recipient, self.granter)
        return pack(
            Label.GRANT_TERMS,
            self.space,
            pack_number(self.epoch),
            self.recipient,
            self.granter,
            self.scope.encode(),
            self.ends.encode(),
        )


class Grant(NamedTuple):
    """`box` opens for the recipient alone; `signature` is the granter's, 64 bytes."""

    box: bytes
    signature: bytes


def make_grant(secret: bytes, terms: Terms, *, to: PublicIdentity, by: Identity) -> Grant:
    """Hand over a secret. Raises SealError on malformed terms or a recipient key that is no real key."""
    encoded = terms.encode()
    try:
        box = _SUITE.encrypt(secret, X25519PublicKey.from_public_bytes(to.exchange), info=encoded)
    except ValueError:
        raise SealError from None
    return Grant(box, sign(_signed_message(encoded, to, box), by))


def open_grant(grant: Grant, terms: Terms, *, mine: Identity, granter: PublicIdentity) -> bytes:
    """The secret. Raises SealError unless the pinned granter signed this box and these terms for me."""
    encoded = terms.encode()
    check_signed(_signed_message(encoded, mine.public, grant.box), grant.signature, granter)
    try:
        private = X25519PrivateKey.from_private_bytes(mine.exchange_private)
        return _SUITE.decrypt(grant.box, private, info=encoded)
    except (InvalidTag, ValueError):
        raise SealError from None


def _signed_message(encoded_terms: bytes, recipient: PublicIdentity, box: bytes) -> bytes:
    # The recipient's keys are signed too: a signature cannot be carried over to a replaced key.
    return pack(Label.GRANT_SIGNATURE, encoded_terms, recipient.exchange, recipient.signing, box)
