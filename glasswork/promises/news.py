"""A day of one’s own road that has come, for Today. Pure: of what one wrote oneself, and nothing of the other’s."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from glasswork.promises.kinds_of_roads import ROADS, Commitment, Decision, LookBack, Stopped
from glasswork.promises.roads import DUE_FOR, review_days
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

EVER = (ROADS,)  # of one’s own space: the ninety days of whoever is alone


class DayCome(NamedTuple):
    """``page`` is where one looks back, or again."""

    words: str
    page: str


def day_come(entries: Iterable[Opened[Kind]], me: UUID, today: date) -> DayCome | None:
    """Until one has looked, and for two weeks at most. ``entries`` reach back to the first day."""
    mine = sorted((entry for entry in entries if entry.author == me), key=attrgetter("sequence"))
    days = _day_to_look_back(mine, today)
    if days:
        return DayCome(f"It’s {days} days since you began your ninety days. You could look back.", "review")
    choice = next((entry.value for entry in reversed(mine) if isinstance(entry.value, Decision)), None)
    if choice and choice.road == "wait" and choice.look_again and _is_due(choice.look_again, today):
        return DayCome("A day on which you meant to look again has come.", "decision")
    return None


def _day_to_look_back(mine: list[Opened[Kind]], today: date) -> int:
    """30, 90 or 180, or 0 where none is due. Only one’s newest ninety days count, and none that were stopped."""
    newest = {entry.space: entry.value for entry in mine if isinstance(entry.value, Commitment | Stopped)}
    began = max((value.began_on for value in newest.values() if isinstance(value, Commitment)), default=None)
    looked = [entry.value for entry in mine if isinstance(entry.value, LookBack)]
    due = [(days, on) for days, on in (review_days(began) if began else []) if _is_due(on, today)]
    return next((days for days, on in due if not any(_meets(back, days, on) for back in looked)), 0)


def _meets(back: LookBack, days: int, on: date) -> bool:
    """Written on the day or after, or for it shortly before."""
    return back.on >= on or (back.after_days == days and back.on > on - DUE_FOR)


def _is_due(on: date, today: date) -> bool:
    return on <= today < on + DUE_FOR
