"""Lines that both saved in a talk: notes of what they said, and how either takes one back (S7).

None of them is in force: a line between two people counts in Our lines alone, once both agreed to it there.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, read_entries, slot_of
from glasswork.spaces.writing import head_slip, prepare, save_slips, withdraw, writing
from glasswork.talks.kinds import TAG, Line, NoLonger, Saved


class KeptLine(NamedTuple):
    """``line`` is None once its author took the words back. ``ended_by`` took it back, on ``ended_on`` where known."""

    id: UUID
    space: UUID
    author: UUID
    line: Line | None
    ended_by: UUID | None = None
    ended_on: date | None = None


def lines_of(entries: Iterable[Opened[Kind]]) -> dict[UUID, list[KeptLine]]:
    """Talk to the lines that both saved in it, oldest first, from entries among which others are."""
    entries = list(entries)
    by_id = {entry.id: entry for entry in entries}
    ends = {entry.value.line: entry for entry in entries if isinstance(entry.value, NoLonger)}
    found: dict[UUID, list[KeptLine]] = {}
    for entry in entries:
        if isinstance(entry.value, Saved) and (written := by_id.get(entry.value.line)):
            found.setdefault(entry.value.talk, []).append(_kept(written, ends.get(written.id)))
    return found


def take_back_line(spaces: Spaces, line: UUID) -> bool:
    """One’s own words are erased; one’s yes to the other’s ends. False where there is nothing to take back.

    Raises AlreadyWritten on a second press at the same moment.
    """
    for space in spaces.all():
        entries = read_entries(Want(space, tags=(TAG,))) if space.is_shared else []
        kept = next((each for some in lines_of(entries).values() for each in some if each.id == line), None)
        if kept:
            return _end(spaces, space, kept)
    return False


def _end(spaces: Spaces, space: OpenSpace, kept: KeptLine) -> bool:
    if kept.author == space.me:
        is_done = withdraw(space, kept.id)
    elif kept.line is None or kept.ended_by or space.is_closed:
        return False
    else:
        with writing(space) as page:
            page.place(prepare(space, NoLonger(line=kept.id), slot=slot_of(space, "no-longer", kept.id.bytes)))
        is_done = True
    save_slips([head_slip(spaces.private, space)])
    return is_done


def _kept(entry: Opened[Kind], end: Opened[Kind] | None) -> KeptLine:
    if not isinstance(entry.value, Line):
        return KeptLine(entry.id, entry.space, entry.author, None, ended_by=entry.author)
    plain = KeptLine(entry.id, entry.space, entry.author, entry.value)
    return plain._replace(ended_by=end.author, ended_on=end.day) if end else plain
