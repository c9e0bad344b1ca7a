"""Nothing typed in a talk is lost: a line and notes stay, with script and without, and nobody else sees them."""

import re

import pytest
import time_machine

from glasswork.talks.live import DRAFTS, LINE
from glasswork.talks.tests.make import CALM, ask, heading, is_new, kept, live_of, now, page, press, start, token_in
from tests.cast import Actor
from tests.test_one_sided import received

type Couple = tuple[Actor, Actor]
REFRESHES = 'http-equiv="refresh"'


@pytest.fixture
def two(couple: Couple) -> Couple:
    """At the turn where one writes a line and the other saves it with them."""
    start(*couple, "speaker-listener")
    ana, ben = couple
    for who, act in ((ana, "done"), (ben, "done"), (ana, "done"), (ben, "done"), (ana, "done"), (ben, "done")):
        press(who, act)
    assert live_of(ana).turn == "agreement"
    return couple


def form_of(actor: Actor) -> dict[str, str]:
    """The hidden fields of the form in which a line is typed."""
    (form,) = re.findall(r'<form id="typed".*?</form>', page(actor), re.DOTALL)
    return {name: re.findall(rf'name="{name}" value="([^"]*)"', form)[0] for name in ("step", "once")}


def types(actor: Actor, words: str, form: dict[str, str] | None = None, on: str = "") -> None:
    sent = {**(form or form_of(actor)), "both_say": words, "on": on}
    assert actor.post("/talks/now/notes/", sent).status_code == 204


def test_a_line_that_is_being_typed_is_there_after_a_reload_for_its_writer_alone(two: Couple) -> None:
    ana, ben = two
    types(ana, "Sundays from noon", on="2026-12-01")
    assert "Sundays from noon" in page(ana)
    assert "2026-12-01" in page(ana)
    assert "Sundays from noon" not in page(ben)


def test_while_one_types_the_others_page_stays_as_it_is_to_the_byte(two: Couple) -> None:
    ana, ben = two
    with time_machine.travel(now(), tick=False):
        token, before = token_in(page(ben)), received(ben, "get", "/talks/now/")
        types(ana, "Sundays from noon " * 50)
        assert not is_new(ben, token)
        assert received(ben, "get", "/talks/now/") == before


def test_it_is_gone_once_the_line_is_shown_and_a_late_copy_brings_it_not_back(two: Couple) -> None:
    ana, ben = two
    form = form_of(ana)
    types(ana, "Sundays from noo", form)
    press(ana, "line", both_say="Sundays from noon")
    types(ana, "Sundays from noo", form)
    assert DRAFTS.read(ana.private, LINE) == {}
    types(ana, "Sundays from one")
    press(ben, "line", both_say="Sundays from two")
    assert "Sundays from one" in page(ana)
    assert "<details open>" in page(ana)


def test_it_does_not_follow_into_another_turn_or_another_talk(two: Couple) -> None:
    ana, ben = two
    form = form_of(ana)
    types(ana, "Sundays from noon", form)
    press(ben, "leave")
    types(ana, "Sundays from one", form)
    assert "Sundays" not in page(ana)
    press(ana, "stop")
    start(ana, ben, "lines-talk")
    for who, act in ((ana, "done"), (ben, "done"), (ana, "pass"), (ana, "yes")):
        press(who, act)
    assert heading(ana) == "Is there a line in it?"
    assert "Sundays" not in page(ana)


@pytest.mark.parametrize("act", ["save", "leave"])
def test_it_is_cleared_by_whoever_goes_on(two: Couple, act: str) -> None:
    ana, ben = two
    press(ben, "line", both_say="ten o’clock")
    types(ana, "Sundays from noon")
    press(ana, act)
    assert live_of(ana).turn == "thanks"
    assert DRAFTS.read(ana.private, LINE) == {}


def test_pause_takes_the_words_along(two: Couple) -> None:
    ana, _ = two
    press(ana, "pause", **form_of(ana) | {"both_say": "Sundays from noon"})
    press(ana, "resume")
    assert "Sundays from noon" in page(ana)
    for act in ("pause", "stop"):
        assert re.search(rf'value="{act}" form="typed"', page(ana))


def test_on_one_phone_a_line_that_was_not_sent_stays_nowhere(couple: Couple) -> None:
    """It would lie among its owner’s own words, whoever typed it."""
    ana, _ = couple
    ask(ana, "repair", phones="one")
    for act in ("here", "ready", "here", "pass", "here", "skip", "pass", "here", "said", "here", "yes", "here", "pass"):
        press(ana, act, **CALM)
    types(ana, "not sent")
    press(ana, "pause", **form_of(ana) | {"both_say": "not sent"})
    press(ana, "resume")
    assert "not sent" not in page(ana)
    assert DRAFTS.read(ana.private, LINE) == {}


def test_a_hint_leaves_the_words_and_says_what_a_second_press_does(two: Couple) -> None:
    ana, _ = two
    hinted = press(ana, "line", both_say="You never listen to me").content.decode()
    assert re.sub("[\u2066-\u2069]", "", hinted).count("Show it to Ben as it is") == 1
    assert "You never listen to me" in hinted


def test_notes_go_with_the_turn_and_the_page_is_read_again_once_all_is_done(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben, "speaker-listener")
    assert REFRESHES not in page(ana)
    answer = press(ana, "keep", notes="the car")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/talks/now/")
    assert "the car" in page(ana)
    press(ana, "done", notes="the car at eleven")
    assert "the car at eleven" in page(ana)
    assert "<textarea" not in page(ana)
    assert REFRESHES in page(ana)
    assert "the car" not in page(ben)
    press(ben, "pause", notes="my own half")
    assert REFRESHES in page(ben)
    press(ben, "resume")
    assert "my own half" in page(ben)
    assert kept(ana) == []
