"""A hard question and what became of it. Every part is an entry of whoever said it."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from glasswork.questions.delivery import Hour
from glasswork.spaces.kinds import Kind, kind

TAG = "questions"


@kind("questions.asked", version=1, tag=TAG)
class Asked(Kind, frozen=True, kw_only=True):
    """``sort``: fact, meaning or detail. ``how``: writing, talk or therapist.

    ``soon``: why it can’t be parked, by its asker’s tick. ``at`` is when it may be laid before its reader;
    ``is_agreed``: at the hour both chose. ``is_for_morning``: asked at night, so it comes in its reader’s morning.
    """

    id: UUID
    words: str
    sort: str
    how: str
    at: datetime
    is_agreed: bool = False
    is_for_morning: bool = False
    soon: tuple[str, ...] = ()
    again_of: UUID | None = None
    follows: UUID | None = None

    def as_text(self) -> str:
        return self.words


@kind("questions.promised", version=1, tag=TAG)
class Promised(Kind, frozen=True, kw_only=True):
    """A day by which its reader will answer, within a week of saying so."""

    question: UUID
    by: date


@kind("questions.parking", version=1, tag=TAG)
class Parking(Kind, frozen=True, kw_only=True):
    """Somebody would like to park it until a day. It is parked once the other has said yes."""

    question: UUID
    why: str
    look_on: date
    whom: str = ""  # therapist, or the two

    def as_text(self) -> str:
        return self.why


@kind("questions.parking-word", version=1, tag=TAG)
class ParkingWord(Kind, frozen=True, kw_only=True):
    """The other’s yes or no. A no needs no reason."""

    question: UUID
    is_yes: bool


@kind("questions.out", version=1, tag=TAG)
class TakenOut(Kind, frozen=True, kw_only=True):
    """Its asker would like it out again, before its day."""

    question: UUID


@kind("questions.kindly", version=1, tag=TAG)
class Kindly(Kind, frozen=True, kw_only=True):
    """Its asker asks again, kindly, after the day had come."""

    question: UUID


@kind("questions.answer", version=1, tag=TAG)
class Answer(Kind, frozen=True, kw_only=True):
    """``how``: writing, or spoken when it was said aloud."""

    question: UUID
    how: str
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("questions.later", version=1, tag=TAG)
class Later(Kind, frozen=True, kw_only=True):
    """Something its answerer adds on a later day. What stood there stays as it was."""

    question: UUID
    on: date
    words: str

    def as_text(self) -> str:
        return self.words


@kind("questions.thanks", version=1, tag=TAG)
class Thanks(Kind, frozen=True, kw_only=True):
    """“Thank you for answering”, by its asker. Saying nothing is no entry."""

    question: UUID


class Standing(msgspec.Struct, frozen=True):
    """Where one question stands, for pages that can’t read all of it. ``day``: promised by, parked until, answered on.

    ``state``: open, promised, offered, parked or answered. ``by``: who would like to park it.
    """

    asker: UUID
    at: datetime
    state: str
    is_agreed: bool = False
    day: date | None = None
    by: UUID | None = None
    is_done: bool = False  # its asker has thanked or gone on
    is_for_morning: bool = False


class Wish(msgspec.Struct, frozen=True):
    """An hour for questions that one of the two has named and the other has not agreed to yet."""

    by: UUID
    hour: Hour


@kind("questions.ledger", version=1, tag="ledger")
class Ledger(Kind, frozen=True, kw_only=True):
    """A slip of the shared space that either writes under its lock: what is open, and the hour for questions.

    It holds nothing that is not an entry, except that hour.
    """

    standings: dict[UUID, Standing] = {}
    hour: Hour | None = None
    wish: Wish | None = None
