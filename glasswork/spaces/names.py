"""What people are called in a space: the newest name each of them wrote there (S3)."""

from collections.abc import Iterable
from uuid import UUID

from glasswork.spaces.common_kinds import DisplayName
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.spaces.writing import append, withdraw

NAMES = "names"
SOMEBODY = "Your partner"


def names_in(entries: Iterable[Opened[Kind]]) -> dict[UUID, str]:
    """Author to name, from entries that hold names among others; in a sentence they are ``lib.directions.isolated``."""
    return {entry.author: entry.value.name for entry in entries if isinstance(entry.value, DisplayName)}


def partner_name(space: OpenSpace | None, entries: Iterable[Opened[Kind]]) -> str:
    """What the partner calls themself in this space, or did when the keys were compared."""
    if space is None or space.partner is None:
        return ""
    here = [entry for entry in entries if entry.space == space.id]
    return names_in(here).get(space.partner.account) or space.partner.name or SOMEBODY


def set_name(space: OpenSpace, name: str) -> None:
    """Writes a new name and withdraws the ones before, so that a name somebody has left behind does not stay."""
    old = [entry for entry in read_entries(Want(space, tags=(NAMES,))) if entry.author == space.me and entry.value]
    if old and isinstance(old[-1].value, DisplayName) and old[-1].value.name == name:
        return
    append(space, DisplayName(name=name))
    for entry in old:
        withdraw(space, entry.id)
