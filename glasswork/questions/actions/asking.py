"""What an asker does: asks, keeps to themself, takes back, asks again, takes out, says thank you."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from msgspec.structs import replace

from glasswork.questions.actions.writing import Act, act_in, new_id, settle
from glasswork.questions.delivery import due_at, is_for_morning, own_hour
from glasswork.questions.held import item_of, tray_names
from glasswork.questions.here import DESK, Here
from glasswork.questions.kinds import Asked, Kindly, TakenOut, Thanks
from glasswork.questions.kinds_of_own import Desk, Note, Tray
from glasswork.questions.standing import MOST_WAITING, State, has_day_come, where
from glasswork.questions.threads import Question, read_question
from glasswork.spaces.reading import read_slip, read_slips_at, slot_of
from glasswork.spaces.refused import MovedOn, Refused
from glasswork.spaces.writing import remember_head, save_slip, save_slips, withdraw, writing

LOOK_AGAIN_AFTER, A_DAY = timedelta(days=28), timedelta(days=1)
MOST_NOTES = 60
MANY_NOTES = "Sixty are on your own list already. Take one off it first."
HAS_GONE = "Its hour has come, so it is asked now. You can take it back on its own page."


class Wish(NamedTuple):
    """What the form holds, with where it came from. ``replaces``: a draft of one’s own."""

    words: str
    sort: str
    how: str
    change: str
    soon: tuple[str, ...]
    again_of: UUID | None = None
    follows: UUID | None = None
    replaces: UUID | None = None


def is_there(here: Here, wish: Wish, *, once: str) -> bool:
    """The same form, sent twice."""
    return _id(here, wish, once) in {*here.ledger.standings, *here.desk.notes, *here.due()}


def ask(here: Here, wish: Wish, *, once: str) -> str:
    """“asked”, “waits” for its hour, or “draft” where ten are waiting already. Raises SpaceClosed.

    What waits is as private as a draft, so nothing else is placed with it.
    """
    with act_in(here, is_private=True) as act:
        asked = _asked(here, act, wish, once)
        if asked.id in {*act.ledger.standings, *here.due()}:
            return "asked"
        if asked.id in act.desk.notes:
            return act.desk.notes[asked.id].state
        if read_question(act.space, asked.id):  # taken back, or answered long ago: a stale form asks nothing twice
            raise MovedOn
        state = "draft" if _waiting(here, act) >= MOST_WAITING else "waits"
        if wish.change:
            act.desk = replace(act.desk, changes={**act.desk.changes, asked.id: wish.change})
        if state == "waits" and asked.at <= here.now:
            act.place(Question(asked.id, act.space, here.me, ()), "root", asked)
            act.desk = replace(act.desk, notes=_without(act.desk, wish.replaces))
            return "asked"
        _lay_by(here, act, asked, wish, state)
    return state


def keep(here: Here, wish: Wish, state: str, *, once: str) -> None:
    """A draft, to oneself, or for one’s own therapist. Between two its row is as if it had been sent."""
    if here.space is None:
        with writing(here.private):
            desk = read_slip(here.private, Desk, DESK) or Desk()
            save_slip(
                here.private, _with_note(desk, _id(here, wish, once), _note(here, wish, state), wish.replaces), DESK
            )
        return
    with act_in(here, is_private=True) as act:
        _lay_by(here, act, _asked(here, act, wish, once), wish, state)


def change_note(here: Here, note: UUID, state: str) -> None:
    """What waits becomes a draft again; a draft goes on another list, or away. Nobody else learns of it.

    Raises Refused where its hour has come in the meantime.
    """

    def change(desk: Desk) -> Desk:
        found = desk.notes.get(note)
        if found is None:
            return desk
        if not state:
            changes = {each: text for each, text in desk.changes.items() if each != note}
            return replace(desk, notes=_without(desk, note), changes=changes)
        look_on = here.today + LOOK_AGAIN_AFTER if state == "visit" else None
        after = replace(found, state=state, due=None, space=None, look_on=look_on)
        return replace(desk, notes={**desk.notes, note: after})

    if here.space is None:
        with writing(here.private):
            desk = read_slip(here.private, Desk, DESK) or Desk()
            save_slip(here.private, change(desk), DESK)
        return
    with act_in(here, is_private=True) as act:
        found = act.desk.notes.get(note)
        if found is None and note in {*act.ledger.standings, *here.due()}:
            raise Refused(HAS_GONE)
        if found and here.is_sealed(found):
            _put_in_tray(act, note, found, goes=False)
        act.desk = change(act.desk)


def take_back(here: Here, question: Question) -> None:
    """One’s own words here, for good; that they were there stays visible (S7). Without its answer it is open again."""
    settle(here)
    for part in question.parts:
        if part.author == here.me and part.value:
            withdraw(question.space, part.id)
    remember_head(here.private, question.space)
    if here.space is None or question.space.id != here.space.id:
        return
    with act_in(here) as act:
        act.note(act.question(question.id))
        if question.is_mine:
            changes = {each: text for each, text in act.desk.changes.items() if each != question.id}
            act.desk = replace(act.desk, changes=changes, taken_back=_taken_back(act.desk, here.now, question.asked))


def _taken_back(desk: Desk, now: datetime, asked: Asked | None = None) -> tuple[datetime, ...]:
    """When those of the last day were laid before the other that were taken back since."""
    moments = (*desk.taken_back, *([asked.at] if asked else []))
    return tuple(moment for moment in moments if now - moment < A_DAY)


def ask_kindly(here: Here, question_id: UUID) -> None:
    """After the day that was promised, or where nobody said aloud what was said to be."""
    with act_in(here) as act:
        question = _of_mine(act, question_id)
        part = question.next_part("kindly")
        now = where(question)
        is_time = (has_day_come(now, here.today) and not now.is_asked_again) or now.is_spoken
        if part is None or not is_time:
            raise MovedOn
        act.place(question, part, Kindly(question=question_id))


def take_out(here: Here, question_id: UUID) -> None:
    """A parked question is its asker’s: it comes out at any hour."""
    with act_in(here) as act:
        question = _of_mine(act, question_id)
        part = question.next_part("out")
        if part is None or where(question).state is not State.PARKED:
            raise MovedOn
        act.place(question, part, TakenOut(question=question_id))


def thank(here: Here, question_id: UUID) -> None:
    with act_in(here) as act:
        question = _of_mine(act, question_id)
        if where(question).state is not State.ANSWERED:
            raise MovedOn
        act.place(question, "thanks", Thanks(question=question_id))


def _of_mine(act: Act, question_id: UUID) -> Question:
    question = act.question(question_id)
    if not question.is_mine:
        raise MovedOn
    return question


def _asked(here: Here, act: Act, wish: Wish, once: str) -> Asked:
    own = own_hour(act.ledger.hour, act.desk.hours, here.now, here.zone)
    clock = (here.now, here.zone, own, here.quiet)
    asked = replace(_bare(wish), id=_id(here, wish, once), at=due_at(*clock))
    return replace(asked, is_agreed=own is not None, is_for_morning=is_for_morning(*clock))


def _id(here: Here, wish: Wish, once: str) -> UUID:
    return new_id(here.private, once, _bare(wish))


def _bare(wish: Wish) -> Asked:
    """What the form says, without its moment: the same form sent twice is the same question."""
    return Asked(
        id=UUID(int=0),
        words=wish.words,
        sort=wish.sort,
        how=wish.how,
        at=datetime.min.replace(tzinfo=UTC),
        soon=wish.soon,
        again_of=wish.again_of,
        follows=wish.follows,
    )


def _waiting(here: Here, act: Act) -> int:
    """One’s own that wait for an answer or for their hour; what is parked waits for nobody.

    Those of the last day that were taken back count too: taking back makes no room for asking on and on.
    """
    open_now = {State.OPEN, State.PROMISED, State.OFFERED}
    laid = [each for each in act.ledger.standings.values() if each.asker == here.me and each.state in open_now]
    due = [each for each, question in here.due().items() if question.is_mine and each not in act.ledger.standings]
    waits = sum(note.state == "waits" for note in act.desk.notes.values())
    return len(laid) + len(due) + waits + len(_taken_back(act.desk, here.now))


def _lay_by(here: Here, act: Act, asked: Asked, wish: Wish, state: str) -> None:
    note = _note(here, wish, state)
    if asked.at > here.now:
        note = replace(note, due=asked.at, space=act.space.id)
        _put_in_tray(act, asked.id, note, goes=state == "waits", asked=asked)
    act.desk = _with_note(act.desk, asked.id, note, wish.replaces)


def _put_in_tray(act: Act, question: UUID, note: Note, *, goes: bool, asked: Asked | None = None) -> None:
    """Beside what lies there already; a stand-in where it doesn’t go, so that both fill a tray alike."""
    assert note.due is not None
    slots = [slot_of(act.space, name) for name in tray_names(act.space.me, note.due)]
    found = [slip.value for slip in read_slips_at(act.space, slots[:1])]
    before = next((value for value in found if isinstance(value, Tray)), None)
    value = asked or Asked(id=question, words=note.words, sort=note.sort, how=note.how, at=note.due, soon=note.soon)
    items = {**(before.items if before else {}), question: item_of(act.space, value, goes=goes)}
    tray = Tray(owner=act.space.me, due=note.due, items=items)
    save_slips([(act.space, tray, slot) for slot in slots])


def _note(here: Here, wish: Wish, state: str) -> Note:
    return Note(
        words=wish.words,
        state=state,
        on=here.today,
        sort=wish.sort,
        how=wish.how,
        change=wish.change,
        soon=wish.soon,
        look_on=here.today + LOOK_AGAIN_AFTER if state == "visit" else None,
        again_of=wish.again_of,
        follows=wish.follows,
    )


def _with_note(desk: Desk, question: UUID, note: Note, replaces: UUID | None) -> Desk:
    notes = {**_without(desk, replaces), question: note}
    if len(notes) > max(MOST_NOTES, len(desk.notes)):
        raise Refused(MANY_NOTES)
    return replace(desk, notes=notes)


def _without(desk: Desk, note: UUID | None) -> dict[UUID, Note]:
    return {each: found for each, found in desk.notes.items() if each != note}
