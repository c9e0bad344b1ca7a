"""Where a question stands, pure: open, promised for a day, parked, answered. Never a silent no (P7)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from glasswork.questions.kinds import Answer, Kindly, Parking, ParkingWord, Promised, Standing, TakenOut, Thanks
from glasswork.questions.threads import Question
from glasswork.questions.unparkable import ABOUT, subjects_in

SITTING = 3  # so many new questions are suggested for one sitting
MOST_WAITING = 10
MOST_DAYS, MOST_PARKED = 7, 31
KEPT_ANSWERED = timedelta(days=4)


class State(StrEnum):
    OPEN = "open"
    PROMISED = "promised"
    OFFERED = "offered"  # one of the two would like to park it
    PARKED = "parked"
    ANSWERED = "answered"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Where:
    """``day``: promised by, or parked until. ``offer`` waits for the other of ``offered_by``."""

    state: State = State.OPEN
    day: date | None = None
    offer: Parking | None = None
    offered_by: UUID | None = None
    was_promised: date | None = None  # what holds again when an offer to park meets a no
    is_asked_again: bool = False
    is_spoken: bool = False  # answered aloud, as its answerer says


def where(question: Question) -> Where:
    """What its parts add up to, on any day."""
    here = Where() if question.asked else Where(State.TAKEN_BACK)
    for part in question.parts:
        here = _after(here, part.author, part.value)
    return here


def _after(here: Where, author: UUID, value: object) -> Where:
    if here.state is State.ANSWERED and here.is_spoken and isinstance(value, Kindly):
        return Where(is_asked_again=True)
    if here.state in {State.TAKEN_BACK, State.ANSWERED}:
        return here
    after = here
    match value:
        case Promised(by=by):
            after = Where(State.PROMISED, by, was_promised=by)
        case Parking(look_on=day):
            after = replace(here, state=State.OFFERED, day=day, offer=value, offered_by=author)
        case ParkingWord(is_yes=is_yes) if here.state is State.OFFERED:  # an offer taken back leaves nothing to say
            parked = Where(State.PARKED, here.day, offer=here.offer, offered_by=here.offered_by)
            after = parked if is_yes else _as_before(here)
        case TakenOut():
            after = Where()
        case Kindly():
            after = replace(_as_before(here), is_asked_again=True)
        case Answer(how=how):
            after = Where(State.ANSWERED, is_spoken=how == "spoken")
    return after


def _as_before(here: Where) -> Where:
    promised = here.was_promised
    return Where(State.PROMISED if promised else State.OPEN, promised, was_promised=promised)


def is_back(here: Where | Standing, today: date) -> bool:
    """A parked question whose day has come: it is open again, for both."""
    return here.state == State.PARKED and here.day is not None and here.day <= today


def has_day_come(here: Where | Standing, today: date) -> bool:
    """The day that was promised is over without an answer."""
    return here.state == State.PROMISED and here.day is not None and here.day < today


def may_answer(here: Where, today: date) -> bool:
    """What both parked rests until its day, or until its asker takes it out."""
    is_parked = here.state is State.PARKED and not is_back(here, today)
    return not is_parked and here.state not in {State.ANSWERED, State.TAKEN_BACK}


def never_parks(question: Question) -> tuple[str, ...]:
    """Why it can’t be parked: by its asker’s tick, and by rule."""
    asked = question.asked
    if asked is None:
        return ()
    named = {*asked.soon, *subjects_in(asked.words)}
    return tuple(about for about in ABOUT if about in named)


def standing_of(question: Question, today: date) -> Standing | None:
    """For the ledger; None for what was taken back."""
    asked, here = question.asked, where(question)
    if asked is None or question.asker is None:
        return None
    is_done = question.last(Thanks) is not None
    day = today if here.state is State.ANSWERED else here.day
    state, by = here.state.value, here.offered_by
    return Standing(question.asker, asked.at, state, asked.is_agreed, day, by, is_done, asked.is_for_morning)


def is_stale(standing: Standing, today: date) -> bool:
    """Answered some days ago: Today needs it no more."""
    return standing.state == State.ANSWERED and standing.day is not None and today - standing.day > KEPT_ANSWERED
