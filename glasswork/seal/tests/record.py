"""A shared space's record in miniature, as a member checks it against the head they remember."""

from dataclasses import dataclass, replace
from secrets import token_bytes

from glasswork.seal.chain import EMPTY_HEAD, next_head
from glasswork.seal.envelope import Place
from glasswork.seal.errors import SealError
from glasswork.seal.identity import new_identity
from glasswork.seal.statement import check_signature, read_entry, write_entry
from glasswork.seal.tests.make import KEY, make_id, make_place

ANA, BEN = make_id(3), make_id(4)
IDENTITIES = {ANA: new_identity(), BEN: new_identity()}


@dataclass(frozen=True)
class Row:
    place: Place
    header: bytes
    signature: bytes
    body: bytes | None


def make_row(payload: bytes, author: bytes) -> Row:
    place = make_place(row=token_bytes(16), author=author)
    return Row(place, *write_entry(KEY, place, payload, IDENTITIES[author]))


def erase(row: Row) -> Row:
    return replace(row, body=None)


def head_of(rows: list[Row]) -> bytes:
    head = EMPTY_HEAD
    for sequence, row in enumerate(rows, start=1):
        head = next_head(head, sequence, row.header, row.signature)
    return head


def verify(rows: list[Row], remembered: bytes) -> None:
    """Raise SealError unless every row is whole and together they give the remembered head."""
    for row in rows:
        check_signature(row.header, row.signature, IDENTITIES[row.place.author].public)
        if row.body is not None:
            read_entry(KEY, row.place, row.header, row.body)
    if head_of(rows) != remembered:
        raise SealError
