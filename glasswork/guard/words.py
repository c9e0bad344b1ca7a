"""The lists that the control guard reads with, from ``words.toml`` beside this file. A flaw in them stops the start."""

import re
import tomllib
from pathlib import Path

import msgspec

FILE = Path(__file__).with_name("words.toml")


class RuleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it stands in the file, which says what its parts mean."""

    kind: str
    who: str
    is_not: bool | None = None
    third: bool | None = None
    broad: bool | None = None
    order: bool | None = None
    has: list[str] = []
    said: list[str] = []
    unless: list[str] = []


class _File(msgspec.Struct, forbid_unknown_fields=True):
    names: list[str]
    spelled: list[str]
    words: dict[str, list[str]]
    shapes: dict[str, list[str]]
    typed: dict[str, str]
    excused: dict[str, list[str]]
    rule: list[RuleWords]


_file = msgspec.convert(tomllib.loads(FILE.read_text("utf-8")), _File)
WORDS = {name: "|".join(parts) for name, parts in _file.words.items()}
NOT_NAMES = frozenset(" ".join(_file.names).split())
SPELLED = frozenset(" ".join(_file.spelled).split())
TYPED, EXCUSED, RULES = _file.typed, _file.excused, _file.rule

SHAPES = {name: re.compile("".join(parts)) for name, parts in _file.shapes.items()}


def sign(*patterns: str) -> re.Pattern[str]:
    """One of these, as whole words."""
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(filled(each) for each in patterns)})(?![\w-])")


def filled(pattern: str) -> str:
    """``<name>`` becomes the words of that list, and so on for the lists in that list."""
    while found := re.search(r"(?<!\?P)(?<!\?)<([a-z_]+)>", pattern):
        pattern = pattern.replace(found[0], f"(?:{WORDS[found[1]]})")
    return pattern
