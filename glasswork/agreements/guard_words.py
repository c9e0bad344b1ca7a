"""The lists that the control guard reads with, from ``guard.toml`` beside this file. A flaw in them stops the start."""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import msgspec

FILE = Path(__file__).with_name("guard.toml")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
MORE = "September October November December Christmas Easter New Year English British God"
NOT_NAMES = frozenset(f"{DAYS} {MORE} I You We They He She It If When No Never Please Do My Your The".split())


class Rule(NamedTuple):
    """Caught where ``pattern`` is found in a clause, unless ``but`` is found there, too."""

    kind: str
    pattern: re.Pattern[str]
    but: re.Pattern[str] | None = None


class _Pattern(msgspec.Struct, forbid_unknown_fields=True):
    """Whole words, or patterns as they are."""

    words: list[str] = []
    patterns: list[str] = []


class _Rule(_Pattern, forbid_unknown_fields=True, kw_only=True):
    kind: str
    but: list[str] = []
    but_patterns: list[str] = []


class _File(msgspec.Struct, forbid_unknown_fields=True):
    lists: dict[str, list[str]]
    take: list[_Rule]
    cut: list[_Rule]
    leave: list[_Rule]
    still: list[_Rule]
    invade: list[_Rule]
    single: dict[str, _Pattern]


class _Reader:
    def __init__(self, file: _File) -> None:
        self.file, self.lists = file, {}
        for name, parts in file.lists.items():
            self.lists[name] = self.fill("|".join(parts))

    def fill(self, text: str) -> str:
        return re.sub(r"(?<!\?P)<([a-z]+)>", lambda found: self.lists.get(found[1], found[0]), text)

    def compile(self, words: list[str], patterns: list[str]) -> re.Pattern[str]:
        parts = [rf"\b(?:{'|'.join(words)})\b"] if words else []
        return re.compile(self.fill("|".join([*parts, *patterns])))

    def rules(self, some: list[_Rule]) -> list[Rule]:
        return [
            Rule(
                each.kind,
                self.compile(each.words, each.patterns),
                self.compile(each.but, each.but_patterns) if each.but or each.but_patterns else None,
            )
            for each in some
        ]

    def single(self, name: str) -> re.Pattern[str]:
        found = self.file.single[name]
        return self.compile(found.words, found.patterns)


_reader = _Reader(msgspec.convert(tomllib.loads(FILE.read_text("utf-8")), _File))
TAKE, CUT = _reader.rules(_reader.file.take), _reader.rules(_reader.file.cut)
LEAVE, STILL = _reader.rules(_reader.file.leave), _reader.rules(_reader.file.still)
INVADE = _reader.rules(_reader.file.invade)
FREE, STRINGS, SEEN = (_reader.single(name) for name in ("free", "strings", "seen"))
NAMED, DOORKEEPER, OF_KIN = (_reader.single(name) for name in ("named", "doorkeeper", "of_kin"))
MINE, INSIDE = _reader.single("mine"), _reader.single("inside")
ORDER, BENIGN = _reader.single("order"), _reader.single("benign")
TOPICS = [
    (kind, re.compile(rf"\b(?:{_reader.lists[name]})\b"))
    for kind, name in {
        "passwords": "code",
        "location": "place",
        "family": "kin",
        "faith": "creed",
        "health": "body",
        "money": "means",
        "work": "job",
        "messages": "inside",
        "friends": "friend",
    }.items()
]
