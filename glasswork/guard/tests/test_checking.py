"""The control guard on the written lines and on those held out. What to expect of unseen ones: docs/guard.md."""

import tomllib
from pathlib import Path

import pytest

from glasswork.guard import checking
from glasswork.guard.answers import ANSWERS
from glasswork.guard.kinds import Control

FOLDER = Path(__file__).parent
LINES: list[dict[str, str]] = tomllib.loads((FOLDER / "lines.toml").read_text())["line"]
CONTROL = [line for line in LINES if line["kind"]]
FINE = [line for line in LINES if not line["kind"]]


def grouped(name: str) -> list[tuple[str, str]]:
    """The kind (empty: fine) and the words of each line of a file by situation."""
    situations = tomllib.loads((FOLDER / f"{name}.toml").read_text())["situation"]
    return [(kind, text) for situation in situations for kind, text in situation["lines"]]


def test_the_set_is_what_it_says() -> None:
    assert len(LINES) == len({line["text"] for line in LINES}) == 150
    assert len(CONTROL) == len(FINE) == 75
    assert {line["kind"] for line in CONTROL} == set(Control) == set(ANSWERS)


def test_it_catches_at_least_95_of_a_hundred_demands() -> None:
    caught = [line for line in CONTROL if checking.check(line["text"])]
    assert len(caught) >= 0.95 * len(CONTROL)


def test_it_stops_at_most_5_of_a_hundred_fine_lines() -> None:
    stopped = [line["text"] for line in FINE if checking.check(line["text"])]
    assert len(stopped) <= 0.05 * len(FINE)


def test_nothing_was_learned_from_the_lines_held_out() -> None:
    held, written = grouped("held"), grouped("written")
    assert not {text for _, text in held} & {
        text for _, text in [*written, *((line["kind"], line["text"]) for line in LINES)]
    }
    assert len(held) > 400
    assert len(held) + len(written) > 2_000


def test_it_keeps_its_figures_on_lines_it_was_not_made_from() -> None:
    """The floors are what it reaches, not what one would wish for (docs/guard.md)."""
    held = grouped("held")
    demands = [bool(checking.check(text)) for kind, text in held if kind]
    fine = [bool(checking.check(text)) for kind, text in held if not kind]
    assert sum(demands) >= 0.87 * len(demands)
    assert sum(fine) <= 0.04 * len(fine)


def test_lines_of_strangers_are_read_as_they_are_meant() -> None:
    """As docs/guard.md says it; a new network must not read them much worse."""
    lines = [
        line for hand in ("fifth", "sixth") for line in tomllib.loads((FOLDER / f"{hand}.toml").read_text())["line"]
    ]
    demands, fine = ([bool(checking.check(line["text"])) for line in lines if bool(line["kind"]) is is_demand]
                     for is_demand in (True, False))  # fmt: skip
    assert sum(demands) >= 0.96 * len(demands)
    assert sum(fine) <= 0.04 * len(fine)


@pytest.mark.parametrize(
    "text",
    [
        "I will not have lunch alone with Jo.",
        "You end all contact with Jo.",
        "We both charge our phones in the hall.",
        "I'll text you if I'm late.",
        "Neither of us messages an ex in secret.",
        "You stop reading my messages.",
        "We don't shout.",
        "Bed by eleven",
        "The phone stays out",
        "Dinner with friends once a month",
    ],
)
def test_a_topic_alone_is_no_demand(text: str) -> None:
    assert not checking.check(text)


@pytest.mark.parametrize("text", ["", "…", "🙂", "x" * 20_000, "you " * 5_000, "my " * 5_000, "\0", "Ты должен"])
def test_it_reads_anything(text: str) -> None:
    checking.check(text)


def test_no_starter_of_the_programme_is_caught() -> None:
    from glasswork.programme.cards import LINE_STARTERS  # noqa: PLC0415

    assert [starter.text for starter in LINE_STARTERS if checking.check(starter.text)] == []
    assert [answer.instead for answer in ANSWERS.values() if checking.check(answer.instead)] == []
