"""What two people agree on, line by line; and what one person keeps for themself about it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

from glasswork.spaces.kinds import Kind, kind
from glasswork.spaces.prepared import Prepared

LINES, SORTED = "our-lines", "sorting"

type Sort = Literal["line", "re-contact", "who-knows"]
type Whose = Literal["me", "both", "you"]
type Word = Literal["keep", "change", "drop", "unsure"]
type Firmness = Literal["firm", "loose", "sign"]


@kind("agreements.wording", version=1, tag=LINES)
class Wording(Kind, frozen=True, kw_only=True):
    """Somebody’s words for a line; the first of a line suggests it. ``whose`` acts it is about, seen by its author.

    ``look_again_on`` belongs to the words: who says yes to them says yes to that day. ``told`` and ``answered``, as
    they were chosen: how and by when, in a plan for when the third person gets in touch.
    """

    line: UUID
    text: str
    look_again_on: date
    sort: Sort = "line"
    whose: Whose = "me"
    need: str = ""
    if_crossed: str = ""
    told: str = ""
    answered: str = ""

    def as_text(self) -> str:
        return "\n".join(part for part in (self.text, self.need, self.if_crossed) if part)


@kind("agreements.yes", version=1, tag=LINES)
class Yes(Kind, frozen=True, kw_only=True):
    """A yes to exactly one wording, by its entry."""

    line: UUID
    wording: UUID


@kind("agreements.stop", version=1, tag=LINES)
class Stop(Kind, frozen=True, kw_only=True):
    """Its author stops the line. It counts at once."""

    line: UUID


@kind("agreements.talk", version=1, tag=LINES)
class Talk(Kind, frozen=True, kw_only=True):
    """“Let’s talk”, about one wording."""

    line: UUID
    wording: UUID


@kind("agreements.review", version=1, tag=LINES)
class Review(Kind, frozen=True, kw_only=True):
    """One person’s word on a line in force, placed with the other’s. ``look_again_on`` is theirs, if it is kept."""

    round: UUID
    line: UUID
    wording: UUID
    word: Word
    look_again_on: date
    words: str = ""

    def as_text(self) -> str:
        return self.words


class Card(msgspec.Struct, frozen=True):
    """A scene as it was shown, and the pile it was put on: fine, depends or over; empty when it was left out."""

    id: str
    text: str
    pile: str = ""


@kind("agreements.sorting", version=1, tag=SORTED)
class Sorting(Kind, frozen=True, kw_only=True):
    """One person’s piles. Shared when both are in, private for one alone."""

    round: UUID
    cards: tuple[Card, ...]
    over: str = ""

    def as_text(self) -> str:
        return self.over


@kind("agreements.held", version=1, tag="held")
class Held(Kind, frozen=True, kw_only=True):
    """A slip of the shared space: entries that wait for the other’s. No page reads a partner’s."""

    round: UUID
    entries: tuple[Prepared, ...]


@kind("agreements.moment", version=1, tag=LINES)
class Moment(Kind, frozen=True, kw_only=True):
    """Private: what happened and what was needed, behind a line that its author suggested."""

    line: UUID
    happened: str = ""
    need: str = ""

    def as_text(self) -> str:
        return "\n".join(part for part in (self.happened, self.need) if part)


@kind("agreements.own-line", version=1, tag="own-lines")
class OwnLine(Kind, frozen=True, kw_only=True):
    """A line for oneself alone, also for dating (E18). The newest of a line counts."""

    line: UUID
    text: str = ""
    sort: Firmness = "firm"
    act: str = ""
    is_dropped: bool = False

    def as_text(self) -> str:
        return "\n".join(part for part in (self.text, self.act) if part)


@kind("agreements.caught", version=1, tag="caught")
class Caught(Kind, frozen=True, kw_only=True):
    """A private slip: words that the guard asked to rest for a day, by their fingerprint, and since when."""

    since: dict[str, datetime]


@kind("agreements.aside", version=1, tag="aside")
class Aside(Kind, frozen=True, kw_only=True):
    """A private slip: lines and requests put away, and lines to sleep on until that moment."""

    away: tuple[UUID, ...] = ()
    until: dict[str, datetime] = {}


@kind("agreements.draft", version=1, tag="draft")
class Draft(Kind, frozen=True, kw_only=True):
    """A private slip: what somebody is typing, one for each form. ``ended`` names the form that was sent."""

    fields: dict[str, list[str]]
    ended: str = ""
