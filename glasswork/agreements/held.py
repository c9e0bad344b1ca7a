"""What waits, sealed and signed, until both have put theirs in; then all of it is placed in one transaction.

Each of two puts in entries for the same subject. Until the other’s are there nobody but their writer can read them, and
no page depends on them (S11).
"""

from collections.abc import Callable, Container
from uuid import UUID, uuid4

from glasswork.agreements.kinds import Held
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import check_author, open_prepared, read_slip, slot_of
from glasswork.spaces.writing import SpaceClosed, drop_slots, head_slip, prepare, save_slip, save_slips, writing_in

type Make = Callable[[UUID], list[tuple[Kind, str]]]


def put_in(private: OpenSpace, space: OpenSpace, subject: str, make: Make) -> bool:
    """Puts one’s own part in. ``make`` gives its entries, each with the name of its slot, for the id of the round.

    Returns whether both are in now. What one put in before is replaced. Raises SpaceClosed or AlreadyWritten.
    """
    with writing_in(space) as (page,):
        if page.row.closed_on:
            raise SpaceClosed
        own, theirs = _read(space, space.me, subject), _read(space, space.other, subject)
        round_id = theirs.round if theirs else own.round if own else uuid4()
        entries = tuple(
            prepare(space, value, slot=slot_of(space, name, round_id.bytes, space.me.bytes))
            for value, name in make(round_id)
        )
        if theirs is None:
            save_slip(space, Held(round=round_id, entries=entries), *_name(space.me, subject))
            return False
        for entry in theirs.entries:
            check_author(space, entry.author, entry.header, entry.signature)
        # Both words first, then what follows from them.
        for entry in (*theirs.entries[:1], *entries[:1], *theirs.entries[1:], *entries[1:]):
            page.place(entry)
        drop_slots(space, [slot_of(space, *_name(author, subject)) for author in space.members])
        save_slips([head_slip(private, space)])
    return True


def take_out(space: OpenSpace, subject: str) -> None:
    """One’s own part, before the other’s is in."""
    with writing_in(space):
        drop_slots(space, [slot_of(space, *_name(space.me, subject))])


def read_mine(space: OpenSpace, subject: str) -> list[Kind]:
    """One’s own part that waits, in the clear for oneself; empty when there is none."""
    held = _read(space, space.me, subject)
    return [open_prepared(space, entry) for entry in held.entries] if held else []


def is_in(space: OpenSpace, slips: Container[tuple[UUID, bytes]], subject: str) -> bool:
    """Whether one’s own part is among ``slips``: those of this person, by space and slot."""
    return (space.id, slot_of(space, *_name(space.me, subject))) in slips


def _read(space: OpenSpace, owner: UUID, subject: str) -> Held | None:
    held = read_slip(space, Held, *_name(owner, subject))
    return held if held and all(entry.author == owner for entry in held.entries) else None


def _name(owner: UUID, subject: str) -> tuple[str, bytes, str]:
    return "agreements-held", owner.bytes, subject
