"""What the packaged feelings and prompts must hold, so that every page finds what it shows."""

import pytest

from glasswork.programme.feelings import FEELINGS, FIRST_FEELINGS
from glasswork.programme.prompts import PROMPTS, Who, prompt_by_id, prompts_for

FIRST = "shocked hurt betrayed angry scared sad numb ashamed sorry confused tired hopeful"


def test_the_first_screen_shows_the_twelve_words_in_their_order() -> None:
    assert [each.id for each in FIRST_FEELINGS] == FIRST.split()


def test_behind_more_words_there_are_enough() -> None:
    assert len(FEELINGS) >= 40
    assert all(len(each.definition.split()) <= 12 for each in FEELINGS)


def test_feelings_reach_every_corner() -> None:
    corners = {(each.energy > 0, each.pleasantness > 0) for each in FEELINGS if each.energy and each.pleasantness}
    assert len(corners) == 4


@pytest.mark.parametrize("who", ["both", "alone"])
def test_each_pool_is_deep_enough(who: Who) -> None:
    assert len(prompts_for(who)) >= 25
    assert len(PROMPTS) >= 30


def test_every_prompt_is_an_open_question() -> None:
    closed = ("Do ", "Does ", "Did ", "Are ", "Is ", "Was ", "Were ", "Have ", "Can ", "Could ", "Would ", "Should ")
    assert all(prompt.text.endswith("?") and not prompt.text.startswith(closed) for prompt in PROMPTS)


def test_nobody_alone_is_asked_about_a_partner() -> None:
    assert not [
        prompt.id for prompt in prompts_for("alone") if "partner" in prompt.text or "between you" in prompt.text
    ]


def test_a_prompt_is_found_by_its_id() -> None:
    assert prompt_by_id("a-no") in PROMPTS
    assert prompt_by_id("gone") is None
