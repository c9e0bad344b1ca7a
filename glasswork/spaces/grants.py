"""Grants of a space's key (K10): to one person, under exact terms, signed by somebody they have pinned."""

from uuid import UUID

import msgspec

from glasswork.people.keyring import Pin, SpaceKey
from glasswork.seal.errors import SealError
from glasswork.seal.grant import Grant, Terms, make_grant, open_grant
from glasswork.seal.identity import Identity

SCOPE_MEMBER = "member"


class _Secret(msgspec.Struct, frozen=True):
    key: bytes
    tag_key: bytes


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Secret)


def grant_space_key(key: SpaceKey, *, space: UUID, epoch: int, to: Pin, by: Identity, granter: UUID) -> Grant:
    terms = terms_of(space=space, epoch=epoch, recipient=to.account, granter=granter)
    secret = _encoder.encode(_Secret(key.epochs[epoch], key.tag_key))
    return make_grant(secret, terms, to=to.keys, by=by)


def open_space_key(grant: Grant, terms: Terms, *, mine: Identity, granter: Pin) -> SpaceKey:
    """Raises SealError unless the pinned granter signed exactly these terms for us."""
    try:
        secret = _decoder.decode(open_grant(grant, terms, mine=mine, granter=granter.keys))
    except msgspec.MsgspecError:
        raise SealError from None
    return SpaceKey({terms.epoch: secret.key}, secret.tag_key, granter.account)


def terms_of(*, space: UUID, epoch: int, recipient: UUID, granter: UUID) -> Terms:
    """What a stored grant claims; changing its row changes them, and the grant no longer opens."""
    return Terms(space.bytes, epoch, recipient.bytes, granter.bytes, SCOPE_MEMBER, "")
