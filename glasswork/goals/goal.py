"""Folds the parts of a goal, pure: its words, whether they count, its steps, and how it ended.

A goal of one counts at once. One of two counts while both have said yes to the same words; other words stand beside it
until both have said yes to them too. A part counts only for its own author.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from glasswork.goals.kinds import Brief, Ended, Said, Step, Words, Yes
from glasswork.spaces.kinds import Kind

CUT = 120
OPEN, DONE, NOT_NOW, OFF = "open", "done", "not-now", "off"


class Stand(StrEnum):
    TALKED = "talked"  # put into words by one of two
    OPEN = "open"
    REACHED = "reached"
    LET_GO = "let-go"
    TAKEN_BACK = "taken-back"  # no words are left of it


class Version(NamedTuple):
    id: UUID
    author: UUID
    day: date
    words: Words


@dataclass(slots=True)
class StepNow:
    """A step as it stands; ``on`` is the day of what was last said of it."""

    id: UUID
    by: UUID
    words: str
    day: date | None
    state: str = OPEN
    on: date | None = None


@dataclass(slots=True)
class Goal:
    """``parts`` counts what was ever written of it, also what was taken back. ``own`` are entries with words of theirs
    by author."""

    id: UUID
    members: Sequence[UUID]
    parts: int = 0
    on: date = date.min
    by: UUID | None = None
    begun_on: date | None = None
    versions: list[Version] = field(default_factory=list)
    standing: dict[UUID, UUID] = field(default_factory=dict)
    in_force: Version | None = None
    steps: dict[UUID, StepNow] = field(default_factory=dict)
    ended: Ended | None = None
    ended_by: UUID | None = None
    own: dict[UUID, list[UUID]] = field(default_factory=dict)

    @property
    def stand(self) -> Stand:
        if not self.versions:
            return Stand.TAKEN_BACK
        if self.ended:
            return Stand.REACHED if self.ended.how == "reached" else Stand.LET_GO
        return Stand.OPEN if self.in_force else Stand.TALKED

    @property
    def table(self) -> Version | None:
        """The newest words, while they wait for somebody's yes."""
        newest = self.versions[-1] if self.versions else None
        return None if self.ended or newest is self.in_force else newest

    @property
    def waits_for(self) -> UUID | None:
        table = self.table
        return next((each for each in self.members if table and self.standing.get(each) != table.id), None)

    @property
    def words(self) -> Words | None:
        found = self.in_force or (self.versions[-1] if self.versions else None)
        return found.words if found else None

    @property
    def before(self) -> list[Version]:
        """Earlier words, newest first."""
        now = {version.id for version in (self.in_force, self.table) if version}
        return [version for version in reversed(self.versions) if version.id not in now]

    def in_state(self, *states: str) -> list[StepNow]:
        return [step for step in self.steps.values() if step.state in states]

    def add(self, entry: UUID, author: UUID, day: date, value: Kind | None) -> None:
        """The next part. One that was taken back only counts."""
        if self.by is None:
            self.by, self.begun_on = author, day
        self.parts, self.on = self.parts + 1, max(self.on, day)
        if author not in self.members:
            return
        if isinstance(value, Words | Step):
            self.own.setdefault(author, []).append(entry)
        match value:
            case Words():
                self.versions.append(Version(entry, author, day, value))
                self._say_yes(author, entry)
            case Yes():
                self._say_yes(author, value.wording)
            case Step():
                self._put_step(author, value)
            case Said():
                self._say(author, value)
            case Ended():
                self._end(author, value)

    def _say_yes(self, author: UUID, wording: UUID) -> None:
        table = self.table
        if table and table.id == wording:
            self.standing[author] = wording
            if self.waits_for is None:
                self.in_force = table

    def _put_step(self, author: UUID, value: Step) -> None:
        before = self.steps.get(value.step)
        if before is None:
            self.steps[value.step] = StepNow(value.step, author, value.words, value.day)
        elif before.by == author:
            before.words, before.day = value.words, value.day

    def _say(self, author: UUID, value: Said) -> None:
        step = self.steps.get(value.step)
        if step and value.says == OFF and step.by == author:
            del self.steps[value.step]
        elif step and value.says != OFF:
            step.state, step.on = value.says, value.on

    def _end(self, author: UUID, value: Ended) -> None:
        """Taken up again, a goal of two waits for the other's yes once more."""
        if value.how != "again":
            self.ended, self.ended_by = value, author
            return
        self.ended = self.ended_by = None
        if len(self.members) > 1 and self.in_force:
            self.versions.remove(self.in_force)
            self.versions.append(self.in_force)
            self.standing, self.in_force = {author: self.in_force.id}, None


def goal_of(goal: UUID, members: Sequence[UUID], parts: Iterable[tuple[UUID, UUID, date, Kind | None]]) -> Goal:
    """``parts`` in their order: entry, author, day, value."""
    found = Goal(goal, members)
    for part in parts:
        found.add(*part)
    return found


def brief_of(goal: Goal) -> Brief:
    """Of one that has ended only its words."""
    words = cut(goal.words.words) if goal.words else ""
    if goal.ended or goal.words is None:
        return Brief(parts=goal.parts, stand=goal.stand, words=words, on=goal.on, by=goal.by, begun_on=goal.begun_on)
    step = next_step(goal)
    days = [day for day in (step.day if step else None, goal.words.day) if day]
    return Brief(
        parts=goal.parts,
        stand=goal.stand,
        words=words,
        next=cut(step.words) if step else "",
        day=min(days, default=None),
        waits_for=goal.waits_for,
        on=goal.table.day if goal.table else goal.on,
        by=goal.by,
        begun_on=goal.begun_on,
    )


def next_step(goal: Goal) -> StepNow | None:
    """The open step whose day comes first; without days the one written first."""
    return min(goal.in_state(OPEN), key=lambda step: step.day or date.max, default=None)


def cut(text: str) -> str:
    """On one line, and short enough for one."""
    line = " ".join(text.split())
    return line if len(line) <= CUT else line[: CUT - 1].rsplit(" ", 1)[0][: CUT - 1] + " …"
