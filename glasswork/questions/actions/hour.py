"""The hour for questions: one names it, the other agrees, either ends it."""

from datetime import time

from msgspec.structs import replace

from glasswork.questions.actions.writing import Act, MovedOn, act_in
from glasswork.questions.delivery import Hour, in_zone, named
from glasswork.questions.here import Here
from glasswork.questions.kinds import Wish


def name_hour(here: Here, hour: int) -> None:
    """The same hour named by both is agreed."""
    with act_in(here) as act:
        wish, mine = act.ledger.wish, named(hour, here.now, here.zone)
        if wish and wish.by != here.me and wish.hour == mine:
            _agree(act, wish)
        elif act.ledger.hour is None or in_zone(act.ledger.hour, here.now, here.zone) != time(hour):
            act.ledger = replace(act.ledger, wish=Wish(here.me, mine, hour))


def agree_to_hour(here: Here, hour: Hour) -> None:
    """To exactly the hour that was shown."""
    with act_in(here) as act:
        wish = act.ledger.wish
        if wish is None or wish.by == here.me or wish.hour != hour:
            raise MovedOn
        _agree(act, wish)


def _agree(act: Act, wish: Wish) -> None:
    is_local = in_zone(wish.hour, act.here.now, act.here.zone) == time(wish.on_clock)
    hour = Hour(wish.on_clock, 0, is_local=True) if is_local else wish.hour
    act.ledger = replace(act.ledger, hour=hour, wish=None)


def end_hour(here: Here) -> None:
    """One’s own wish is taken back, the other’s declined, or the hour is over: questions come by day again."""
    with act_in(here) as act:
        has_wish = act.ledger.wish is not None
        act.ledger = replace(act.ledger, wish=None, hour=act.ledger.hour if has_wish else None)
