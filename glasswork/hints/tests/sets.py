"""The written lines, and what the rules make of them, as counts."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from glasswork.hints.looking import Looked
from glasswork.hints.looking import look as look_at

FOLDER = Path(__file__).parent
KINDS = ("self-harm", "violence", "control")


class Share(NamedTuple):
    """``hit`` of ``all``; ``wrong`` names the lines that went the other way."""

    hit: int
    all: int
    wrong: tuple[str, ...]

    @property
    def part(self) -> float:
        return self.hit / self.all


@cache
def look(text: str) -> Looked:
    """Many sets share lines."""
    return look_at(text)


@cache
def read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def voices() -> list[dict[str, Any]]:
    """Lines by many hands, a file each, as the sets of ``talk`` and ``situations`` are: texts by label."""
    found = []
    for path in sorted((FOLDER / "voices").glob("*.txt")):
        each: dict[str, Any] = {"situation": path.stem, "held_out": False}
        for line in path.read_text(encoding="utf-8").splitlines():
            label, _, text = line.partition("|")
            each.setdefault(label, []).append(text)
        found.append(each)
    return found


def hinted(lines: list[tuple[int, str]]) -> Share:
    """How many are hinted with their own class."""
    wrong = tuple(text for number, text in lines if number not in look(text).hints)
    return Share(len(lines) - len(wrong), len(lines), wrong)


def stirred(lines: list[str]) -> Share:
    """How many kind lines get a hint, or are led to help."""
    wrong = tuple(text for text in lines if look(text).hints or look(text).help != "none")
    return Share(len(wrong), len(lines), wrong)


def found(lines: list[str]) -> Share:
    """How many lines that call for help are led to some."""
    wrong = tuple(text for text in lines if look(text).help == "none")
    return Share(len(lines) - len(wrong), len(lines), wrong)


def false_alarms(lines: list[str]) -> Share:
    wrong = tuple(text for text in lines if look(text).help != "none")
    return Share(len(wrong), len(lines), wrong)


def told(rows: dict[str, Any]) -> list[str]:
    """All lines of a set that call for help."""
    return [text for kind in KINDS for text in rows.get(kind, [])]


def by_class(name: str) -> list[tuple[int, str]]:
    return [(each["class"], text) for each in read(name)["set"] for text in each["lines"]]


def side(name: str, *, held_out: bool) -> list[dict[str, Any]]:
    return [each for each in read(name)["set"] if each["held_out"] == held_out]


def said(sets: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """Each line with its class, 0 where it is kind or plain."""
    return [(number, text) for each in sets for number in range(11) for text in each.get(str(number), [])]
