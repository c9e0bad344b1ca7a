"""A person's own key pairs (K5), and the four words that two people compare (K11)."""

from hashlib import scrypt
from pathlib import Path

import msgspec
from nacl.bindings import crypto_box_keypair, crypto_sign, crypto_sign_keypair, crypto_sign_open
from nacl.exceptions import CryptoError

from glasswork.seal.encoding import pack
from glasswork.seal.errors import SealError
from glasswork.seal.labels import Label

SIGNATURE_LENGTH = 64

# Kind, plain and unlike one another, 2,048 of them: 11 bits a word.
WORDS = tuple(Path(__file__).with_name("words_en.txt").read_text(encoding="ascii").split())

_KEY_LENGTH = 32
_WORD_BITS = 11


class PublicIdentity(msgspec.Struct, frozen=True):
    """What others pin: an X25519 and an Ed25519 public key, 32 raw bytes each."""

    exchange: bytes
    signing: bytes


class Identity(msgspec.Struct, frozen=True):
    """One X25519 and one Ed25519 pair, 32 raw bytes each (`signing_private` is the seed of RFC 8032)."""

    exchange_private: bytes
    exchange_public: bytes
    signing_private: bytes
    signing_public: bytes

    @property
    def public(self) -> PublicIdentity:
        return PublicIdentity(self.exchange_public, self.signing_public)

    def __repr__(self) -> str:
        return "Identity(hidden)"


def new_identity() -> Identity:
    """Fresh random pairs."""
    exchange_public, exchange_private = crypto_box_keypair()
    signing_public, signing_private = crypto_sign_keypair()
    return Identity(exchange_private, exchange_public, signing_private[:_KEY_LENGTH], signing_public)


def sign(message: bytes, by: Identity) -> bytes:
    """A detached Ed25519 signature, 64 bytes. The message must begin with a label of its own."""
    signed: bytes = crypto_sign(message, by.signing_private + by.signing_public)
    return signed[:SIGNATURE_LENGTH]


def check_signed(message: bytes, signature: bytes, author: PublicIdentity) -> None:
    """Raise SealError unless the author signed exactly this message."""
    if len(signature) != SIGNATURE_LENGTH or len(author.signing) != _KEY_LENGTH:
        raise SealError
    try:
        crypto_sign_open(signature + message, author.signing)
    except CryptoError:
        raise SealError from None


def four_words(mine: PublicIdentity, theirs: PublicIdentity) -> tuple[str, str, str, str]:
    """Four words of 11 bits from all four public keys, the same whichever way round. About 30 ms."""
    people = sorted(pack(each.exchange, each.signing) for each in (mine, theirs))
    # 44 bits are few, so each try is made slow for whoever looks for other keys with the same words.
    number = int.from_bytes(scrypt(pack(*people), salt=Label.FOUR_WORDS, n=1 << 14, r=8, p=1, dklen=8))
    one, two, three, four = (WORDS[(number >> _WORD_BITS * place) & 2047] for place in range(4))
    return one, two, three, four
