"""Promises, what became of them, and the board on which a person keeps what of theirs is open."""

from datetime import date
from uuid import UUID

import msgspec

from glasswork.spaces import drafts
from glasswork.spaces.kinds import Kind, kind

TAG = "promises"


@kind("promises.promise", version=1, tag=TAG)
class Promise(Kind, frozen=True, kw_only=True):
    """Something its author will do, in their own words. ``each_time`` until that day, or else once by then."""

    words: str
    until: date
    each_time: bool

    def as_text(self) -> str:
        return self.words


@kind("promises.outcome", version=1, tag=TAG)
class Outcome(Kind, frozen=True, kw_only=True):
    """What became of it, by its giver. ``what`` is kept, late, not-kept or changed; a change brings its new words.

    ``promised`` is how it read when this was said.
    """

    promise: UUID
    pane: int
    what: str
    on: date
    promised: str
    words: str = ""
    changed_to: str = ""
    changed_until: date | None = None

    def as_text(self) -> str:
        return "\n".join(text for text in (self.words, self.changed_to) if text)


@kind("promises.word", version=1, tag=TAG)
class Word(Kind, frozen=True, kw_only=True):
    """“Yes, it was” or “Not quite”, by the other. Saying nothing is no entry."""

    promise: UUID
    pane: int
    is_so: bool
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("promises.seen-differently", version=1, tag=TAG)
class SeenDifferently(Kind, frozen=True, kw_only=True):
    """What one of the two would like with two views of a pane: talk, or park it."""

    promise: UUID
    pane: int
    how: str


@kind("promises.closing", version=1, tag=TAG)
class Closing(Kind, frozen=True, kw_only=True):
    """A promise comes to rest: it was for once and was answered, or its giver lets it be. No reason is asked."""

    promise: UUID
    panes: int
    on: date


class Standing(msgspec.Struct, frozen=True):
    """An open promise on the board: how many panes it has, its day, and when it came to rest."""

    panes: int
    until: date
    closed_on: date | None = None


class Hope(msgspec.Struct, frozen=True):
    """How its owner would like to hear hard news; shared because they chose to say it."""

    how: str
    words: str = ""


@kind("promises.board", version=1, tag="board")
class Board(Kind, frozen=True, kw_only=True):
    """A slip of the space it lies in: which threads of its owner's are open. Both may read it; only its owner writes.

    It holds nothing that is not an entry, except how hard news is best told. Newest last. ``ninety`` names those of
    both, where both came at once.
    """

    promises: dict[UUID, Standing] = {}
    asks: tuple[UUID, ...] = ()
    bigs: tuple[UUID, ...] = ()
    told: tuple[UUID, ...] = ()
    offers: tuple[UUID, ...] = ()
    ahead: tuple[UUID, ...] = ()
    ninety: tuple[UUID, ...] = ()
    corners: tuple[UUID, ...] = ()
    hard_news: Hope | None = None


@kind("promises.draft", version=1, tag="draft")
class Draft(drafts.Draft, frozen=True, kw_only=True):
    """A slip: what is being typed in one form."""


@kind("promises.mine", version=1, tag="mine")
class Mine(Kind, frozen=True, kw_only=True):
    """A slip of the private space, never shared: doors one has opened or put by, and small asks one has crossed out."""

    opened: tuple[UUID, ...] = ()
    put_by: dict[UUID, str] = {}
    crossed: tuple[UUID, ...] = ()
    not_ready_until: date | None = None
