"""Ninety days that wait until both have written theirs; then both are placed in one transaction.

Until then nobody but their writer can read them, and no page of the other depends on them (S11).
"""

from datetime import date
from uuid import UUID

from glasswork.promises.here import Here
from glasswork.promises.kinds_of_roads import Commitment, HeldCommitment
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.prepared import Prepared
from glasswork.spaces.reading import check_author, open_prepared, read_slip, slot_of

HELD = "promises-held"


def held_slot(space: OpenSpace, owner: UUID) -> bytes:
    return slot_of(space, HELD, owner.bytes)


def held_of(space: OpenSpace, owner: UUID) -> HeldCommitment | None:
    """For actions under the lock of the space: what waits there, once its signature fits its writer (K13)."""
    held = read_slip(space, HeldCommitment, HELD, owner.bytes)
    if held is None or held.entry.author != owner:
        return None
    check_author(space, owner, held.entry.header, held.entry.signature)
    return held


def my_held(here: Here) -> Commitment | None:
    """One's own, in the clear for oneself, until its last day has gone by. No query."""
    found = here.slips.get((here.space.id, held_slot(here.space, here.me)))
    return commitment_in(here.space, found.entry, here.today) if isinstance(found, HeldCommitment) else None


def commitment_in(space: OpenSpace, entry: Prepared, today: date) -> Commitment | None:
    value = open_prepared(space, entry)
    return value if isinstance(value, Commitment) and today <= value.ends_on else None
