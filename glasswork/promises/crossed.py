"""The line that something told was about, named by the very words that both had agreed to. One query each."""

from typing import NamedTuple
from uuid import UUID

from glasswork.agreements.kinds import LINES
from glasswork.agreements.terms import Line, Version, lines_in
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, check_authors, read_entries


class CrossedLine(NamedTuple):
    """``words`` are empty once their author took them back."""

    line: UUID
    wording: UUID
    words: str


def lines_in_force(space: OpenSpace) -> list[CrossedLine]:
    lines = _lines(space)
    return [_of(line, line.in_force) for line in lines if line.in_force and line.in_force.words and not line.stopped_on]


def line_with(space: OpenSpace, wording: UUID) -> CrossedLine | None:
    """Also when the line has changed or stopped since."""
    found = ((line, line.version(wording)) for line in _lines(space))
    return next((_of(line, version) for line, version in found if version), None)


def _of(line: Line, version: Version) -> CrossedLine:
    return CrossedLine(line.id, version.id, version.words.text if version.words else "")


def _lines(space: OpenSpace) -> list[Line]:
    entries = check_authors(read_entries(Want(space, tags=(LINES,))), [space])
    return list(lines_in(entries, space.members).values())
