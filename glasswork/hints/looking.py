"""Looks at a text and says what it holds: classes of blame (1 to 10), whether help is near at hand, and good marks."""

import re
from functools import cache
from typing import NamedTuple

from glasswork.hints.help import Help, help_for
from glasswork.hints.learned import Weighed, is_known, weighed, weight_of
from glasswork.hints.reading import QUOTE, Sentence, read
from glasswork.hints.rulebook import Book, Found, kind_words

MARKS = ("fact", "feeling", "need", "request", "perspective")
BLAME = ("absolutes", "contempt", "thoughts", "defence", "demands")
CONTEMPT, SHUT_DOOR = 2, 7
# Measured on lines that were not learned from; docs/hints.md.
_LIKELY, _SURELY = weight_of(0.4), weight_of(0.8)
_PERSONS = frozenset("i me my you your yourself we us our".split())
# From where on a saying of each class counts: classes whose sayings are plain count where little else blames.
_COUNTS = dict(enumerate(map(weight_of, (0.085, 0.055, 0.035, 0.035, 0.03, 0.085, 0.1, 0.055, 0.14, 0.055)), start=1))
_HARDLY = min(_COUNTS.values())
_ENOUGH = 3


class Looked(NamedTuple):
    """``hints``: numbers of classes, in order. Empty where there is a report of harm: that is never softened."""

    hints: tuple[int, ...]
    help: Help


def look(text: str) -> Looked:
    parts = weighed(read(text))
    near = help_for(parts)
    return Looked(classes_in(parts) if near is Help.NONE else (), near)


def classes_in(text: list[Weighed]) -> tuple[int, ...]:
    """What the rules find where it may blame, and the class that reads as likely. One hint is shown: few are enough."""
    found: set[int] = set()
    for part in text:
        if len(found) >= _ENOUGH:
            break
        if part.blames > _HARDLY:
            found |= _in_part(part, frozenset(found))
    if SHUT_DOOR in found and any(_comes_back(part.sentence.text) for part in text):
        found.discard(SHUT_DOOR)
    return tuple(sorted(found))


def _in_part(part: Weighed, known: frozenset[int]) -> set[int]:
    sentence = part.sentence
    found = {each for each in _classes(sentence, known) if part.blames > _COUNTS[each]}
    if found or known:
        return found
    bound = _SURELY if _PERSONS.isdisjoint(sentence.words) else _LIKELY
    return {part.number} if part.blames > bound and is_known(sentence) else set()


def marks_of(text: str) -> tuple[str, ...]:
    """What a text does well."""
    return marks_in(read(text))


def marks_in(sentences: list[Sentence]) -> tuple[str, ...]:
    found: set[int] = set()
    for sentence in sentences:
        found |= {each.rule.number for each in book("good").find(sentence, frozenset(found))}
        if len(found) == len(MARKS):
            break
    return tuple(mark for number, mark in enumerate(MARKS, start=1) if number in found)


@cache
def book(*names: str) -> Book:
    return Book(*names)


def _classes(sentence: Sentence, known: frozenset[int]) -> set[int]:
    every = list(book(*BLAME).find(sentence, known))
    is_thanks = bool(every) and _thanks(sentence.text)
    found = {
        each.rule.number
        for each in every
        if not (each.rule.praise and is_thanks) and not (each.rule.owned and _is_owned(each))
    }
    return found | ({CONTEMPT} if _is_mocking(sentence) else set())


def _thanks(text: str) -> bool:
    return bool(kind_words("thanks").search(text)) and not kind_words("sour").search(text)


def _is_owned(found: Found) -> bool:
    """Whether the words stand inside a thought its writer owns (“I worry that …”) or what somebody said."""
    before = found.match.string[: found.match.start()].strip()
    return bool(before) and bool(kind_words("owned").search(before) or kind_words("reported-before").fullmatch(before))


def _is_mocking(sentence: Sentence) -> bool:
    """Quotation marks around a word or three that nobody is said to have spoken."""
    is_short = any(len(re.findall(r"\w+", quote)) <= 3 for quote in sentence.quotes)
    return (
        is_short
        and bool(kind_words("mocked").fullmatch(sentence.text))
        and not kind_words("spoken").fullmatch(sentence.text.split(QUOTE)[0].strip())
    )


def _comes_back(text: str) -> bool:
    return bool(kind_words("returning").fullmatch(text)) and bool(kind_words("time").search(text))
