"""Content cut into passages, each with its line, for the checks that authors run."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from glasswork.programme.exercises import ExerciseFacts
from glasswork.programme.front_matter import Text, read_page
from glasswork.programme.pages import SOURCES, LibraryFacts, SheetFacts, StageFacts, StepFacts
from glasswork.programme.reading import ContentError

PAGES: dict[str, type[msgspec.Struct]] = {
    "exercises": ExerciseFacts,
    "library": LibraryFacts,
    "steps": StepFacts,
    "stages": StageFacts,
    "paper": SheetFacts,
}
# What a page or an entry says to its reader; ids, sources and terms say nothing.
SAID = frozenset(
    "title lead why how_often done_means not_when text word definition topic to tone subject steps limit"
    " stop keep hint if_empty by line short".split()
)
_ITEM = re.compile(r"\A(?:-|\d+\.) ")
_BOX = re.compile(r"\[(field|lines|table):? *(.*)\]")

type Kind = Literal["fact", "heading", "field", "item", "prose"]


class Passage(NamedTuple):
    """Words that stand together. ``part`` is the heading they stand under, the key of a fact, or the id of an entry."""

    kind: Kind
    part: str
    line: int
    words: str


class Manuscript(NamedTuple):
    """A content file as its author sees it. ``name`` is its path in the content folder; a list has no ``facts``."""

    name: str
    facts: dict[str, Any]
    passages: tuple[Passage, ...]

    @property
    def sort(self) -> str:
        """The folder of a page; the file's own name or “cards” for a list."""
        return self.name.partition("/")[0].removesuffix(".toml")

    def read(self) -> tuple[Passage, ...]:
        """What is read from top to bottom: without front matter, headings and the labels of fields."""
        return tuple(passage for passage in self.passages if passage.kind in {"item", "prose"})


def read_page_passages(root: Path, path: Path) -> Manuscript:
    """Raises ContentError. What stands under “Sources” is left out: titles are other people's words."""
    name = str(path.relative_to(root))
    page = read_page(path, PAGES[path.parent.name])
    lines = path.read_text("utf-8").splitlines()
    facts = msgspec.structs.asdict(page.facts)
    found = [*_facts(facts, lines), *_blocks("", page.opening)]
    for part in page.parts:
        if part.heading != SOURCES:
            found.append(Passage("heading", part.heading, part.line, part.heading))
            found += _blocks(part.heading, part.text)
    if page.last:
        found.append(Passage("prose", "---", len(lines), page.last))
    return Manuscript(name, facts, tuple(found))


def read_list_passages(root: Path, path: Path) -> Manuscript:
    """Raises ContentError."""
    lines = path.read_text("utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if re.fullmatch(r"\[\[\w+\]\]", line.strip())]
    try:
        tables = msgspec.toml.decode("\n".join(lines), type=dict[str, list[dict[str, Any]]])
    except msgspec.DecodeError as error:
        raise ContentError(f"{path.name}: {error}") from None
    rows = [row for table in tables.values() for row in table]
    if len(starts) != len(rows):
        raise ContentError(f"{path.name}: it must hold [[table]] entries and nothing else")
    found = [
        passage
        for start, row in zip(starts, rows, strict=True)
        for part in (row, *_within(row))
        for key, words in _said(part)
        for passage in _blocks(str(row.get("id", key)), Text(words.strip(), _line_of(key, words, lines, start)))
    ]
    return Manuscript(str(path.relative_to(root)), {}, tuple(found))


def read_conversation_passages(root: Path, folder: Path) -> list[Manuscript]:
    """The facts of a guided conversation, and each of its pages. Raises ContentError."""
    flow = folder / "flow.toml"
    lines = flow.read_text("utf-8").splitlines()
    data = msgspec.toml.decode("\n".join(lines))
    facts = [passage for row in (data, *data["turn"]) for passage in _facts(row, lines)]
    return [
        Manuscript(str(flow.relative_to(root)), data, tuple(facts)),
        *(_turn_passages(root, path) for path in sorted(folder.glob("*.md"))),
    ]


def _turn_passages(root: Path, path: Path) -> Manuscript:
    lines = path.read_text("utf-8").splitlines()
    found: list[Passage] = []
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        heading = lines[start][3:].strip()
        text = "\n".join(line.removeprefix(">").strip() for line in lines[start + 1 : stop])
        found += [Passage("heading", heading, start + 1, heading), *_blocks(heading, Text(text, start + 2))]
    return Manuscript(str(path.relative_to(root)), {}, tuple(found))


def _facts(facts: dict[str, Any], lines: list[str]) -> Iterator[Passage]:
    for key, words in _said(facts):
        yield Passage("fact", key, _line_of(key, words, lines, 0), words)


def _said(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in row.items():
        if key in SAID:
            yield from ((key, words) for words in ([value] if isinstance(value, str) else value) if words)


def _within(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tables that an entry of a list holds."""
    for value in row.values():
        yield from (each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()


def _line_of(key: str, words: str, lines: list[str], start: int) -> int:
    """The line that ``words`` begin on: the first one after their key that holds their beginning."""
    at = next((number for number in range(start, len(lines)) if lines[number].startswith(f"{key} ")), start)
    begun = words.strip().splitlines()[0][:40]
    return next((number for number in range(at, len(lines)) if begun in lines[number]), at) + 1


def _blocks(part: str, text: Text) -> Iterator[Passage]:
    kept: list[str] = []
    kind: Kind = "prose"
    for number, line in enumerate([*text.words.splitlines(), ""], text.line):
        stripped = line.strip()
        box = _BOX.fullmatch(stripped)
        if kept and (box or not stripped or _ITEM.match(stripped)):
            yield Passage(kind, part, number - len(kept), " ".join(kept))
            kept, kind = [], "prose"
        if box:
            yield from (Passage("field", part, number, label) for label in _labels(box[1], box[2]))
        elif stripped:
            kind = "item" if _ITEM.match(stripped) else kind
            kept.append(_ITEM.sub("", stripped, count=1) if not kept else stripped)


def _labels(box: str, inside: str) -> list[str]:
    """What a reader sees of a field or an empty table."""
    parts = [part.strip() for part in inside.split("|")]
    return {"field": parts[1:2], "table": parts[:-1]}.get(box, [])
