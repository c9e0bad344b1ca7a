"""Lines for oneself alone, pure: the newest of each counts."""

from collections.abc import Iterable
from uuid import UUID

from glasswork.agreements.kinds import Firmness, OwnLine
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

SORTS: list[tuple[Firmness, str]] = [("firm", "Firm"), ("loose", "Can give"), ("sign", "An early sign")]
HEADS: dict[Firmness, str] = {
    "firm": "Firm: these don’t move",
    "loose": "Loose: these can give, if it is me who lets them",
    "sign": "Early signs, in them and in me",
}


def own_lines_in(entries: Iterable[Opened[Kind]], me: UUID) -> dict[UUID, OwnLine]:
    """By id, without those that were dropped."""
    newest = {e.value.line: e.value for e in entries if isinstance(e.value, OwnLine) and e.author == me}
    return {line: said for line, said in newest.items() if not said.is_dropped}


def by_sort(lines: Iterable[OwnLine]) -> dict[str, list[OwnLine]]:
    found = list(lines)
    grouped = {HEADS[sort]: [line for line in found if line.sort == sort] for sort in HEADS}
    return {head: some for head, some in grouped.items() if some}
