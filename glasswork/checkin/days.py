"""The days before as one person's list has them, pure: what belongs to which evening, and what is folded by month."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from glasswork.checkin.kinds import Alone, Answer, FirstWords, Trust
from glasswork.checkin.rounds import PARTS_OF_A_ROUND, entries_by_round, evening_of_round
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened
from glasswork.ui import dates

OPEN_DAYS = 14  # at the top of the list; those before are folded


class Waiting(NamedTuple):
    """One's own sealed answer. ``may_choose``: it opens no more by itself, its writer decides."""

    evening: date
    may_choose: bool


class Day(NamedTuple):
    """One evening as it stands in the list: the rounds both see, what waits sealed, and what is only one's own."""

    day: date
    rounds: list[UUID]
    waiting: list[Waiting]
    feelings: str
    alone: list[Alone]
    trust: Trust | None
    first_words: list[str]
    has_taken_back: bool

    @property
    def has_own(self) -> bool:
        """Whether it holds something that its writer alone may read."""
        return bool(self.alone or self.trust or self.first_words)


class Month(NamedTuple):
    """Days that are folded together. ``name`` says no number: a list of evenings is not counted."""

    name: str
    days: list[Day]


def days_of(entries: list[Opened[Kind]], me: UUID, waiting: Sequence[Waiting] = ()) -> list[Day]:
    """Evenings, newest first. What was written later belongs to the evening it is about."""
    evenings = {round_id: evening_of_round(part) for round_id, part in entries_by_round(entries).items()}
    days: dict[date, list[Opened[Kind]]] = {}
    for entry in entries:
        days.setdefault(_evening_of(entry, evenings), []).append(entry)
    for each in waiting:
        days.setdefault(each.evening, [])
    return [_one_day(day, days[day], me, waiting) for day in sorted(days, reverse=True)]


def folded(days: Sequence[Day]) -> tuple[list[Day], list[Month]]:
    """The newest days, and those before them by month."""
    newest, before = list(days[:OPEN_DAYS]), days[OPEN_DAYS:]
    begun = dates.month(newest[-1].day) if newest else ""
    months = [(name, list(each)) for name, each in groupby(before, key=lambda one: dates.month(one.day))]
    return newest, [Month(f"Earlier in {name}" if name == begun else name, each) for name, each in months]


def _one_day(day: date, entries: list[Opened[Kind]], me: UUID, waiting: Sequence[Waiting]) -> Day:
    mine = [entry.value for entry in entries if entry.author == me]
    answers = [value for value in mine if isinstance(value, Answer)]
    alone = [value for value in mine if isinstance(value, Alone)]
    trust = [value for value in mine if isinstance(value, Trust)]
    words = (answers or alone or [None])[-1]
    return Day(
        day=day,
        rounds=list(entries_by_round(entries)),
        waiting=[each for each in waiting if each.evening == day],
        feelings=", ".join(words.words.feelings.values()) if words else "",
        alone=alone,
        trust=trust[-1] if trust else None,
        first_words=[text for value in mine if isinstance(value, FirstWords) and (text := value.as_text())],
        has_taken_back=any(entry.value is None for entry in entries),
    )


def _evening_of(entry: Opened[Kind], evenings: dict[UUID, date]) -> date:
    value = entry.value
    if isinstance(value, Alone | Trust | FirstWords):
        return value.evening or entry.day
    return evenings[value.round] if isinstance(value, PARTS_OF_A_ROUND) else entry.day
