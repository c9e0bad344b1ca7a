"""Reads lists out of content files, and says exactly where a flaw is."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import msgspec

CONTENT = Path(__file__).resolve().parent.parent / "content" / "en"

type Id = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9-]*$")]
type Words = Annotated[str, msgspec.Meta(min_length=1)]


class ContentError(ValueError):
    """A content file that cannot be used. The message names the file, the entry with its line, and the reason."""


def read_list[T: msgspec.Struct](path: Path, table: str, kind: type[T], *, unique: Iterable[str]) -> tuple[T, ...]:
    """All ``[[table]]`` entries of a TOML file, in its order; no two alike in a field of ``unique``.

    Raises ContentError.
    """
    text, rows = _read(path, table)
    lines = _lines_of(text, table)

    def where(number: int) -> str:
        line = f"line {lines[number]}, " if len(lines) == len(rows) else ""
        return f"{path.name}, {line}{table} {number + 1} (“{_id_of(rows[number])}”)"

    entries = tuple(_entry(row, kind, where, number) for number, row in enumerate(rows))
    for name in unique:
        _refuse_twins(entries, name, where)
    return entries


def _read(path: Path, table: str) -> tuple[str, list[Any]]:
    try:
        text = path.read_text("utf-8")
        data = msgspec.toml.decode(text)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as flaw:
        raise ContentError(f"{path.name}: {flaw}") from None
    rows = data.get(table)
    if not isinstance(rows, list) or not rows or data.keys() - {table}:
        raise ContentError(f"{path.name}: it must hold [[{table}]] entries and nothing else")
    return text, rows


def _lines_of(text: str, table: str) -> list[int]:
    heading = f"[[{table}]]"
    return [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == heading]


def _id_of(row: object) -> str:
    return str(row.get("id", "no id")) if isinstance(row, dict) else "no entry"


def _entry[T: msgspec.Struct](row: object, kind: type[T], where: Callable[[int], str], number: int) -> T:
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as flaw:
        raise ContentError(f"{where(number)}: {flaw}") from None


def _refuse_twins(entries: tuple[msgspec.Struct, ...], name: str, where: Callable[[int], str]) -> None:
    seen: set[object] = set()
    for number, entry in enumerate(entries):
        value = getattr(entry, name)
        if value in seen:
            raise ContentError(f"{where(number)}: the {name} “{value}” stands twice")
        seen.add(value)
