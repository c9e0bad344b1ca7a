"""Today through HTTP: greetings, empty states, putting off, what is new from the partner."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from glasswork.today.rows import Row, in_order
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


def test_before_the_evening_nothing_speaks_of_tonight(db: None) -> None:
    kit = make_actor("Kit", zone="Australia/Sydney")  # seven in the morning there
    for path in ("/today/", "/check-in/"):
        assert "night" not in kit.get(path).content.decode(), path
        assert "evening" not in kit.get(path).content.decode(), path
    kit.post("/today/put-off/", {"step": "check-in", "how": "later"})
    assert "Later today, then" in page(kit)
    kit.post("/today/put-off/", {"step": "check-in", "how": "not-today"})
    assert "Have a quiet day." in page(kit)


def test_what_the_other_did_stands_newest_first_whatever_it_is() -> None:
    days = [None, date(2026, 11, 17), date(2026, 11, 19), date(2026, 11, 18), None]
    rows = [Row(str(number), "/", day) for number, day in enumerate(days)]
    assert [row.words for row in in_order(rows)] == ["0", "4", "2", "3", "1"]


def test_help_and_calm_begin_with_ones_own_country(ana: Actor) -> None:
    ana.post("/me/settings/", {"zone": "UTC", "country": ""})
    assert 'href="/help/"' in page(ana)
    ana.post("/me/settings/", {"zone": "UTC", "country": "IE"})
    for path in ("/help/?country=IE", "/calm/?country=IE"):
        assert f'href="{path}"' in page(ana)
        assert ana.get(path).content == Client().get(path, secure=True).content, "alike for everybody"


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
