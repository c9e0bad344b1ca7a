"""The control guard on the written lines. What it makes of lines it has not seen: docs/guard.md."""

import tomllib
from pathlib import Path

import pytest

from glasswork.agreements import guard
from glasswork.agreements.guard_answers import ANSWERS

FILE = Path(__file__).parent / "guard_lines.toml"
LINES: list[dict[str, str]] = tomllib.loads(FILE.read_text())["line"]
CONTROL = [line for line in LINES if line["kind"]]
FINE = [line for line in LINES if not line["kind"]]


def test_the_set_is_what_it_says() -> None:
    assert len(LINES) == len({line["text"] for line in LINES}) == 150
    assert len(CONTROL) == len(FINE) == 75
    assert {line["kind"] for line in CONTROL} == set(guard.Control) == set(ANSWERS)


def test_it_catches_at_least_95_of_a_hundred_demands() -> None:
    caught = [line for line in CONTROL if guard.check(line["text"])]
    assert len(caught) >= 0.95 * len(CONTROL)


def test_it_stops_at_most_5_of_a_hundred_fine_lines() -> None:
    stopped = [line["text"] for line in FINE if guard.check(line["text"])]
    assert len(stopped) <= 0.05 * len(FINE)


@pytest.mark.parametrize("text", ["", "…", "🙂", "x" * 20_000, "you " * 5_000, "\0", "Ты должен"])
def test_it_reads_anything(text: str) -> None:
    guard.check(text)


def test_no_starter_of_the_programme_is_caught() -> None:
    from glasswork.programme.cards import LINE_STARTERS  # noqa: PLC0415

    assert [starter.text for starter in LINE_STARTERS if guard.check(starter.text)] == []
    assert [answer.instead for answer in ANSWERS.values() if guard.check(answer.instead)] == []
