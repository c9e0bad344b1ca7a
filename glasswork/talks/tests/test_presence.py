"""Whether the other is there: in a talk that is on, and nowhere else."""

from datetime import timedelta

import time_machine

from glasswork.talks.live import LONGEST_TALK, Phase
from glasswork.talks.tests.make import CALM, ask, is_new, live_of, now, page, press, pulse, start, token_in
from tests.cast import Actor

type Couple = tuple[Actor, Actor]


def test_who_is_there_shows_in_the_talk_and_nowhere_else(couple: Couple) -> None:
    ana, ben = couple
    with time_machine.travel(now(), tick=False) as clock:
        ask(ana)
        assert "is here" not in page(ana)
        press(ben, "ready", **CALM)
        press(ana, "begin")
        assert " is here." in page(ana)
        page(ben)
        clock.shift(timedelta(seconds=80))
        token = token_in(page(ana))
        assert " is here." in page(ana)
        clock.shift(timedelta(seconds=20))  # his phone sleeps, and hers goes on asking
        ben.get("/safety/")
        ben.get("/me/")  # being somewhere else is not being in the talk
        assert is_new(ana, token)
        away = page(ana)
        assert "isn’t on this page just now" in away
        assert "on this page just now" not in ana.get("/talk/").content.decode()
        page(ben)
        assert is_new(ana, token_in(away))
        assert " is here." in page(ana)


def test_nobody_is_watched_once_a_talk_is_paused_or_should_be_over(couple: Couple) -> None:
    ana, ben = couple
    with time_machine.travel(now(), tick=False) as clock:
        start(ana, ben)
        page(ben)
        token = token_in(page(ana))
        press(ben, "pause")
        assert "is here" not in page(ana)
        press(ben, "resume")
        for minutes in range(0, 200, 8):  # however often one pauses and goes on
            clock.shift(timedelta(minutes=8))
            ana.sign_in()
            press(ana, "pause")
            press(ana, "resume")
            fresh = page(ana)
            if minutes > LONGEST_TALK / timedelta(minutes=1):
                assert "is here" not in fresh
                assert "on this page" not in fresh
                assert ben.get("/me/").status_code == 302, "his session has ended"
            elif ben.get("/talks/now/pulse/", headers={"X-Pulse": token_in(fresh)}).status_code == 200:
                pulse(ben, token)


def test_a_time_out_of_one_keeps_a_talk_from_beginning_or_going_on(couple: Couple) -> None:
    ana, ben = couple
    ask(ana)
    press(ben, "ready", **CALM)
    ben.post("/space/", {"length": "20"})
    press(ana, "begin")
    assert live_of(ana).phase is Phase.READY
