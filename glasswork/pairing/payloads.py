"""What the two tell each other before anything is shared: a name and public keys, sealed under the code (K11)."""

from typing import Literal
from uuid import UUID

import msgspec

from glasswork.people.keyring import Pin
from glasswork.people.models import Account
from glasswork.seal.envelope import Place, seal, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.identity import PublicIdentity

type Part = Literal["payload", "answer"]

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Pin)


def seal_payload(wrap: bytes, pin: Pin, *, invitation: UUID, part: Part) -> bytes:
    return seal(wrap, _place(part, invitation, pin.account), _encoder.encode(pin))


def open_payload(wrap: bytes, envelope: bytes, *, invitation: UUID, part: Part, author: Account) -> Pin:
    """Raises SealError unless ``author`` wrote it for this invitation and has these keys still."""
    try:
        pin = _decoder.decode(unseal(wrap, _place(part, invitation, author.id), envelope))
    except msgspec.MsgspecError:
        raise SealError from None
    keys = PublicIdentity(bytes(author.exchange_public), bytes(author.signing_public))
    if pin.account != author.id or pin.keys != keys:
        raise SealError
    return pin


def _place(part: Part, invitation: UUID, author: UUID) -> Place:
    return Place(f"invitation/{part}", invitation.bytes, invitation.bytes, 0, author.bytes)
