"""The rules that a conversation's branches name. Content says where a branch leads; only these say when."""

from collections.abc import Callable
from typing import NamedTuple

TRIES = 2  # saying back: the second “Not quite” goes on as well


class Tally(NamedTuple):
    """What ended a turn. ``tries`` counts “Not quite”, ``rounds`` “more” at this turn, both with this one."""

    event: str
    tries: int = 0
    rounds: int = 0
    has_time: bool = False


type Rule = Callable[[Tally], bool]


def not_quite(tally: Tally) -> bool:
    """Once more, as long as there is a try left."""
    return tally.event == "not-quite" and tally.tries < TRIES


def time_left(tally: Tally) -> bool:
    """Back to the one who speaks, while their time lasts."""
    return tally.event in {"yes", "not-quite"} and tally.has_time


def said_it_all(tally: Tally) -> bool:
    return tally.event == "done"


def enough(tally: Tally) -> bool:
    return tally.event == "enough"


def left_out(tally: Tally) -> bool:
    return tally.event == "skip"


def once_more(tally: Tally) -> bool:
    return tally.event == "more" and tally.rounds <= 1


def twice_more(tally: Tally) -> bool:
    return tally.event == "more" and tally.rounds <= 2


def thrice_more(tally: Tally) -> bool:
    return tally.event == "more" and tally.rounds <= 3


RULES: dict[str, Rule] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (not_quite, time_left, said_it_all, enough, left_out, once_more, twice_more, thrice_more)
}
