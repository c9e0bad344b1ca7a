"""The talk that is open between two people: one slip in their shared space, which either may change under the lock."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from glasswork.spaces import drafts
from glasswork.spaces.kinds import Kind, kind
from glasswork.spaces.prepared import Prepared

SLOT = "talk"
INVITATION_LASTS = timedelta(minutes=30)
TEN_MINUTES = timedelta(minutes=10)
FORGOTTEN_AFTER = timedelta(hours=3)
LONGEST_TALK = timedelta(minutes=90)


class Phase(StrEnum):
    ASKED = "asked"  # one has asked; nobody learns what the other makes of it
    READY = "ready"  # both are ready; the one who asked begins
    ON = "on"
    OVER = "over"


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A line that one has written and the other may save with them. ``entry`` is sealed and signed by its writer."""

    by: UUID
    words: str
    on: str = ""  # a day, as ISO writes it
    entry: Prepared


@kind("talks.live", version=1, tag="talk")
class Live(Kind, frozen=True, kw_only=True):
    """``mark`` grows whenever the talk goes on: a form that carries an older one comes too late, and changes nothing.
    A form carries ``step``, which names the talk too, so that no answer to one talk is ever taken for another’s.

    ``phone_of``: whose phone it is, when they share one; ``in_hand`` is who holds it now, nobody while a cover is on.
    """

    id: UUID
    flow: str
    version: int
    phase: Phase
    opener: UUID
    first: UUID
    second: UUID
    minutes: int
    touched_at: datetime
    lapses_at: datetime
    topic: str = ""
    asks_for_ten: bool = False
    mark: int = 0
    turn: str = ""
    tries: int = 0
    rounds: dict[str, int] = {}
    said: bool = False
    done: tuple[UUID, ...] = ()
    clock: str = ""
    ends_at: datetime | None = None
    begun_at: datetime | None = None
    ends_by: datetime | None = None  # when the whole talk should be over
    paused_at: datetime | None = None
    proposal: Proposal | None = None
    is_finished: bool = False
    phone_of: UUID | None = None
    in_hand: UUID | None = None

    @property
    def step(self) -> str:
        return f"{self.id.hex}.{self.mark}"

    def other(self, person: UUID) -> UUID:
        return self.second if person == self.first else self.first

    def is_open(self, now: datetime) -> bool:
        """Whether something may still happen in it; an invitation lapses, and a talk that was left is forgotten."""
        if self.phase in {Phase.ASKED, Phase.READY}:
            return now < self.lapses_at
        return self.phase is Phase.ON and now < self.touched_at + FORGOTTEN_AFTER

    @property
    def alive_until(self) -> datetime | None:
        """Until then an open page keeps its session alive, however often the other pauses and goes on."""
        return min(self.ends_by, self.begun_at + LONGEST_TALK) if self.ends_by and self.begun_at else self.ends_by

    def is_about(self, person: UUID) -> bool:
        return person in {self.first, self.second}


@kind("talks.aside", version=1, tag="talk")
class Aside(Kind, frozen=True, kw_only=True):
    """A slip of one's own: the talk, or its ending, that is put aside and shows no more."""

    talk: UUID


@kind("talks.asked", version=1, tag="talk")
class Asked(Kind, frozen=True, kw_only=True):
    """A slip of one's own: when one asked for a talk lately, so that nobody can ask without end.

    ``here``: on a shared phone, where the other sits beside it.
    """

    at: tuple[datetime, ...] = ()
    here: tuple[datetime, ...] = ()


@kind("talks.notes", version=1, tag="talk")
class Notes(Kind, frozen=True, kw_only=True):
    """A slip of one's own: what one noted during a talk. The next talk's notes take its place."""

    talk: UUID
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("talks.draft", version=1, tag="draft")
class Draft(drafts.Draft, frozen=True, kw_only=True):
    """A slip of one's own: a line that is being typed. ``once`` among its fields names the talk and the turn."""


DRAFTS = drafts.Drafts(Draft, "talks-draft", has_threads=False)
LINE = "line"
