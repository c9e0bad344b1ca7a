"""What changes a time-out, and longer space."""

from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import UUID, uuid4

from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.quiet import Quiet, keep_quiet, keep_quiet_for_both, quiet_names
from glasswork.spaces.reading import Opened, Want, read_entries, read_slips_at, slot_of
from glasswork.spaces.writing import Page, SpaceClosed, head_slip, prepare, save_slip, save_slips, writing_in
from glasswork.talks.actions import TooOften, renew_for_space
from glasswork.talks.kinds import TAG, Longer, LongerEnd, LongerYes, Moved, SpacePlan, TimeOut
from glasswork.talks.pauses import LONGEST, Pause, apart_of, pause_of, pauses_of

MOST_A_DAY = 3
NEWEST = 100  # entries among which a time-out that is on, or longer space, is looked for


class Wish(NamedTuple):
    """Longer space as somebody proposes it."""

    need: str
    contact: str
    back_on: date


class Away(NamedTuple):
    """``who`` takes space: one of the two, or None for both, in longer space."""

    who: UUID | None
    until: datetime


def entries_of(space: OpenSpace) -> list[Opened[Kind]]:
    return read_entries(Want(space, tags=(TAG,)), newest=NEWEST)


def take_space(spaces: Spaces, until: datetime, plan: str, now: datetime, *, once: str) -> None:
    """Calls a time-out; a talk that is on waits. Nothing happens to whoever is in one already. Raises SpaceClosed."""
    shared = _shared(spaces)
    with writing_in(shared) as (page,):
        if _mine(shared, now):
            return
        called = TimeOut(id=uuid4(), called_at=now, until=until)
        _place(page, spaces, called, slot=slot_of(shared, "space", once))
        keep_quiet(shared, until)
        renew_for_space(page, now, pauses=True)
        save_slip(spaces.private, SpacePlan(time_out=called.id, plan=plan), "space-plan")


def move_return(spaces: Spaces, until: datetime, now: datetime) -> bool:
    """A later return, before the one that was named is over, and within a day of leaving."""
    shared = _shared(spaces)
    with writing_in(shared) as (page,):
        pause = _mine(shared, now)
        if pause is None or not pause.may_move(now):
            return False
        latest = min(until, pause.called_at + LONGEST)
        _place(page, spaces, Moved(time_out=pause.id, until=latest))
        keep_quiet(shared, latest)
        renew_for_space(page, now)
    return True


def come_back(spaces: Spaces, now: datetime) -> bool:
    """False for whoever is not away."""
    shared = _shared(spaces)
    with writing_in(shared) as (page,):
        pause = _mine(shared, now)
        if pause is None:
            return False
        _place(page, spaces, pause.ended(now))
        keep_quiet(shared, now)
        renew_for_space(page, now)
    return True


def propose_longer(spaces: Spaces, wish: Wish, today: date, *, once: str) -> None:
    """Raises SpaceClosed, AlreadyWritten, or TooOften: free words towards somebody who may want to be left alone.

    ``today`` is the server's: the day that entries carry.
    """
    shared = _shared(spaces)
    value = Longer(id=uuid4(), need=wish.need, contact=wish.contact, back_on=wish.back_on)
    with writing_in(shared) as (page,):
        mine = [each for each in entries_of(shared) if isinstance(each.value, Longer) and each.author == shared.me]
        if sum(each.day == today for each in mine) >= MOST_A_DAY:
            raise TooOften
        _place(page, spaces, value, slot=slot_of(shared, "space", once))


def answer_longer(spaces: Spaces, longer: UUID, today: date, *, is_yes: bool) -> None:
    """The other agrees, or either ends it. What was answered or replaced in the meantime stays as it is."""
    shared = _shared(spaces)
    with writing_in(shared) as (page,):
        apart = apart_of(entries_of(shared), today)
        found = next((each for each in (apart, apart and apart.asked) if each and each.value.id == longer), None)
        if found is None:
            return
        if not is_yes:
            _place(page, spaces, LongerEnd(longer=longer))
            if found is apart:  # other words, proposed beside it, leave what was agreed as it is
                keep_quiet_for_both(shared, datetime.combine(today, time(), UTC))
        elif found.author != shared.me and not found.is_agreed:
            _place(page, spaces, LongerYes(longer=longer))
            keep_quiet_for_both(shared, datetime.combine(found.value.back_on, time(), UTC))


def is_somebody_away(shared: OpenSpace, now: datetime) -> bool:
    """Whether one of the two is in a time-out. Longer space has its own rules for staying in touch. One query."""
    away = away_now(shared, now)
    return away is not None and away.who is not None


def away_now(shared: OpenSpace, now: datetime, *, me: UUID | None = None) -> Away | None:
    """Why a talk waits: the time-out of whoever looks first, then the other’s, then longer space. One query."""
    slots = {slot_of(shared, name): who for who, name in zip((None, *shared.members), quiet_names(shared), strict=True)}
    ends = [
        Away(slots[bytes(slip.slot)], slip.value.until)
        for slip in read_slips_at(shared, list(slots))
        if isinstance(slip.value, Quiet) and slip.value.until > now
    ]
    return min(ends, key=lambda away: (away.who is None, away.who != (me or shared.me)), default=None)


def _mine(shared: OpenSpace, now: datetime) -> Pause | None:
    return pause_of(pauses_of(entries_of(shared)), shared.me, now)


def _place(page: Page, spaces: Spaces, value: Kind, *, slot: bytes | None = None) -> None:
    page.place(prepare(page.space, value, slot=slot))
    save_slips([head_slip(spaces.private, page.space)])


def _shared(spaces: Spaces) -> OpenSpace:
    if spaces.shared is None:
        raise SpaceClosed
    return spaces.shared
