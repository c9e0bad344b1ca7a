"""The pure rules: when a question goes, what is never parked, what asks for detail, what was asked before."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from glasswork.questions.alike import most_alike
from glasswork.questions.delivery import (
    Hour,
    OwnHour,
    due_at,
    is_for_morning,
    marks_gone,
    marks_of,
    named,
    own_hour,
    shown_from,
)
from glasswork.questions.unparkable import asks_for_detail, in_words, subjects_in

LONDON, DELHI, SYDNEY = ZoneInfo("Europe/London"), ZoneInfo("Asia/Kolkata"), ZoneInfo("Australia/Sydney")
NEW_YORK = ZoneInfo("America/New_York")
NAMED = datetime(2026, 3, 1, 9, tzinfo=UTC)  # clocks are set forward on 8 March in New York, on 29 March in London
AT_SEVEN, THEIRS = OwnHour(Hour(19), 19, 0, NAMED), OwnHour(Hour(19), 14, 0, NAMED)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "agreed", "quiet", "due"),
    [
        ("19T14:10", None, None, "19T14:10"),
        ("19T02:10", None, None, "19T08:00"),
        ("19T20:59", None, None, "19T20:59"),
        ("19T21:00", None, None, "20T08:00"),
        ("19T14:10", AT_SEVEN, None, "19T19:00"),
        ("19T19:40", AT_SEVEN, None, "19T19:40"),
        ("19T20:00", AT_SEVEN, None, "20T19:00"),
        ("19T14:10", None, "19T16:30", "19T17:00"),
        ("19T14:10", AT_SEVEN, "21T00:00", "21T19:00"),
        ("19T14:10", None, "19T14:00", "19T14:10"),
    ],
)
def test_it_goes_by_day_or_at_the_hour_both_chose(
    now: str, agreed: OwnHour | None, quiet: str | None, due: str
) -> None:
    assert due_at(at(now), LONDON, agreed, at(quiet) if quiet else None) == at(due)


def test_an_hour_is_read_on_each_ones_own_clock() -> None:
    june = datetime(2026, 6, 19, 9, tzinfo=UTC)
    assert named(19, june, LONDON) == Hour(18)
    there = own_hour(Hour(18), (), june, NEW_YORK)
    assert there
    assert (there.hour, there.minute) == (14, 0)
    half = own_hour(Hour(18), (), june, DELHI)
    assert half
    assert (half.hour, half.minute) == (23, 30)
    assert own_hour(Hour(19), (AT_SEVEN, THEIRS, there), june, LONDON) == THEIRS
    assert own_hour(None, (AT_SEVEN,), june, LONDON) is None


@pytest.mark.parametrize(
    ("day", "from_london", "to_new_york"),
    [
        ("03-05", 19, 19),  # both in winter: 19:00 and 14:00 are one moment
        ("03-10", 19, 19),  # only New York has changed: it comes at 15:00 there
        ("03-30", 18, 18),  # both have changed, and it is as before
        ("10-27", 19, 19),  # only London has changed back: at 15:00 in New York again
        ("11-05", 19, 19),
    ],
)
def test_it_stays_on_both_clocks_when_clocks_change(day: str, from_london: int, to_new_york: int) -> None:
    """Asked at noon in London, where the hour is 19:00, of somebody in New York, where it is 14:00."""
    noon = datetime.fromisoformat(f"2026-{day}T12:00").replace(tzinfo=UTC)
    due = due_at(noon, LONDON, AT_SEVEN)
    assert due == noon.replace(hour=from_london)
    assert shown_from(due, NEW_YORK, THEIRS, is_agreed=True) == noon.replace(hour=to_new_york)


def test_no_hour_comes_early_on_the_readers_clock_and_none_at_night() -> None:
    """New York asks at its 14:00, an hour before London’s 19:00 while only New York has changed; and from far away."""
    due = due_at(datetime(2026, 3, 10, 15, tzinfo=UTC), NEW_YORK, THEIRS)
    assert due == datetime(2026, 3, 10, 18, tzinfo=UTC)
    assert shown_from(due, LONDON, AT_SEVEN, is_agreed=True) == datetime(2026, 3, 10, 19, tzinfo=UTC)
    assert shown_from(due, SYDNEY, AT_SEVEN, is_agreed=True) == datetime(2026, 3, 11, 8, tzinfo=UTC)
    before = replace(AT_SEVEN, since=at("19T14:00"))  # another hour than the one it was laid at
    assert shown_from(at("19T13:00"), SYDNEY, before, is_agreed=True) == at("19T21:00")
    assert shown_from(at("19T03:00"), SYDNEY, before, is_agreed=True) == at("19T03:00")


def test_an_hour_that_a_clock_skips_or_shows_twice_comes_once() -> None:
    at_half_past_one, at_half_past_two = (
        OwnHour(Hour(7), 1, 30, NAMED),
        OwnHour(Hour(7), 2, 30, NAMED),
    )
    skipped = due_at(datetime(2026, 3, 8, 5, tzinfo=UTC), NEW_YORK, at_half_past_two)
    assert skipped == datetime(2026, 3, 8, 8, tzinfo=UTC)
    twice = due_at(datetime(2026, 11, 1, 7, tzinfo=UTC), NEW_YORK, at_half_past_one)
    assert twice == datetime(2026, 11, 2, 7, tzinfo=UTC)


def test_in_half_hour_zones_a_night_ends_with_the_full_hour_before() -> None:
    due = due_at(at("19T20:00"), DELHI, None)
    assert due == at("20T02:00")
    assert shown_from(due, DELHI, None, is_agreed=False, is_for_morning=True) == at("20T02:30")


KATHMANDU = ZoneInfo("Asia/Kathmandu")


def test_an_hour_names_no_country_by_its_minutes() -> None:
    assert named(19, at("19T09:00"), KATHMANDU) == Hour(14)  # 13:15 in UTC
    assert named(19, at("19T09:00"), DELHI) == Hour(14)
    mine = OwnHour(Hour(14), 19, 0, NAMED, KATHMANDU.key)
    for now in ("19T13:30", "19T14:40"):
        assert due_at(at(now), KATHMANDU, mine) == at(now)
    assert due_at(at("19T09:00"), KATHMANDU, mine) == at("19T14:00")
    assert shown_from(at("19T14:40"), KATHMANDU, mine, is_agreed=True) == at("19T14:40")


@pytest.mark.parametrize("zone", ["America/Noronha", "Pacific/Kiritimati", "Asia/Kathmandu", "America/New_York"])
@pytest.mark.parametrize("now", ["2026-03-10T22:58", "2026-07-04T21:30", "2026-11-19T02:10", "2026-11-19T12:00"])
def test_what_one_asks_goes_by_the_clock_it_was_agreed_on_wherever_that_is_now(zone: str, now: str) -> None:
    mine, moment = replace(AT_SEVEN, zone=LONDON.key), datetime.fromisoformat(f"{now}+00:00")
    assert due_at(moment, ZoneInfo(zone), mine) == due_at(moment, LONDON, mine)


@pytest.mark.parametrize("day", ["2026-03-10", "2026-03-30", "2026-07-04", "2026-10-27", "2026-11-19"])
def test_outside_the_readers_own_hour_it_never_comes_in_their_night(day: str) -> None:
    """Whatever moment it was laid at: within their hour, by day up to three hours after it, or at the next one."""
    for minutes in range(0, 24 * 60, 10):
        laid = datetime.fromisoformat(f"{day}T00:00+00:00") + timedelta(minutes=minutes)
        comes = shown_from(laid, LONDON, replace(AT_SEVEN, hour=20), is_agreed=True).astimezone(LONDON)
        assert comes >= laid
        assert comes.hour == 20, (laid, comes)


def test_asked_at_night_it_comes_in_the_readers_own_morning_whatever_night_it_was() -> None:
    for zone in (LONDON, NEW_YORK, DELHI, KATHMANDU, SYDNEY):
        now = datetime(2026, 11, 19, 2, 40, tzinfo=zone)
        assert is_for_morning(now, zone, None)
        due = due_at(now, zone, None)
        assert now < due
        for reader in (LONDON, SYDNEY):
            comes = shown_from(due, reader, None, is_agreed=False, is_for_morning=True).astimezone(reader)
            assert (comes.hour, comes.minute) == (8, 0)
    assert not is_for_morning(at("19T14:10"), LONDON, None)
    assert not is_for_morning(at("19T02:10"), LONDON, AT_SEVEN)


def test_its_reader_gets_it_in_their_own_day_unless_both_chose_the_hour() -> None:
    assert shown_from(at("19T03:00"), SYDNEY, None, is_agreed=False) == at("19T03:00")
    assert shown_from(at("19T13:00"), SYDNEY, None, is_agreed=False) == at("19T21:00")
    ended = at("19T21:00")  # an hour that one has ended since lets nothing through at night
    assert shown_from(at("19T13:00"), SYDNEY, None, is_agreed=True) == ended


@pytest.mark.parametrize("due", ["2026-11-19T08", "2026-12-31T23", "2027-01-31T00", "2028-02-29T12"])
def test_no_hour_to_come_is_looked_into_and_none_that_has_come_is_ever_forgotten(due: str) -> None:
    hour = datetime.fromisoformat(f"{due}:00+00:00")
    marks = set(marks_of(hour))
    for back in (1, 24, 40 * 24):
        assert not marks & set(marks_gone(hour - timedelta(hours=back) + timedelta(minutes=59)))
    for on in (*range(1, 100), *range(100, 700 * 24, 97)):
        assert marks & set(marks_gone(hour + timedelta(hours=on - 1))), on


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("Are you still texting them?", "contact"),
        ("Have you seen Jo since then?", "contact"),
        ("When did you last write to each other?", "contact"),
        ("Is it really over?", "contact"),
        ("Have you blocked the number?", "contact"),
        ("Do you talk to them at work?", "contact"),
        ("Do I need to get tested?", "health"),
        ("Did you use a condom?", "health"),
        ("Is there any risk to my health?", "health"),
        ("How much did you spend on the hotel?", "money"),
        ("Did it come out of our savings?", "money"),
        ("Does Jo know where we live?", "safety"),
        ("Has Jo a key to our house?", "safety"),
        ("Did they threaten you?", "safety"),
        ("Were the children ever there?", "children"),
        ("Did our daughter meet them?", "children"),
    ],
)
def test_what_is_never_parked_is_found_by_its_words(words: str, about: str) -> None:
    assert about in subjects_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "What did it mean to you?",
        "Why did you lie to me in May?",
        "Did you laugh about me?",
        "Was it my birthday?",
        "Where did you two go for lunch in June?",
        "Did you love them?",
    ],
)
def test_other_questions_may_be_parked(words: str) -> None:
    assert subjects_in(words) == ()


def test_reasons_read_as_a_sentence() -> None:
    assert in_words(("contact", "money", "children")) == "contact now, money and the children"


@pytest.mark.parametrize(
    ("words", "is_detail"),
    [
        ("Was the sex better?", True),
        ("Did you kiss?", True),
        ("Are they prettier than me?", True),
        ("Where did you touch them?", True),
        ("Are you in touch?", False),
        ("What did it mean?", False),
        ("When did it begin?", False),
    ],
)
def test_intimate_detail_is_found_by_its_words(words: str, is_detail: bool) -> None:
    assert asks_for_detail(words) is is_detail


@pytest.mark.parametrize(
    ("words", "is_same"),
    [
        ("did Jo know about my mother in may", True),
        ("Did you tell Jo that my mother is ill?", True),
        ("When did Jo meet your sister?", False),
        ("Why?", False),
        ("", False),
    ],
)
def test_a_question_like_an_earlier_one_is_found(words: str, is_same: bool) -> None:
    one = UUID(int=1)
    found = most_alike(words, [(one, "Did Jo know about my mother in May?"), (UUID(int=2), "Why the spring?")])
    assert (found == one) is is_same
