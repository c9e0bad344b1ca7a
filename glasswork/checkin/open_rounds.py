"""A round that is open, read from whichever space it lies in, with every signature checked (K13)."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from glasswork.checkin.actions import part_slot
from glasswork.checkin.kinds import Answer, Correction, Heard, Reply, Verdict
from glasswork.checkin.rounds import CORRECTIONS, PARTS, Hearing, Step, evening_of_round, hearing
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries

SAYING = (Heard, Verdict, Reply, Correction)
TAKEABLE = ("answer", "reply", *CORRECTIONS)


class Round(NamedTuple):
    """An open round in its space. ``parts`` is by author and part, as ``rounds.hearing`` reads it."""

    id: UUID
    space: OpenSpace
    partner: UUID
    names: dict[UUID, str]
    parts: dict[tuple[UUID, str], Kind | None]
    entries: dict[tuple[UUID, str], Opened[Kind]]

    @property
    def mine(self) -> Hearing:
        """How far the partner got with my words."""
        return hearing(self.parts, speaker=self.space.me, listener=self.partner)

    @property
    def theirs(self) -> Hearing:
        """How far I got with the partner's words."""
        return hearing(self.parts, speaker=self.partner, listener=self.space.me)

    @property
    def day(self) -> date:
        """The evening of the first answer that is still there, or the day it was placed if both are gone."""
        return evening_of_round(sorted(self._answers, key=lambda entry: entry.sequence))

    def answer(self, author: UUID) -> Answer | None:
        value = self.parts.get((author, "answer"))
        return value if isinstance(value, Answer) else None

    def is_taken_back(self, author: UUID) -> bool:
        return (author, "answer") in self.entries and self.parts[author, "answer"] is None

    def corrections(self, author: UUID) -> list[Correction]:
        found = (self.parts.get((author, part)) for part in CORRECTIONS)
        return [value for value in found if isinstance(value, Correction)]

    def free_correction(self) -> str | None:
        """The next part that a line may be added in, while there is one."""
        return next((part for part in CORRECTIONS if (self.space.me, part) not in self.entries), None)

    def mine_to_take_back(self) -> list[UUID]:
        """One's own entries that still hold words which one may take back."""
        mine = [self.entries.get((self.space.me, part)) for part in TAKEABLE]
        return [entry.id for entry in mine if entry and entry.value]

    def open_fields(self) -> set[str]:
        """What this person may write at the moment, by the name of its field."""
        if self.space.is_closed:
            return set()
        holds = {
            "adds": self.mine.step is Step.CONFIRM,
            "heard": self.theirs.step in {Step.SAY_BACK, Step.SAY_AGAIN},
            "reply": self.theirs.step is Step.HEARD,
            "correction": bool(self.free_correction() and self.answer(self.space.me)),
        }
        return {field for field, is_open in holds.items() if is_open}

    def has_said(self, text: str) -> bool:
        """Whether these words of one's own arrived already: the same form, sent twice."""
        mine = [value for (author, _), value in self.parts.items() if author == self.space.me]
        return text in {v.adds if isinstance(v, Verdict) else v.text for v in mine if isinstance(v, SAYING)}

    @property
    def _answers(self) -> list[Opened[Kind]]:
        return [entry for (_, part), entry in self.entries.items() if part == "answer"]


def find_round(spaces: Spaces, round_id: UUID) -> Round | None:
    """None for whoever can't read it, as for a round that never was. One query over all the spaces of a person."""
    here = [space for space in spaces.all() if space.is_shared and space.partner]
    wants = [Want(space, tags=(NAMES,), slots=tuple(_slots(space, round_id))) for space in here]
    entries = check_authors(read_entries(*wants), here)
    found = (_in_space(space, round_id, [entry for entry in entries if entry.space == space.id]) for space in here)
    return next((each for each in found if each), None)


def _in_space(space: OpenSpace, round_id: UUID, entries: list[Opened[Kind]]) -> Round | None:
    slots = _slots(space, round_id)
    by_part = {slots[entry.slot]: entry for entry in entries if entry.slot in slots}
    partner = space.partner
    if partner is None or not any(part == "answer" for _, part in by_part):
        return None
    parts = {key: entry.value for key, entry in by_part.items()}
    names = {partner.account: partner.name, **names_in(entries)}
    return Round(round_id, space, partner.account, names, parts, by_part)


def _slots(space: OpenSpace, round_id: UUID) -> dict[bytes, tuple[UUID, str]]:
    return {part_slot(space, round_id, author, part): (author, part) for author in space.members for part in PARTS}
