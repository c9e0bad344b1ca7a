"""Reads one page of content: TOML between ``+++`` lines, then Markdown. Says file, line and reason of a flaw."""

import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from glasswork.programme.reading import ContentError

FENCE = "+++"
# Content is ours, yet a page that somebody sends in must not be able to bring its own elements.
_HTML = re.compile(r"<[a-zA-Z/!?]")


class Text(NamedTuple):
    """A piece of Markdown and the line of its file that it starts on."""

    words: str
    line: int


class Part(NamedTuple):
    """A ``## heading`` with its line and what stands under it."""

    heading: str
    line: int
    text: Text


class Page[T](NamedTuple):
    """``opening`` stands before the first heading; ``last`` is the line after the closing rule, empty where none is."""

    facts: T
    opening: Text
    parts: tuple[Part, ...]
    last: str


def read_page[T: msgspec.Struct](path: Path, kind: type[T]) -> Page[T]:
    """Raises ContentError."""
    lines = _lines(path)
    end = _end_of_front_matter(path, lines)
    facts = _facts(path, lines[1:end], kind)
    for number, line in enumerate(lines[end + 1 :], end + 2):
        if _HTML.search(line):
            raise flaw(path, number, "HTML is not allowed in content")
    body, last = _without_last_line(lines[end + 1 :])
    starts = [number for number, line in enumerate(body) if line.startswith("## ")]
    opening = _text(body, 0, starts[0] if starts else len(body), end + 2)
    parts = tuple(
        Part(body[start][3:].strip(), start + end + 2, _text(body, start + 1, stop, end + 2))
        for start, stop in zip(starts, [*starts, len(body)][1:], strict=True)
    )
    return Page(facts, opening, parts, last)


def flaw(path: Path, line: int, reason: str) -> ContentError:
    return ContentError(f"{path.parent.name}/{path.name}, line {line}: {reason}")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise flaw(path, line, "this is not UTF-8; save the file as that") from None
    except OSError as error:
        raise ContentError(f"{path.parent.name}/{path.name}: {error}") from None


def _end_of_front_matter(path: Path, lines: list[str]) -> int:
    if not lines or lines[0] != FENCE:
        raise flaw(path, 1, f"a page begins with a {FENCE} line")
    try:
        return lines.index(FENCE, 1)
    except ValueError:
        raise flaw(path, len(lines), f"the second {FENCE} line is missing; is this half a file?") from None


def _facts[T: msgspec.Struct](path: Path, lines: list[str], kind: type[T]) -> T:
    try:
        # The line of the fence counts, so that an error names the right one.
        data = msgspec.toml.decode("\n".join(["", *lines]))
    except msgspec.DecodeError as error:
        raise ContentError(f"{path.parent.name}/{path.name}, front matter: {error}") from None
    try:
        facts = msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise flaw(path, _line_of(str(error), lines), str(error)) from None
    if data["id"] != path.stem:
        raise flaw(path, _line_of("$.id", lines), f"the id “{data['id']}” is not the file’s name")
    return facts


def _line_of(reason: str, lines: list[str]) -> int:
    """The line of the key that a validation error names; that of the opening fence where it names none."""
    found = re.search(r"\$\.(\w+)|unknown field `(\w+)`", reason)
    key = found and (found[1] or found[2])
    return next((number for number, line in enumerate(lines, 2) if key and line.startswith(f"{key} ")), 1)


def _without_last_line(body: list[str]) -> tuple[list[str], str]:
    if "---" not in body:
        return body, ""
    cut = len(body) - 1 - body[::-1].index("---")
    return body[:cut], " ".join(body[cut + 1 :]).strip()


def _text(body: list[str], start: int, stop: int, first_line: int) -> Text:
    while start < stop and not body[start].strip():
        start += 1
    return Text("\n".join(body[start:stop]).strip(), first_line + start)
