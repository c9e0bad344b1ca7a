"""The words somebody may leave when they stop sharing: when they show, and to whom. Pure rules."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from glasswork.pairing.kinds import Parting
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened

MOST_CHARACTERS = 8_000
_ALWAYS_BYTES = 4 * MOST_CHARACTERS  # with its frame this still fits the 32 KiB size of an envelope


class Tell(StrEnum):
    """Whether the other person reads something from the leaver here, and from when."""

    NOW = "now"
    WEEK = "week"
    NOT_HERE = "not-here"


class Notice(NamedTuple):
    """What the partner left. ``words`` may be empty: then it only says that they chose to stop."""

    day: date
    words: str


def make_parting(tell: Tell, words: str, today: date) -> Parting:
    """The entry for this choice, the same size whatever it is. Raises ValueError when the words are too long."""
    if len(words) > MOST_CHARACTERS:
        raise ValueError("too many words for a parting")
    shown = "" if tell is Tell.NOT_HERE else words
    show_on = {Tell.NOW: today, Tell.WEEK: today + timedelta(days=7), Tell.NOT_HERE: None}[tell]
    return Parting(show_on=show_on, words=shown, filler=bytes(_ALWAYS_BYTES - len(shown.encode())))


def parting_notice(space: OpenSpace, entries: Iterable[Opened[Kind]], today: date) -> Notice | None:
    """What the partner of this space left for one to read, once its day has come. One's own is never shown back."""
    for entry in entries:
        value = entry.value
        is_theirs = entry.space == space.id and entry.author != space.me
        if is_theirs and isinstance(value, Parting) and value.show_on and value.show_on <= today:
            return Notice(value.show_on, value.words)
    return None
