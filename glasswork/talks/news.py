"""What Today says of a talk that is open, and of a time-out. Pure; of the talk only what this person may see (S11)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened
from glasswork.talks.kinds import TAG
from glasswork.talks.live import SLOT, Aside, Live, Phase
from glasswork.talks.pauses import REST, advises_rest, apart_of, in_words, pause_of, pauses_of

__all__ = ["SHOWN", "TAGS", "Talk", "TimeOutNow", "longer_line", "talk_now", "time_out_now"]

TAGS = (TAG,)
SHOWN = (SLOT,)  # slips that either of the two may own


class Talk(NamedTuple):
    """``is_asked``: the other would like to talk; otherwise it is on, or both are ready."""

    is_asked: bool


class TimeOutNow(NamedTuple):
    """``until`` in the reader’s own zone. ``is_late``: past it. ``advice``: to rest, after two that were."""

    is_mine: bool
    until: str
    is_late: bool
    advice: str = ""


def talk_now(live: Kind | None, aside: Kind | None, *, me: OpenSpace, now: datetime) -> Talk | None:
    """None for one’s own invitation too: nothing about it is news to whoever asked.

    Nor for one on a shared phone before it is on: whoever is asked sits beside it.
    """
    if not isinstance(live, Live) or not live.is_open(now) or not live.is_about(me.me):
        return None
    is_aside = isinstance(aside, Aside) and aside.talk == live.id
    is_mine = live.phase is Phase.ASKED and live.opener == me.me
    is_mine = is_mine or (live.phone_of is not None and live.phase is not Phase.ON)
    return None if is_aside or is_mine else Talk(is_asked=live.phase is Phase.ASKED)


def time_out_now(space: OpenSpace, entries: Iterable[Opened[Kind]], now: datetime, zone: ZoneInfo) -> TimeOutNow | None:
    """One’s own first: its end is what one has to know."""
    pauses = pauses_of(entry for entry in entries if entry.space == space.id)
    found = pause_of(pauses, space.me, now) or pause_of(pauses, space.other, now)
    if found is None:
        return None
    advice = REST if advises_rest(pauses, now) else ""
    return TimeOutNow(found.author == space.me, in_words(found.until, now, zone), now > found.until, advice)


def longer_line(space: OpenSpace, entries: Iterable[Opened[Kind]], name: str, now: datetime, zone: ZoneInfo) -> str:
    """A proposal of longer space that waits for this person’s answer."""
    today = now.astimezone(zone).date()
    apart = apart_of((entry for entry in entries if entry.space == space.id), today)
    return f"{name} proposes some longer space." if apart and apart.waits_for(space.me) else ""
