"""What is one person’s own: drafts, what they keep to themself, what waits for its hour, doors they have opened."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from glasswork.questions.delivery import OwnHour
from glasswork.spaces import drafts
from glasswork.spaces.kinds import Kind, kind
from glasswork.spaces.prepared import Prepared


class Note(msgspec.Struct, frozen=True):
    """A question that is nobody else’s yet. ``state``: draft, keeps, waits, or visit for one’s own therapist.

    One word of the same length each, so that a row does not tell them apart.
    """

    words: str
    state: str
    on: date
    sort: str = ""
    how: str = ""
    change: str = ""
    soon: tuple[str, ...] = ()
    due: datetime | None = None
    space: UUID | None = None  # where it waits
    look_on: date | None = None
    again_of: UUID | None = None
    follows: UUID | None = None


@kind("questions.desk", version=1, tag="desk")
class Desk(Kind, frozen=True, kw_only=True):
    """A slip of the private space. ``changes``: what knowing will change, by question; nobody else ever gets it.

    ``hours``: those one named or agreed to, as one’s own clock showed them. ``taken_back``: when questions that were
    laid before the other and taken back since had been laid there.
    """

    notes: dict[UUID, Note] = {}
    changes: dict[UUID, str] = {}
    hours: tuple[OwnHour, ...] = ()
    taken_back: tuple[datetime, ...] = ()


class Item(msgspec.Struct, frozen=True):
    """An entry that waits. ``goes`` is False for what stands in for a draft: it is never placed and says nothing."""

    entry: Prepared
    goes: bool


@kind("questions.tray", version=1, tag="tray")
class Tray(Kind, frozen=True, kw_only=True):
    """A slip of the shared space, in a slot named for its owner and its hour: what its owner wrote before that hour."""

    owner: UUID
    due: datetime
    items: dict[UUID, Item]


@kind("questions.draft", version=1, tag="draft")
class Draft(drafts.Draft, frozen=True, kw_only=True):
    """A slip: what is being typed in one form."""


@kind("questions.mine", version=1, tag="mine")
class Mine(Kind, frozen=True, kw_only=True):
    """A slip of the private space: doors of the other’s account that one has opened or put by.

    Also what asks how much one would like to know, once it is put by. Known to nobody else.
    """

    doors: dict[UUID, str] = {}
