"""The one hint for a text, in the house's voice. It offers; it never blocks, and never speaks for somebody."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from glasswork.hints.help import Help
from glasswork.hints.looking import Looked, look, marks_of

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


# What happened, told plainly: somebody, and what they did. Only that is quoted whole; anything less sure is left.
_DID = (
    r"(?:was|were) (?:at|in|with|out|late)|had|did|said|told|asked|came|went|left|got|took|gave|made|kept|hid|lied|saw|"
    r"met|wrote|read|heard|spoke|rang|called|sent|sat|stood|slept|woke|ate|drank|drove|ran|found|forgot|lost|broke|"
    r"paid|spent|bought|shut|hung|threw|put|felt|(?!need)[a-z]+ed"
)
_HAPPENED = re.compile(
    rf"(?:{_FACT.pattern}(?: at \w+)?,? )?(?:i|you|we|they|he|she|it) (?:(?:only|just|both) )?(?:{_DID})\b.*",
    re.IGNORECASE,
)
_SENTENCE, _CLAUSE = re.compile(r"[^.!?…;\n]+[.!?…;]*"), re.compile(r"[^,:;()–—]+")
_JOINED = re.compile(r"\W*(?:(?:and|but|so|because|that|then|also)\W+)*", re.IGNORECASE)
_UNSURE = re.compile(
    r"[?\"“”„«»]|\b(?:if|would|could|should|might|maybe|wish|like|always|never|every)\b", re.IGNORECASE
)
_QUOTED_WORDS, _AROUND = 12, 200  # words quoted at most; characters looked at on each side of the time
_QUIET, _CONTEMPT = Looked((), Help.NONE), 2


class Hint(NamedTuple):
    """``number`` is the class, 0 where only the way to help is shown. ``good`` says what is done well, or nothing."""

    number: int
    says: str
    offer: str
    good: str
    help: Help


def hint_for(text: str, *, first: int = 0) -> Hint | None:
    """At most one; the class ``first`` speaks before any other. Where harm is told there is only the way to help."""
    found = look(text)
    if found.help is not Help.NONE:
        words = _sentences()["help"]
        return Hint(0, words["says"], words["offer"], "", found.help)
    number = next((each for each in (first, *_ORDER) if each in found.hints), 0)
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
    fact, frame = _fact_in(text), _sentences()["frame"]
    return str(frame["with_fact"]).format(fact=fact) if fact else str(frame["without_fact"])


def _fact_in(text: str) -> str:
    """What happened with its time, in the writer's words where they blame nobody; else the time alone, or nothing."""
    if found := _FACT.search(text):
        around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        pieces = [sentence[0] for sentence in _SENTENCE.finditer(around)]
        clauses = [clause[0] for piece in pieces if "?" not in piece for clause in _CLAUSE.finditer(piece)]
        return next(filter(None, map(_happened, [*pieces, *clauses])), found[0])
    return ""


def _happened(piece: str) -> str:
    """The piece itself, where it tells plainly what happened and when; else nothing."""
    told = _JOINED.sub("", piece, count=1).rstrip(" .!…;\n")
    words = told.split()
    is_plain = _FACT.search(told) and _HAPPENED.fullmatch(told) and not _UNSURE.search(piece)
    if not is_plain or len(words) > _QUOTED_WORDS or look(told) != _QUIET:
        return ""
    ends = (" ".join(words[start:]) for start in range(len(words)))  # a hard name may hang on without a comma
    return "" if any(_CONTEMPT in look(end).hints for end in ends) else told


@cache
def _sentences() -> dict[str, Any]:
    return tomllib.loads(_SENTENCES.read_text(encoding="utf-8"))
