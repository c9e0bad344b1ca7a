"""What is kept of how far somebody has come: a jar, letters of a month, looks back, and what pages are folded into."""

from datetime import date, timedelta
from typing import Literal

import msgspec

from glasswork.spaces import drafts
from glasswork.spaces.kinds import Kind, encode, kind

JAR, LETTERS, LOOKS = "jar", "month-letters", "looks-back"
ONE_SIZE = 7_900  # what was done, hidden or taken back must not show in a size: one step of the envelope (K8)
LONGEST_SHOWN = timedelta(days=14)
MOST_HALVES, MOST_EVENINGS, MOST_EVENTS = 60, 14, 24

type Sort = Literal["honest", "laugh", "good"]


@kind("progress.moment", version=1, tag=JAR)
class Moment(Kind, frozen=True, kw_only=True):
    """Something small that went into the jar, in one's own space or for both."""

    sort: Sort
    words: str
    on: date

    def as_text(self) -> str:
        return self.words


@kind("progress.letter", version=1, tag=LETTERS)
class Letter(Kind, frozen=True, kw_only=True):
    """A letter about a month, as its author wrote it in the end. ``month`` is its first day."""

    month: date
    words: str

    def as_text(self) -> str:
        return self.words


class Part(msgspec.Struct, frozen=True):
    """One question as it was shown, and what was written under it."""

    question: str
    words: str


@kind("progress.look-back", version=1, tag=LOOKS)
class LookBack(Kind, frozen=True, kw_only=True):
    """After a hard time, for its author alone (E39)."""

    on: date
    parts: tuple[Part, ...]

    def as_text(self) -> str:
        return "\n".join(part.words for part in self.parts)


class New(msgspec.Struct, frozen=True):
    """The act that brought the newest pane of its sort, and its day."""

    part: str
    act: str
    day: date


class Event(msgspec.Struct, frozen=True):
    """A day that may get a letter on the chart. ``is_mine``: its reader did it."""

    day: date
    sort: str
    is_mine: bool = True


@kind("progress.tally", version=1, tag="tally")
class Tally(Kind, frozen=True, kw_only=True):
    """A slip of one's own, one for each space: what its entries come to, up to the ``upto``-th, whose day is ``since``.

    What was counted stays, though words are taken back later. ``acts`` is by name, ``newest`` by whose window it is;
    ``halves`` are things that one of two has said, ``firsts`` the day of the first of each. Of the private space alone:
    ``evenings`` (day number to trust 1 to 5) of ten weeks, ``weeks`` (sum and number) before, and ``is_hidden``.
    """

    upto: int = 0
    since: date | None = None
    acts: dict[str, int] = {}
    newest: dict[str, New] = {}
    firsts: dict[str, date] = {}
    halves: dict[bytes, bytes] = {}
    events: tuple[Event, ...] = ()
    evenings: dict[int, int] = {}
    weeks: dict[int, tuple[int, int]] = {}
    is_hidden: bool = False
    filling: bytes = b""


@kind("progress.chart", version=1, tag="chart")
class SharedChart(Kind, frozen=True, kw_only=True):
    """A slip in the shared space: a copy of its giver's points while they show it. ``weeks``: sum and number a week.

    ``until`` is its last day, at most two weeks after ``up_to``; then it ends by itself (S10).
    """

    question: str
    up_to: date
    weeks: dict[int, tuple[int, int]]
    until: date | None = None
    purpose: str = ""
    filling: bytes = b""

    @property
    def last_day(self) -> date:
        return min(self.until or date.max, self.up_to + LONGEST_SHOWN)

    def stands(self, today: date) -> bool:
        """Its last day counts."""
        return today <= self.last_day


@kind("progress.draft", version=1, tag="draft")
class Draft(drafts.Draft, frozen=True, kw_only=True):
    """A slip: what is being typed in one form."""


def filled[K: (Tally, SharedChart)](value: K) -> K:
    """The same, made as large as any other of its kind."""
    bare = msgspec.structs.replace(value, filling=b"")
    return msgspec.structs.replace(bare, filling=bytes(max(ONE_SIZE - len(encode(bare)), 0)))
