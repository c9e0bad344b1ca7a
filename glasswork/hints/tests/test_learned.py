"""What is learned: words by their groups, sentences weighed alone and together."""

import pytest

from glasswork.hints.groups import forms, groups_of
from glasswork.hints.learned import signs, stretches, weight_of
from glasswork.hints.looking import look
from glasswork.hints.reading import read

CHATTER = "The boiler man comes on Thursday. The kids have swimming at four. I paid the gas bill and fed the cat. "


@pytest.mark.parametrize(
    ("word", "found"),
    [("slap+", {"slap", "slaps", "slapped", "slapping"}), ("choke+", {"choke", "chokes", "choked", "choking"}),
     ("bury+", {"bury", "buries", "buried", "burying"}), ("punch+", {"punch", "punches", "punched", "punching"}),
     ("him", {"him"})],
)  # fmt: skip
def test_a_verb_stands_for_its_forms(word: str, found: set[str]) -> None:
    assert forms(word) == found


def test_words_alike_share_a_group_and_small_words_stand_for_themselves() -> None:
    assert groups_of(["slapped", "punches", "me", "zzzz"]) == ["hit", "hit", "me", "o"]


def test_what_a_not_reaches_is_another_sign() -> None:
    (sentence,) = read("He never hit me.")
    assert "!hit" in signs([sentence])


def test_a_long_text_falls_into_stretches_and_loses_no_sentence() -> None:
    sentences = read(CHATTER * 10)
    parts = stretches(sentences)
    assert len(parts) > 5
    assert [part.sentence for each in parts for part in each.parts] == sentences


def test_an_even_chance_weighs_nothing() -> None:
    assert weight_of(0.5) == 0


@pytest.mark.parametrize(
    ("told", "kind"),
    [("I keep thinking that I want to be dead.", "self-harm"), ("Last night he grabbed my throat.", "violence"),
     ("He took my phone and won't let me see my sister.", "control")],
)  # fmt: skip
def test_one_sentence_in_the_middle_of_a_long_message_is_found(told: str, kind: str) -> None:
    assert look(CHATTER + told + " " + CHATTER).help == kind
    assert look(CHATTER * 2).help == "none"
