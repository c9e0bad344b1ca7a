"""An entry that is sealed and signed and waits to be placed."""

from uuid import UUID

import msgspec


class Prepared(msgspec.Struct, frozen=True):
    """Everything of an entry but its number. Nothing here is in the clear but ids, so it may lie in a slip."""

    id: UUID
    epoch: int
    author: UUID
    tag: bytes
    slot: bytes | None
    header: bytes
    signature: bytes
    body: bytes
