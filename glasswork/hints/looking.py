"""Looks at a text and says what it holds: classes of blame (1 to 10), good marks, and whether help is near at hand."""

import re
from functools import cache
from typing import NamedTuple

from glasswork.hints.help import Help, help_for
from glasswork.hints.reading import QUOTE, Sentence, read
from glasswork.hints.rulebook import Book, Found, kind_words

MARKS = ("fact", "feeling", "need", "request", "perspective")
BLAME = ("absolutes", "contempt", "thoughts", "defence", "demands")
CONTEMPT, SHUT_DOOR = 2, 7


class Looked(NamedTuple):
    """``hints``: numbers of classes, in order. Empty where there is a report of harm: that is never softened."""

    hints: tuple[int, ...]
    good: tuple[str, ...]
    help: Help


def look(text: str) -> Looked:
    sentences = read(text)
    near = help_for(sentences)
    hints = classes_in(sentences) if near is Help.NONE else ()
    return Looked(hints, marks_in(sentences), near)


def classes_in(sentences: list[Sentence]) -> tuple[int, ...]:
    found = {number for sentence in sentences for number in _classes(sentence)}
    if SHUT_DOOR in found and any(_comes_back(sentence.text) for sentence in sentences):
        found.discard(SHUT_DOOR)
    return tuple(sorted(found))


def marks_in(sentences: list[Sentence]) -> tuple[str, ...]:
    found = {each.rule.name for sentence in sentences for each in book("good").find(sentence)}
    return tuple(mark for mark in MARKS if mark in found)


@cache
def book(*names: str) -> Book:
    return Book(*names)


def _classes(sentence: Sentence) -> set[int]:
    every = list(book(*BLAME).find(sentence))
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
