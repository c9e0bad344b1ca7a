"""Looks at a text and says what it holds: classes of blame (1 to 10), good marks, and whether help is near at hand."""

import re
from functools import cache
from typing import NamedTuple

from glasswork.hints.help import Help, help_for
from glasswork.hints.learned import Stretch, is_known, likeliest_class, stretches, weight_of
from glasswork.hints.reading import QUOTE, Sentence, read
from glasswork.hints.rulebook import Book, Found, kind_words

MARKS = ("fact", "feeling", "need", "request", "perspective")
BLAME = ("absolutes", "contempt", "thoughts", "defence", "demands")
CONTEMPT, SHUT_DOOR = 2, 7
# Measured on lines that were not learned from; docs/hints.md.
_HARDLY, _UNLIKELY, _LIKELY, _SURELY = weight_of(0.03), weight_of(0.1), weight_of(0.75), weight_of(0.93)
_PERSONS = frozenset("i me my you your yourself we us our".split())
# Classes whose sayings are plain enough to count where a sentence reads as hardly blaming: “I feel neglected”.
_PLAIN = frozenset({5})
_ENOUGH = 3


class Looked(NamedTuple):
    """``hints``: numbers of classes, in order. Empty where there is a report of harm: that is never softened."""

    hints: tuple[int, ...]
    good: tuple[str, ...]
    help: Help


def look(text: str) -> Looked:
    sentences = read(text)
    parts = stretches(sentences)
    near = help_for(parts)
    hints = classes_in(parts) if near is Help.NONE else ()
    return Looked(hints, marks_in(sentences), near)


def classes_in(text: list[Stretch]) -> tuple[int, ...]:
    """What the rules find where it may blame, and the class that reads as likely. One hint is shown: few are enough."""
    found: set[int] = set()
    for stretch in text:
        if len(found) >= _ENOUGH:
            break
        found |= _in_stretch(stretch, frozenset(found))
    if SHUT_DOOR in found and any(_comes_back(part.sentence.text) for stretch in text for part in stretch.parts):
        found.discard(SHUT_DOOR)
    return tuple(sorted(found))


def _in_stretch(stretch: Stretch, known: frozenset[int]) -> set[int]:
    is_between_two = any(not _PERSONS.isdisjoint(part.sentence.words) for part in stretch.parts)
    is_likely = stretch.blames > (_LIKELY if is_between_two else _SURELY) and is_known(stretch)
    found: set[int] = set()
    for part in stretch.parts:
        if stretch.blames > 0 or part.blames > _UNLIKELY:
            found |= _classes(part.sentence, known)
        elif part.blames > _HARDLY:
            found |= _classes(part.sentence, known) & _PLAIN
    return found | {likeliest_class(stretch)} if is_likely and not known else found


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
