"""What the form says of itself: who reads each part, what trust is measured from, and which evening it is."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from glasswork.checkin.forms import SINCE_LAST_TIME, SINCE_YESTERDAY
from glasswork.checkin.kinds import FirstWords
from glasswork.lib.directions import isolated
from glasswork.spaces.writing import append
from tests.cast import Actor

type Couple = tuple[Actor, Actor]
type Clock = time_machine.Traveller

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
AFTER_MIDNIGHT = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)
TAG = re.compile(r'<p class="tag">.*?</svg>(.*?)</p>')


@pytest.fixture(autouse=True)
def clock() -> Iterator[Clock]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def page(actor: Actor, path: str = "/check-in/") -> str:
    response = actor.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def later(clock: Clock, actor: Actor, moment: datetime) -> None:
    clock.move_to(moment)
    actor.sign_in()


def test_every_part_says_who_reads_it(couple: Couple) -> None:
    parts = page(couple[0]).split("data-step>")[1:]
    assert [TAG.findall(part) for part in parts[:-1]] == [[f"{isolated('Ben')} and you"]] * 3
    assert "Only you" in parts[-1]


def test_what_is_only_kept_says_so_in_every_part(couple: Couple, sam: Actor) -> None:
    for text in (page(sam), page(couple[0], "/check-in/?alone=1")):
        assert [TAG.findall(part) for part in text.split("data-step>")[1:-1]] == [["Only you"]] * 3


def test_nothing_is_measured_from_before_the_first_evening(couple: Couple, clock: Clock) -> None:
    ana, _ = couple
    assert "Since " not in page(ana)
    ana.post("/check-in/", {"feel": "small", "trust": "2", "act": "seal"})
    assert "Since " not in page(ana, "/check-in/?change=1")
    later(clock, ana, TONIGHT + timedelta(days=1))
    assert SINCE_YESTERDAY in page(ana)
    later(clock, ana, TONIGHT + timedelta(days=2))
    assert SINCE_LAST_TIME in page(ana)
    later(clock, ana, TONIGHT + timedelta(days=60))
    assert SINCE_LAST_TIME in page(ana)


def test_a_check_in_without_trust_is_nothing_to_measure_from(sam: Actor, clock: Clock) -> None:
    sam.post("/check-in/", {"feel": "steady", "act": "keep"})
    later(clock, sam, TONIGHT + timedelta(days=1))
    assert "Since " not in page(sam)


def test_after_midnight_every_page_still_says_the_evening(couple: Couple, clock: Clock) -> None:
    ana, _ = couple
    later(clock, ana, TONIGHT - timedelta(days=1))
    ana.post("/check-in/", {"feel": "small", "trust": "2", "act": "keep", "alone": "yes"})
    later(clock, ana, AFTER_MIDNIGHT)
    append(ana.private, FirstWords(asked="", wish="", feel="late", evening=TONIGHT.date()))
    assert SINCE_YESTERDAY in page(ana)
    ana.post("/check-in/", {"feel": "awake", "trust": "3", "act": "seal"})
    for path in ("/today/", "/check-in/", "/check-in/?change=1", "/talk/"):
        assert "Friday 20 November" not in page(ana, path)
    for path in ("/today/", "/check-in/", "/talk/"):
        assert "Thursday 19 November" in page(ana, path)
