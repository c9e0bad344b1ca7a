"""A talk that breaks off, one that was left, and one asked for too often."""

from unittest import mock

import time_machine

from glasswork.programme.flows import FLOWS
from glasswork.spaces.models import Entry
from glasswork.talks.kinds import Held
from glasswork.talks.live import FORGOTTEN_AFTER, Phase
from glasswork.talks.tests.make import (
    ask,
    heading,
    is_new,
    kept,
    live_of,
    now,
    page,
    press,
    start,
    token_in,
)
from tests.cast import Actor, close_space

type Couple = tuple[Actor, Actor]


def test_flow_files_that_change_while_a_talk_runs_leave_a_way_out(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    with mock.patch.dict(FLOWS):
        del FLOWS["mirroring"]
        assert heading(ana) == "This talk has changed"
        press(ana, "pass")
        assert live_of(ana).phase is Phase.ON
        press(ana, "stop")
        assert heading(ben) == "You stopped here"


def test_sharing_that_stops_ends_the_talk_for_both(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    token, mark = token_in(page(ben)), live_of(ana).step
    close_space(ana.private, ana.shared)
    assert is_new(ben, token)
    for actor in couple:
        assert heading(actor) == "No talk is open"
        assert actor.post("/talks/now/turn/", {"act": "pass", "step": mark}).status_code == 302
        assert (
            actor.post("/talks/now/turn/", {"act": "line", "step": mark, "both_say": "kept words"}).status_code == 200
        )
    assert [row for row in Entry.objects.all() if row.author in {ana.account.id, ben.account.id}]


def test_a_talk_that_both_left_is_in_the_record_as_stopped_once_another_begins(couple: Couple) -> None:
    ana, ben = couple
    with time_machine.travel(now()) as clock:
        start(ana, ben)
        clock.shift(FORGOTTEN_AFTER)
        ana.sign_in()
        ben.sign_in()
        assert heading(ana) == "No talk is open"
        ask(ben, "repair")
        (held,) = kept(ana)
        assert isinstance(held, Held)
        assert not held.is_finished


def test_a_second_talk_waits_until_the_first_is_over(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    assert ask(ben, "repair").headers["Location"] == "/talks/now/"
    assert live_of(ana).flow == "mirroring"


def test_nobody_asks_without_end(couple: Couple) -> None:
    ana, _ = couple
    for _ in range(3):
        ask(ana)
        press(ana, "take-back")
    assert "Let it rest until tomorrow" in ask(ana).content.decode()
