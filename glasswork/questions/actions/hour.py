"""The hour for questions: one names it, the other agrees, either ends it.

What the two share is a time of day in UTC. As what it stood on each one’s own clock is kept with each of them alone,
and that is the hour that counts for them, whatever their clock or the other’s does later.
"""

from msgspec.structs import replace

from glasswork.questions.actions.writing import Act, act_in
from glasswork.questions.delivery import Hour, named, on_clock
from glasswork.questions.here import Here
from glasswork.questions.kinds import Wish
from glasswork.spaces.refused import MovedOn

MOST_KEPT = 4  # the hour that holds, the one that is wished for, and those before


def name_hour(here: Here, hour: int) -> None:
    """The same hour named by both is agreed."""
    with act_in(here) as act:
        wish, mine = act.ledger.wish, named(hour, here.now, here.zone)
        if wish and wish.by != here.me and wish.hour == mine:
            _agree(act, wish)
        elif here.hour is None or (here.hour.hour, here.hour.minute) != (hour, 0):
            act.ledger = replace(act.ledger, wish=Wish(here.me, mine))
            _keep_own(act, mine)


def agree_to_hour(here: Here, hour: Hour) -> None:
    """To exactly the hour that was shown."""
    with act_in(here) as act:
        wish = act.ledger.wish
        if wish is None or wish.by == here.me or wish.hour != hour:
            raise MovedOn
        _agree(act, wish)


def end_hour(here: Here) -> None:
    """One’s own wish is taken back, the other’s declined, or the hour is over: questions come by day again."""
    with act_in(here) as act:
        has_wish = act.ledger.wish is not None
        act.ledger = replace(act.ledger, wish=None, hour=act.ledger.hour if has_wish else None)


def _agree(act: Act, wish: Wish) -> None:
    act.ledger = replace(act.ledger, hour=wish.hour, wish=None)
    _keep_own(act, wish.hour)


def _keep_own(act: Act, hour: Hour) -> None:
    own = on_clock(hour, act.here.now, act.here.zone)
    act.desk = replace(act.desk, hours=(*act.desk.hours, own)[-MOST_KEPT:])
