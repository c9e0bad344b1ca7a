"""When two answers meet, and how saying back goes on."""

from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasswork.checkin.kinds import Answer, Enough, Heard, Held, Reply, Verdict, Words
from glasswork.checkin.rounds import Step, can_join, hearing, may_choose
from glasswork.lib.evenings import evening_end, evening_of
from glasswork.spaces.prepared import Prepared

ANA, BEN, ROUND = uuid4(), uuid4(), uuid4()
LONDON, SYDNEY, TOKYO = ZoneInfo("Europe/London"), ZoneInfo("Australia/Sydney"), ZoneInfo("Asia/Tokyo")


def held_at(moment: datetime, zone: ZoneInfo) -> Held:
    entry = Prepared(uuid4(), 1, ANA, b"", b"", b"", b"", b"")
    return Held(
        round=ROUND,
        evening=evening_of(moment, zone),
        opened_at=moment,
        joinable_until=evening_end(moment, zone),
        entry=entry,
    )


def at(text: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("first", "first_zone", "second", "second_zone", "meets"),
    [
        ("2026-11-19T23:50", LONDON, "2026-11-20T00:10", LONDON, True),
        ("2026-11-19T23:50", LONDON, "2026-11-20T03:59", LONDON, True),
        ("2026-11-19T23:50", LONDON, "2026-11-20T04:00", LONDON, False),
        ("2026-11-19T21:00", LONDON, "2026-11-20T21:00", LONDON, False),
        ("2026-11-19T22:00", SYDNEY, "2026-11-19T20:00", LONDON, True),
        ("2026-11-19T20:00", LONDON, "2026-11-20T21:00", SYDNEY, True),
        ("2026-11-19T09:00", TOKYO, "2026-11-19T21:00", LONDON, False),
        ("2026-10-25T00:30", LONDON, "2026-10-25T03:30", LONDON, True),
    ],
)
def test_a_round_is_joined_while_it_is_still_that_day_for_either(
    first: str, first_zone: ZoneInfo, second: str, second_zone: ZoneInfo, meets: bool
) -> None:
    assert can_join(held_at(at(first, first_zone), first_zone), at(second, second_zone), second_zone) is meets


@given(st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2030, 1, 1)), st.sampled_from([LONDON, SYDNEY]))  # noqa: DTZ001
def test_an_answer_within_the_same_evening_always_joins(moment: datetime, zone: ZoneInfo) -> None:
    opened = moment.replace(tzinfo=UTC)
    just_before = evening_end(opened, zone).astimezone(UTC) - timedelta(seconds=1)
    assert can_join(held_at(opened, zone), just_before, zone)


def test_a_day_after_it_opened_its_writer_may_choose() -> None:
    opened = at("2026-11-19T21:00", LONDON)
    held = held_at(opened, LONDON)
    assert not may_choose(held, opened + timedelta(hours=23, minutes=59))
    assert may_choose(held, opened + timedelta(hours=24))


def answer() -> Answer:
    return Answer(round=ROUND, evening=datetime(2026, 11, 19, tzinfo=UTC).date(), words=Words(feel="x"))


def verdict(attempt: int, *, is_it: bool) -> Verdict:
    return Verdict(round=ROUND, attempt=attempt, is_it=is_it)


def heard(attempt: int) -> Heard:
    return Heard(round=ROUND, attempt=attempt, text="y")


STORY: list[tuple[dict[tuple[UUID, str], object], Step]] = [
    ({}, Step.NOTHING),
    ({(ANA, "answer"): answer()}, Step.SAY_BACK),
    ({(BEN, "heard-1"): heard(1)}, Step.CONFIRM),
    ({(ANA, "verdict-1"): verdict(1, is_it=False)}, Step.SAY_AGAIN),
    ({(BEN, "heard-2"): heard(2)}, Step.CONFIRM),
    ({(ANA, "verdict-2"): verdict(2, is_it=False)}, Step.ENOUGH),
    ({(ANA, "enough"): Enough(round=ROUND)}, Step.LEFT),
]


def test_saying_back_goes_two_rounds_at_most() -> None:
    parts: dict[tuple[UUID, str], object] = {}
    for more, step in STORY:
        parts |= more
        assert hearing(parts, speaker=ANA, listener=BEN).step is step


def test_yes_opens_a_reply() -> None:
    parts = {(ANA, "answer"): answer(), (BEN, "heard-1"): heard(1), (ANA, "verdict-1"): verdict(1, is_it=True)}
    assert hearing(parts, speaker=ANA, listener=BEN).step is Step.HEARD
    parts[BEN, "reply"] = Reply(round=ROUND, text="thank you")
    assert hearing(parts, speaker=ANA, listener=BEN).step is Step.REPLIED


def test_every_mix_of_parts_has_a_step() -> None:
    options = [(ANA, "answer"), (BEN, "heard-1"), (ANA, "verdict-1"), (BEN, "heard-2"), (ANA, "verdict-2")]
    values = [answer(), heard(1), verdict(1, is_it=False), heard(2), verdict(2, is_it=False)]
    for mask in product([False, True], repeat=5):
        parts = {key: value for key, value, here in zip(options, values, mask, strict=True) if here}
        assert hearing(parts, speaker=ANA, listener=BEN).step in Step
