"""The one quiet line about joining with someone: for whom it shows, when, and how it goes for good."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import msgspec
import pytest
import time_machine

from glasswork.pairing.tests.make import answer_hark, invite
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.reading import read_slip
from glasswork.spaces.writing import save_slip
from tests.cast import Actor, pair

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
LINE = "Joining with someone"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


@pytest.fixture
def robin(sam: Actor) -> Actor:
    """Came because of somebody else, and has had a first check-in tonight."""
    came_for(sam, is_about_two=True)
    check_in(sam)
    return sam


def came_for(actor: Actor, **reason: bool) -> None:
    settings = read_slip(actor.private, Settings, "settings")
    assert settings
    save_slip(actor.private, msgspec.structs.replace(settings, **reason), "settings")


def check_in(actor: Actor) -> None:
    assert actor.post("/check-in/", {"feel": "steady", "act": "keep"}).status_code == 302


def shows(actor: Actor) -> bool:
    response = actor.get("/today/")
    assert response.status_code == 200
    return LINE in response.content.decode()


def test_it_comes_after_the_first_check_in_and_not_before(sam: Actor) -> None:
    came_for(sam, is_about_two=True)
    assert not shows(sam)
    check_in(sam)
    assert shows(sam)


@pytest.mark.parametrize("reason", [{"is_alone": True}, {}])
def test_whoever_came_alone_or_would_rather_not_say_never_sees_it(sam: Actor, reason: dict[str, bool]) -> None:
    came_for(sam, **reason)
    check_in(sam)
    assert not shows(sam)


@pytest.mark.parametrize(("how", "leads_to"), [("never", "/today/"), ("look", "/pairing/")])
def test_either_button_puts_it_away_for_good(
    robin: Actor, clock: time_machine.Traveller, how: str, leads_to: str
) -> None:
    assert robin.post("/today/put-off/", {"step": "joining", "how": how}).headers["Location"] == leads_to
    assert not shows(robin)
    clock.move_to(TONIGHT + timedelta(days=30))
    robin.sign_in()
    check_in(robin)
    assert not shows(robin)


def test_the_way_itself_stays_under_me_by_the_same_name(robin: Actor) -> None:
    robin.post("/today/put-off/", {"step": "joining", "how": "never"})
    assert LINE in robin.get("/me/").content.decode()
    assert f"<h1>{LINE}</h1>" in robin.get("/pairing/").content.decode()


def test_it_is_quiet_while_a_code_is_out_and_once_they_are_joined(robin: Actor, max_: Actor) -> None:
    answer_hark(robin)
    invite(robin)
    assert not shows(robin)
    robin.post("/pairing/withdrawal/")
    assert shows(robin)
    pair(robin, max_)
    assert not shows(robin)


@pytest.mark.parametrize("answer", ["not-always", "no"])
def test_nothing_suggests_it_to_somebody_who_does_not_feel_safe(robin: Actor, answer: str) -> None:
    keep_answer(robin.spaces, make_answer(answer, None), once=uuid4().hex)
    assert not shows(robin)
