"""The day to look at a line again reaches Today, for each until their word is in; and what a line’s page keeps."""

import pytest
import time_machine

from glasswork.agreements.tests.make import NOON, WORDS, Couple, agree, in_force, page, suggest
from glasswork.agreements.tests.test_openness import at, shared, show
from glasswork.agreements.tests.test_pressing import rest
from tests.cast import Actor

DUE = "time to look at one of your lines again"
LATER = {"look_again_on": "2027-01-05"}


def is_told(actor: Actor) -> bool:
    return DUE in page(actor.get("/today/"))


def say(actor: Actor, line: str, word: str) -> None:
    assert actor.post(f"/lines/{line}/review/", {"word": word, **LATER}).status_code == 302


@pytest.fixture
def line(couple: Couple, clock: time_machine.Traveller) -> str:
    """In force, and its day has come."""
    found = in_force(couple)
    at(clock, 29, *couple)
    assert not is_told(couple[0])
    at(clock, 30, *couple)
    return found


def test_today_tells_both_until_each_has_said_their_word(couple: Couple, line: str) -> None:
    ana, ben = couple
    assert f'href="/lines/{line}/"' in page(ana.get("/today/"))
    say(ana, line, "keep")
    assert [is_told(actor) for actor in couple] == [False, True]
    ana.post(f"/lines/{line}/review/", {"act": "take-back"})
    assert is_told(ana)
    say(ana, line, "keep")
    say(ben, line, "keep")
    assert not any(is_told(actor) for actor in couple)


def test_it_comes_again_on_the_next_day_that_both_chose(
    couple: Couple, line: str, clock: time_machine.Traveller
) -> None:
    for actor in couple:
        say(actor, line, "keep")
    at(clock, 47, *couple)
    assert all(is_told(actor) for actor in couple)


def test_a_word_that_moves_no_day_is_said_all_the_same(
    couple: Couple, line: str, clock: time_machine.Traveller
) -> None:
    for actor, word in zip(couple, ("change", "keep"), strict=True):
        say(actor, line, word)
    at(clock, 60, *couple)
    assert not any(is_told(actor) for actor in couple)
    assert "Time to look again" in page(couple[0].get("/lines/"))


def test_whoever_put_it_away_or_rests_hears_nothing_and_a_stopped_line_is_quiet(couple: Couple, line: str) -> None:
    ana, ben = couple
    ana.post(f"/lines/{line}/aside/", {"act": "away"})
    assert [is_told(actor) for actor in couple] == [False, True]
    rest(ben)
    assert not is_told(ben)
    ana.post(f"/lines/{line}/aside/", {"act": "back"})
    assert is_told(ana)
    ana.post(f"/lines/{line}/stop/")
    assert not is_told(ana)


def test_several_are_one_quiet_line(couple: Couple, clock: time_machine.Traveller) -> None:
    first = in_force(couple, look_again_on="2026-11-22")
    in_force(couple, text="I will be home for supper.", look_again_on="2026-11-24")
    at(clock, 30, *couple)
    text = page(couple[0].get("/today/"))
    assert text.count(DUE) == 1
    assert f'href="/lines/{first}/"' in text


def test_earlier_words_keep_what_follows_if_they_are_crossed(couple: Couple) -> None:
    ana, ben = couple
    found = suggest(ana, if_crossed="I will tell you the same day.")
    ben.post(f"/lines/{found}/words/", {**WORDS, "text": "I will ring by six.", "if_crossed": "I will cook."})
    agree(ana, found)
    ben.post(f"/lines/{found}/words/", {**WORDS, "text": "I will ring by five.", "if_crossed": "I will rest."})
    agree(ana, found)
    history = page(ana.get(f"/lines/{found}/")).split("How it came about")[1]
    for words in ("I will tell you the same day.", "I will cook.", "I will rest."):
        assert words in history


def test_stopped_lines_and_what_was_shown_fold(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, _ = couple
    for n in range(7):
        at(clock, n, *couple)
        ana.post(f"/lines/{in_force(couple, text=f'I will ring at {"abcdefg"[n]} bell.')}/stop/")
    lines = page(ana.get("/lines/"))
    assert lines.index("g bell") < lines.index("Those before") < lines.index("a bell")
    clock.move_to(NOON)
    for actor in couple:
        actor.sign_in()
    shared(couple)
    for n in range(22):
        at(clock, n // 5, *couple)
        show(ana, f"Home by bus {n}.")
    newest = page(ana.get("/openness/"))
    assert "bus 21." in newest
    assert "bus 1." not in newest
    older = page(ana.get("/openness/?after=20"))
    assert "bus 1." in older
    assert "bus 21." not in older
    assert "?after=" not in older
