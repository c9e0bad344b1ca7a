"""What is learned: words by their groups, each sentence weighed alone."""

import pytest

from glasswork.hints.groups import forms, groups_of
from glasswork.hints.learned import (
    NETWORK,
    groups_named,
    network,
    read_learned,
    signs,
    weighed,
    weight_of,
    weight_of_many,
)
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


def test_words_that_are_alike_are_the_same_sign() -> None:
    (one,), (other,) = read("He slapped me."), read("He punched me.")
    assert signs(one, {}) == signs(other, {})


def test_words_that_are_known_are_signs_of_their_own_and_in_twos() -> None:
    (sentence,) = read("He hit me.")
    assert {1, 2, 1 << 17 | 2} <= signs(sentence, {"hit": 1, "me": 2}) - signs(sentence, {})


def test_what_a_not_reaches_is_another_sign() -> None:
    (denied,), (told,) = read("He never hit me."), read("He then hit me.")
    kinds = [{sign >> 40 for sign in signs(sentence, {})} for sentence in (denied, told)]
    assert len(kinds[0]) == len(kinds[1]) + 1


def test_the_network_was_learned_with_the_groups_that_words_stand_in_now() -> None:
    """Otherwise its signs mean other words: learn it anew."""
    assert read_learned(NETWORK).groups == groups_named()


def test_nodes_never_spill_into_each_other() -> None:
    """However long a sentence of sixty words: its signs, times the largest weight, fit into a lane."""
    (longest,) = read("I never " + "choke you not " * 19)
    assert len(signs(longest, network().numbers)) <= 60 * 8
    start = max(map(abs, read_learned(NETWORK).start))
    assert start + 60 * 8 * 63 < 1 << 15


def test_every_sentence_is_weighed_alone_and_the_more_there_are_the_likelier_each_must_be() -> None:
    sentences = read(CHATTER * 10)
    assert [part.sentence for part in weighed(sentences)] == sentences
    (alone,), (among, *_) = weighed(sentences[:1]), weighed(sentences)
    assert alone.nodes == among.nodes
    assert alone.helps - among.helps == alone.blames - among.blames == weight_of_many(len(sentences))


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
