"""One evening of one person: what they have written, what waits, what they both see. Two queries.

Nothing here opens a partner's held answer, so that no page can depend on it (S11).
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.checkin.draft_slips import draft_slots
from glasswork.checkin.drafts import on_evening, together
from glasswork.checkin.kinds import TAG, Alone, Answer, Draft, Held, Trust
from glasswork.checkin.rounds import may_choose
from glasswork.lib.evenings import evening_of, tonight_or_today, zone_of
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, SlipHere, Want, read_entries, read_own_slips, slot_of

WINDOW = timedelta(days=4)
MONTH = timedelta(days=31)
FURTHER_BACK = 30  # entries of one's own among which the last note of trust is looked for


@dataclass(frozen=True)
class Evening:
    now: datetime
    zone: ZoneInfo
    today: date
    spaces: Spaces
    slips: dict[tuple[UUID, bytes], Kind]
    entries: list[Opened[Kind]]
    past: list[Opened[Kind]] = field(default_factory=list)

    @property
    def shared(self) -> OpenSpace | None:
        return self.spaces.shared

    @property
    def my_name(self) -> str:
        return names_in(e for e in self.entries if e.space == self.spaces.private.id).get(self.spaces.private.me, "")

    @cached_property
    def ours(self) -> list[Opened[Kind]]:
        """The entries of the shared space alone."""
        return [entry for entry in self.entries if self.shared and entry.space == self.shared.id]

    @cached_property
    def partner_name(self) -> str:
        return partner_name(self.shared, self.ours)

    @property
    def tonight(self) -> str:
        """“tonight” or, before the evening, “today”: for sentences about the rest of the day."""
        return tonight_or_today(self.now, self.zone)

    @property
    def settings(self) -> Settings:
        found = self.slip(self.spaces.private, "settings")
        return found if isinstance(found, Settings) else Settings()

    def draft(self, *, is_alone: bool) -> Draft:
        """What is being typed, as it stands this evening."""
        slots = draft_slots(self.spaces, is_alone=is_alone)
        return on_evening(together([self.slips.get((self.spaces.private.id, slot)) for slot in slots]), self.today)

    @property
    def held(self) -> list[Held]:
        """One's own answers that wait, oldest first; also those in a space where sharing has stopped since."""
        mine = [slip for slip in self.slips.values() if isinstance(slip, Held)]
        return sorted(mine, key=lambda held: held.opened_at)

    @property
    def held_tonight(self) -> Held | None:
        return next((held for held in self.held if held.evening == self.today and self.is_shared_still(held)), None)

    def space_of(self, held: Held) -> OpenSpace:
        """The shared space, present or former, in which an answer of one's own waits."""
        places = {slip.round: space for (space, _), slip in self.slips.items() if isinstance(slip, Held)}
        return next(space for space in self.spaces.all() if space.id == places[held.round])

    def is_shared_still(self, held: Held) -> bool:
        return self.shared is not None and self.space_of(held).id == self.shared.id

    def may_choose(self, held: Held) -> bool:
        """Its writer's turn: a day has passed, or sharing has stopped and it can only be kept."""
        return may_choose(held, self.now) or not self.is_shared_still(held)

    @cached_property
    def answer_tonight(self) -> Answer | None:
        """One's own answer of this evening, once it is open."""
        mine = (entry.value for entry in self.ours if entry.author == self.spaces.private.me)
        return next((v for v in mine if isinstance(v, Answer) and v.evening == self.today), None)

    @property
    def round_tonight(self) -> UUID | None:
        """The round that one answered this evening and that is open."""
        return self.answer_tonight.round if self.answer_tonight else None

    @property
    def is_alone_done(self) -> bool:
        return any(isinstance(e.value, Alone) and e.value.evening == self.today for e in self.entries)

    def trust_of(self, day: date) -> Trust | None:
        found = [e.value for e in self.entries if isinstance(e.value, Trust) and e.value.evening == day]
        return found[-1] if found else None

    def last_trust_day(self) -> date | None:
        """The newest evening before tonight with a note of trust, if there is one; a query where it is further back."""
        here = self._trust_days(self.entries)
        if not here:
            mine = Want(self.spaces.private, tags=(TAG,))
            here = self._trust_days(read_entries(mine, newest=FURTHER_BACK))
        return max(here, default=None)

    def _trust_days(self, entries: list[Opened[Kind]]) -> list[date]:
        notes = [entry.value for entry in entries if isinstance(entry.value, Trust)]
        return [note.evening for note in notes if note.evening < self.today]

    def slip(self, space: OpenSpace, *name: bytes | str) -> Kind | None:
        return self.slips.get((space.id, slot_of(space, *name)))


def load_evening(
    spaces: Spaces,
    now: datetime,
    slips: list[SlipHere] | None = None,
    *,
    back: timedelta = WINDOW,
    also: tuple[str, ...] = (),
    ever: tuple[str, ...] = (),
    shown: tuple[str | tuple[bytes | str, ...], ...] = (),
    ours_ever: tuple[str, ...] = (),
    ours_lately: tuple[str, ...] = (),
) -> Evening:
    """``now`` is aware. Reads entries of some days back: of tonight and the three evenings before, in every zone.

    ``slips`` are one's own, where an action has read them already. A day ``back`` is enough for tonight alone.
    ``also`` are tags of other rooms, to be read along with the same query; ``ever`` those of one's own space from the
    first day on. ``shown`` are names of slips in the shared space that are for both to see. ``ours_ever`` are tags of
    the shared space from its first day, ``ours_lately`` of its last month: what of them is older than the evenings
    stands in ``past``, apart from what a page calls new.
    """
    here = [spaces.private, *([spaces.shared] if spaces.shared else [])]
    names = (name if isinstance(name, tuple) else (name,) for name in shown)
    slots = tuple(slot_of(spaces.shared, *name) for name in names) if spaces.shared else ()
    own = read_own_slips(*here, *spaces.former, shown=slots) if slips is None else slips
    slips_here = {(slip.space, slip.slot): slip.value for slip in own}
    found = slips_here.get((spaces.private.id, slot_of(spaces.private, "settings")))
    zone = zone_of(found.zone if isinstance(found, Settings) else "UTC")
    today = evening_of(now, zone)
    since = today - back
    wants = [Want(space, tags=(TAG, *also), since=since) for space in here]
    wants += [Want(space, tags=(NAMES, *(ever if space is spaces.private else ()))) for space in here]
    if spaces.shared and (ours_ever or ours_lately):
        wants += [Want(spaces.shared, tags=ours_ever), Want(spaces.shared, tags=ours_lately, since=today - MONTH)]
    entries, past = _apart(read_entries(*wants), since, {*ours_ever, *ours_lately})
    return Evening(now, zone, today, spaces, slips_here, entries, past)


def _apart(found: list[Opened[Kind]], since: date, tags: set[str]) -> tuple[list[Opened[Kind]], list[Opened[Kind]]]:
    past = [each for each in found if each.day < since and each.value and each.value.form.tag in tags]
    old = {each.id for each in past}
    return [each for each in found if each.id not in old] if old else found, past
