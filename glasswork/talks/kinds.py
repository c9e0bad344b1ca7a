"""What is kept of talks and of taking space. Everything else that was said is gone when the talk is over."""

from datetime import date, datetime
from uuid import UUID

from glasswork.spaces.kinds import Kind, kind

TAG = "talks"
OWN_TAG = "talks-own"


@kind("talks.held", version=1, tag=TAG)
class Held(Kind, frozen=True, kw_only=True):
    """A talk is over: which one, and whether it came to its end. A stop has no reason and names nobody."""

    talk: UUID
    flow: str
    version: int
    title: str
    is_finished: bool
    topic: str = ""
    phone_of: UUID | None = None

    def as_text(self) -> str:
        return f"{self.title}: {self.topic}" if self.topic else self.title


@kind("talks.line", version=1, tag=TAG)
class Line(Kind, frozen=True, kw_only=True):
    """Something both agreed to, under the ``label`` it was asked for. Placed with the other's Saved beside it.

    On one phone it is signed by the phone's owner, whoever ``by`` was: it stands as typed on that phone.
    """

    talk: UUID
    turn: str
    label: str
    words: str
    on: date | None = None
    by: UUID
    phone_of: UUID | None = None

    def as_text(self) -> str:
        return f"{self.label}: {self.words}" if self.words else self.label


@kind("talks.saved", version=1, tag=TAG)
class Saved(Kind, frozen=True, kw_only=True):
    """The other's yes to a line."""

    talk: UUID
    line: UUID


@kind("talks.no-longer", version=1, tag=TAG)
class NoLonger(Kind, frozen=True, kw_only=True):
    """Its author takes back their yes to a line that the other signed. The words stay their writer’s."""

    line: UUID


@kind("talks.ending", version=1, tag=OWN_TAG)
class Ending(Kind, frozen=True, kw_only=True):
    """How a talk was for its author, in their own space alone. ``heard`` is 0 to 10."""

    talk: UUID
    title: str
    how: int | None = None  # 1 hard … 5 good
    heard: int | None = None
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("talks.time-out", version=1, tag=TAG)
class TimeOut(Kind, frozen=True, kw_only=True):
    """Its author takes space until the moment they chose, and comes back."""

    id: UUID
    called_at: datetime
    until: datetime


@kind("talks.moved", version=1, tag=TAG)
class Moved(Kind, frozen=True, kw_only=True):
    """The return, moved by its author before it lapsed."""

    time_out: UUID
    until: datetime


@kind("talks.back", version=1, tag=TAG)
class Back(Kind, frozen=True, kw_only=True):
    """Its author is back. ``is_kept``: by the time they had named. ``is_early``: before they could be apart at all."""

    time_out: UUID
    is_kept: bool
    is_early: bool = False


@kind("talks.longer", version=1, tag=TAG)
class Longer(Kind, frozen=True, kw_only=True):
    """Days or weeks apart, proposed: what its author needs, how they stay in touch, and when they meet again."""

    id: UUID
    need: str
    contact: str
    back_on: date

    def as_text(self) -> str:
        return "\n".join(part for part in (self.need, self.contact) if part)


@kind("talks.longer-yes", version=1, tag=TAG)
class LongerYes(Kind, frozen=True, kw_only=True):
    """The other agrees, in the words that were proposed."""

    longer: UUID


@kind("talks.longer-end", version=1, tag=TAG)
class LongerEnd(Kind, frozen=True, kw_only=True):
    """Either ends it, or takes the proposal back."""

    longer: UUID


@kind("talks.space-plan", version=1, tag=OWN_TAG)
class SpacePlan(Kind, frozen=True, kw_only=True):
    """A slip of one's own: what one means to do while taking space."""

    time_out: UUID
    plan: str
