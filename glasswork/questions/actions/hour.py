"""The hour for questions: one names it, the other agrees, either ends it.

What the two share is a full hour in UTC. As what it stood on each one’s own clock is kept with each of them alone,
and that is the hour that counts for them, whatever their clock or the other’s does later.
"""

from msgspec.structs import replace

from glasswork.questions.actions.writing import Act, act_in
from glasswork.questions.delivery import Hour, OwnHour, named, on_clock
from glasswork.questions.here import Here
from glasswork.questions.kinds import Wish
from glasswork.spaces.refused import MovedOn

MOST_KEPT = 4  # the hour that holds, the one that is wished for, and those before


def name_hour(here: Here, hour: int) -> None:
    """The same hour named by both is agreed."""
    with act_in(here) as act:
        wish, mine = act.ledger.wish, named(hour, here.now, here.zone)
        own = OwnHour(mine, hour, 0, here.now, here.zone.key)
        if wish and wish.by != here.me and wish.hour == mine:
            _agree(act, wish, own)
        elif here.hour is None or (here.hour.hour, here.hour.minute) != (hour, 0):
            act.ledger = replace(act.ledger, wish=Wish(here.me, mine))
            _keep_own(act, own)


def agree_to_hour(here: Here, hour: Hour) -> None:
    """To exactly the hour that was shown."""
    with act_in(here) as act:
        wish = act.ledger.wish
        if wish is None or wish.by == here.me or wish.hour != hour:
            raise MovedOn
        _agree(act, wish, on_clock(wish.hour, here.now, here.zone))


def end_hour(here: Here) -> None:
    """One’s own wish is taken back, the other’s declined, or the hour is over: questions come by day again."""
    with act_in(here) as act:
        has_wish = act.ledger.wish is not None
        act.ledger = replace(act.ledger, wish=None, hour=act.ledger.hour if has_wish else None)


def _agree(act: Act, wish: Wish, own: OwnHour) -> None:
    act.ledger = replace(act.ledger, hour=wish.hour, wish=None)
    _keep_own(act, own)


def _keep_own(act: Act, own: OwnHour) -> None:
    """The newest few, and the one that holds however many are named after it."""
    hours = (*act.desk.hours, own)
    holds = [each for each in hours[:-MOST_KEPT] if each.agreed == act.ledger.hour]
    act.desk = replace(act.desk, hours=(*holds[-1:], *hours[-MOST_KEPT:]))
