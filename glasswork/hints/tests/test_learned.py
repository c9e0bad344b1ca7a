"""What is learned: words by their groups, each sentence weighed alone."""

import pytest

from glasswork.hints.groups import forms, groups_of
from glasswork.hints.learned import name_of, sign_of, signs, weighed, weight_of
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
    assert sign_of("!hit", {}) in signs(sentence, {})


@pytest.mark.parametrize("name", ["*", "hit", "hit me", "=hit", "=he hit", "=he hit me", "~he me", "!hit"])
def test_a_sign_is_a_number_and_back(name: str) -> None:
    assert name_of(sign_of(name, {"hit": 1, "me": 2}), ["", "hit", "me"]) == name


def test_the_words_of_a_sentence_are_its_signs() -> None:
    (sentence,) = read("He hit me.")
    found = signs(sentence, {"hit": 1, "me": 2})
    assert {sign_of(name, {"hit": 1, "me": 2}) for name in ("*", "hit", "hit me", "=he hit me")} <= found


def test_every_sentence_is_weighed_alone() -> None:
    sentences = read(CHATTER * 10)
    assert [part.sentence for part in weighed(sentences)] == sentences
    assert weighed(sentences)[0] == weighed(sentences[:1])[0]


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
