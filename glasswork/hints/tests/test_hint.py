"""What somebody is shown: at most one hint, in the house's voice, and their own fact in the frame."""

import re
import tomllib

import pytest

from glasswork.hints.beside import foremost
from glasswork.hints.help import Help
from glasswork.hints.hint import _SENTENCES, good_in, hint_for
from glasswork.hints.looking import look

SENTENCES = tomllib.loads(_SENTENCES.read_text())


def test_one_hint_offers_the_frame_from_the_writers_own_fact() -> None:
    hint = hint_for("You never listen. On Friday you walked out, you selfish pig.")
    assert hint
    assert (hint.number, hint.help) == (2, Help.NONE)
    assert "“On Friday you walked out”" in hint.offer


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("You always do this. On Friday, you came in at two.", "On Friday, you came in at two"),
        ("You are a liar, because you said on Friday that you worked.", "you said on Friday that you worked"),
        ("You never listen and you said on Friday that you worked", "on Friday"),
        ("You never listen, last week I asked you twice.", "last week I asked you twice"),
        ("You pig left on Friday. You always do.", "on Friday"),
        ("You were a pig on Friday, and you never listen.", "on Friday"),
        ("If you went on Friday, you are a liar.", "on Friday"),
        ("Did you go on Friday? You always lie.", "on Friday"),
        ("You never told me that on Friday you went there.", "on Friday"),
        ("You should be home at six. You never are.", "at six"),
        ("“On Friday you left”, she said, you idiot.", "On Friday"),
        ("You lied to me on Friday, as always.", "You lied to me on Friday"),
        ("On Friday you walked out and shut the door and said not one word more to me, you idiot.", "On Friday"),
    ],
)  # fmt: skip
def test_a_plain_clause_is_quoted_whole_and_all_else_gives_its_time_alone(text: str, quoted: str) -> None:
    hint = hint_for(f"{text} You selfish pig.")
    assert hint
    assert f"“{quoted}”" in hint.offer


def test_in_an_apology_if_and_but_speak_before_other_classes() -> None:
    text = "It was my choice, but you were never home."
    usual, apology = hint_for(text), hint_for(text, first=6)
    assert usual
    assert apology
    assert (usual.number, apology.number) == (1, 6)
    fields = [("did", "", "You never listen."), ("chose_it", "", text)]
    found = foremost(fields, first=6)
    assert found
    assert (found.field, found.hint.number) == ("chose_it", 6)


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
