"""The plan on Today: offered quietly after the first check-in, and one step once the check-in is out of the way."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from glasswork.plan.tests.make import act, answer_intake
from tests.cast import Actor

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def page(actor: Actor) -> str:
    response = actor.get("/today/")
    assert response.status_code == 200
    return response.content.decode()


def check_in(actor: Actor) -> None:
    actor.post("/check-in/", {"feel": "tired", "act": "keep"})


def test_a_plan_is_offered_after_the_first_check_in_and_put_away_for_good(sam: Actor) -> None:
    assert "A plan that fits you" not in page(sam)
    check_in(sam)
    assert "A plan that fits you" in page(sam)
    sent = sam.post("/today/put-off/", {"step": "planning", "how": "look"})
    assert sent.headers["Location"] == "/plan/intake/"
    assert "A plan that fits you" not in page(sam)


def test_no_thanks_is_no(sam: Actor) -> None:
    check_in(sam)
    sam.post("/today/put-off/", {"step": "planning", "how": "never"})
    assert "A plan that fits you" not in page(sam)


def test_the_step_comes_after_the_check_in_with_its_reason(sam: Actor) -> None:
    answer_intake(sam, role="alone", goals=["calm"])
    assert "Your check-in" in page(sam)
    assert "/plan/mine/breathing/" not in page(sam)
    check_in(sam)
    text = page(sam)
    assert "Because you’d like to feel calmer." in text
    assert 'action="/plan/mine/breathing/"' in text
    assert "A plan that fits you" not in text


def test_left_for_today_the_check_in_makes_room(sam: Actor) -> None:
    answer_intake(sam, role="alone", goals=["calm"])
    sam.post("/today/put-off/", {"step": "check-in", "how": "later"})
    assert "Later tonight, then" in page(sam)
    sam.post("/today/put-off/", {"step": "check-in", "how": "not-today"})
    assert 'action="/plan/mine/breathing/"' in page(sam)


@pytest.mark.parametrize("what", ["later", "not-today", "declined", "done"])
def test_after_it_the_evening_goes_on_or_is_quiet(sam: Actor, what: str) -> None:
    answer_intake(sam, role="alone", goals=["calm"])
    act(sam, "breathing", "started")
    check_in(sam)
    assert act(sam, "breathing", what, came_from="today") == "/today/"
    text = page(sam)
    assert 'action="/plan/mine/breathing/"' not in text
    assert what == "declined" or "quiet evening" in text


def test_what_both_are_ready_for_shows_to_both(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    for actor in couple:
        answer_intake(actor, role="both", standing="together", contact="none")
    for actor in couple:
        actor.post("/plan/mine/date-night/readiness/", {"act": "ready"})
    for actor in (ana, ben):
        actor.post("/check-in/", {"feel": "well", "act": "keep", "alone": "yes"})
        assert "You were both ready" in page(actor)
    act(ana, "date-night", "done")
    assert "You were both ready" not in page(ana)
    assert "You were both ready" in page(ben)


def test_a_full_plan_asks_no_more_of_the_database(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller, django_assert_max_num_queries: Any
) -> None:
    ana, _ = couple
    answer_intake(ana, role="hurt", pace="daily")
    for day, name in enumerate(("breathing", "support-map", "set-off-map", "me-time", "moving-plan")):
        clock.move_to(TONIGHT + timedelta(days=day))
        ana.sign_in()
        act(ana, name, "chosen")
        act(ana, name, "done")
    ana.post("/today/put-off/", {"step": "check-in", "how": "not-today"})
    page(ana)
    with django_assert_max_num_queries(6):
        page(ana)
