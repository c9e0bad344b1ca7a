"""What one person has before them in this room: the boards of their spaces, and their own slips. One query."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.goals.goal import Goal, Stand, goal_of
from glasswork.goals.kinds import Aside, Board, Brief, Draft
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.drafts import Drafts, fields_of
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries, read_own_slips, slot_of

BOARD, ASIDE = "goals-board", "goals-aside"
DRAFTS = Drafts(Draft, "goals-draft")
SHOWN = (BOARD,)  # a slip that either of the two may own


@dataclass(frozen=True, slots=True)
class Here:
    spaces: Spaces
    now: datetime
    zone: ZoneInfo
    slips: dict[tuple[UUID, bytes], Kind]

    @property
    def me(self) -> UUID:
        return self.spaces.private.me

    @property
    def today(self) -> date:
        return evening_of(self.now, self.zone)

    @property
    def away(self) -> tuple[UUID, ...]:
        found = self._slip(self.spaces.private, ASIDE)
        return found.away if isinstance(found, Aside) else ()

    def board(self, space: OpenSpace) -> Board:
        found = self._slip(space, BOARD)
        return found if isinstance(found, Board) else Board()

    def draft(self, form: str, about: str = "") -> dict[str, str]:
        return fields_of(self._slip(self.spaces.private, *DRAFTS.name(form, about)))

    def _slip(self, space: OpenSpace, *name: str) -> Kind | None:
        return self.slips.get((space.id, slot_of(space, *name)))


class Found:
    """A goal with its space and the names of its two. One query."""

    def __init__(self, here: Here, space: OpenSpace, goal: UUID, parts: int, also: tuple[Want, ...] = ()) -> None:
        self.here, self.space = here, space
        wants = [Want(space, tags=(NAMES,), slots=part_slots(space, goal, parts)), *also]
        entries = check_authors(read_entries(*wants), here.spaces.all())
        self.goal = fold(space, goal, parts, entries)
        self.names = names_in(entry for entry in entries if entry.space == space.id)
        self.partner_name = partner_name(space, entries) if space.is_shared else ""
        self.entries = entries

    @property
    def is_shared(self) -> bool:
        return self.space.is_shared

    @property
    def may_change(self) -> bool:
        return not self.space.is_closed

    @property
    def may_take_back(self) -> bool:
        """Own words, unless both stand by them just now."""
        has_words = bool(self.goal.own.get(self.here.me))
        stands = self.is_shared and self.goal.stand is Stand.OPEN and not self.space.is_closed
        return has_words and (not stands or self._waits_as_mine)

    @property
    def _waits_as_mine(self) -> bool:
        table = self.goal.table
        return table is not None and table.author == self.here.me


def load_here(spaces: Spaces, now: datetime) -> Here:
    """``now`` is aware."""
    shown = tuple(slot_of(space, BOARD) for space in spaces.all())
    slips = {(slip.space, slip.slot): slip.value for slip in read_own_slips(*spaces.all(), shown=shown)}
    settings = slips.get((spaces.private.id, slot_of(spaces.private, "settings")))
    return Here(spaces, now, zone_of(settings.zone if isinstance(settings, Settings) else "UTC"), slips)


def find_goal(here: Here, goal: UUID, also: tuple[Want, ...] = ()) -> Found | None:
    """None for whoever can't read it, as for a goal that never was."""
    for space in here.spaces.all():
        if brief := here.board(space).goals.get(goal):
            return Found(here, space, goal, brief.parts, also)
    return None


def fold(space: OpenSpace, goal: UUID, parts: int, entries: list[Opened[Kind]]) -> Goal:
    by_slot = {entry.slot: entry for entry in entries if entry.space == space.id}
    found = [by_slot[slot] for slot in part_slots(space, goal, parts) if slot in by_slot]
    return goal_of(goal, space.members, ((each.id, each.author, each.day, each.value) for each in found))


def part_slots(space: OpenSpace, goal: UUID, parts: int) -> tuple[bytes, ...]:
    return tuple(part_slot(space, goal, number) for number in range(1, parts + 1))


def part_slot(space: OpenSpace, goal: UUID, number: int) -> bytes:
    return slot_of(space, "goals", goal.bytes, number.to_bytes(4))


def growth_slot(spaces: Spaces, space: OpenSpace, goal: UUID) -> bytes:
    """Made with a key of one's own space: whoever shares the other can't tell which goal it came from."""
    return slot_of(space, "goals-growth", slot_of(spaces.private, "goals-growth", goal.bytes))


def in_stand(board: Board, *stands: Stand) -> Iterator[tuple[UUID, Brief]]:
    """The last touched first."""
    return ((goal, brief) for goal, brief in reversed(board.goals.items()) if brief.stand in stands)
