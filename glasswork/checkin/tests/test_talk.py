"""The days before: what waits sealed looks different from what was kept, and only its writer sees it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.cast import Actor, close_space

type Couple = tuple[Actor, Actor]

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
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
    assert "Trust, only you" in text
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
    assert text.index(SEALED) < text.index("Only you") < text.index("steady")
    assert text.count("Thursday 19 November") == 1


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
