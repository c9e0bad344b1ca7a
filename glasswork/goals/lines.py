"""What other pages say of goals: one line each, and what the other has put into words. Pure; from boards alone.

Never how many, never how late: the nearest small step, or the goal itself.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.goals.goal import Stand
from glasswork.goals.here import in_stand
from glasswork.goals.kinds import Aside, Board, Brief
from glasswork.spaces.kinds import Kind

RECENT = timedelta(days=3)


class Line(NamedTuple):
    """A goal in a list elsewhere. ``next`` is empty where it has no open step."""

    goal: UUID
    words: str
    next: str
    day: date | None

    @property
    def text(self) -> str:
        return self.next or self.words


def nearest(board: Board, today: date, number: int, away: Collection[UUID] = ()) -> list[Line]:
    """Goals that count now: those with a day to come first, then the last touched. A day that went by says nothing."""
    found = [(goal, brief) for goal, brief in in_stand(board, Stand.OPEN) if goal not in away]
    found.sort(key=lambda each: _ahead(each[1], today) or date.max)
    return [Line(goal, brief.words, brief.next, _ahead(brief, today)) for goal, brief in found[:number]]


class Short(NamedTuple):
    """One line for Today, and the page it leads to."""

    title: str
    page: str
    text: str


def for_today(mine: Kind | None, ours: Kind | None, aside: Kind | None, today: date) -> list[Short]:
    """Of one's own and of two, where there is a goal: the nearest small step. From slips as they were read."""
    away = aside.away if isinstance(aside, Aside) else ()
    boards = [("My goals", "my_goals", mine, ()), ("Our goals", "our_goals", ours, away)]
    found = [
        (title, page, nearest(board, today, 1, hidden))
        for title, page, board, hidden in boards
        if isinstance(board, Board)
    ]
    return [Short(title, page, line.text) for title, page, lines in found for line in lines]


def news_for(ours: Kind | None, aside: Kind | None, me: UUID, name: str, today: date) -> list[tuple[str, date]]:
    """What the other put into words lately, and said about themself: a line and its day."""
    if not isinstance(ours, Board):
        return []
    away = aside.away if isinstance(aside, Aside) else ()
    asked = [brief.on for _, brief in waits_for_me(ours, me, away) if today - brief.on <= RECENT]
    grown = [each.on for each in ours.growth if each.by != me and today - each.on <= RECENT]
    said = [(f"{name} put a goal for you both into words.", asked), (f"{name} said a sentence about themself.", grown)]
    return [(words, max(days)) for words, days in said if days]


def waits_for_me(board: Board, me: UUID, away: Collection[UUID]) -> list[tuple[UUID, Brief]]:
    """Words of the other's that one has not said yes to, newest first."""
    asked = in_stand(board, Stand.TALKED, Stand.OPEN)
    return [(goal, brief) for goal, brief in asked if brief.waits_for == me and goal not in away]


def _ahead(brief: Brief, today: date) -> date | None:
    return brief.day if brief.day and brief.day >= today else None
