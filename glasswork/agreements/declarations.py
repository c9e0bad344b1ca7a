"""What each has stated about contact themselves, from entries; and how it is written."""

from collections.abc import Iterable
from uuid import UUID

from glasswork.agreements.contact_kinds import CONTACT, Contact
from glasswork.agreements.damping import ENOUGH_STATED, STATEMENTS_A_DAY
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened, Want, read_entries, slot_of
from glasswork.spaces.refused import Refused
from glasswork.spaces.writing import AlreadyWritten, head_slip, prepare, save_slips, utc_day, writing_in


def state(private: OpenSpace, space: OpenSpace, value: Kind, *, once: str) -> UUID:
    """Places one statement. Raises Refused after some in one day, SpaceClosed or AlreadyWritten."""
    slot = slot_of(space, "stated", space.me.bytes, once) if once else None
    entry = prepare(space, value, slot=slot)
    with writing_in(space) as (page,):
        lately = read_entries(Want(space, tags=(CONTACT,), since=utc_day()))
        mine = [each for each in lately if each.author == space.me]
        if slot in {each.slot for each in mine}:
            raise AlreadyWritten
        if len(mine) >= STATEMENTS_A_DAY:
            raise Refused(ENOUGH_STATED)
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
