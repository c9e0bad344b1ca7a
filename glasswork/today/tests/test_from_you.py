"""What Today leads to that is one’s own to do: a promise on its day, and telling something, for whoever has to."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from glasswork.plan.actions import keep_intake
from glasswork.promises.tests.make import DAY, TODAY, page, promise
from glasswork.promises.tests.test_resting import rest
from tests.cast import Actor, undone
from tests.test_one_sided import received

Couple = tuple[Actor, Actor]
DUE, TELL = "A promise of yours has its day today", "You choose when, and how"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 11, 19, 20, 0, tzinfo=UTC), tick=False) as found:
        yield found


def test_a_promise_shows_on_its_day_to_its_giver_and_on_no_other(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    promise(ben, until=str(TODAY + DAY))
    assert DUE not in page(ben, "/today/")
    for days, is_due in ((1, True), (1, False)):
        clock.shift(days * DAY)
        for actor in couple:
            actor.sign_in()
        assert (DUE in page(ben, "/today/")) is is_due
        assert DUE not in page(ana, "/today/")


def test_whoever_was_involved_can_always_tell_something(couple: Couple) -> None:
    """What they answered about themself changes their own page, and not a byte of the other’s."""
    ana, ben = couple
    assert TELL not in page(ben, "/today/")
    with undone():
        without = received(ana, "get", "/today/")
    keep_intake(ben.private, {"about_role": ["involved"], "role": ["involved"]}, TODAY, once="1")
    assert TELL in page(ben, "/today/")
    assert received(ana, "get", "/today/") == without
    rest(ben)
    assert TELL not in page(ben, "/today/")
