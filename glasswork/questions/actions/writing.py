"""One act: its entries, the ledger and its writer's own desk, in one transaction under the lock of both spaces."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from msgspec.structs import replace

from glasswork.questions.held import due_names, questions_in_tray, tray_names
from glasswork.questions.here import DESK, LEDGER, MINE, Here
from glasswork.questions.kinds import Ledger
from glasswork.questions.kinds_of_own import Desk, Mine, Tray
from glasswork.questions.standing import is_stale, standing_of
from glasswork.questions.threads import Question, Said, part_slot, read_question
from glasswork.spaces.kinds import Kind, encode
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_own_slips, read_slip, read_slips_at, slot_of
from glasswork.spaces.refused import MovedOn
from glasswork.spaces.writing import (
    Page,
    SpaceClosed,
    drop_slots,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    utc_day,
    writing_in,
)


@dataclass(slots=True)
class Act:
    """``ledger`` and ``desk`` are as they stand now; what they are changed to is kept with the entries."""

    here: Here
    space: OpenSpace
    page: Page
    ledger: Ledger
    desk: Desk

    def place(self, question: Question, part: str, value: Kind) -> None:
        """Writes the part, and in the ledger where the question stands with it."""
        entry = prepare(self.space, value, slot=part_slot(self.space, question.id, self.space.me, part))
        self.page.place(entry)
        self.note(
            question._replace(parts=(*question.parts, Said(entry.id, self.space.me, self.page.row.sequence, value)))
        )

    def question(self, question: UUID) -> Question:
        """As it is under the lock. Raises MovedOn where there is none here."""
        found = read_question(self.space, question)
        if found is None:
            raise MovedOn
        return found

    def note(self, question: Question) -> None:
        """Where it stands now, for pages that can’t read all of it."""
        today = utc_day()
        standing = standing_of(question, today)
        rest = {each: old for each, old in self.ledger.standings.items() if each != question.id}
        rest = {each: old for each, old in rest.items() if not is_stale(old, today)}
        self.ledger = replace(self.ledger, standings={**rest, **({question.id: standing} if standing else {})})


@contextmanager
def act_in(here: Here, *, is_private: bool = False) -> Iterator[Act]:
    """Raises AlreadyWritten when a part is there already, SpaceClosed when sharing has stopped.

    What is ``is_private`` places nothing, not even what is due: nobody may notice it.
    """
    if here.space is None:
        raise SpaceClosed
    if not is_private and (here.due() or _own_trays(here)):
        settle(here)
    space, private = here.space, here.private
    with writing_in(space, private) as (page, _):
        if page.row.closed_on:
            raise SpaceClosed
        act = _begin(here, space, page)
        ledger, desk = act.ledger, act.desk
        act.desk = replace(desk, notes={each: note for each, note in desk.notes.items() if not here.is_gone(note)})
        yield act
        _save(act, ledger, desk)


def settle(here: Here) -> None:
    """Places what is due, one’s own and the other’s. It showed by the clock already."""
    space = here.space
    if space is None or here.quiet:
        return
    slots = [slot_of(space, name) for name in due_names(space, here.now)]
    with writing_in(space, here.private) as (page, _):
        slips = [slip.value for slip in (*read_slips_at(space, slots), *read_own_slips(space))]
        trays = {(slip.owner, slip.due): slip for slip in slips if isinstance(slip, Tray) and slip.due <= here.now}
        if page.row.closed_on or not trays:
            return
        act = _begin(here, space, page)
        ledger = act.ledger
        for tray in trays.values():
            for question in questions_in_tray(space, tray):
                page.place(tray.items[question.id].entry)
                act.note(question)
        drop_slots(space, [slot_of(space, name) for tray in trays for name in tray_names(*tray)])
        _save(act, ledger, act.desk)


def _begin(here: Here, space: OpenSpace, page: Page) -> Act:
    ledger, desk = read_slip(space, Ledger, LEDGER), read_slip(here.private, Desk, DESK)
    return Act(here, space, page, ledger or Ledger(), desk or Desk())


def _save(act: Act, ledger: Ledger, desk: Desk) -> None:
    space, private = act.space, act.here.private
    if act.ledger != ledger:  # either may write it, and a slip keeps the owner it began with
        drop_slots(space, [slot_of(space, LEDGER)])
        save_slip(space, act.ledger, LEDGER)
    if act.desk != desk:
        save_slip(private, act.desk, DESK)
    if act.page.is_changed:
        save_slips([head_slip(private, space)])


def _own_trays(here: Here) -> bool:
    trays = [slip for slip in here.slips.values() if isinstance(slip, Tray)]
    return not here.quiet and any(tray.owner == here.me and tray.due <= here.now for tray in trays)


def new_id(private: OpenSpace, once: str, value: Kind) -> UUID:
    """The same form sent twice is one thing; other words in it are another."""
    return UUID(bytes=slot_of(private, "questions-once", once, sha256(encode(value)).digest()))


def change_mine(private: OpenSpace, change: Callable[[Mine], Mine]) -> None:
    """One's own slip, that nobody else ever gets."""
    save_slip(private, change(read_slip(private, Mine, MINE) or Mine()), MINE)
