"""Steps for two begin when both have tapped ready. Until then nobody sees that the other has, or has not (S11).

As with the evening check-in: the first “ready” is sealed, signed and held in a slip; the second places both.
"""

from typing import NamedTuple
from uuid import UUID, uuid4

from glasswork.checkin.evening import Evening
from glasswork.lib.evenings import evening_end
from glasswork.plan.kinds import HeldReady, Ready
from glasswork.programme.exercises import Exercise
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.prepared import Prepared
from glasswork.spaces.reading import check_author, read_all_slips, slot_of
from glasswork.spaces.writing import SpaceClosed, drop_slots, head_slip, prepare, save_slips, writing_in


class Said(NamedTuple):
    """``is_open``: both are ready."""

    is_open: bool


def say_ready(evening: Evening, exercise: Exercise) -> Said:
    """Raises SpaceClosed when sharing has stopped, AlreadyWritten on a second press once both are in."""
    shared = _shared(evening)
    with writing_in(shared, evening.spaces.private) as (ours, _):
        if ours.row.closed_on:
            raise SpaceClosed
        theirs = _waiting(evening, shared, exercise)
        if theirs is None:
            _hold(evening, shared, exercise)
            return Said(is_open=False)
        check_author(shared, theirs.entry.author, theirs.entry.header, theirs.entry.signature)
        ours.place(theirs.entry)
        ours.place(_prepare(shared, theirs.together, evening, exercise))
        names = [theirs.entry.author, shared.me]
        drop_slots(shared, [_slot(shared, each, exercise.facts.id) for each in names])
        save_slips([head_slip(evening.spaces.private, shared)])
    return Said(is_open=True)


def not_ready(evening: Evening, name: str) -> None:
    """Takes one's own “ready” back. The other never learns that it was there."""
    shared = _shared(evening)
    drop_slots(shared, [_slot(shared, shared.me, name)])


def _waiting(evening: Evening, shared: OpenSpace, exercise: Exercise) -> HeldReady | None:
    slot_of_theirs = _slot(shared, shared.partner.account, exercise.facts.id) if shared.partner else b""
    found = [each for each in read_all_slips(shared) if each.slot == slot_of_theirs and each.owner != shared.me]
    held = [each.value for each in found if isinstance(each.value, HeldReady) and each.value.entry.author == each.owner]
    ends = evening_end(evening.now, evening.zone)
    open_now = [each for each in held if evening.now < each.joinable_until and each.said_at < ends]
    return open_now[0] if open_now else None


def _hold(evening: Evening, shared: OpenSpace, exercise: Exercise) -> None:
    together = uuid4()
    held = HeldReady(
        together=together,
        exercise=exercise.facts.id,
        day=evening.today,
        said_at=evening.now,
        joinable_until=evening_end(evening.now, evening.zone),
        entry=_prepare(shared, together, evening, exercise),
    )
    save_slips([(shared, held, _slot(shared, shared.me, exercise.facts.id))])


def _prepare(shared: OpenSpace, together: UUID, evening: Evening, exercise: Exercise) -> Prepared:
    about = exercise.facts
    value = Ready(
        together=together,
        exercise=about.id,
        exercise_version=about.version,
        title=about.title,
        day=evening.today,
    )
    return prepare(shared, value, slot=slot_of(shared, "ready", together.bytes, shared.me.bytes))


def _slot(shared: OpenSpace, owner: UUID, exercise: str) -> bytes:
    return slot_of(shared, "ready", owner.bytes, exercise)


def _shared(evening: Evening) -> OpenSpace:
    if evening.shared is None:
        raise SpaceClosed
    return evening.shared
