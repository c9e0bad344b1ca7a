"""Reads the rules from ``english/*.toml`` and finds them in sentences.

A rule lists ways of saying one thing, a line each. A line is a regular expression over whole plain words, with
``<list>`` for one word of a list, ``<list*>`` for any number of them, ``~`` for up to three words of any kind and
``~~`` for up to eight. It is asked only of sentences that hold a word it can’t do without, so hundreds cost little.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from glasswork.hints.keys import needed
from glasswork.hints.reading import Sentence

ENGLISH = Path(__file__).parent / "english"
_LIST = re.compile(r"<([\w-]+)(\*?)>")
_GAPS = {" ~ ": r" (?:\S+ ){0,3}?", " ~~ ": r" (?:\S+ ){0,8}?"}


class Rule(NamedTuple):
    """Holds where a line of ``find`` is found and none of ``unless``, or one of ``despite`` as well.

    ``praise``: thanks and praise keep it away. ``owned``: so does a thought that its writer owns as one.
    ``asks``: only in a question. ``inside``: a “not” among the found words denies them, as one before them does.
    """

    name: str
    number: int
    find: tuple[str, ...]
    unless: str
    despite: str
    praise: bool
    owned: bool
    asks: bool
    inside: bool


class Found(NamedTuple):
    rule: Rule
    match: re.Match[str]


class Book:
    """The rules of some files, by the words that their lines need."""

    def __init__(self, *names: str) -> None:
        texts = [(ENGLISH / f"{name}.toml").read_text(encoding="utf-8") for name in names]
        self.rules = [_rule(row) for text in texts for row in tomllib.loads(text)["rule"]]
        self._by_word: dict[str, list[tuple[Rule, str]]] = {}
        for rule in self.rules:
            for line in rule.find:
                for word in needed(line, _list):
                    self._by_word.setdefault(word, []).append((rule, line))

    def find(self, sentence: Sentence, known: frozenset[int] = frozenset()) -> Iterator[Found]:
        """Every place where a rule holds in a sentence, but for classes that are known; a rule may hold twice."""
        off: dict[int, bool] = {}
        for word in sentence.words & self._by_word.keys() | {""}:
            for rule, line in self._by_word.get(word, []):
                if rule.number in known or not pattern(line).search(sentence.text):
                    continue
                for match in pattern(line).finditer(sentence.text):
                    if id(rule) not in off:
                        off[id(rule)] = _is_off(rule, sentence)
                    if not off[id(rule)]:
                        yield Found(rule, match)


def _is_off(rule: Rule, sentence: Sentence) -> bool:
    text = sentence.text
    if rule.asks and not sentence.asks:
        return True
    is_kept_away = bool(rule.unless) and bool(pattern(rule.unless).search(text))
    return is_kept_away and not (rule.despite and pattern(rule.despite).search(text))


@cache
def pattern(line: str) -> re.Pattern[str]:
    """Of a line of our own, never of what somebody typed: for whole words."""
    return re.compile(rf"(?<!\S)(?:{_spelt(line)})(?!\S)")


@cache
def kind_words(name: str) -> re.Pattern[str]:
    """All lines of one name under “kind” in ``lists.toml``, as one pattern."""
    return pattern("|".join(_lines(lists()["kind"][name])))


@cache
def lists() -> dict[str, Any]:
    return tomllib.loads((ENGLISH / "lists.toml").read_text(encoding="utf-8"))


def _either(name: str) -> str:
    return "(?:" + "|".join(word.replace("_", " ") for word in _list(name)) + ")"


def _list(name: str) -> list[str]:
    return str(lists()["words"][name]).split()


def _spelt(line: str) -> str:
    text = line
    for gap, regex in _GAPS.items():
        text = text.replace(gap, regex)
    text = re.sub(r"<([\w-]+)\*> ", lambda found: f"(?:{_either(found[1])} )*", text)
    return _LIST.sub(lambda found: _either(found[1]), text)


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        name=row["name"],
        number=row.get("class", 0),
        find=tuple(_lines(row["find"])),
        unless="|".join(_lines(row.get("unless", ""))),
        despite="|".join(_lines(row.get("despite", ""))),
        praise=row.get("praise", True),
        owned=row.get("owned", False),
        asks=row.get("asks", False),
        inside=row.get("inside", False),
    )


def _lines(text: str) -> list[str]:
    """One a line; “@name” stands for all lines of that name in ``lists.toml``."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [each for line in lines for each in (_lines(lists()["kind"][line[1:]]) if line.startswith("@") else [line])]
