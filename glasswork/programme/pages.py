"""Pages that are read: the five steps, the stages, the library, and sheets of paper."""

import re
from pathlib import Path
from typing import Annotated, NamedTuple, cast

import msgspec

from glasswork.programme.exercises import Some
from glasswork.programme.front_matter import Part, Text, flaw, read_page
from glasswork.programme.reading import Id, Words
from glasswork.programme.terms import Area, Stage, Step, Tag, Who

NOT_KNOWN, SOURCES = "What is not known", "Sources"
MOST_LINES, MOST_ROWS = 20, 20
_LINES = re.compile(r"\[lines: (\d+)\]")
_TABLE = re.compile(r"\[table: (.+) \| (\d+) rows\]")

type Version = Annotated[int, msgspec.Meta(ge=1)]


class LibraryFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``minutes`` is how long it takes to read."""

    id: Id
    version: Version
    title: Words
    who: Some[Who]
    stage: Some[Stage]
    step: Step
    area: Area
    minutes: Annotated[int, msgspec.Meta(ge=1, le=60)]
    source: Some[Words]
    tag: Tag
    why: Words


class StepFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``first`` are the exercises to begin with."""

    id: Step
    version: Version
    title: Words
    lead: Words
    first: Some[Id]
    source: Some[Words]
    tag: Tag
    why: Words


class StageFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``number`` runs from 1 to 5; 6 is “Part well”, the other good ending."""

    id: Id
    version: Version
    number: Annotated[int, msgspec.Meta(ge=1, le=6)]
    title: Words
    lead: Words
    first: Some[Id]
    source: Some[Words]
    tag: Tag
    why: Words


class SheetFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sheet to print and fill in by hand."""

    id: Id
    version: Version
    title: Words
    lead: Words
    source: Some[Words]
    tag: Tag


class Reading[T](NamedTuple):
    """A page to read. Texts are Markdown; ``parts`` are its sections in order, each with its heading."""

    facts: T
    opening: str
    parts: tuple[tuple[str, str], ...]
    last: str

    def all_text(self) -> str:
        parts = [text for heading_and_text in self.parts for text in heading_and_text]
        return "\n\n".join((self.opening, *parts, self.last))


class Lines(NamedTuple):
    """Empty ruled lines to write on."""

    number: int


class Table(NamedTuple):
    """An empty table to fill in."""

    headings: tuple[str, ...]
    rows: int


class Sheet(NamedTuple):
    """``parts``: (heading, what stands under it) each; the first heading may be empty."""

    facts: SheetFacts
    parts: tuple[tuple[str, tuple[str | Lines | Table, ...]], ...]

    def all_text(self) -> str:
        texts = [heading for heading, _ in self.parts]
        texts += [each for _, pieces in self.parts for each in pieces if isinstance(each, str)]
        return "\n\n".join(texts)


def read_reading[T: LibraryFacts | StepFacts | StageFacts](path: Path, kind: type[T]) -> Reading[T]:
    """Raises ContentError."""
    page = read_page(path, kind)
    headings = [part.heading for part in page.parts]
    if kind is LibraryFacts and not {NOT_KNOWN, SOURCES} <= set(headings):
        raise flaw(path, page.opening.line, f"a library page says “{NOT_KNOWN}” and names its “{SOURCES}”")
    parts = tuple((part.heading, part.text.words) for part in page.parts)
    return Reading(page.facts, page.opening.words, parts, page.last)


def read_sheet(path: Path) -> Sheet:
    """Raises ContentError."""
    page = read_page(path, SheetFacts)
    parts = [Part("", page.opening.line, page.opening)] if page.opening.words else []
    return Sheet(page.facts, tuple((part.heading, tuple(_pieces(path, part.text))) for part in [*parts, *page.parts]))


def _pieces(path: Path, text: Text) -> list[str | Lines | Table]:
    pieces: list[str | Lines | Table] = []
    for number, line in enumerate(text.words.splitlines(), text.line):
        if line.startswith(("[lines", "[table")):
            pieces.append(_empty(path, number, line.strip()))
        elif pieces and isinstance(pieces[-1], str):
            pieces[-1] += f"\n{line}"
        else:
            pieces.append(line)
    return [piece for piece in pieces if not isinstance(piece, str) or piece.strip()]


def _empty(path: Path, number: int, line: str) -> Lines | Table:
    lines, table = _LINES.fullmatch(line), _TABLE.fullmatch(line)
    if lines and 1 <= int(lines[1]) <= MOST_LINES:
        return Lines(int(lines[1]))
    if table and 1 <= int(table[2]) <= MOST_ROWS:
        return Table(tuple(heading.strip() for heading in cast("str", table[1]).split("|")), int(table[2]))
    raise flaw(path, number, "empty lines are [lines: 3], an empty table is [table: Heading | Heading | 6 rows]")
