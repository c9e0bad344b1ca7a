"""Where the two go from here: ninety days, reviews, the decision, and parting well."""

from datetime import date
from uuid import UUID

from glasswork.spaces.kinds import Kind, kind
from glasswork.spaces.prepared import Prepared

ROADS = "roads"


@kind("promises.commitment", version=1, tag=ROADS)
class Commitment(Kind, frozen=True, kw_only=True):
    """What its author will do until that day, and what isn't in it. Each writes their own."""

    words: str
    not_in_it: str
    began_on: date
    ends_on: date

    def as_text(self) -> str:
        return "\n".join(text for text in (self.words, self.not_in_it) if text)


@kind("promises.held", version=1, tag="held")
class HeldCommitment(Kind, frozen=True, kw_only=True):
    """A slip: ninety days that wait, signed, until the other's are in. ``thread`` is theirs once they are placed."""

    thread: UUID
    entry: Prepared


@kind("promises.commitment-stopped", version=1, tag=ROADS)
class Stopped(Kind, frozen=True, kw_only=True):
    """Its author stops it. No reason is asked, and it is no fault."""


@kind("promises.look-back", version=1, tag="mine")
class LookBack(Kind, frozen=True, kw_only=True):
    """A review of one's own, in the private space: where I was, where I am, what has not moved, what goes on."""

    on: date
    after_days: int
    was: str = ""
    now: str = ""
    still: str = ""
    onward: str = ""

    def as_text(self) -> str:
        return "\n".join(text for text in (self.was, self.now, self.still, self.onward) if text)


@kind("promises.review", version=1, tag=ROADS)
class Review(Kind, frozen=True, kw_only=True):
    """The two lines of a review that its author shares: what has grown in me, what I will do next."""

    after_days: int
    grown: str
    onward: str

    def as_text(self) -> str:
        return "\n".join(text for text in (self.grown, self.onward) if text)


@kind("promises.decision", version=1, tag="mine")
class Decision(Kind, frozen=True, kw_only=True):
    """In the private space: stay, part or wait, as it looks on that day. The newest counts."""

    on: date
    road: str
    why: str = ""
    look_again: date | None = None

    def as_text(self) -> str:
        return self.why


@kind("promises.decided", version=1, tag=ROADS)
class Decided(Kind, frozen=True, kw_only=True):
    """The same, once its owner shares it, in words of their own."""

    road: str
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("promises.corner", version=1, tag=ROADS)
class Corner(Kind, frozen=True, kw_only=True):
    """One line of the list for parting: what, by whom, by when. ``about`` names its part of the list."""

    about: str
    words: str
    who: str = ""
    by: date | None = None

    def as_text(self) -> str:
        return "\n".join(text for text in (self.words, self.who) if text)


@kind("promises.corner-done", version=1, tag=ROADS)
class CornerDone(Kind, frozen=True, kw_only=True):
    """A line of the list is done, or came off it; by whoever wrote it."""

    is_off: bool = False


@kind("promises.last-words", version=1, tag=ROADS)
class LastWords(Kind, frozen=True, kw_only=True):
    """Kind words at the end, sent when and if their author wants."""

    words: str

    def as_text(self) -> str:
        return self.words
