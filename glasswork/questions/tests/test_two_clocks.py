"""Two who live by different clocks: neither can move the other’s hour, and no page says where anybody is."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from glasswork.questions.here import load_here
from glasswork.questions.tests.make import DAY, WORDS, Clock, Couple, ask, later, page, say_how_much
from tests.cast import Actor

LATE = datetime(2026, 12, 12, 22, 58, tzinfo=UTC)
ASKED = "has asked you something"
MARKS = re.compile(r'name="(?:csrfmiddlewaretoken|once)" value="[^"]*"|data-token="[^"]*"')
PAGES = ("/today/", "/questions/", "/questions/hour/", "/questions/mine/")


def agree(one: Actor, other: Actor, hour: int = 20) -> None:
    one.post("/questions/hour/", {"hour": str(hour), "act": "name"})
    wish = load_here(other.spaces).ledger.wish
    assert wish
    other.post("/questions/hour/", {"act": "yes", "which": f"{wish.hour.hour}:{wish.hour.minute}"})
    assert load_here(one.spaces).hour


def move(actor: Actor, zone: str) -> None:
    actor.post("/me/settings/", {"zone": zone})


def seen(actor: Actor, *paths: str) -> list[str]:
    """Byte for byte, without the marks that every look at a form makes anew."""
    return [MARKS.sub("", page(actor, path)) for path in paths or PAGES]


@pytest.mark.parametrize("zone", ["America/Noronha", "Asia/Kathmandu", "America/New_York", "Pacific/Kiritimati"])
def test_whoever_changes_their_zone_at_night_reaches_nobody_at_night(couple: Couple, clock: Clock, zone: str) -> None:
    """Also when they end the hour at once after asking, or name others."""
    ana, ben = couple
    agree(ben, ana)
    later(clock, LATE, *couple)
    move(ben, zone)
    ask(ben)
    assert WORDS not in page(ana)
    assert ASKED not in page(ana, "/today/")
    for hour in range(8, 20, 2):
        ben.post("/questions/hour/", {"hour": str(hour), "act": "name"})
    assert WORDS not in page(ana)
    later(clock, LATE.replace(hour=19, minute=58) + DAY, *couple)
    assert WORDS not in page(ana)
    later(clock, LATE.replace(hour=20, minute=2) + DAY, *couple)
    assert WORDS in page(ana)


def test_an_hour_that_is_ended_lets_nothing_through_at_night(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    agree(ben, ana)
    later(clock, LATE, *couple)
    move(ben, "America/Noronha")
    ask(ben)
    ben.post("/questions/hour/", {"act": "end"})
    for moment in (LATE, LATE + timedelta(hours=3)):
        later(clock, moment, *couple)
        assert WORDS not in page(ana)


def test_where_one_reads_is_seen_by_nobody_else(couple: Couple, clock: Clock) -> None:
    """Ana moves, and what Ben asked stands before him as it did."""
    ana, ben = couple
    agree(ben, ana)
    later(clock, LATE.replace(hour=20, minute=10), *couple)
    ask(ben)
    before = seen(ben)
    move(ana, "Asia/Tokyo")
    assert WORDS not in page(ana)
    assert seen(ben) == before


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Australia/Sydney", "Asia/Kathmandu"])
def test_asked_at_night_far_away_it_comes_at_eight_on_the_readers_clock(
    couple: Couple, clock: Clock, zone: str
) -> None:
    """Ana is up at five in her night; Ben, in London, only ever finds it in his morning."""
    ana, ben = couple
    move(ana, zone)
    move(ben, "Europe/London")
    start = datetime(2026, 12, 12, tzinfo=UTC)
    asked = start + (timedelta(hours=5) - (load_here(ana.spaces).zone.utcoffset(start) or timedelta()))
    later(clock, asked, *couple)
    ask(ana)
    for hours in range(1, 60):
        moment = asked.replace(minute=0) + timedelta(hours=hours)
        later(clock, moment, ben)
        if WORDS in page(ben):
            assert moment.hour == 8
            break
    else:
        pytest.fail("it never came")


def test_quarter_hours_stay_with_whoever_named_them(couple: Couple) -> None:
    ana, ben = couple
    move(ana, "Asia/Kathmandu")
    move(ben, "Europe/London")
    ana.post("/questions/hour/", {"hour": "19", "act": "name"})
    assert "19:00, on your clock" in page(ana, "/questions/hour/")
    text = page(ben, "/questions/hour/")
    assert "14:00, on your clock" in text
    assert "13:15" not in text
    ben.post("/questions/hour/", {"act": "yes", "which": "14:0"})
    assert "agreed on 19:00" in page(ana, "/questions/hour/")
    assert "agreed on 14:00" in page(ben, "/questions/hour/")


def test_however_many_hours_are_named_the_one_that_holds_is_kept(couple: Couple) -> None:
    ana, ben = couple
    agree(ana, ben)
    since = [own.since for own in load_here(ana.spaces).desk.hours]
    for hour in range(8, 18):
        ana.post("/questions/hour/", {"hour": str(hour), "act": "name"})
    held = load_here(ana.spaces).hour
    assert held
    assert (held.hour, held.since) == (20, since[0])


def test_days_that_both_see_say_nothing_of_where_they_were_written(couple: Couple, clock: Clock) -> None:
    """It is Friday already where Ana is, and every day of hers that Ben reads is his Thursday."""
    ana, ben = couple
    later(clock, datetime(2026, 12, 10, 20, tzinfo=UTC), *couple)
    move(ana, "Pacific/Kiritimati")
    say_how_much(ana, "facts")
    sent = {"walls": "From March", "act": "share", "hinted": "yes", "scope": say_how_much(ben)}
    account = ana.post("/questions/account/", sent).headers["Location"]
    ana.post(f"{account}later/", {"words": "One more thing", "hinted": "yes"})
    ben.post(f"{account}door/", {"act": "open"})
    text = page(ben, "/questions/account/") + page(ben, account)
    assert "Added later, on Thursday 10 December" in text
    assert text.count("Thursday 10 December") == 4
    assert "Friday" not in text
    assert page(ana, account).count("Thursday 10 December") == 3
