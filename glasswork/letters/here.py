"""What one person has before them in this room: what they share, their own slips, and what time it is for them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.letters.kinds import Draft, Mine, Pull, Waiting
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.drafts import Drafts, fields_of
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import read_own_slips, slot_of

WAITING, MINE, PULL = "letters-waiting", "letters-mine", "letters-pull"
DRAFTS = Drafts(Draft, "letters-draft")


@dataclass(frozen=True, slots=True)
class Here:
    """Everything is read from one's own space; of the other's slips nothing is fetched."""

    spaces: Spaces
    now: datetime
    zone: ZoneInfo
    slips: dict[bytes, Kind]

    @property
    def private(self) -> OpenSpace:
        return self.spaces.private

    @property
    def shared(self) -> OpenSpace | None:
        return self.spaces.shared

    @property
    def today(self) -> date:
        return evening_of(self.now, self.zone)

    @property
    def mine(self) -> Mine:
        found = self._slip(MINE)
        return found if isinstance(found, Mine) else Mine()

    @property
    def pull(self) -> Pull:
        found = self._slip(PULL)
        return found if isinstance(found, Pull) else Pull()

    def waiting(self, sort: str) -> Waiting | None:
        found = self._slip(WAITING, sort)
        return found if isinstance(found, Waiting) else None

    def is_over(self, waiting: Waiting) -> bool:
        return self.now >= waiting.until

    def draft(self, form: str, about: UUID | None = None) -> dict[str, str]:
        return fields_of(self._slip(*DRAFTS.name(form, str(about or ""))))

    def _slip(self, *name: bytes | str) -> Kind | None:
        return self.slips.get(slot_of(self.private, *name))


def load_here(spaces: Spaces, now: datetime) -> Here:
    """``now`` is aware. One query."""
    slips = {slip.slot: slip.value for slip in read_own_slips(spaces.private)}
    settings = slips.get(slot_of(spaces.private, "settings"))
    zone = zone_of(settings.zone if isinstance(settings, Settings) else "UTC")
    return Here(spaces, now, zone, slips)
