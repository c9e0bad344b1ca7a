"""Today through HTTP: greetings, empty states, putting off, what is new from the partner."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from tests.cast import Actor, make_actor

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def tonight() -> Iterator[None]:
    with time_machine.travel(TONIGHT, tick=False):
        yield


def page(actor: Actor) -> str:
    response = actor.get("/today/")
    assert response.status_code == 200
    return response.content.decode()


def test_it_greets_by_name_in_ones_own_evening(couple: tuple[Actor, Actor]) -> None:
    text = page(couple[0])
    assert "Good evening" in text
    assert "Ana" in text
    assert "Thursday 19 November" in text
    assert "You and" in text


def test_the_day_follows_ones_own_zone(db: None) -> None:
    assert "Friday 20 November" in page(make_actor("Kit", zone="Australia/Sydney"))
    assert "Good morning" in page(make_actor("Kit", zone="Australia/Sydney"))


def test_somebody_alone_sees_nobody_missing(sam: Actor) -> None:
    text = page(sam)
    assert "just for you" in text
    assert "partner" not in text.lower()
    assert "From " not in text


def test_later_and_not_today_are_kept(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    ana.post("/today/put-off/", {"step": "check-in", "how": "later"})
    assert "Later tonight, then" in page(ana)
    ana.post("/today/put-off/", {"step": "check-in", "how": "not-today"})
    assert "Have a quiet evening" in page(ana)
    assert "Your check-in is waiting" in page(ben)


def test_a_step_nobody_knows_changes_nothing(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    assert ana.post("/today/put-off/", {"step": "anything", "how": "later"}).status_code == 302
    assert "Your check-in is waiting" in page(ana)


def test_what_waits_for_me_comes_next(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    ana.post("/check-in/", {"feel": "one", "act": "seal"})
    assert "Your check-in is sealed" in page(ana)
    path = ben.post("/check-in/", {"feel": "two", "act": "seal"}).headers["Location"]
    assert "There is something to read" in page(ana)
    ben.post(f"{path}heard/", {"heard": "one", "act": "send"})
    assert "Was that it?" in page(ana)


def test_the_page_is_small_and_asks_little(couple: tuple[Actor, Actor], django_assert_max_num_queries: Any) -> None:
    ana, _ = couple
    page(ana)
    with django_assert_max_num_queries(6):
        page(ana)
