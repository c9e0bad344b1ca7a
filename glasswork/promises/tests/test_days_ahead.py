"""The days of the road ahead: they outlast the ninety days, and Today says quietly that one has come."""

from datetime import timedelta

import pytest
import time_machine

from glasswork.promises.tests.make import TODAY, board, page
from glasswork.promises.tests.test_roads import ROAD, commit
from tests.cast import Actor

Couple = tuple[Actor, Actor]
LOOK, AGAIN = "You could look back", "look again has come"


def days_later(clock: time_machine.Traveller, *actors: Actor, days: int) -> None:
    clock.shift(timedelta(days=days))
    for actor in actors:
        actor.sign_in()


def test_days_to_look_back_outlast_the_ninety_days(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    commit(ben)
    assert LOOK not in page(ben, "/today/")
    for days, since in ((30, 30), (60, 90), (90, 180)):
        days_later(clock, ana, ben, days=days)
        assert f"{since} days since you began" in page(ben, "/today/")
        assert LOOK not in page(ana, "/today/")
    assert "Good days for it: Tuesday 18 May." in page(ben, ROAD)
    assert "Good days for it" not in page(ana, ROAD)
    days_later(clock, ben, days=14)
    assert LOOK not in page(ben, "/today/")
    assert "Good days for it" not in page(ben, ROAD)


def test_whoever_has_looked_back_is_asked_no_more(couple: Couple, clock: time_machine.Traveller) -> None:
    _, ben = couple
    commit(ben)
    days_later(clock, ben, days=31)
    ben.post(f"{ROAD}looking-back/", {"was": "far", "act": "keep"})
    assert LOOK not in page(ben, "/today/")


def test_what_was_stopped_has_no_days(couple: Couple, clock: time_machine.Traveller) -> None:
    _, ben = couple
    commit(ben)
    ben.post(f"{ROAD}ninety-days/{board(ben).ninety[-1]}/end/")
    assert "Good days for it" not in page(ben, ROAD)
    days_later(clock, ben, days=30)
    assert LOOK not in page(ben, "/today/")


def test_alone_the_days_come_too(sam: Actor, clock: time_machine.Traveller) -> None:
    sam.post(f"{ROAD}ninety-days/", {"words": "I will swim", "ends_on": str(TODAY + timedelta(days=40))})
    days_later(clock, sam, days=91)
    assert "90 days since you began" in page(sam, "/today/")


@pytest.mark.parametrize(("road", "comes"), [("wait", True), ("stay", False)])
def test_whoever_waits_meets_the_day_to_look_again(
    couple: Couple, clock: time_machine.Traveller, road: str, *, comes: bool
) -> None:
    ana, ben = couple
    assert "/exercises/is-it-worth-it/" in page(ana, ROAD)
    ana.post(f"{ROAD}choice/", {"road": road, "act": "keep"})
    days_later(clock, ana, ben, days=30)
    assert (AGAIN in page(ana, "/today/")) is comes
    assert ("Your day to look again has come" in page(ana, ROAD)) is comes
    assert AGAIN not in page(ben, "/today/")
    ana.post(f"{ROAD}choice/", {"road": road, "act": "keep"})
    assert AGAIN not in page(ana, "/today/")
