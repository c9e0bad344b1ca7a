"""What two people both call mended, with its day. Pure.

It is a list of things, never of a person: it says that something was mended, and not by whom, and nothing is taken off
it later except by its own authors, who may take their words back (S7, S8).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from glasswork.promises.kinds_of_telling import Mended
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened


class Seam(NamedTuple):
    """Something told, by its thread, and the day on which the second of the two called it mended."""

    told: UUID
    day: date


def seams_in(entries: Iterable[Opened[Kind]], members: Sequence[UUID]) -> list[Seam]:
    """In the order in which they were mended. ``entries`` are of one space, in order, with the tag ``TELLING``.

    ``members`` are the accounts of its one or two people; for somebody alone their own word is enough.
    """
    said: dict[UUID, set[UUID]] = {}
    seams: dict[UUID, Seam] = {}
    for entry in entries:
        if isinstance(entry.value, Mended) and entry.author in members:
            both = said.setdefault(entry.value.told, set())
            both.add(entry.author)
            if both == set(members):
                seams.setdefault(entry.value.told, Seam(entry.value.told, entry.day))
    return list(seams.values())
