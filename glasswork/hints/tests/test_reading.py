"""How a text becomes plain sentences, and which words a rule can't do without."""

import pytest

from glasswork.hints.keys import needed
from glasswork.hints.reading import QUOTE, read
from glasswork.hints.rulebook import Book, pattern
from glasswork.hints.slips import mended


@pytest.mark.parametrize(
    ("typed", "word"),
    [("can't", "can not"), ("dont", "do not"), ("alwyas", "always"), ("sucidal", "suicidal"), ("you're", "you are"),
     ("it's", "it is"), ("mum's", "mum's"), ("tracked", "tracked"), ("house", "house")],
)  # fmt: skip
def test_slips_are_mended_and_other_words_left(typed: str, word: str) -> None:
    assert mended(typed) == word


def test_a_quotation_is_set_aside() -> None:
    (sentence,) = read("You said “you never listen” and it hurt.")
    assert QUOTE in sentence.words
    assert sentence.quotes == ("you never listen",)


def test_an_apostrophe_opens_no_quotation() -> None:
    (sentence,) = read("It's Tom's turn and I'm tired")
    assert sentence.quotes == ()


def test_sentences_end_where_people_end_them() -> None:
    assert [each.asks for each in read("Why? I waited... till nine\nalone")] == [True, False, False, False]


@pytest.mark.parametrize(
    ("line", "words"),
    [("you never listen", {"never"}), ("you (hit|slap)( .*)? me", {"hit", "slap"}), (r"(\S+ ){0,4}?always", {"always"}),
     ("(a b|c)", {"b", "c"}), (r"\S+", {""}), ("a(b)? c|d", {"c", "d"})],
)  # fmt: skip
def test_a_line_is_asked_by_a_word_it_needs(line: str, words: set[str]) -> None:
    assert needed(line, lambda _: []) == words


@pytest.mark.parametrize(
    "name",
    ["absolutes", "contempt", "thoughts", "defence", "demands", "good", "self_harm", "violence", "control"],
)
def test_every_line_is_a_pattern_that_can_be_found(name: str) -> None:
    for rule in Book(name).rules:
        for line in (*rule.find, rule.unless, rule.despite):
            pattern(line)
