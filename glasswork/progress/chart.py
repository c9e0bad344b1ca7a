"""The geometry of a chart, pure: from points to paths inside a box. Words stand on its axis, never numbers."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from glasswork.progress.weeks import Line, Point
from glasswork.ui.dates import MONTHS

LEAST, MOST = 1.0, 5.0
AXIS = ((5.0, "A lot"), (3.0, "Some"), (1.0, "Not at all"))
LETTERS = "ABCDEFGH"
APART, RADIUS = 26.0, 12.0  # between two letters; half of one
LABEL = 46.0
MONTH, YEAR = 28, timedelta(days=366)
MOST_DOTS = 40


class Box(NamedTuple):
    """The size of a drawing and the edges of what is drawn in it, in its own units."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


SLIM, WIDE = Box(358, 268, 78, 350, 40, 226), Box(600, 320, 84, 588, 40, 276)


class Lettered(NamedTuple):
    """A day that gets a letter. ``is_gold``: something was mended."""

    on: date
    words: str
    is_gold: bool = False


class Mark(NamedTuple):
    """A letter over its line: ``x`` is the day's, ``badge`` where there is room for the letter."""

    letter: str
    x: float
    badge: float
    is_gold: bool


class Drawn(NamedTuple):
    """Path data and places, rounded to a tenth. ``runs``: a line and the ground under it, for each piece."""

    box: Box
    runs: list[tuple[str, str]]
    dots: list[tuple[float, float]]
    last: tuple[float, float] | None
    axis: list[tuple[float, str]]
    below: list[tuple[float, str]]
    marks: list[Mark]


def draw(line: Line, lettered: Sequence[Lettered], box: Box) -> Drawn:
    if not line.points:
        return Drawn(box, [], [], None, _axis(box), [], [])
    first, last = line.points[0].on, line.points[-1].on
    places = [[(_x(p.on, first, last, box), _y(p.value, box)) for p in run] for run in line.runs()]
    whole = [place for run in places for place in run]
    alone = [run[0] for run in places if len(run) == 1]
    dots = whole[:-1] if len(whole) <= MOST_DOTS else alone
    runs = [(_path(run), _ground(run, box)) for run in places if len(run) > 1]
    below, marks = _months(first, last, box), _marks(lettered, first, last, box)
    return Drawn(box, runs, dots, whole[-1], _axis(box), below, marks)


def _x(on: date, first: date, last: date, box: Box) -> float:
    days = (last - first).days
    share = (on - first).days / days if days else 0.5
    return round(box.left + min(max(share, 0), 1) * (box.right - box.left - 8), 1)


def _y(value: float, box: Box) -> float:
    share = (min(max(value, LEAST), MOST) - LEAST) / (MOST - LEAST)
    return round(box.bottom - 8 - share * (box.bottom - 8 - box.top), 1)


def _axis(box: Box) -> list[tuple[float, str]]:
    return [(_y(value, box), words) for value, words in AXIS]


def _path(run: Sequence[tuple[float, float]]) -> str:
    """Each piece leaves and arrives level, so the line never rises above its points."""
    data = f"M{run[0][0]:g} {run[0][1]:g}"
    for (x, y), (to_x, to_y) in pairwise(run):
        middle = round((x + to_x) / 2, 1)
        data += f"C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}"
    return data


def _ground(run: Sequence[tuple[float, float]], box: Box) -> str:
    return f"{_path(run)}L{run[-1][0]:g} {box.bottom:g}L{run[0][0]:g} {box.bottom:g}Z"


def _months(first: date, last: date, box: Box) -> list[tuple[float, str]]:
    """Months at their first day, all or every few of them, January by its year; a short chart says its first day."""
    step = next((s for s in (1, 2, 3, 6) if s * MONTH * _per_day(first, last, box) >= LABEL), 12)
    firsts = [(_x(on, first, last, box), on) for on in _firsts(first, last) if (on.month - 1) % step == 0]
    found = [(x, f"{on.year}" if on.month == 1 and last - first > YEAR else _short(on)) for x, on in firsts]
    if step == 12:
        found = found[:: 1 + int(LABEL / (YEAR.days * _per_day(first, last, box)))]
    shown = [(x, words) for x, words in found if x <= box.right - 34]
    return shown or [(_x(first, first, last, box), f"{first.day} {_short(first)}")]


def _per_day(first: date, last: date, box: Box) -> float:
    return (box.right - box.left - 8) / max((last - first).days, 1)


def _short(on: date) -> str:
    return MONTHS[on.month - 1][:3]


def _firsts(first: date, last: date) -> list[date]:
    found, year, month = [], first.year, first.month
    while (on := date(year, month, 1)) <= last:
        if on >= first:
            found.append(on)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def _marks(lettered: Sequence[Lettered], first: date, last: date, box: Box) -> list[Mark]:
    marks: list[Mark] = []
    shown = lettered[: len(LETTERS)]
    for letter, each in zip(LETTERS, shown, strict=False):
        x = _x(each.on, first, last, box)
        least = marks[-1].badge + APART if marks else box.left
        most = box.right - RADIUS - APART * (len(shown) - 1 - len(marks))
        marks.append(Mark(letter, x, round(max(least, min(x, most)), 1), each.is_gold))
    return marks


def lowest(points: Sequence[Point]) -> Point | None:
    """A point that is clearly below what came before or after it; none in a line that stays much the same."""
    if len(points) < 3:
        return None
    low = min(points, key=lambda point: point.value)
    return low if max(point.value for point in points) - low.value >= 1 else None
