"""Weeks in which heavy talks rest. They come to every couple, whatever anybody answered, so they tell nothing (S11)."""

from datetime import date

from glasswork.seal.derive import keyed_hash
from glasswork.seal.labels import Label
from glasswork.spaces.opening import OpenSpace

ONE_IN = 5


def is_solo_week(space: OpenSpace, day: date) -> bool:
    """Both work it out alike from the key they share; nobody else can, and nothing is stored."""
    year, week, _ = day.isocalendar()
    return keyed_hash(space.key.tag_key, Label.SOLO_WEEK, f"{year}-{week}".encode())[0] % ONE_IN == 0
