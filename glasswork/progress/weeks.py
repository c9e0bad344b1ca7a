"""Trust as its owner wrote it down, pure: evenings, then weeks, then months, so that many years stay a short line."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

KEPT_EVENINGS = 70
MOST_WEEKS = 520
SIX_WEEKS, THREE_MONTHS = timedelta(days=42), timedelta(days=91)
BACK = {"6w": "6 weeks", "3m": "3 months", "all": "All"}
USUAL = "3m"
MOST_OF_WEEKS = 60  # more than that is drawn by the month

type Evenings = dict[int, int]
type Weeks = dict[int, tuple[int, int]]


class Point(NamedTuple):
    """A day, or the first day of a week or month, with the mean of its evenings, 1 to 5."""

    on: date
    value: float


class Line(NamedTuple):
    """Points in order. ``step`` is day, week or month."""

    points: list[Point]
    step: str

    def runs(self) -> list[list[Point]]:
        """Pieces without a gap: a week without a word is not drawn over."""
        pieces: list[list[Point]] = []
        for point in self.points:
            if pieces and follows(pieces[-1][-1].on, point.on, self.step):
                pieces[-1].append(point)
            else:
                pieces.append([point])
        return pieces


def roll_up(evenings: Evenings, weeks: Weeks) -> tuple[Evenings, Weeks]:
    """Older evenings go into their week, and the very oldest weeks are let go."""
    newest = max(evenings, default=0)
    kept: Evenings = {}
    summed = dict(weeks)
    for day, value in sorted(evenings.items()):
        if newest - day < KEPT_EVENINGS:
            kept[day] = value
        else:
            total, number = summed.get(week_of(day), (0, 0))
            summed[week_of(day)] = (total + value, number + 1)
    return kept, dict(sorted(summed.items())[-MOST_WEEKS:])


def all_weeks(evenings: Evenings, weeks: Weeks) -> Weeks:
    summed = dict(weeks)
    for day, value in evenings.items():
        total, number = summed.get(week_of(day), (0, 0))
        summed[week_of(day)] = (total + value, number + 1)
    return dict(sorted(summed.items()))


def line_of(evenings: Evenings, weeks: Weeks, today: date, back: str = USUAL) -> Line:
    """Six weeks evening by evening, three months week by week, all of it by week or month."""
    if back == "6w":
        first = (today - SIX_WEEKS).toordinal()
        return Line([Point(date.fromordinal(d), v) for d, v in sorted(evenings.items()) if d >= first], "day")
    summed = all_weeks(evenings, weeks)
    if back == "3m":
        first = week_of((today - THREE_MONTHS).toordinal())
        summed = {week: each for week, each in summed.items() if week >= first}
    return line_of_weeks(summed)


def line_of_weeks(weeks: Mapping[int, tuple[int, int]]) -> Line:
    if not weeks or max(weeks) - min(weeks) <= MOST_OF_WEEKS:
        return Line([Point(monday(week), total / number) for week, (total, number) in sorted(weeks.items())], "week")
    months: dict[date, tuple[int, int]] = {}
    for week, (total, number) in sorted(weeks.items()):
        first = monday(week).replace(day=1)
        before = months.get(first, (0, 0))
        months[first] = (before[0] + total, before[1] + number)
    return Line([Point(first, total / number) for first, (total, number) in months.items()], "month")


def follows(one: date, other: date, step: str) -> bool:
    if step == "month":
        return (other.year - one.year) * 12 + other.month - one.month <= 1
    return (other - one).days <= 7


def week_of(day: int) -> int:
    """The number of a week, from a day's own number; weeks begin on Monday."""
    return (day - 1) // 7


def monday(week: int) -> date:
    return date.fromordinal(week * 7 + 1)
