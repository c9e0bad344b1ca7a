"""Folds entries into lines, pure. A line is in force only while both have said yes to the same words.

An entry counts only for its own author: nobody’s act can stand for a yes, a stop or a review of the other. Whatever
comes after a stop changes nothing more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from glasswork.agreements.kinds import Review, Sort, Stop, Talk, Wording, Yes
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

LONGEST_WAIT = timedelta(days=90)
USUAL_WAIT = timedelta(days=30)
PARTS = (Wording, Yes, Stop, Talk, Review)


class Stand(StrEnum):
    TALKED = "talked"  # being talked about
    IN_FORCE = "in-force"
    STOPPED = "stopped"
    TAKEN_BACK = "taken-back"  # no words are left of it, and it never was in force


@dataclass(slots=True)
class Version:
    """One wording. ``words`` is None once its author took it back."""

    id: UUID
    author: UUID
    day: date
    words: Wording | None
    sequence: int
    yes: dict[UUID, date] = field(default_factory=dict)
    agreed_on: date | None = None
    talk_by: set[UUID] = field(default_factory=set)


class Reviewed(NamedTuple):
    author: UUID
    day: date
    said: Review


@dataclass(slots=True)
class Line:
    """``standing`` is the one wording that each person’s yes is with. ``last_agreed`` numbers the newest agreement."""

    id: UUID
    versions: list[Version] = field(default_factory=list)
    standing: dict[UUID, UUID] = field(default_factory=dict)
    in_force: Version | None = None
    last_agreed: int = -1
    stopped_by: UUID | None = None
    stopped_on: date | None = None
    kept_until: date | None = None
    looked_on: date | None = None  # both looked, and not both would keep it
    reviews: list[Reviewed] = field(default_factory=list)

    @property
    def sort(self) -> Sort:
        return next((version.words.sort for version in self.versions if version.words), "line")

    @property
    def stand(self) -> Stand:
        if self.stopped_on:
            return Stand.STOPPED
        if self.in_force:
            return Stand.IN_FORCE
        return Stand.TALKED if any(version.words for version in self.versions) else Stand.TAKEN_BACK

    @property
    def look_again_on(self) -> date | None:
        """The review day of a line in force; it comes, and the line stays as it is."""
        if self.in_force is None or self.in_force.agreed_on is None or self.stopped_on:
            return None
        latest = self.in_force.agreed_on + LONGEST_WAIT
        return self.kept_until or (min(self.in_force.words.look_again_on, latest) if self.in_force.words else latest)

    @property
    def open(self) -> list[Version]:
        """The newest words of each, while they can still be agreed to; oldest first."""
        if self.stopped_on:
            return []
        newest = {version.author: version for version in self.versions if version.sequence > self.last_agreed}
        return sorted((v for v in newest.values() if v.words), key=lambda version: version.sequence)

    @property
    def words(self) -> Wording | None:
        """What stands for the line in a list: the words in force, or else the newest."""
        said = [self.in_force] if self.in_force else self.versions[::-1]
        return next((version.words for version in said if version and version.words), None)

    @property
    def next_review(self) -> str:
        """What the words of the next look wait under until both are in."""
        return f"review {self.in_force.id.hex} {len(self.reviews)}" if self.in_force else ""

    def version(self, wording: UUID) -> Version | None:
        return next((version for version in self.versions if version.id == wording), None)

    def is_due(self, today: date) -> bool:
        return self.look_again_on is not None and self.look_again_on <= today

    @property
    def is_left_as_it_is(self) -> bool:
        """Whether both have said their word since the review day, and it moved no day. Zones differ by one."""
        due, looked = self.look_again_on, self.looked_on
        return due is not None and looked is not None and looked >= due - timedelta(days=1)


def lines_in(entries: Iterable[Opened[Kind]], members: Sequence[UUID]) -> dict[UUID, Line]:
    """Lines by id, in the order they were suggested. ``entries`` are of one space and in order; others may be among."""
    lines: dict[UUID, Line] = {}
    for entry in entries:
        if entry.author in members and isinstance(entry.value, PARTS):
            if isinstance(entry.value, Wording | Yes):  # words that were taken back are known by their author's yes
                lines.setdefault(entry.value.line, Line(entry.value.line))
            if line := lines.get(entry.value.line):
                _add(line, entry, members)
    return lines


def _add(line: Line, entry: Opened[Kind], members: Sequence[UUID]) -> None:
    if line.stopped_on:
        return
    match entry.value:
        case Wording() as words:
            line.versions.append(Version(entry.id, entry.author, entry.day, words, entry.sequence))
        case Yes() as yes:
            _say_yes(line, yes, entry, members)
        case Stop():
            line.stopped_by, line.stopped_on = entry.author, entry.day
        case Talk() as talk:
            if version := line.version(talk.wording):
                version.talk_by.add(entry.author)
        case Review():
            _review(line, entry, members)


def _say_yes(line: Line, yes: Yes, entry: Opened[Kind], members: Sequence[UUID]) -> None:
    version = line.version(yes.wording)
    if version is None:  # its words were taken back, and their author's own yes comes right after them
        version = Version(yes.wording, entry.author, entry.day, None, entry.sequence)
        line.versions.append(version)
    newest = [each.id for each in line.versions if each.author == version.author][-1]
    if version.id != newest or version.sequence <= line.last_agreed:
        return  # older words than those on the table
    line.standing[entry.author] = version.id
    version.yes[entry.author] = entry.day
    if all(line.standing.get(member) == version.id for member in members):
        version.agreed_on = entry.day
        line.in_force, line.last_agreed, line.kept_until, line.looked_on = version, entry.sequence, None, None


def _review(line: Line, entry: Opened[Kind], members: Sequence[UUID]) -> None:
    """A new day counts once both have put in a word of one round on the words in force, and both may live with it."""
    said = entry.value
    if not isinstance(said, Review) or line.in_force is None or said.wording != line.in_force.id:
        return
    line.reviews.append(Reviewed(entry.author, entry.day, said))
    both = {each.author: each.said for each in line.reviews if each.said.round == said.round}
    if set(both) != set(members):
        return
    line.looked_on = entry.day
    if all(each.word in {"keep", "unsure"} for each in both.values()):
        line.kept_until, line.looked_on = min(entry.day + LONGEST_WAIT, *(s.look_again_on for s in both.values())), None
