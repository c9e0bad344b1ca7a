"""A name in a sentence: it reads its own way, and the words around it read theirs."""

import pytest

from glasswork.lib.directions import initial, isolated


@pytest.mark.parametrize("name", ["Robin", "روبن", "\u202eRobin", "Ro\u2069bin", "\u2066Robin\u200f"])
def test_what_stands_in_a_name_ends_with_it(name: str) -> None:
    shown = isolated(name)
    assert (shown[0], shown[-1]) == ("\u2068", "\u2069")
    assert not set(shown[1:-1]) & set("\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u061c")


def test_no_name_is_nothing() -> None:
    assert isolated("") == isolated("\u202e") == ""


@pytest.mark.parametrize(
    ("name", "letter"), [("robin", "R"), ("\u2068ana\u2069", "A"), (" \u200b élan", "É"), ("روبن", "ر"), ("", "")]
)
def test_a_badge_shows_the_first_letter_that_can_be_seen(name: str, letter: str) -> None:
    assert initial(name) == letter
