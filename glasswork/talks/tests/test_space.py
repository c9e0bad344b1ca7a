"""Taking space: how long, what the other sees, coming back, and longer space that both agree to."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine

from glasswork.talks.kinds import Back, LongerEnd, LongerYes, Moved, TimeOut
from glasswork.talks.pauses import in_words, until_of
from glasswork.talks.slip import read_live
from glasswork.talks.tests.make import ask, kept
from tests.cast import Actor

type Couple = tuple[Actor, Actor]
type Clock = time_machine.Traveller
TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def clock() -> Iterator[Clock]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


@pytest.fixture
def two(clock: Clock, couple: Couple) -> Couple:
    return couple


def text(actor: Actor, path: str = "/space/") -> str:
    return re.sub("[\u2066-\u2069]", "", actor.get(path).content.decode())


def of_kind(actor: Actor, kind: type) -> list[Any]:
    return [value for value in kept(actor) if isinstance(value, kind)]


def take(actor: Actor, **more: str) -> str:
    return actor.post("/space/", {"length": "20", **more}).content.decode()


def later(clock: Clock, *actors: Actor, **time: int) -> None:
    clock.shift(timedelta(**time))
    for actor in actors:
        actor.sign_in()


def test_while_it_lasts_nobody_is_asked_to_talk(two: Couple, clock: Clock) -> None:
    """Neither whoever went nor whoever stayed; the words stay on the page. After the return all is as before."""
    ana, ben = two
    take(ana)
    for actor in two:
        sent = ask(actor, topic="Sundays").content.decode()
        assert "One of you is taking space" in sent
        assert "Sundays" in sent
        assert "Ask Ana" not in text(actor, "/talks/mirroring/") + text(actor, "/talks/mirroring/")
    assert read_live(ben.shared) is None
    ana.post("/space/return/", {"act": "back"})
    assert ask(ben).status_code == 302


def test_the_other_sees_the_time_and_nothing_else(two: Couple) -> None:
    ana, ben = two
    take(ana, doing="walk")
    assert "Ana is taking space until 20:20" in text(ben)
    assert "They will come back." in text(ben)
    assert "Your plan" not in text(ben)
    assert "Your plan, only for you: walk" in text(ana)
    assert "Ana is taking space until 20:20" in text(ben, "/today/")
    assert "You’re taking space until 20:20" in text(ana, "/today/")


def test_a_return_is_kept_and_remembered(two: Couple, clock: Clock) -> None:
    ana, ben = two
    take(ana)
    later(clock, ana, ben, minutes=20)
    page = ana.post("/space/return/", {"act": "back"}).headers["Location"]
    assert "You came back at the time you named" in text(ana, page)
    assert [value.is_kept for value in of_kind(ben, Back)] == [True]
    assert "taking space until" not in text(ben, "/today/")
    ana.post("/space/return/", {"act": "back"})
    assert len(of_kind(ben, Back)) == 1


@pytest.mark.parametrize("minutes", [0, 5, 19])
def test_twenty_minutes_apart_are_the_least_that_counts(two: Couple, clock: Clock, minutes: int) -> None:
    """Pressing there and back is no kept return, so it fills no pane; and it is none that was missed."""
    ana, ben = two
    for _ in range(3):
        take(ana, length="60")
        later(clock, ana, ben, minutes=minutes)
        page = text(ana, ana.post("/space/return/", {"act": "back"}).headers["Location"])
        assert "You’re back" in page
        assert "the time you named" not in page
        assert "later than you named" not in page
    assert [(value.is_kept, value.is_early) for value in of_kind(ben, Back)] == [(False, True)] * 3
    for path in ("/space/", "/today/"):
        assert "Ana is taking space until" not in text(ben, path)
    assert "rest the heavy talks" not in text(ana, "/talks/")


def test_half_an_hour_is_chosen_already(two: Couple) -> None:
    ana, _ = two
    assert re.search(r'name="length" value="30"[^>]* checked', text(ana))
    take(ana, length="30")
    assert "You’re taking space until 20:30" in text(ana)
    assert "checked" not in text(ana)


def test_a_return_is_moved_before_it_lapses_and_not_after(two: Couple, clock: Clock) -> None:
    ana, ben = two
    take(ana)
    ana.post("/space/return/", {"act": "more", "length": "60"})
    assert "until 21:20" in text(ben)
    later(clock, ana, ben, minutes=85)
    ana.post("/space/return/", {"act": "more", "length": "60"})
    assert len(of_kind(ana, Moved)) == 1
    assert "It’s past the time you named" in text(ana)
    assert "until 21:20" in text(ben)


def test_a_day_is_the_most(two: Couple) -> None:
    ana, _ = two
    take(ana, length="tomorrow")
    ana.post("/space/return/", {"act": "more", "length": "pick", "hour": "19:30"})
    (called,), (moved,) = of_kind(ana, TimeOut), of_kind(ana, Moved)
    assert called.until == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert moved.until <= called.called_at + timedelta(hours=24)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"length": ""}, "Choose how long"),
        ({"length": "999"}, "Choose how long"),
        ({"length": "pick", "hour": ""}, "Write the time"),
        ({"length": "pick", "hour": "soon"}, "Write the time"),
        ({"length": "pick", "hour": "20:05"}, "at least twenty minutes"),
    ],
)
def test_a_time_that_cannot_be_is_asked_for_again(two: Couple, sent: dict[str, str], sentence: str) -> None:
    ana, _ = two
    assert sentence in ana.post("/space/", sent).content.decode()
    assert of_kind(ana, TimeOut) == []


def test_a_second_press_takes_space_once(two: Couple) -> None:
    ana, _ = two
    for _ in range(2):
        take(ana, once="one")
    take(ana, once="another")
    assert len(of_kind(ana, TimeOut)) == 1


def test_both_may_be_away_at_once(two: Couple) -> None:
    ana, ben = two
    take(ana)
    take(ben, length="60")
    assert "Ben is taking space until 21:00" in text(ana)
    assert "You’re taking space until 20:20" in text(ana)


def test_after_two_late_returns_each_is_advised_alone_to_rest(two: Couple, clock: Clock) -> None:
    ana, ben = two
    advice = "You could rest the heavy talks for a week"
    for actor in (ana, ben):
        assert advice not in text(actor, "/talks/")
        take(actor)
        later(clock, ana, ben, minutes=45)
        actor.post("/space/return/", {"act": "back"})
    assert [value.is_kept for value in of_kind(ana, Back)] == [False, False]
    for actor in two:
        assert advice in text(actor, "/talks/")
        assert "“One speaks, one listens”" in text(actor, "/talks/")
        assert advice not in text(actor, "/today/")
    take(ana)
    for actor in two:
        assert advice in text(actor, "/today/")
    later(clock, ana, ben, days=8)
    assert advice not in text(ana, "/talks/")


def test_nobody_moves_or_ends_anothers_time_out(two: Couple, max_: Actor) -> None:
    ana, ben = two
    take(ana)
    for other in (ben, max_):
        other.post("/space/return/", {"act": "back"})
        other.post("/space/return/", {"act": "more", "length": "60"})
    assert of_kind(ana, Back) == of_kind(ana, Moved) == []


def test_somebody_alone_takes_space_without_telling_anybody(sam: Actor) -> None:
    assert "Nobody needs to be told" in text(sam)
    assert sam.post("/space/", {"length": "20"}).status_code == 302
    assert sam.post("/space/return/", {"act": "back"}).status_code == 302


def propose(actor: Actor, **more: str) -> str:
    sent = {"need": "quiet", "contact": "one message at night", "back_on": "2026-11-29", **more}
    return actor.post("/space/longer/", sent).content.decode()


def longer_id(actor: Actor) -> str:
    found = re.search(r'name="space" value="([^"]+)"', text(actor, "/space/longer/"))
    assert found
    return found[1]


def test_longer_space_is_agreed_by_both_in_the_same_words(two: Couple) -> None:
    ana, ben = two
    propose(ana)
    assert "one message at night" in text(ben, "/space/longer/")
    assert "Ana proposes some longer space" in text(ben, "/today/")
    ana.post("/space/longer/answer/", {"act": "agree", "space": longer_id(ana)})
    assert of_kind(ana, LongerYes) == []
    ben.post("/space/longer/answer/", {"act": "agree", "space": longer_id(ben)})
    for actor in two:
        assert "You’ve agreed on some space" in text(actor, "/space/longer/")
        assert "until Sunday 29 November" in text(actor)


def test_what_was_agreed_stands_until_both_say_yes_to_other_words(two: Couple) -> None:
    ana, ben = two
    propose(ana)
    ben.post("/space/longer/answer/", {"act": "agree", "space": longer_id(ben)})
    propose(ben, contact="a call on Sundays")
    for actor in two:
        assert "You’ve agreed on some space" in text(actor, "/space/longer/")
        assert "one message at night" in text(actor, "/space/longer/")
    assert "Ben proposes other words" in text(ana, "/space/longer/")
    asked = re.findall(r'name="space" value="([^"]+)"', text(ana, "/space/longer/"))[1]
    ana.post("/space/longer/answer/", {"act": "end", "space": asked})
    assert "a call on Sundays" not in text(ana, "/space/longer/")
    assert "You’ve agreed on some space" in text(ben, "/space/longer/")


def test_nobody_proposes_without_end(two: Couple) -> None:
    ana, ben = two
    for number in range(3):
        propose(ana, contact=f"letter {number}")
        ben.post("/space/longer/answer/", {"act": "end", "space": longer_id(ben)})
    again = propose(ana, contact="letter 4")
    assert "Let it rest until tomorrow" in again
    assert "letter 4" in again
    assert "letter 4" not in text(ben, "/space/longer/")


def test_other_words_need_another_yes_and_either_ends_it(two: Couple) -> None:
    ana, ben = two
    propose(ana)
    before = longer_id(ben)
    propose(ben, contact="none")
    ana.post("/space/longer/answer/", {"act": "agree", "space": before})
    assert of_kind(ana, LongerYes) == []
    ana.post("/space/longer/answer/", {"act": "agree", "space": longer_id(ana)})
    assert len(of_kind(ana, LongerYes)) == 1
    ben.post("/space/longer/answer/", {"act": "end", "space": longer_id(ben)})
    assert len(of_kind(ana, LongerEnd)) == 1
    assert "Days or weeks of space" in text(ana, "/space/longer/")


@pytest.mark.parametrize(
    "wrong", [{"back_on": "2026-11-19"}, {"back_on": "2027-11-19"}, {"back_on": "soon"}, {"contact": ""}]
)
def test_longer_space_needs_a_day_and_a_way_to_stay_in_touch(two: Couple, wrong: dict[str, str]) -> None:
    ana, ben = two
    again = propose(ana, **wrong)
    assert "There is a problem" in again
    assert "quiet" in again
    assert "Days or weeks of space" in text(ben, "/space/longer/")


def test_a_made_up_answer_changes_nothing(two: Couple, max_: Actor) -> None:
    ana, ben = two
    propose(ana)
    for space in ("x", "", str(uuid4())):
        ben.post("/space/longer/answer/", {"act": "agree", "space": space})
    max_.post("/space/longer/answer/", {"act": "agree", "space": longer_id(ben)})
    assert of_kind(ana, LongerYes) == []


def test_a_time_reads_in_the_readers_own_zone() -> None:
    until = until_of("pick", "09:05", TONIGHT, LONDON)
    assert until
    assert in_words(until, TONIGHT, LONDON) == "tomorrow at 9:05"
    assert in_words(until, TONIGHT, ZoneInfo("Australia/Sydney")) == "20:05"
    assert in_words(TONIGHT + timedelta(minutes=20), TONIGHT, LONDON) == "20:20"
