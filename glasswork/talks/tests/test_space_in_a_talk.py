"""Somebody takes space while a talk is open: both pages say until when, and nobody goes on without them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from glasswork.spaces.quiet import keep_quiet_for_both
from glasswork.talks.tests.make import CALM, ask, heading, is_new, live_of, page, press, start, token_in
from tests.cast import PASSWORD, Actor

type Couple = tuple[Actor, Actor]
type Clock = time_machine.Traveller
TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
CARRY_ON = 'value="resume"'


@pytest.fixture(autouse=True)
def clock() -> Iterator[Clock]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


@pytest.fixture
def two(clock: Clock, couple: Couple) -> Couple:
    """Ana took space in the middle of a talk."""
    ana, ben = couple
    start(ana, ben)
    ana.post("/space/", {"length": "30"})
    return couple


def shown(actor: Actor, path: str = "/talks/now/") -> str:
    return re.sub("[\u2066-\u2069]", "", actor.get(path).content.decode())


def later(clock: Clock, *actors: Actor, **time: int) -> None:
    clock.shift(timedelta(**time))
    for actor in actors:
        actor.sign_in()


def test_the_paused_page_says_who_takes_space_until_when(two: Couple) -> None:
    ana, ben = two
    assert heading(ben) == "Ana is taking space until 20:30"
    assert "They will come back." in shown(ben)
    assert 'href="/space/">I’m back' not in shown(ben)
    assert heading(ana) == "You’re taking space until 20:30"
    assert "I’m back, or a bit more" in shown(ana)
    for actor in two:
        assert CARRY_ON not in shown(actor)
        press(actor, "resume")
    assert live_of(ben).paused_at == TONIGHT


def test_today_says_so_before_it_says_that_a_talk_is_open(two: Couple, clock: Clock) -> None:
    ana, ben = two
    for actor, words in ((ben, "Ana is taking space until 20:30"), (ana, "You’re taking space until 20:30")):
        assert words in shown(actor, "/today/")
        assert "A talk is open" not in shown(actor, "/today/")
    later(clock, ana, ben, minutes=31)  # late: the talk is there again for both
    for actor in two:
        assert "A talk is open" in shown(actor, "/today/")


def test_an_open_page_hears_of_the_return_and_of_one_that_moved(two: Couple, clock: Clock) -> None:
    ana, ben = two
    token = token_in(page(ben))
    assert not is_new(ben, token)
    ana.post("/space/return/", {"act": "more", "length": "20"})
    assert is_new(ben, token)
    assert heading(ben) == "Ana is taking space until 20:50"
    later(clock, ana, ben, minutes=45)
    token = token_in(page(ben))
    ana.post("/space/return/", {"act": "back"})
    assert is_new(ben, token)
    assert CARRY_ON in shown(ben)
    press(ben, "resume")
    assert live_of(ana).paused_at is None


def test_an_open_page_hears_of_a_time_that_is_over(two: Couple, clock: Clock) -> None:
    _, ben = two
    clock.shift(timedelta(minutes=29, seconds=50))
    ben.sign_in()
    token = token_in(page(ben))
    assert not is_new(ben, token)
    clock.shift(timedelta(seconds=10))
    assert is_new(ben, token)
    assert CARRY_ON in shown(ben)
    assert heading(ben) == "Paused"


def test_each_finds_their_own_return_first_when_both_are_away(two: Couple) -> None:
    ana, ben = two
    ben.post("/space/", {"length": "60"})
    assert heading(ben) == "You’re taking space until 21:00"
    assert heading(ana) == "You’re taking space until 20:30"
    ana.post("/space/return/", {"act": "back"})
    assert heading(ana) == "Ben is taking space until 21:00"


def test_in_longer_space_a_talk_that_is_open_waits_for_the_day(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    start(ana, ben)
    press(ben, "pause")
    keep_quiet_for_both(ana.shared, TONIGHT + timedelta(days=3))
    assert heading(ana) == heading(ben) == "You’ve agreed on space until Sunday 22 November"
    assert CARRY_ON not in shown(ana)


def test_a_talk_that_both_are_ready_for_begins_once_the_return_is_there(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    ask(ana)
    press(ben, "ready", **CALM)
    token = token_in(page(ana))
    ben.post("/space/", {"length": "20"})
    assert is_new(ana, token)
    assert heading(ana) == "Ben is taking space until 20:20"
    assert heading(ben) == "You’re taking space until 20:20"
    assert 'value="begin"' not in shown(ana)
    ben.post("/space/return/", {"act": "back"})
    assert (heading(ana), heading(ben)) == ("Ben is ready", "You’re ready")


def test_on_one_phone_its_owner_takes_space_by_the_password(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    ask(ana, "repair", phones="one")
    assert 'href="/space/"' in shown(ana), "the cover leads there"
    press(ana, "here")
    assert 'href="/space/"' not in shown(ana), "Ben holds it"
    assert "To take space, use your own phone." in shown(ana)
    press(ana, "ready", **CALM)
    press(ana, "here")
    assert 'href="/space/"' in shown(ana)
    assert ana.get("/space/").headers["Location"].startswith("/me/password/again/?next=%2Fspace%2F")
    ben.post("/space/", {"length": "20"})
    assert heading(ana) == "Ben is taking space until 20:20"
    assert CARRY_ON not in shown(ana)
    ana.post("/me/password/again/", {"password": PASSWORD, "next": "/space/"})
    assert "Ben is taking space until 20:20" in shown(ana, "/space/")


def test_every_page_of_a_talk_leads_to_space(couple: Couple, clock: Clock) -> None:
    ana, ben = couple

    def lead(what: str) -> None:
        for actor in couple:
            assert 'href="/space/"' in shown(actor), (what, heading(actor))

    lead("no talk is open")
    ask(ana)
    lead("waiting and asked")
    press(ben, "ready", **CALM)
    lead("ready and begin")
    press(ana, "begin")
    lead("a turn")
    press(ana, "stop")
    lead("over")
    ana.post("/talks/now/ending/", {"step": live_of(ana).step})
    ask(ana)
    later(clock, ana, ben, minutes=40)
    lead("lapsed")
