"""What one person has before them in this room: the space they look at, both boards, their own slips. Three queries."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.lib.evenings import evening_of, zone_of
from glasswork.promises.kinds import Board, Draft, Mine
from glasswork.promises.threads import Key, Thread, threads_in, want
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.drafts import Drafts, fields_of
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import read_entries, read_own_slips, read_slip, slot_of

BOARD, MINE = "promises-board", "promises-mine"
DRAFTS = Drafts(Draft, "promises-draft")


@dataclass(frozen=True, slots=True)
class Here:
    """``space`` is what two share, or one's own for whoever is alone or wants to be."""

    spaces: Spaces
    space: OpenSpace
    now: datetime
    zone: ZoneInfo
    today: date
    slips: dict[tuple[UUID, bytes], Kind]
    board: Board
    theirs: Board

    @property
    def me(self) -> UUID:
        return self.space.me

    @property
    def other(self) -> UUID | None:
        return self.space.other if self.space.partner else None

    @property
    def is_shared(self) -> bool:
        return self.space.is_shared

    @property
    def own(self) -> Mine:
        found = self._slip(MINE)
        return found if isinstance(found, Mine) else Mine()

    def draft(self, form: str, about: str = "") -> dict[str, str]:
        return fields_of(self._slip(*DRAFTS.name(form, about)))

    def _slip(self, *name: bytes | str) -> Kind | None:
        private = self.spaces.private
        return self.slips.get((private.id, slot_of(private, *name)))


def load_here(spaces: Spaces, now: datetime, *, alone: bool = False) -> Here:
    """``now`` is aware. Two queries with a partner, one without."""
    private = spaces.private
    space = private if alone or spaces.shared is None else spaces.shared
    slips = {(slip.space, slip.slot): slip.value for slip in read_own_slips(private, space)}
    settings = slips.get((private.id, slot_of(private, "settings")))
    zone = zone_of(settings.zone if isinstance(settings, Settings) else "UTC")
    mine = slips.get((space.id, board_slot(space, space.me)))
    return Here(
        spaces=spaces,
        space=space,
        now=now,
        zone=zone,
        today=evening_of(now, zone),
        slips=slips,
        board=mine if isinstance(mine, Board) else Board(),
        theirs=_board_of_the_other(space),
    )


class Read:
    """The threads of these keys, with everybody’s name. One query."""

    def __init__(self, here: Here, keys: list[Key]) -> None:
        first, slots = want(here.space, keys, tags=(NAMES,))
        entries = read_entries(first)
        self.threads: dict[UUID, Thread] = threads_in(here.space, entries, slots)
        self.names = names_in(entry for entry in entries if entry.space == here.space.id)
        self.my_name = self.names.get(here.me) or "You"
        self.partner_name = partner_name(here.space, entries) if here.is_shared else ""


def board_slot(space: OpenSpace, owner: UUID) -> bytes:
    return slot_of(space, BOARD, owner.bytes)


def _board_of_the_other(space: OpenSpace) -> Board:
    found = read_slip(space, Board, BOARD, space.other.bytes) if space.partner else None
    return found or Board()
