"""Days and times as pages say them."""

from datetime import date, datetime, time

import pytest

from glasswork.ui import dates

EVENING = date(2026, 11, 9)


def test_a_day_has_no_leading_zero_and_its_name() -> None:
    assert dates.day(EVENING) == "Monday 9 November"
    assert dates.full_day(EVENING) == "Monday 9 November 2026"
    assert dates.short_day(EVENING) == "9 November 2026"
    assert dates.weekday(EVENING) == "Monday"
    assert dates.month(EVENING) == "November 2026"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (time(20, 0), "8 pm"),
        (time(9, 30), "9:30 am"),
        (time(0, 5), "12:05 am"),
        (time(12, 0), "12 pm"),
        (datetime(2026, 1, 2, 17, 30), "5:30 pm"),  # noqa: DTZ001 - already in the person's own zone
    ],
)
def test_a_time_is_said_by_the_twelve_hour_clock(when: time | datetime, said: str) -> None:
    assert dates.clock(when) == said
