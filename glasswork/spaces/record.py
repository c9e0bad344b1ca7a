"""“Is our record whole?”: checks every signature, every commitment and the chain, and says what it found (K13)."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from glasswork.people import ledger
from glasswork.people.host import HostError
from glasswork.seal.chain import EMPTY_HEAD, next_head
from glasswork.seal.errors import SealError
from glasswork.seal.statement import Statement
from glasswork.spaces.common_kinds import RememberedHead, Withdrawal
from glasswork.spaces.models import Entry
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import check_author, open_entry, read_slip


class Finding(StrEnum):
    WHOLE = "whole"
    GAP = "gap"  # a number is missing or stands twice
    FORGED = "forged"  # a signature does not fit its author
    CHANGED = "changed"  # words differ from what was signed
    ERASED = "erased"  # words are gone, and neither their author's word nor the ledger says why
    SHORTER = "shorter"  # entries that one saw before are gone
    REWRITTEN = "rewritten"  # the chain differs from the one that one remembers
    FORGOTTEN = "forgotten"  # it holds together, but one's own note of where it stood can't be opened


class Report(NamedTuple):
    """``at`` is the number of the first entry that is wrong, 0 where none is.

    ``erased_again``: how many were taken back, came back with a backup that holds no word of it, and were erased
    anew by the ledger. That list is the server’s own and nobody signs it, so they are counted apart.
    """

    finding: Finding
    entries: int
    withdrawn: int
    remembered: int
    at: int = 0
    erased_again: int = 0


@dataclass(slots=True)
class _Walk:
    head: bytes = EMPTY_HEAD
    number: int = 0
    head_remembered: bytes = EMPTY_HEAD
    erased: dict[tuple[UUID, UUID], int] = field(default_factory=dict)
    taken_back: set[tuple[UUID, UUID]] = field(default_factory=set)


def check_record(private: OpenSpace, space: OpenSpace) -> Report:
    """Reads the whole space once, in order. Never raises on damage: that is what it reports.

    An entry that arrives while it reads looks like damage, so anything but WHOLE is checked again under the lock.
    """
    memory, walk = _memory(private, space), _Walk()
    for row in Entry.objects.filter(space_id=space.id).order_by("sequence").iterator(chunk_size=500):
        problem = _step(space, row, walk)
        if problem:
            return Report(problem, walk.number, len(walk.erased), memory.sequence if memory else 0, walk.number)
        if memory and walk.number == memory.sequence:
            walk.head_remembered = walk.head
    again = _erased_again(space, walk)
    finding, at = _verdict(space, walk, memory, again)
    remembered = memory.sequence if memory else 0
    return Report(finding, walk.number, len(walk.erased) - len(again), remembered, at, len(again))


def _erased_again(space: OpenSpace, walk: _Walk) -> set[tuple[UUID, UUID]]:
    """What the ledger names among words that are gone without their author’s word (see ``erasing.replay``)."""
    missing = set(walk.erased) - walk.taken_back
    if not missing:
        return set()
    try:
        named = {each.entry for each in ledger.noted() if each.id == space.id}
    except HostError:  # it can't be read: then nothing speaks for what is missing
        return set()
    return {(author, entry) for author, entry in missing if entry in named}


def _memory(private: OpenSpace, space: OpenSpace) -> RememberedHead | None:
    """None when it was damaged; where nothing is remembered yet, the beginning."""
    try:
        return read_slip(private, RememberedHead, "head", space.id.bytes) or RememberedHead(sequence=0, head=EMPTY_HEAD)
    except SealError:
        return None


def _verdict(
    space: OpenSpace, walk: _Walk, memory: RememberedHead | None, again: set[tuple[UUID, UUID]]
) -> tuple[Finding, int]:
    if memory and walk.number < memory.sequence:
        return Finding.SHORTER, walk.number + 1
    missing = set(walk.erased) - walk.taken_back - again
    if missing:
        return Finding.ERASED, min(walk.erased[key] for key in missing)
    if walk.head != (space.head or EMPTY_HEAD) or (memory and walk.head_remembered != memory.head):
        return Finding.REWRITTEN, 0
    return (Finding.WHOLE if memory else Finding.FORGOTTEN), 0


def _step(space: OpenSpace, row: Entry, walk: _Walk) -> Finding | None:
    walk.number += 1
    if row.sequence != walk.number:
        return Finding.GAP
    try:
        check_author(space, row.author, bytes(row.header), bytes(row.signature))
        if not _is_in_place(space, row):
            return Finding.FORGED
    except SealError:
        return Finding.FORGED
    try:
        value = open_entry(space, row).value
    except SealError:
        return Finding.CHANGED
    if value is None:
        walk.erased[row.author, row.id] = walk.number
    elif isinstance(value, Withdrawal):
        walk.taken_back.add((row.author, value.entry))
    walk.head = next_head(walk.head, walk.number, bytes(row.header), bytes(row.signature))
    return None


def _is_in_place(space: OpenSpace, row: Entry) -> bool:
    statement = Statement.decode(bytes(row.header))
    place = (space.id.bytes, row.id.bytes, row.epoch, row.author.bytes)
    return place == (statement.space, statement.row, statement.epoch, statement.author)
