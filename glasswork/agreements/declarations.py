"""What each has stated about contact themselves, from entries; and how it is written."""

from collections.abc import Iterable
from uuid import UUID

from glasswork.agreements.contact_kinds import Contact
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened, slot_of
from glasswork.spaces.writing import head_slip, prepare, save_slips, writing_in


def state(private: OpenSpace, space: OpenSpace, value: Kind, *, once: str) -> UUID:
    """Places one statement. Raises SpaceClosed or AlreadyWritten."""
    entry = prepare(space, value, slot=slot_of(space, "stated", space.me.bytes, once) if once else None)
    with writing_in(space) as (page,):
        page.place(entry)
        save_slips([head_slip(private, space)])
    return entry.id


def declarations(entries: Iterable[Opened[Kind]]) -> dict[UUID, list[Opened[Kind]]]:
    """By author, oldest first: each person’s own statements, whose newest is the one that holds."""
    found: dict[UUID, list[Opened[Kind]]] = {}
    for entry in entries:
        if isinstance(entry.value, Contact):
            found.setdefault(entry.author, []).append(entry)
    return found
