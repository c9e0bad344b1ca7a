"""The one hint for a text, in the house's voice. It offers; it never blocks, and never speaks for somebody."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from glasswork.hints.help import Help
from glasswork.hints.looking import look, marks_of

_SENTENCES = Path(__file__).parent.parent / "content" / "en" / "hints.toml"
# Which class speaks when several apply: what hurts most comes first.
_ORDER = (8, 2, 10, 3, 1, 9, 6, 7, 5, 4)
_MONTHS = "January February March April May June July August September October November December".split()
_DAY = "|".join([*(f"{day}day" for day in "Mon Tues Wednes Thurs Fri Satur Sun".split()), *_MONTHS])
_FACT = re.compile(
    rf"\b(?:(?:on|last|this) (?:{_DAY}|night|week|weekend)\b|on \d{{1,2}} (?:{_DAY})|yesterday|(?:at|till|until) "
    r"(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight)\b)",
    re.IGNORECASE,
)


class Hint(NamedTuple):
    """``number`` is the class, 0 where only the way to help is shown. ``good`` says what is done well, or nothing."""

    number: int
    says: str
    offer: str
    good: str
    help: Help


def hint_for(text: str) -> Hint | None:
    """At most one. Where harm is told there is no hint, only the way to help."""
    found = look(text)
    if found.help is not Help.NONE:
        words = _sentences()["help"]
        return Hint(0, words["says"], words["offer"], "", found.help)
    number = next((each for each in _ORDER if each in found.hints), 0)
    return Hint(number, _says(number), _frame(text), good_words(marks_of(text)), Help.NONE) if number else None


def good_in(text: str) -> str:
    """What a text does well, as a sentence; nothing where it blames, or where help matters more."""
    found = look(text)
    return "" if found.hints or found.help is not Help.NONE else good_words(marks_of(text))


def good_words(marks: tuple[str, ...]) -> str:
    """“You named a feeling and a request.”"""
    named = [_sentences()["good"][mark] for mark in marks]
    if not named:
        return ""
    return "You named " + (f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]) + "."


def _says(number: int) -> str:
    return str(next(row["says"] for row in _sentences()["hint"] if row["class"] == number))


def _frame(text: str) -> str:
    """The frame, from the writer's own fact where they gave one."""
    fact, frame = _FACT.search(text), _sentences()["frame"]
    return str(frame["with_fact"]).format(fact=fact[0]) if fact else str(frame["without_fact"])


@cache
def _sentences() -> dict[str, Any]:
    return tomllib.loads(_SENTENCES.read_text(encoding="utf-8"))
