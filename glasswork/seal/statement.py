"""Entries and what their authors sign (K13).

The signature covers space, row, epoch, author and a commitment to the words, not the words: once body and
`r` are erased, header and signature still verify and say nothing about what was written.
"""

import os
from dataclasses import dataclass
from hmac import compare_digest
from struct import Struct
from typing import NamedTuple

from glasswork.seal.derive import keyed_hash
from glasswork.seal.encoding import ID_LENGTH, check_number, pack, unpack, unpack_number
from glasswork.seal.envelope import Place, seal, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.identity import Identity, PublicIdentity, check_signed, sign
from glasswork.seal.labels import Label

COMMITMENT_LENGTH = 32

_OPENING_LENGTH = 32
_FIRST = pack(Label.STATEMENT)
_FIELDS = Struct(">I16sI16sIQI16sI32s")


@dataclass(frozen=True, slots=True)
class Statement:
    """Ids of 16 raw bytes, epoch from 0, commitment of 32 bytes."""

    space: bytes
    row: bytes
    epoch: int
    author: bytes
    commitment: bytes

    def encode(self) -> bytes:
        """The header bytes. Raises SealError on a malformed field."""
        return _encode(self.space, self.row, self.epoch, self.author, self.commitment)

    @classmethod
    def decode(cls, header: bytes) -> "Statement":
        """Read header bytes. Raises SealError unless `encode` could have written them."""
        match unpack(header):
            case [Label.STATEMENT, space, row, epoch, author, commitment]:
                statement = cls(space, row, unpack_number(epoch), author, commitment)
            case _:
                raise SealError
        statement.encode()
        return statement


class SealedEntry(NamedTuple):
    """Header and signature stay for ever; the body can be erased."""

    header: bytes
    signature: bytes
    body: bytes


def write_entry(key: bytes, place: Place, payload: bytes, by: Identity) -> SealedEntry:
    """Commit to the payload, sign the statement and seal both. Raises SealError on a malformed place."""
    opening = os.urandom(_OPENING_LENGTH)
    header = _statement(place, opening, payload)
    return SealedEntry(header, sign(_signed_message(header), by), seal(key, place, opening + payload))


def read_entry(key: bytes, place: Place, header: bytes, body: bytes) -> bytes:
    """The payload. Raises SealError unless body and header belong to this place and to each other.

    The signature is not looked at: `check_signature` does, at first sight and on the record page.
    """
    opened = unseal(key, place, body)
    opening, payload = opened[:_OPENING_LENGTH], opened[_OPENING_LENGTH:]
    if len(opening) != _OPENING_LENGTH or not compare_digest(_statement(place, opening, payload), header):
        raise SealError
    return payload


def check_signature(header: bytes, signature: bytes, author: PublicIdentity) -> None:
    """Raise SealError unless the author signed this header."""
    check_signed(_signed_message(header), signature, author)


def _statement(place: Place, opening: bytes, payload: bytes) -> bytes:
    commitment = keyed_hash(opening, Label.COMMITMENT, payload)
    return _encode(place.space, place.row, place.epoch, place.author, commitment)


def _encode(space: bytes, row: bytes, epoch: int, author: bytes, commitment: bytes) -> bytes:
    if not len(space) == len(row) == len(author) == ID_LENGTH or len(commitment) != COMMITMENT_LENGTH:
        raise SealError
    # `pack`, written out in one stroke: every opened entry comes through here.
    return _FIRST + _FIELDS.pack(
        ID_LENGTH,
        space,
        ID_LENGTH,
        row,
        8,
        check_number(epoch),
        ID_LENGTH,
        author,
        COMMITMENT_LENGTH,
        commitment,
    )


def _signed_message(header: bytes) -> bytes:
    return pack(Label.STATEMENT_SIGNATURE, header)
