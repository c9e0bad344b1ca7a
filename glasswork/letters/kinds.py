"""Letters that were sent, with what their reader said; what is kept for oneself; and what is still being written."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from glasswork.spaces import drafts
from glasswork.spaces.kinds import Kind, kind
from glasswork.ui.dates import short_day

TAG, PARTS, OWN = "letters", "letters-parts", "letters-own"


class Part(msgspec.Struct, frozen=True):
    """One part of a letter under the line it was asked for with. ``day``: by when its writer will have done it."""

    id: str
    label: str
    words: str
    day: date | None = None

    def as_text(self) -> str:
        return f"{self.words}\nBy {short_day(self.day)}" if self.day else self.words


@kind("letters.letter", version=1, tag=TAG)
class Letter(Kind, frozen=True, kw_only=True):
    """Sent by its author. ``letter`` is the id that everything said to it carries; ``version`` that of its prompts."""

    letter: UUID
    sort: str
    version: int
    parts: tuple[Part, ...]

    def as_text(self) -> str:
        return text_of(self.parts)


@kind("letters.heard", version=1, tag=PARTS)
class Heard(Kind, frozen=True, kw_only=True):
    """Three things that its reader heard, and nothing else."""

    letter: UUID
    things: tuple[str, str, str]

    def as_text(self) -> str:
        return "\n".join(self.things)


@kind("letters.reply", version=1, tag=PARTS)
class Reply(Kind, frozen=True, kw_only=True):
    """The letter back, two days after the three things at the earliest."""

    letter: UUID
    words: str

    def as_text(self) -> str:
        return self.words


@kind("letters.answer", version=1, tag=PARTS)
class Answer(Kind, frozen=True, kw_only=True):
    """What its reader chose to say to a letter without a wait. Saying nothing is no entry."""

    letter: UUID
    says: str
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("letters.mirror", version=1, tag=PARTS)
class Mirror(Kind, frozen=True, kw_only=True):
    """What the letter’s own writer heard, where its reader needed more of something; said back once, then it rests."""

    letter: UUID
    words: str

    def as_text(self) -> str:
        return self.words


@kind("letters.pull-told", version=1, tag=PARTS)
class PullTold(Kind, frozen=True, kw_only=True):
    """Its author felt the pull to write to the third person, and told. It says no more than that, in fixed words."""


@kind("letters.kept", version=1, tag=OWN)
class Kept(Kind, frozen=True, kw_only=True):
    """In one's own space: kept, read aloud together, never to be sent, or anger. No page sends it anywhere.

    ``goes`` is kept, aloud, never or anger. ``to`` is whom a letter that is never sent is to, in its author's words.
    """

    sort: str
    goes: str
    version: int = 1
    parts: tuple[Part, ...]
    to: str = ""

    def as_text(self) -> str:
        return "\n".join(text for text in (self.to, text_of(self.parts)) if text)


@kind("letters.understood", version=1, tag=OWN)
class Understood(Kind, frozen=True, kw_only=True):
    """How well its writer feels understood, 0 to 10, after a letter was read or heard. In one’s own space; the newest
    counts. ``about`` is the letter that was sent, or the entry of the one that was read aloud.
    """

    about: UUID
    on: date
    level: int

    def as_text(self) -> str:
        return f"How well I feel understood, 0 to 10: {self.level}"


@kind("letters.draft", version=1, tag="draft")
class Draft(drafts.Draft, frozen=True, kw_only=True):
    """A slip: what is being typed in one form."""


@kind("letters.waiting", version=1, tag="waiting")
class Waiting(Kind, frozen=True, kw_only=True):
    """A slip of the private space: a letter as it stands, which nobody may send before ``until`` (aware).

    ``space`` is the shared space it was meant for, if there was one: it never goes to anybody else.
    """

    letter: UUID
    sort: str
    version: int
    parts: tuple[Part, ...]
    until: datetime
    space: UUID | None

    def as_text(self) -> str:
        return text_of(self.parts)


@kind("letters.mine", version=1, tag="mine")
class Mine(Kind, frozen=True, kw_only=True):
    """A slip of the private space, never shared: which doors one has opened or put by, and when one may write back."""

    opened: tuple[UUID, ...] = ()
    put_by: tuple[UUID, ...] = ()
    replies: dict[UUID, datetime] = {}


@kind("letters.pull", version=1, tag="pull")
class Pull(Kind, frozen=True, kw_only=True):
    """A slip of the private space: ten minutes that run until then, what came of the last ones, and one's own reasons.

    ``came`` is not, wrote or nothing yet. Only the last is kept: nobody counts them.
    """

    until: datetime | None = None
    came: str = ""
    on: date | None = None
    reasons: str = ""

    def as_text(self) -> str:
        return self.reasons


def text_of(parts: tuple[Part, ...]) -> str:
    return "\n\n".join(part.as_text() for part in parts if part.words)
