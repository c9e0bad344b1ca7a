"""The one next thing: in which order, and how it is put off."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from uuid import uuid4

import pytest

from glasswork.checkin.kinds import Held
from glasswork.plan.choosing import Choice
from glasswork.plan.here import TodaysStep
from glasswork.spaces.prepared import Prepared
from glasswork.talks.news import Talk, TimeOutNow
from glasswork.today.kinds import PutOff
from glasswork.today.news import News
from glasswork.today.next_step import JOINING, LATER, Next, Situation, next_step, points_to_joining, put_it_off

TODAY, NOW = date(2026, 11, 19), datetime(2026, 11, 19, 20, tzinfo=UTC)
NOTHING = PutOff(evening=TODAY)

ON = Talk(is_asked=False)
STEP = TodaysStep(Choice("breathing", "Breathing", 10, ("Because.",), is_for_two=False, is_started=False))


def held() -> Held:
    entry = Prepared(uuid4(), 1, uuid4(), b"", None, b"", b"", b"")
    return Held(round=uuid4(), evening=TODAY, opened_at=NOW, joinable_until=NOW, entry=entry)


def news(days_ago: int) -> News:
    return News(uuid4(), TODAY - timedelta(days=days_ago), "You’ve both answered.", is_my_turn=True)


def situation(**changes: object) -> Situation:
    plain: dict[str, object] = {
        "today": TODAY,
        "now": NOW,
        "is_shared": True,
        "waiting": None,
        "may_choose": None,
        "my_turn": None,
        "is_done": False,
        "has_words": False,
        "may_join": False,
    }
    return Situation(**{**plain, **changes})  # type: ignore[arg-type]  # the test's own table


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Next.CHECK_IN),
        ({"is_done": True}, Next.QUIET),
        ({"is_done": True, "step": STEP}, Next.PLAN),
        ({"waiting": held(), "step": STEP}, Next.PLAN),
        ({"step": STEP}, Next.CHECK_IN),
        ({"is_done": True, "my_turn": news(0), "step": STEP}, Next.READ),
        ({"waiting": held()}, Next.SEALED),
        ({"is_done": True, "my_turn": news(0)}, Next.READ),
        ({"my_turn": news(1)}, Next.CHECK_IN),
        ({"is_done": True, "my_turn": news(1)}, Next.READ_ON),
        ({"waiting": held(), "may_choose": held()}, Next.CHOOSE),
        ({"has_words": True, "is_shared": False}, Next.WORDS),
        ({"talk": ON, "time_out": TimeOutNow(is_mine=True, until="20:40", is_late=False)}, Next.SPACE),
        ({"talk": ON, "time_out": TimeOutNow(is_mine=False, until="20:40", is_late=False)}, Next.SPACE),
        ({"talk": ON, "time_out": TimeOutNow(is_mine=False, until="20:40", is_late=True)}, Next.TALK),
        ({"time_out": TimeOutNow(is_mine=False, until="20:40", is_late=True)}, Next.SPACE),
        ({"is_shared": False, "may_join": True}, Next.CHECK_IN),
        ({"is_shared": False, "may_join": True, "is_done": True}, Next.QUIET),
    ],
)
def test_tonight_comes_first(changes: dict[str, object], expected: Next) -> None:
    assert next_step(situation(**changes), NOTHING) is expected


def test_later_comes_back_later_the_same_evening() -> None:
    put_off = put_it_off(Next.CHECK_IN, "later", TODAY, NOW, NOTHING)
    assert next_step(situation(), put_off) is Next.LATER
    assert next_step(situation(now=NOW + LATER), put_off) is Next.CHECK_IN


def test_not_today_lasts_until_the_day_turns() -> None:
    put_off = put_it_off(Next.CHECK_IN, "not-today", TODAY, NOW, NOTHING)
    assert next_step(situation(now=NOW + LATER), put_off) is Next.QUIET
    assert next_step(situation(today=TODAY + timedelta(days=1)), put_off) is Next.CHECK_IN


def test_the_line_about_joining_comes_after_the_check_in_and_is_put_away_for_good() -> None:
    assert not points_to_joining(situation(may_join=True), NOTHING)
    assert points_to_joining(situation(may_join=True, is_done=True), NOTHING)
    put_away = put_it_off(JOINING, "never", TODAY, NOW, NOTHING)
    later = situation(today=TODAY + timedelta(days=30), may_join=True, is_done=True)
    assert not points_to_joining(later, put_away)
    assert not points_to_joining(later, put_it_off(Next.CHECK_IN, "later", later.today, NOW, put_away))


def test_there_is_always_something_to_say() -> None:
    flags = ("is_shared", "is_done", "has_words", "may_join")
    for values in product([False, True], repeat=len(flags)):
        assert next_step(situation(**dict(zip(flags, values, strict=True))), NOTHING) in Next
