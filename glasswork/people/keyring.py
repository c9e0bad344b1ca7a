"""The sealed keyring (K5): a person's own key pairs, the partners they pinned, the keys of their spaces."""

from uuid import UUID

import msgspec

from glasswork.seal.envelope import Place, seal, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.identity import Identity, PublicIdentity


class SpaceKey(msgspec.Struct, frozen=True):
    """The keys of one space: 32 bytes an epoch, and the tag key that lasts as long as the space."""

    epochs: dict[int, bytes]
    tag_key: bytes
    partner: UUID | None = None


class Pin(msgspec.Struct, frozen=True):
    """Somebody whose keys were compared by four words (K11). ``name`` is what they were called then."""

    account: UUID
    name: str
    keys: PublicIdentity


class Keyring(msgspec.Struct, frozen=True):
    identity: Identity
    spaces: dict[UUID, SpaceKey] = {}
    pins: dict[UUID, Pin] = {}

    def with_space(self, space: UUID, key: SpaceKey) -> "Keyring":
        return msgspec.structs.replace(self, spaces={**self.spaces, space: key})

    def with_pin(self, pin: Pin) -> "Keyring":
        return msgspec.structs.replace(self, pins={**self.pins, pin.account: pin})


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Keyring)


def seal_keyring(keyring: Keyring, *, account: UUID, account_key: bytes, version: int) -> bytes:
    return seal(account_key, _place(account, version), _encoder.encode(keyring))


def open_keyring(envelope: bytes, *, account: UUID, account_key: bytes, version: int) -> Keyring:
    """Raises SealError when the keyring is damaged, of another account or of another version."""
    try:
        return _decoder.decode(unseal(account_key, _place(account, version), envelope))
    except msgspec.DecodeError:
        raise SealError from None


def _place(account: UUID, version: int) -> Place:
    return Place("keyring", account.bytes, account.bytes, version, account.bytes)
