"""A step for two begins when both are ready, and nobody learns that the other is not."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from glasswork.plan.kinds import TOGETHER, Ready
from glasswork.plan.order import is_heavy
from glasswork.plan.tests.make import answer_intake, here_of, page
from glasswork.programme.flows import FLOWS
from glasswork.programme.shelf import SHELF
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.models import Slip
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.solo import is_solo_week
from tests.cast import Actor, close_space

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
READY = "/plan/mine/date-night/readiness/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def placed(actor: Actor) -> list[Ready]:
    found = [entry.value for entry in read_entries(Want(actor.shared, tags=(TOGETHER,)))]
    return [value for value in found if isinstance(value, Ready)]


def test_it_opens_when_both_are_ready(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    before = page(ben, "/plan/mine/date-night/")
    ana.post(READY, {"act": "ready"})
    assert placed(ana) == []
    assert "you’re ready tonight" in page(ana, "/plan/mine/date-night/")
    assert _same(page(ben, "/plan/mine/date-night/")) == _same(before)
    ben.post(READY, {"act": "ready"})
    assert len({each.together for each in placed(ana)}) == 1
    assert len(placed(ana)) == 2
    for actor in couple:
        assert "You were both ready" in page(actor, "/plan/mine/date-night/")
    assert not Slip.objects.filter(space_id=ana.shared.id).exists()


def test_a_second_press_changes_nothing(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    for _ in range(2):
        ana.post(READY, {"act": "ready"})
    ben.post(READY, {"act": "ready"})
    assert len(placed(ana)) == 2


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_safety_answer_takes_back_the_ready_that_waited_whatever_it_says(
    couple: tuple[Actor, Actor], answer: str
) -> None:
    """Otherwise a step would begin for somebody whose steps for two rest by now."""
    ana, ben = couple
    ana.post(READY, {"act": "ready"})
    ana.post("/safety/answer/", {"safe": answer, "once": "o"})
    ben.post(READY, {"act": "ready"})
    assert placed(ana) == []


def test_not_ready_after_all(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    ana.post(READY, {"act": "ready"})
    ana.post(READY, {"act": "not-ready"})
    ben.post(READY, {"act": "ready"})
    assert placed(ana) == []


def test_it_holds_until_the_night_is_over(couple: tuple[Actor, Actor], clock: time_machine.Traveller) -> None:
    ana, ben = couple
    ana.post(READY, {"act": "ready"})
    clock.move_to(TONIGHT + timedelta(days=1))
    ana.sign_in()
    ben.sign_in()
    assert here_of(ana).held("date-night") is None
    ben.post(READY, {"act": "ready"})
    assert placed(ben) == []


def test_where_steps_for_two_rest_nothing_is_held(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    keep_answer(ana.spaces, make_answer("no", None), once="x")
    ana.post(READY, {"act": "ready"})
    assert not Slip.objects.filter(space_id=ana.shared.id).exists()
    ben.post(READY, {"act": "ready"})
    assert placed(ben) == []


@pytest.mark.parametrize("name", ["breathing", "no-such-step"])
def test_only_a_step_for_two_has_readiness(couple: tuple[Actor, Actor], name: str) -> None:
    assert couple[0].post(f"/plan/mine/{name}/readiness/", {"act": "ready"}).status_code == 404


def test_somebody_alone_or_parted_holds_nothing(sam: Actor, couple: tuple[Actor, Actor]) -> None:
    assert sam.post(READY, {"act": "ready"}).status_code == 302
    ana, _ = couple
    close_space(ana.private, ana.shared)
    assert ana.post(READY, {"act": "ready"}).status_code == 302
    assert "For the two of you" not in page(ana, "/plan/mine/date-night/")


def test_solo_weeks_come_to_both_alike_and_tell_nothing(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    days = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(200)]
    weeks = [is_solo_week(ana.shared, day) for day in days]
    assert weeks == [is_solo_week(ben.shared, day) for day in days]
    assert 15 < sum(weeks) < 75
    assert [is_solo_week(ana.private, day) for day in days] != weeks


def test_a_heavy_talk_rests_in_a_solo_week_for_both_alike(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller
) -> None:
    ana, _ = couple
    answer_intake(ana, role="hurt")
    clock.move_to(next(_solo_weeks(ana)))
    for actor in couple:
        actor.sign_in()
        assert "Heavy talks rest this week" in page(actor, "/plan/mine/how-we-got-stuck/")
        actor.post("/plan/mine/how-we-got-stuck/readiness/", {"act": "ready"})
        assert "I’m ready tonight" in page(actor, "/plan/mine/date-night/")
    assert placed(ana) == []


def test_the_talks_that_rest_are_the_same_as_on_the_page_of_talks() -> None:
    for name, flow in FLOWS.items():
        assert flow.facts.heavy == (name in SHELF.exercises and is_heavy(SHELF.exercises[name])), name


def _solo_weeks(actor: Actor) -> Iterator[datetime]:
    for week in range(100):
        moment = TONIGHT + timedelta(weeks=week)
        if is_solo_week(actor.shared, moment.date()):
            yield moment


def _same(text: str) -> str:
    from tests.test_one_sided import without_tokens  # noqa: PLC0415

    return without_tokens(text)
