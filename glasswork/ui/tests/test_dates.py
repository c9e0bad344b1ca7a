"""Days as pages say them."""

from datetime import date

from glasswork.ui import dates

EVENING = date(2026, 11, 9)


def test_a_day_has_no_leading_zero_and_its_name() -> None:
    assert dates.day(EVENING) == "Monday 9 November"
    assert dates.short_day(EVENING) == "9 November 2026"
    assert dates.weekday(EVENING) == "Monday"
    assert dates.month(EVENING) == "November 2026"
