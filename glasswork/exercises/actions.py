"""Keeps what somebody writes in an exercise: while they type, and when they have done."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple, Protocol, runtime_checkable
from uuid import UUID

from glasswork.exercises.kinds import TAG, Draft, Kept, Written
from glasswork.lib import clock
from glasswork.programme.exercises import Exercise
from glasswork.spaces.kinds import encode
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened, Want, read_entries, read_slip, read_slips_at, slot_of
from glasswork.spaces.writing import AlreadyWritten, prepare, save_slip, writing

MOST_SHOWN = 300
PLAN = "plan"  # the slot in which the plan keeps where it stands


def save_draft(private: OpenSpace, exercise: Exercise, words: dict[str, str], *, once: str) -> None:
    """Unless the form it comes from was kept in the meantime."""
    before = read_draft(private, exercise)
    if once and before.ended == once:
        return
    save_slip(private, Draft(words=words, exercise=exercise.facts.id, kept=before.kept), TAG, exercise.facts.id)


def read_draft(private: OpenSpace, exercise: Exercise) -> Draft:
    return read_slip(private, Draft, TAG, exercise.facts.id) or Draft(words={})


@runtime_checkable
class HasChosen(Protocol):
    """What the plan, a room above this one, keeps in its slip: exercises that its owner put on it."""

    chosen: Mapping[str, str]


class Here(NamedTuple):
    """``is_on_plan``: its reader has put it on their plan."""

    draft: Draft
    is_on_plan: bool


def read_here(private: OpenSpace, exercise: Exercise) -> Here:
    """What its reader was typing, and whether it is on their plan. One query."""
    name, plan = slot_of(private, TAG, exercise.facts.id), slot_of(private, PLAN)
    slips = {slip.slot: slip.value for slip in read_slips_at(private, [name, plan])}
    draft, course = slips.get(name), slips.get(plan)
    is_on_plan = isinstance(course, HasChosen) and exercise.facts.id in course.chosen
    return Here(draft if isinstance(draft, Draft) else Draft(words={}), is_on_plan)


def keep(private: OpenSpace, exercise: Exercise, words: dict[str, str], *, once: str) -> None:
    """The same form sent twice is kept once; other words in it are kept too."""
    written = Written.of(exercise, words)
    slot = slot_of(private, "once", once, sha256(encode(written)).digest())
    entry = prepare(private, written, slot=slot)
    with suppress(AlreadyWritten), writing(private) as page:
        page.place(entry)
    name, kept = exercise.facts.id, _once_more(read_draft(private, exercise).kept, clock.now())
    save_slip(private, Draft(words={}, ended=once, exercise=name, kept=kept), TAG, name)


def _once_more(before: Kept | None, now: datetime) -> Kept:
    """Twice on one day, as from two devices, counts once."""
    if before is None:
        return Kept(1, now, now)
    return Kept(before.number + (before.last.date() != now.date()), min(before.first, now), now)


def read_written(private: OpenSpace) -> list[Opened[Written]]:
    """What is still there of all that was kept, newest first."""
    entries = read_entries(Want(private, tags=(TAG,)), newest=MOST_SHOWN)
    return [entry for entry in reversed(entries) if isinstance(entry.value, Written)]  # type: ignore[misc]


def find_written(private: OpenSpace, entry_id: UUID) -> Opened[Written] | None:
    return next((entry for entry in read_written(private) if entry.id == entry_id), None)
