"""Stored rows, read with SQL of our own.

Every page reads entries and slips, and Django takes as long to put such a query together and to turn its columns into
Python as sealing takes to open what it finds (``python -m bench pages``). So these two are written out.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection


class Row(NamedTuple):
    """What is read of a stored entry; an ``Entry`` will do as well."""

    id: UUID
    space_id: UUID
    sequence: int
    epoch: int
    author: UUID
    slot: bytes | None
    day: date
    header: bytes
    signature: bytes
    body: bytes


class SlipRow(NamedTuple):
    """What is read of a stored slip; a ``Slip`` will do as well."""

    space_id: UUID
    owner: UUID
    slot: bytes
    body: bytes


class Condition(NamedTuple):
    """A piece of SQL with a placeholder for each value."""

    sql: str
    values: tuple[Any, ...]


def is_in(column: str, values: Iterable[Any]) -> Condition:
    """None of them is a condition that nothing meets."""
    found = tuple(values)
    return Condition(f"{column} IN ({', '.join(['%s'] * len(found))})" if found else "1 = 0", found)


def is_day(column: str, how: str, day: date | None) -> Condition | None:
    return Condition(f"{column} {how} %s", (day,)) if day else None


def all_of(*conditions: Condition | None) -> Condition:
    return _joined(" AND ", conditions)


def any_of(*conditions: Condition | None) -> Condition:
    return _joined(" OR ", conditions)


def entry_rows(condition: Condition, order: str, limit: int | None = None) -> list[Row]:
    """``order`` is ours and never somebody's input."""
    sql = f"{_ENTRIES} WHERE {condition.sql} ORDER BY {order}" + (f" LIMIT {limit:d}" if limit is not None else "")
    uuids = _uuids()
    return [
        Row(uuids(row), uuids(space), sequence, epoch, uuids(author), slot, _day(day), header, signature, body)
        for row, space, sequence, epoch, author, slot, day, header, signature, body in _run(sql, condition.values)
    ]


def slip_rows(condition: Condition) -> list[SlipRow]:
    uuids = _uuids()
    return [
        SlipRow(uuids(space), uuids(owner), slot, body)
        for space, owner, slot, body in _run(f"{_SLIPS} WHERE {condition.sql}", condition.values)
    ]


def _joined(word: str, conditions: Sequence[Condition | None]) -> Condition:
    found = [each for each in conditions if each] or [Condition("1 = 0", ())]
    return Condition(
        "(" + word.join(each.sql for each in found) + ")", tuple(value for each in found for value in each.values)
    )


def _run(sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    if not connection.features.has_native_uuid_field:  # SQLite keeps ids as 32 letters and days as text
        values = tuple(_PLAIN.get(type(value), _same)(value) for value in values)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _uuids() -> Callable[[Any], UUID]:
    """Turns what the database gave into ids. The same few spaces and authors come again and again."""
    known: dict[Any, UUID] = {}

    def uuid_of(found: Any) -> UUID:
        if isinstance(found, UUID):
            return found
        if found not in known:
            known[found] = UUID(int=int(found, 16))
        return known[found]

    return uuid_of


def _day(found: date | str) -> date:
    return date.fromisoformat(found) if isinstance(found, str) else found


def _same(value: Any) -> Any:
    return value


_PLAIN: dict[type, Callable[[Any], Any]] = {UUID: lambda value: value.hex, date: date.isoformat}
_ENTRIES = (
    "SELECT id, space_id, sequence, epoch, author, slot, day, header, signature, body FROM spaces_entry"  # as in Row
)
_SLIPS = "SELECT space_id, owner, slot, body FROM spaces_slip"
