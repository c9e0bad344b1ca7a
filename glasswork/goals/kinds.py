"""Goals, their steps, and the board on which a page finds them."""

from datetime import date
from uuid import UUID

import msgspec

from glasswork.spaces import drafts
from glasswork.spaces.kinds import Kind, kind

TAG, GROWTH = "goals", "goals-growth"


@kind("goals.words", version=1, tag=TAG)
class Words(Kind, frozen=True, kw_only=True):
    """A goal in its author's words; the newest stand for it. Whoever writes them says yes to them.

    ``exercise`` is the one it came from, if any.
    """

    goal: UUID
    words: str
    why: str = ""
    day: date | None = None
    exercise: str = ""

    def as_text(self) -> str:
        return "\n".join(text for text in (self.words, self.why) if text)


@kind("goals.yes", version=1, tag=TAG)
class Yes(Kind, frozen=True, kw_only=True):
    """A yes to exactly these words, by their entry."""

    goal: UUID
    wording: UUID


@kind("goals.step", version=1, tag=TAG)
class Step(Kind, frozen=True, kw_only=True):
    """A small step. Its author may put it into other words: the newest count."""

    goal: UUID
    step: UUID
    words: str
    day: date | None = None

    def as_text(self) -> str:
        return self.words


@kind("goals.said", version=1, tag=TAG)
class Said(Kind, frozen=True, kw_only=True):
    """What became of a step. ``says``: done, not-now, open (after all), or off (the list, by its author)."""

    goal: UUID
    step: UUID
    says: str
    on: date


@kind("goals.ended", version=1, tag=TAG)
class Ended(Kind, frozen=True, kw_only=True):
    """``how``: reached, let-go, or again for one that is taken up once more. No reason is asked."""

    goal: UUID
    how: str
    on: date


@kind("goals.growth", version=1, tag=GROWTH)
class Growth(Kind, frozen=True, kw_only=True):
    """One sentence about its author, shared because they wished to. It says nothing of the goal behind it."""

    words: str

    def as_text(self) -> str:
        return self.words


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """How a goal stands, for a list. ``words`` and ``next`` may be cut short. ``by`` began it, on ``begun_on``.

    ``on``: the day of its last part, or of the words that wait for a yes, so that a new step is no news of them.
    ``day`` is the nearest of its days that is still ahead. ``waits_for`` has not said yes to the newest words.
    """

    parts: int
    stand: str
    words: str = ""
    next: str = ""
    day: date | None = None
    waits_for: UUID | None = None
    on: date
    by: UUID | None = None
    begun_on: date | None = None


class Grown(msgspec.Struct, frozen=True):
    """Where a shared sentence lies, whose it is, and since when."""

    slot: bytes
    by: UUID
    on: date


@kind("goals.board", version=1, tag="board")
class Board(Kind, frozen=True, kw_only=True):
    """A slip of the space it is about: its goals, the last touched last. It holds nothing that is not an entry."""

    goals: dict[UUID, Brief] = {}
    growth: tuple[Grown, ...] = ()


@kind("goals.aside", version=1, tag="aside")
class Aside(Kind, frozen=True, kw_only=True):
    """A private slip: goals of two that its owner has put out of their own sight."""

    away: tuple[UUID, ...] = ()


@kind("goals.draft", version=1, tag="draft")
class Draft(drafts.Draft, frozen=True, kw_only=True):
    """A slip: what is being typed in one form."""
