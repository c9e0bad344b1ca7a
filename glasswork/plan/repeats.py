"""After how many days an exercise comes round again, from its own words for how often. Pure."""

import re
from datetime import timedelta
from functools import cache

from glasswork.plan.facts import A_DAY, Facts
from glasswork.programme.exercises import Exercise

# The first that fits counts.
_EVERY = (
    (r"each evening|once a day|one sentence a day|five minutes a day", 1),
    (r"(twice|three times|sittings) a week", 3),
    (r"every three months|twice a year", 90),
    (r"two practices|^twice|rehearsed twice|three sittings|written over", 4),
    (r"five sittings", 5),
    (r"once a week|each week|one rung a week|a week apart", 7),
    (r"30, 90 and 180 days|after thirty days|month", 30),
    (r"after ninety days", 90),
)
_SITTINGS = (
    (r"^two practices|^twice,", 2),
    (r"^three sittings|^three times, at least|rehearsed twice|written over", 3),
    (r"^five sittings", 5),
)


def days_between(exercise: Exercise) -> int:
    """0 where it is done once, or whenever its owner feels like it."""
    return _days(exercise.facts.how_often)


def is_due(facts: Facts, exercise: Exercise) -> bool:
    """Whether it may come round today: never done, asked for again, or its days have passed."""
    name = exercise.facts.id
    times, days = facts.times(name), days_between(exercise)
    if times is None or is_again(facts, name):
        return True
    sittings = _sittings(exercise.facts.how_often)
    is_over = sittings and times.number >= sittings
    is_ahead = times.last - facts.today > A_DAY  # left over from a clock set back
    return bool(days) and not is_over and (is_ahead or facts.today >= times.last + timedelta(days=days))


def is_again(facts: Facts, name: str) -> bool:
    """Whether its owner wanted to look at it again by today."""
    day = facts.again.get(name)
    return day is not None and day <= facts.today


@cache
def _days(how_often: str) -> int:
    return next((days for words, days in _EVERY if re.search(words, how_often)), 0)


@cache
def _sittings(how_often: str) -> int:
    return next((number for words, number in _SITTINGS if re.search(words, how_often)), 0)
