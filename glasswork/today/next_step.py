"""The one next thing, pure. It reads only what its person may see; nothing else can choose it (S11)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from glasswork.checkin.evening import Evening
from glasswork.checkin.kinds import Held
from glasswork.plan.here import TodaysStep
from glasswork.talks.news import Talk, TimeOutNow
from glasswork.today.acts import Claim, HardNews
from glasswork.today.kinds import PutOff
from glasswork.today.news import News

LATER = timedelta(hours=2)
JOINING = "joining"  # no next thing: a line below it, which is put away for good
PLANNING = "planning"  # another: that there could be a plan


class Next(StrEnum):
    """In the order in which they are looked at."""

    SPACE = "space"  # a time-out, and when it ends; a talk waits for that
    TALK = "talk"  # a talk is open, or the partner would like one
    HARD_NEWS = "hard-news"  # a door of the partner's, until it is opened or put by
    LETTER = "letter"  # a letter of the partner's, behind its door too
    READ = "read"  # both have answered tonight, and something in it is one's own turn
    CHOOSE = "choose"  # an answer has been sealed for a day: share anyway or keep
    WORDS = "words"  # four words wait to be compared
    CHECK_IN = "check-in"
    CLAIM = "claim"  # the partner said how a promise of theirs went
    QUESTION = "question"  # a hard question of the partner’s, for an answer, a day or parking
    ANSWER = "answer"  # the partner answered one’s own
    READ_ON = "read-on"  # something to read of an evening before
    PLAN = "plan"  # the plan’s one step, once the check-in is out of the way
    SEALED = "sealed"  # tonight's answer waits
    LATER = "later"  # the check-in, put off until later tonight
    QUIET = "quiet"  # nothing needed


@dataclass(frozen=True, slots=True)
class Situation:
    """What the choice hangs on. ``my_turn`` is the newest round in which something waits for this person."""

    today: date
    now: datetime
    is_shared: bool
    waiting: Held | None
    may_choose: Held | None
    my_turn: News | None
    is_done: bool
    has_words: bool
    may_join: bool
    hard_news: HardNews | None = None
    claim: Claim | None = None
    step: TodaysStep | None = None  # only where it is its time
    has_plan: bool = False
    talk: Talk | None = None
    time_out: TimeOutNow | None = None
    letter: UUID | None = None
    question: UUID | None = None
    answer: UUID | None = None
    rests: bool = False  # steps for two rest for this person


def next_step(here: Situation, put_off: PutOff) -> Next:
    is_tonight = here.my_turn is not None and here.my_turn.evening == here.today
    candidates = [
        (Next.SPACE, here.time_out is not None and not here.time_out.is_late),
        (Next.TALK, here.talk is not None),
        (Next.SPACE, here.time_out is not None),  # a return that did not come hides no talk
        (Next.HARD_NEWS, here.hard_news is not None),
        (Next.LETTER, here.letter is not None),
        (Next.READ, is_tonight),
        (Next.CHOOSE, here.may_choose is not None),
        (Next.WORDS, here.has_words),
        (Next.CHECK_IN, not here.is_done and here.waiting is None),
        (Next.CLAIM, here.claim is not None),
        (Next.QUESTION, here.question is not None),
        (Next.ANSWER, here.answer is not None),
        (Next.READ_ON, here.my_turn is not None and not is_tonight),
        (Next.PLAN, here.step is not None),
        (Next.SEALED, here.waiting is not None),
    ]
    open_now = [step for step, holds in candidates if holds and not is_put_off(step, here, put_off)]
    if open_now:
        return open_now[0]
    is_later = Next.CHECK_IN in put_off.later and put_off.evening == here.today and not here.is_done
    return Next.LATER if is_later and here.waiting is None else Next.QUIET


def points_to_joining(here: Situation, put_off: PutOff) -> bool:
    """Whether the line about joining with someone shows: from the first check-in on, until it is pressed once."""
    return here.may_join and here.is_done and JOINING not in put_off.never


def points_to_planning(here: Situation, put_off: PutOff) -> bool:
    """The same for the line about a plan."""
    return not here.has_plan and here.is_done and PLANNING not in put_off.never


def is_plan_time(evening: Evening, put_off: PutOff) -> bool:
    """Whether the check-in is out of the way: done, sealed, or left for today. It comes before the plan."""
    is_left = put_off.evening == evening.today and Next.CHECK_IN in put_off.not_today
    return is_left or is_done(evening) or evening.held_tonight is not None


def is_done(evening: Evening) -> bool:
    return evening.round_tonight is not None or evening.is_alone_done


def is_put_off(step: Next, here: Situation, put_off: PutOff) -> bool:
    if put_off.evening != here.today:
        return False
    until = put_off.later.get(step)
    return step in put_off.not_today or (until is not None and here.now < until)


def put_it_off(step: str, how: str, today: date, now: datetime, before: PutOff) -> PutOff:
    """``step`` is a Next or a line, ``how`` “later”, “not-today” or “never”; anything else changes nothing."""
    same_day = before.evening == today
    later, not_today = (dict(before.later), list(before.not_today)) if same_day else ({}, [])
    never = list(before.never)
    if how == "later":
        later[step] = now + LATER
    elif how == "not-today":
        later.pop(step, None)
        not_today.append(step)
    elif how == "never" and step not in never:
        never.append(step)
    return PutOff(evening=today, later=later, not_today=not_today, never=never)
