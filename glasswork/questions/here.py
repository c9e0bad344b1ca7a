"""What a page of this room starts from: whose spaces, what time it is for them, and what may be seen by now."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.lib import clock
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.questions.delivery import OwnHour, own_hour, shown_from
from glasswork.questions.held import due_names, questions_in_tray
from glasswork.questions.kinds import Asked, Ledger
from glasswork.questions.kinds_of_own import Desk, Draft, Mine, Note, Tray
from glasswork.questions.threads import Question
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.drafts import Drafts, fields_of
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.quiet import quiet_names, quiet_until
from glasswork.spaces.reading import read_own_slips, slot_of

LEDGER, DESK, MINE = "questions-ledger", "questions-desk", "questions-mine"
DRAFTS = Drafts(Draft, "questions-draft")


@dataclass(frozen=True, slots=True)
class Here:
    """``space`` is what two share now, or none. ``quiet``: until when nothing new is laid before anybody."""

    spaces: Spaces
    now: datetime
    zone: ZoneInfo
    today: date
    slips: dict[tuple[UUID, bytes], Kind]
    quiet: datetime | None
    is_without_hints: bool

    @property
    def private(self) -> OpenSpace:
        return self.spaces.private

    @property
    def space(self) -> OpenSpace | None:
        return self.spaces.shared

    @property
    def me(self) -> UUID:
        return self.spaces.private.me

    @property
    def other(self) -> UUID | None:
        return self.space.other if self.space and self.space.partner else None

    @property
    def ledger(self) -> Ledger:
        found = self.slip(self.space, LEDGER) if self.space else None
        return found if isinstance(found, Ledger) else Ledger()

    @property
    def desk(self) -> Desk:
        found = self.slip(self.private, DESK)
        return found if isinstance(found, Desk) else Desk()

    @property
    def hour(self) -> OwnHour | None:
        """The hour both agreed to, on this person’s own clock."""
        return own_hour(self.ledger.hour, self.desk.hours, self.now, self.zone)

    def waiting(self) -> dict[UUID, Note]:
        """One’s own questions whose hour has not come, or comes again once nobody takes space."""
        laid = self.ledger.standings
        return {each: note for each, note in self.desk.notes.items() if self.is_sealed(note) and each not in laid}

    def drafts(self) -> dict[UUID, Note]:
        """Also what waited in a space where sharing has stopped since: nobody was given it."""
        return {
            each: note
            for each, note in self.desk.notes.items()
            if note.state == "draft" or (note.state == "waits" and not self._waits_here(note))
        }

    def is_sealed(self, note: Note) -> bool:
        return self._waits_here(note) and note.due is not None and (note.due > self.now or self.quiet is not None)

    def is_gone(self, note: Note) -> bool:
        """Its hour has come: it is the other’s to read, and no note any more."""
        return self._waits_here(note) and not self.is_sealed(note)

    def _waits_here(self, note: Note) -> bool:
        return note.state == "waits" and self.space is not None and note.space == self.space.id

    @property
    def mine(self) -> Mine:
        found = self.slip(self.private, MINE)
        return found if isinstance(found, Mine) else Mine()

    def draft(self, form: str, about: str = "") -> dict[str, str]:
        return fields_of(self.slip(self.private, *DRAFTS.name(form, about)))

    def slip(self, space: OpenSpace, *name: str) -> Kind | None:
        return self.slips.get((space.id, slot_of(space, *name)))

    def is_here(self, asked: Asked, *, is_mine: bool) -> bool:
        """Whether it is laid before this person: at its hour, and for its reader in their own day."""
        if is_mine:
            return asked.at <= self.now
        how = {"is_agreed": asked.is_agreed, "is_for_morning": asked.is_for_morning}
        return shown_from(asked.at, self.zone, self.hour, **how) <= self.now

    def is_laid(self, question: Question) -> bool:
        """What somebody has said something to stays before them, wherever they travel since."""
        asked = question.asked
        is_said = any(part.author == self.me for part in question.parts)
        return asked is not None and (question.is_mine or is_said or self.is_here(asked, is_mine=False))

    def due(self) -> dict[UUID, Question]:
        """Questions whose hour has come and that nobody’s next step has placed yet."""
        if self.space is None or self.quiet:
            return {}
        trays = [slip for slip in self.slips.values() if isinstance(slip, Tray) and slip.due <= self.now]
        trays = [tray for tray in trays if tray.owner in {self.me, self.other}]
        found = [question for tray in trays for question in questions_in_tray(self.space, tray)]
        return {each.id: each for each in found if each.asked and self.is_here(each.asked, is_mine=each.is_mine)}


def load_here(spaces: Spaces) -> Here:
    """One query: one’s own slips, those that both share, and the trays whose hour has come."""
    now, shared = clock.now(), spaces.shared
    names = [LEDGER, *quiet_names(shared), *due_names(shared, now)] if shared else []
    shown = tuple(slot_of(shared, name) for name in names) if shared else ()
    own = read_own_slips(spaces.private, *([shared] if shared else []), shown=shown)
    slips = {(slip.space, slip.slot): slip.value for slip in own}
    found = slips.get((spaces.private.id, slot_of(spaces.private, "settings")))
    settings = found if isinstance(found, Settings) else Settings()
    zone = zone_of(settings.zone)
    quiet = quiet_until(slips.values(), now)
    return Here(spaces, now, zone, evening_of(now, zone), slips, quiet, settings.is_without_hints)
