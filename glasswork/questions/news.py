"""What Today says of questions, for whoever looks. Pure: of the other’s only what has been laid before this person."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from glasswork.questions.comfort import PLEASE, SAID, is_asked_for
from glasswork.questions.delivery import OwnHour, own_hour, shown_from
from glasswork.questions.held import due_names, questions_in_tray
from glasswork.questions.here import DESK, LEDGER, MINE
from glasswork.questions.kinds import Asked, Ledger, Standing
from glasswork.questions.kinds_of_own import Desk, Mine, Tray
from glasswork.questions.kinds_of_words import ACCOUNTS, Account
from glasswork.questions.scopes import asking_of
from glasswork.questions.standing import State, has_day_come, is_back
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.quiet import quiet_names, quiet_until
from glasswork.spaces.reading import Opened, slot_of

__all__ = ["TAGS", "OnToday", "QuestionNotice", "doors", "on_today", "own_notice", "shown"]

TAGS = (ACCOUNTS,)
ANSWER_LEADS_FOR = timedelta(days=1)


class QuestionNotice(NamedTuple):
    """A line for Today. Without a question it leads to the words that help, or to one’s own list."""

    words: str
    page: str
    question: UUID | None = None


class OnToday(NamedTuple):
    """``to_answer`` and ``to_read`` are questions; ``notices`` what else stands under the other’s name."""

    to_answer: UUID | None = None
    to_read: UUID | None = None
    notices: tuple[QuestionNotice, ...] = ()


class _Clock(NamedTuple):
    """What time it is for this person, and the hour for questions on their clock."""

    now: datetime
    zone: ZoneInfo
    hour: OwnHour | None


def shown(spaces: Spaces, now: datetime) -> tuple[str, ...]:
    """Names of the slips of the shared space that Today reads along."""
    space = spaces.shared
    if space is None:
        return ()
    taps = tuple(f"{name} {who.hex}" for name in (PLEASE, SAID) for who in space.members)
    return (LEDGER, *quiet_names(space), *taps, *due_names(space, now))


def on_today(
    space: OpenSpace,
    slips: Mapping[tuple[UUID, bytes], Kind],
    name: str,
    *,
    today: date,
    now: datetime,
    zone: ZoneInfo,
) -> OnToday:
    """``slips`` are one’s own and those that ``shown`` names; ``name`` is isolated."""
    found = slips.get((space.id, slot_of(space, LEDGER)))
    standings = dict(found.standings) if isinstance(found, Ledger) else {}
    clock = _Clock(now, zone, _hour_of(found, slips, now, zone))
    theirs = {each: old for each, old in standings.items() if old.asker != space.me and _is_here(old, clock)}
    theirs.update(_waiting(space, slips, theirs, clock))
    mine = {each: old for each, old in standings.items() if old.asker == space.me}
    is_quiet = quiet_until(slips.values(), now) is not None  # nothing is held out, or asked for; its line still stands
    answered = [each for each, old in mine.items() if old.state == State.ANSWERED and not old.is_done]
    to_read = [each for each in answered if (day := mine[each].day) and today - day <= ANSWER_LEADS_FOR]
    return OnToday(
        next((each for each, old in theirs.items() if _is_turn(old, today) and not is_quiet), None),
        to_read[-1] if to_read and not is_quiet else None,
        tuple(_notices(theirs, mine, answered, me=space.me, name=name, today=today))
        + (() if is_quiet else _asked_for(space, slips, name, now)),
    )


def doors(
    entries: Iterable[Opened[Kind]],
    slips: Mapping[tuple[UUID, bytes], Kind],
    private: OpenSpace,
    name: str,
    *,
    rests: bool = False,
) -> list[QuestionNotice]:
    """Accounts the other shared lately, until their door is opened or put by: only this person’s own page knows.

    And the other’s asking how much one would like to know, until that is said or put by; never while steps rest.
    """
    entries = list(entries)
    mine = slips.get((private.id, slot_of(private, MINE)))
    known = mine.doors if isinstance(mine, Mine) else {}
    told = [entry.value for entry in entries if isinstance(entry.value, Account) and entry.author != private.me]
    words = f"{name} has written down what happened. It waits behind its door."
    found = [QuestionNotice(words, "questions") for account in told if account.id not in known]
    asking = asking_of(entries, private.me)
    is_asked = asking is not None and asking not in known and not rests
    return [
        *found,
        *([QuestionNotice(f"{name} asks how much you’d like to know.", "account_scope")] if is_asked else []),
    ]


def own_notice(slips: Mapping[tuple[UUID, bytes], Kind], private: OpenSpace, today: date) -> QuestionNotice | None:
    """A question that one kept for one’s own therapist, and whose day has come."""
    desk = slips.get((private.id, slot_of(private, DESK)))
    notes = desk.notes.values() if isinstance(desk, Desk) else ()
    is_time = any(note.look_on and note.look_on <= today for note in notes if note.state == "visit")
    return (
        QuestionNotice("A question you kept for your therapist is back. Only you see this.", "questions_mine")
        if is_time
        else None
    )


def _is_turn(standing: Standing, today: date) -> bool:
    """Whether something waits for its reader: an answer, or the day they named."""
    if standing.state == State.PROMISED:
        return standing.day is not None and standing.day <= today
    return standing.state == State.OPEN or is_back(standing, today)


def _notices(
    theirs: dict[UUID, Standing],
    mine: dict[UUID, Standing],
    answered: list[UUID],
    *,
    me: UUID,
    name: str,
    today: date,
) -> Iterable[QuestionNotice]:
    for question in (each for each, standing in theirs.items() if _is_turn(standing, today)):
        if not is_back(theirs[question], today):
            yield QuestionNotice(f"{name} has asked you something.", "question", question)
    for question in answered[::-1]:
        yield QuestionNotice(f"{name} answered a question of yours.", "question", question)
    for question, standing in {**mine, **theirs}.items():
        if is_back(standing, today):
            yield QuestionNotice("A question you both parked is back.", "question", question)
        elif standing.state == State.OFFERED and standing.by != me:
            yield QuestionNotice(f"{name} would like to park a question.", "question", question)
        elif question in mine and has_day_come(standing, today):
            yield QuestionNotice("The day for an answer has come.", "question", question)


def _asked_for(
    space: OpenSpace, slips: Mapping[tuple[UUID, bytes], Kind], name: str, now: datetime
) -> tuple[QuestionNotice, ...]:
    please = slips.get((space.id, slot_of(space, f"{PLEASE} {space.other.hex}")))
    said = slips.get((space.id, slot_of(space, f"{SAID} {space.me.hex}")))
    is_now = is_asked_for(please, said, now)
    return (QuestionNotice(f"{name} asks: could you say it?", "comfort"),) if is_now else ()


def _waiting(
    space: OpenSpace,
    slips: Mapping[tuple[UUID, bytes], Kind],
    known: dict[UUID, Standing],
    clock: _Clock,
) -> dict[UUID, Standing]:
    """What the other laid in a tray whose hour has come."""
    now = clock.now
    if quiet_until(slips.values(), now):
        return {}
    trays = [each for each in slips.values() if isinstance(each, Tray) and each.owner != space.me and each.due <= now]
    found = [question for tray in trays for question in questions_in_tray(space, tray)]
    laid = {each.id: _open(tray_asked) for each in found if (tray_asked := each.asked)}
    return {each: old for each, old in laid.items() if each not in known and _is_here(old, clock)}


def _open(asked: Asked) -> Standing:
    laid = Standing(UUID(int=0), asked.at, State.OPEN.value)
    return replace(laid, is_agreed=asked.is_agreed, is_for_morning=asked.is_for_morning)


def _hour_of(
    ledger: Kind | None, slips: Mapping[tuple[UUID, bytes], Kind], now: datetime, zone: ZoneInfo
) -> OwnHour | None:
    desk = next((slip for slip in slips.values() if isinstance(slip, Desk)), Desk())  # only one’s own is ever here
    return own_hour(ledger.hour, desk.hours, now, zone) if isinstance(ledger, Ledger) else None


def _is_here(standing: Standing, clock: _Clock) -> bool:
    """What its reader has said something to stays before them."""
    if standing.state not in {State.OPEN, State.OFFERED}:
        return True
    how = {"is_agreed": standing.is_agreed, "is_for_morning": standing.is_for_morning}
    return shown_from(standing.at, clock.zone, clock.hour, **how) <= clock.now
