"""The one next thing, pure. It reads only what its person may see; nothing else can choose it (S11)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from glasswork.checkin.kinds import Held
from glasswork.today.kinds import PutOff
from glasswork.today.news import News

LATER = timedelta(hours=2)


class Next(StrEnum):
    """In the order in which they are looked at."""

    READ = "read"  # both have answered tonight, and something in it is one's own turn
    CHOOSE = "choose"  # an answer has been sealed for a day: share anyway or keep
    WORDS = "words"  # four words wait to be compared
    CHECK_IN = "check-in"
    READ_ON = "read-on"  # something to read of an evening before
    INVITE = "invite"
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
    may_invite: bool


def next_step(here: Situation, put_off: PutOff) -> Next:
    is_tonight = here.my_turn is not None and here.my_turn.evening == here.today
    candidates = [
        (Next.READ, is_tonight),
        (Next.CHOOSE, here.may_choose is not None),
        (Next.WORDS, here.has_words),
        (Next.CHECK_IN, not here.is_done and here.waiting is None),
        (Next.READ_ON, here.my_turn is not None and not is_tonight),
        (Next.INVITE, here.may_invite and here.is_done),
        (Next.SEALED, here.waiting is not None),
    ]
    open_now = [step for step, holds in candidates if holds and not is_put_off(step, here, put_off)]
    if open_now:
        return open_now[0]
    is_later = Next.CHECK_IN in put_off.later and put_off.evening == here.today and not here.is_done
    return Next.LATER if is_later and here.waiting is None else Next.QUIET


def is_put_off(step: Next, here: Situation, put_off: PutOff) -> bool:
    if step in put_off.never:
        return True
    if put_off.evening != here.today:
        return False
    until = put_off.later.get(step)
    return step in put_off.not_today or (until is not None and here.now < until)


def put_it_off(step: Next, how: str, today: date, now: datetime, before: PutOff) -> PutOff:
    """``how`` is “later”, “not-today” or “never”; anything else changes nothing."""
    same_day = before.evening == today
    later, not_today = (dict(before.later), list(before.not_today)) if same_day else ({}, [])
    never = list(before.never)
    if how == "later":
        later[step] = now + LATER
    elif how == "not-today":
        later.pop(step, None)
        not_today.append(step)
    elif how == "never":
        never.append(step)
    return PutOff(evening=today, later=later, not_today=not_today, never=never)
