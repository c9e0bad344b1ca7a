"""What somebody is shown: at most one hint, in the house's voice, and their own fact in the frame."""

import re
import tomllib

import pytest

from glasswork.hints.help import Help
from glasswork.hints.hint import _SENTENCES, good_in, hint_for
from glasswork.hints.looking import look

SENTENCES = tomllib.loads(_SENTENCES.read_text())


def test_one_hint_offers_the_frame_from_the_writers_own_fact() -> None:
    hint = hint_for("You never listen. On Friday you walked out, you selfish pig.")
    assert hint
    assert (hint.number, hint.help) == (2, Help.NONE)
    assert "“On Friday”" in hint.offer


def test_without_a_fact_it_asks_for_one_moment() -> None:
    hint = hint_for("You never listen to me.")
    assert hint
    assert hint.offer.startswith("One moment is enough.")


@pytest.mark.parametrize("text", ["You lied on 3 May.", "I feel betrayed.", "You betrayed me.", "", "🙂", "…", '"'])
def test_a_plain_fact_a_feeling_and_nothing_at_all_get_none(text: str) -> None:
    assert hint_for(text) is None


@pytest.mark.parametrize(
    "text", ["You hit me.", "You choked me.", "You forced me to sign.", "You threatened me.", "I am afraid of you.",
             "You locked me in.", "He tracks me.", "You never listen and you hit me last night."]
)  # fmt: skip
def test_a_report_of_harm_is_never_softened(text: str) -> None:
    hint = hint_for(text)
    assert hint
    assert (hint.number, hint.good) == (0, "")
    assert "I felt" not in hint.offer
    assert look(text).hints == ()


def test_good_marks_are_named() -> None:
    assert good_in("I felt lonely on Sunday. Could we have ten minutes?") == (
        "You named when it was, a feeling and a request."
    )
    assert good_in("You never listen.") == ""


def test_every_class_has_its_sentence() -> None:
    assert [row["class"] for row in SENTENCES["hint"]] == list(range(1, 11))


def test_sentences_are_short_and_calm() -> None:
    said = [row["says"] for row in SENTENCES["hint"]] + [*SENTENCES["help"].values(), *SENTENCES["frame"].values()]
    for text in said:
        assert "!" not in text
        assert max(len(part.split()) for part in re.split(r"[.?]\s", text)) <= 16, text


def test_any_text_is_read_to_an_end() -> None:
    for text in ("a" * 30_000, "you never " * 3000, "'" * 5000, "“" * 5000, "i i i i " * 4000, "\x00\u202e" * 100):
        look(text)
