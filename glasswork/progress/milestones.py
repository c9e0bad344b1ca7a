"""Firsts with their day, pure. They are said in words, never counted, and only to whoever knows of them."""

from datetime import date
from typing import NamedTuple

from glasswork.progress.kinds import Tally

OF_TWO = {
    "evening": "The first evening you both answered",
    "heard": "The first “Yes, that’s it”",
    "good": "The first good thing that was said",
    "talk": "The first talk you held to its end",
    "return": "The first return from a time-out, as it was said",
    "kept": "The first promise that was kept, and seen",
    "line": "The first line you both agreed",
    "thanks": "The first small thing done, and thanked for",
    "honest": "The first honest moment in the jar",
    "laugh": "The first laugh in the jar",
    "mended": "The first thing you both see as mended",
}
OF_ONE = {
    "own-evening": "Your first evening with yourself",
    "own-good": "The first good thing you noticed",
    "own-kept": "The first promise to yourself that you kept",
    "own-line": "Your first line of your own",
    "written": "The first exercise you kept",
    "own-honest": "Your first honest moment in the jar",
    "own-laugh": "Your first laugh in the jar",
    "looked-back": "The first time you looked back at something hard",
    "own-letter": "Your first letter about a month",
    "mended": "The first thing you mended",
}
NEW_FOR_ALONE = {
    "own-evening": "you answered in the evening",
    "own-good": "you noticed a good thing",
    "own-laugh": "a laugh went into the jar",
    "own-honest": "an honest moment went into the jar",
    "own-kept": "you kept a promise to yourself",
    "own-line": "you wrote a line of your own",
    "written": "you kept an exercise",
    "looked-back": "you looked back at a hard time",
    "own-letter": "you kept a letter about your month",
}
NEW = {
    **NEW_FOR_ALONE,
    "evening": "you both answered in the evening",
    "heard": "one of you said “Yes, that’s it”",
    "talk": "you held a talk to its end",
    "return": "one of you came back, as it was said",
    "honest": "an honest moment went into the jar",
    "good": "one of you said a good thing",
    "laugh": "a laugh went into the jar",
    "kept": "a promise was kept",
    "line": "you both agreed a line",
    "thanks": "something small was done, and thanked for",
}


class Milestone(NamedTuple):
    day: date
    words: str
    is_gold: bool
    is_mine: bool


def milestones_of(ours: Tally | None, own: Tally) -> list[Milestone]:
    """Newest first. ``ours`` is None for somebody alone."""
    shared = [_of(name, ours.firsts[name], OF_TWO) for name in OF_TWO if name in ours.firsts] if ours else []
    mine = [_of(name, own.firsts[name], OF_ONE, is_mine=True) for name in OF_ONE if name in own.firsts]
    return sorted([*shared, *mine], key=lambda each: each.day, reverse=True)


def _of(name: str, day: date, words: dict[str, str], *, is_mine: bool = False) -> Milestone:
    return Milestone(day, words[name], name == "mended", is_mine)
