"""The days before: what waits sealed looks different from what was kept, and only its writer sees it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glasswork.checkin.days import OPEN_DAYS, days_of, folded
from glasswork.checkin.kinds import Trust
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened
from tests.cast import Actor, close_space

type Couple = tuple[Actor, Actor]

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
OWN_DAY = "/check-in/mine/2026-11-19/"
HELD = 'href="/check-in/held/2026-11-19/"'
SEALED = "Sealed, opens when you both have"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def talk(actor: Actor, more: str = "") -> str:
    response = actor.get(f"/talk/{more}")
    assert response.status_code == 200
    return response.content.decode()


def seal(actor: Actor, **more: str) -> None:
    actor.post("/check-in/", {"feel": "scared", "act": "seal", **more})


def test_a_sealed_answer_says_so_and_leads_to_itself(couple: Couple) -> None:
    ana, ben = couple
    seal(ana, trust="2")
    text = talk(ana)
    assert SEALED in text
    assert HELD in text
    assert "scared" not in text
    assert "Sealed" not in talk(ben)


def test_a_kept_one_is_only_yours_and_not_sealed(couple: Couple) -> None:
    ana, _ = couple
    ana.post("/check-in/", {"feel": "scared", "act": "keep", "alone": "yes"})
    text = talk(ana)
    assert "Only you" in text
    assert "Sealed" not in text


def test_both_on_one_evening_stand_apart(couple: Couple) -> None:
    ana, _ = couple
    seal(ana)
    ana.post("/check-in/", {"feel": "steady", "act": "keep", "alone": "yes"})
    text = talk(ana)
    assert text.index(SEALED) < text.index("Only you")
    assert text.count("Thursday 19 November") == 1
    assert "steady" not in text  # nobody reads it over a shoulder
    assert "steady" in ana.get(OWN_DAY).content.decode()


def test_it_is_gone_once_both_are_open(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    seal(ben)
    assert "Sealed" not in talk(ana)
    assert "Only you" not in talk(ana)


def test_after_a_day_and_after_parting_its_writer_decides(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    seal(ana)
    clock.move_to(TONIGHT + timedelta(hours=25))
    ana.sign_in()
    ben.sign_in()
    assert "You decide what happens with it" in talk(ana)
    close_space(ben.private, ben.shared)
    assert "You decide what happens with it" in talk(ana)
    assert HELD in talk(ana)


def test_an_old_one_stands_among_its_own_days(
    couple: Couple, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glasswork.checkin.views.talk.AT_ONCE", 3)
    ana, _ = couple
    seal(ana)
    for day in range(1, 6):
        clock.move_to(TONIGHT + timedelta(days=day))
        ana.sign_in()
        ana.post("/check-in/", {"feel": f"day {day}", "act": "keep", "alone": "yes"})
    assert HELD not in talk(ana)
    assert HELD not in talk(ana, "?before=2026-11-22")
    assert talk(ana, "?before=2026-11-20").count(HELD) == 1
    assert HELD not in talk(ana, "?before=2026-11-18")


def test_trust_stands_on_the_days_own_page_and_on_no_list(couple: Couple) -> None:
    ana, ben = couple
    seal(ana, trust="1", move="dipped", why="a locked drawer")
    assert OWN_DAY in ana.get("/check-in/held/2026-11-19/").content.decode()
    path = ben.post("/check-in/", {"feel": "tired", "act": "seal"}).headers["Location"]
    for shown in (talk(ana), ana.get(path).content.decode()):
        assert "Not at all" not in shown
        assert "a locked drawer" not in shown
    assert OWN_DAY in ana.get(path).content.decode()
    own = ana.get(OWN_DAY).content.decode()
    assert "Not at all" in own
    assert "a locked drawer" in own
    assert "Only you" in own
    assert "locked drawer" not in ben.get(OWN_DAY).content.decode()
    for day in ("0001-01-01", "yesterday"):
        assert ana.get(f"/check-in/mine/{day}/").status_code == 404


def test_a_day_with_trust_alone_leads_to_its_page(couple: Couple) -> None:
    ana, _ = couple
    ana.post("/check-in/", {"trust": "1", "act": "keep", "alone": "yes"})
    assert OWN_DAY in talk(ana)
    assert "Not at all" not in talk(ana)


def test_the_newest_days_are_open_and_the_others_folded_by_month() -> None:
    me, first = UUID(int=1), date(2026, 11, 30)
    entries = [noted(me, first - timedelta(days=ago)) for ago in range(50)]
    newest, months = folded(days_of(entries[::-1], me))
    assert [each.day for each in newest] == [first - timedelta(days=ago) for ago in range(OPEN_DAYS)]
    assert [(month.name, len(month.days)) for month in months] == [
        ("Earlier in November 2026", 16),
        ("October 2026", 20),
    ]
    assert folded(days_of(entries[:OPEN_DAYS], me))[1] == []
    assert folded([]) == ([], [])


def test_folding_costs_no_statement(ana: Actor, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glasswork.checkin.days.OPEN_DAYS", 1)
    counts = []
    for number in range(2):
        clock.move_to(TONIGHT + timedelta(days=number))
        ana.sign_in()
        ana.post("/check-in/", {"feel": f"like day {number}", "act": "keep"})
        with CaptureQueriesContext(connection) as read:
            text = talk(ana)
        counts.append(len(read))
    assert counts[0] == counts[1]
    assert (
        text.index("like day 1") < text.index("<details><summary>Earlier in November 2026") < text.index("like day 0")
    )


def noted(me: UUID, day: date) -> Opened[Kind]:
    return Opened(UUID(int=day.toordinal()), me, 1, me, day, b"", Trust(evening=day, trust=1), b"", b"")
