"""Putting it right as it stands, pure: four rows of acts by one person, each with what the other said of it."""

from typing import NamedTuple
from uuid import UUID

from glasswork.promises.kinds_of_acts import Act, Landed
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

ROWS = {
    "acknowledge": ("Acknowledge", "Showed that the hurt was seen"),
    "responsibility": ("Take responsibility", "Owned the choice, aloud"),
    "amends": ("Make amends", "Did something that helps with what hurt"),
    "open": ("Be open", "Told before being asked"),
}


class Row(NamedTuple):
    """One act. ``said`` is what the other said, oldest first; the newest counts, and saying nothing is fine."""

    entry: Opened[Kind]
    act: Act
    said: list[Landed]

    @property
    def now(self) -> Landed | None:
        return self.said[-1] if self.said else None


def acts_of(entries: list[Opened[Kind]], author: UUID) -> list[Row]:
    """Newest first. Only what the other said of an act is read as said of it."""
    said: dict[UUID, list[Landed]] = {}
    for entry in entries:
        if isinstance(entry.value, Landed) and entry.author != author:
            said.setdefault(entry.value.act, []).append(entry.value)
    mine = [entry for entry in entries if entry.author == author]
    rows = [Row(entry, entry.value, said.get(entry.id, [])) for entry in mine if isinstance(entry.value, Act)]
    return sorted(rows, key=lambda row: row.act.on, reverse=True)


def by_row(rows: list[Row]) -> list[tuple[str, str, list[Row]]]:
    """Each of the four with its acts; a row without any says so."""
    return [(title, hint, [row for row in rows if row.act.row == name]) for name, (title, hint) in ROWS.items()]
