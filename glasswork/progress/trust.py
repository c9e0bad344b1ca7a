"""What a chart says in words, pure: a sentence first, then a letter for each day that stands out."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from glasswork.progress.chart import LETTERS, Drawn, Lettered, draw, lowest
from glasswork.progress.chart import SLIM as SLIM_BOX
from glasswork.progress.chart import WIDE as WIDE_BOX
from glasswork.progress.kinds import Event
from glasswork.progress.weeks import Line, Point
from glasswork.ui import dates

FEW = 3
CLEARLY = 0.6
ABOUT = {
    ("mended", True): "You two agreed that something is mended.",
    ("told", True): "You told something hard.",
    ("told", False): "You were told something hard.",
    ("told-same-day", True): "You told something hard, the same day.",
    ("told-same-day", False): "You were told something hard.",  # no more than the door says: it may be unopened
    ("looked-back", True): "You looked back at a hard time.",
}
COVERS = {"day": timedelta(0), "week": timedelta(days=6), "month": timedelta(days=30)}
STEPS = {"day": "Evening", "week": "Week of", "month": "Month"}


class Row(NamedTuple):
    """A line of the table of numbers."""

    when: str
    value: str


class Chart(NamedTuple):
    """Everything a page shows of one line of trust. ``letters``: sign, day and words, gold or not."""

    sentence: str
    slim: Drawn
    wide: Drawn
    letters: list[tuple[str, Lettered]]
    rows: list[Row]
    step: str
    in_words: str


def chart_of(line: Line, events: Sequence[Event], *, whose: str = "Your trust") -> Chart | None:
    """None where there is nothing to draw yet."""
    if not line.points:
        return None
    lettered = _lettered(line, events)
    sentence = sentence_of(line, whose)
    return Chart(
        sentence=sentence,
        slim=draw(line, lettered, SLIM_BOX),
        wide=draw(line, lettered, WIDE_BOX),
        letters=list(zip(LETTERS, lettered, strict=False)),
        rows=[Row(_when(point.on, line.step), f"{point.value:.1f}".removesuffix(".0")) for point in line.points],
        step=STEPS[line.step],
        in_words=_in_words(line),
    )


def sentence_of(line: Line, whose: str) -> str:
    """Kind, and about the line alone: it judges nobody."""
    points = line.points
    if len(points) < FEW:
        return "A few evenings so far. A line needs some more, and there is no hurry."
    first, last, low = _mean(points[:FEW]), _mean(points[-FEW:]), lowest(points)
    if low and low not in points[-FEW:] and last - low.value >= CLEARLY and low not in points[:1]:
        return f"{whose} dipped {_in(low.on, line.step)} and has grown since. Ups and downs like this are common."
    if last - first >= CLEARLY:
        return f"{whose} has grown since {_month(points[0].on)}."
    if first - last >= CLEARLY:
        return f"{whose} has been lower lately. Ups and downs are common, and a hard time takes nothing out."
    return f"{whose} has stayed much the same. Steady is something, too."


def _lettered(line: Line, events: Sequence[Event]) -> list[Lettered]:
    """The newest few, in order of their days; the lowest point is one of them, with what came after."""
    first, last = line.points[0].on, line.points[-1].on + COVERS[line.step]
    found = [
        Lettered(event.day, f"{dates.short_day(event.day)}. {ABOUT[event.sort, event.is_mine]}", event.sort == "mended")
        for event in events
        if (event.sort, event.is_mine) in ABOUT and first <= event.day <= last
    ]
    low = lowest(line.points)
    kept = sorted(set(found))[-(len(LETTERS) - 1) :]
    is_dip = low is not None and low.on > first  # where a line begins low, nothing has dipped
    return sorted([*kept, Lettered(low.on, _after(low, line))] if low and is_dip else kept)


def _after(low: Point, line: Line) -> str:
    later = [point for point in line.points if point.on > low.on]
    begin = f"{_when(low.on, line.step)}. The lowest point here. "
    if higher := next((point for point in later if point.value - low.value >= CLEARLY), None):
        return f"{begin}It was higher again {_in(higher.on, line.step)}."
    return begin + ("It has not moved much since. That is allowed." if later else "What comes after is still open.")


def _in_words(line: Line) -> str:
    first, last = line.points[0], line.points[-1]
    low = lowest(line.points)
    dip = f", with its lowest point {_in(low.on, line.step)}" if low else ""
    whole = f"A line from {dates.short_day(first.on)} to {dates.short_day(last.on)}, "
    return f"{whole}from “{_word(first.value)}” to “{_word(last.value)}”{dip}. The numbers are in the table below."


def _word(value: float) -> str:
    return ("not at all", "a little", "some", "quite a lot", "a lot")[min(max(round(value), 1), 5) - 1]


def _mean(points: Sequence[Point]) -> float:
    return sum(point.value for point in points) / len(points)


def _in(on: date, step: str) -> str:
    if step == "month":
        return f"in {_month(on)} {on.year}"
    return f"in the week of {on.day} {_month(on)}" if step == "week" else f"on {on.day} {_month(on)}"


def _when(on: date, step: str) -> str:
    return f"{_month(on)} {on.year}" if step == "month" else dates.short_day(on)


def _month(on: date) -> str:
    return dates.MONTHS[on.month - 1]
