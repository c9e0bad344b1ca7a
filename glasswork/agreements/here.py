"""What a page of this room starts from: whose spaces, what time it is for them, and the lines of the two."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.agreements.damping import is_night
from glasswork.agreements.kinds import LINES, Aside
from glasswork.agreements.terms import Line, lines_in
from glasswork.lib import clock
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries, read_slip


@dataclass(frozen=True, slots=True)
class Here:
    """``space`` is the shared one that is open now, or none; ``entries`` are of all the spaces that were asked for."""

    spaces: Spaces
    now: datetime
    zone: ZoneInfo
    entries: list[Opened[Kind]]

    @property
    def me(self) -> UUID:
        return self.spaces.private.me

    @property
    def private(self) -> OpenSpace:
        return self.spaces.private

    @property
    def space(self) -> OpenSpace | None:
        return self.spaces.shared

    @property
    def today(self) -> date:
        return evening_of(self.now, self.zone)

    @property
    def is_night(self) -> bool:
        return is_night(self.now, self.zone)

    @property
    def partner_name(self) -> str:
        return self.name_in(self.space)

    def is_with(self, sent: str) -> bool:
        """Whether a form that was written for the space of this id may still go there: it is the one shared now."""
        return self.space is not None and sent in {"", str(self.space.id)}

    def name_in(self, space: OpenSpace | None) -> str:
        return partner_name(space, self.entries)

    def name_of(self, space: OpenSpace, author: UUID) -> str:
        """“You”, or the partner’s name."""
        return "You" if author == self.me else self.name_in(space)

    def of(self, space: OpenSpace | None) -> list[Opened[Kind]]:
        return [entry for entry in self.entries if space and entry.space == space.id]

    def lines(self, space: OpenSpace | None) -> dict[UUID, Line]:
        return lines_in(self.of(space), space.members) if space else {}


def shared_spaces(spaces: Spaces) -> list[OpenSpace]:
    """The one that is open, then those that were closed, newest first."""
    return [*([spaces.shared] if spaces.shared else []), *spaces.former[::-1]]


def load_here(spaces: Spaces, tags: Iterable[str], *, own: Iterable[str] = ()) -> Here:
    """Two queries: ``tags`` of each shared space and the names there, ``own`` of the private one. Checks authors."""
    settings = read_slip(spaces.private, Settings, "settings") or Settings()
    shared = shared_spaces(spaces)
    wants = [Want(space, tags=(*tags, NAMES)) for space in shared]
    if own := tuple(own):
        wants.append(Want(spaces.private, tags=own))
    entries = check_authors(read_entries(*wants), spaces.all())
    return Here(spaces, clock.now(), zone_of(settings.zone), entries)


def load_lines(spaces: Spaces) -> Here:
    return load_here(spaces, (LINES,))


def find_line(here: Here, line_id: UUID) -> tuple[OpenSpace, Line] | None:
    """None for whoever can’t read it, as for a line that never was."""
    for space in shared_spaces(here.spaces):
        if line := here.lines(space).get(line_id):
            return space, line
    return None


def read_aside(private: OpenSpace) -> Aside:
    return read_slip(private, Aside, "agreements-aside") or Aside()
