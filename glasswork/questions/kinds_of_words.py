"""The whole account, told in one go; and words that help when fear comes."""

from datetime import date, datetime
from uuid import UUID

from glasswork.spaces.kinds import Kind, kind

ACCOUNTS, COMFORT = "accounts", "comfort"


@kind("questions.account", version=1, tag=ACCOUNTS)
class Account(Kind, frozen=True, kw_only=True):
    """What happened, by whoever did it: written over days, shared whole on one day.

    ``left_out`` says what is not in it.
    """

    id: UUID
    on: date
    walls: str
    doors: str = ""
    touched: str = ""
    left_out: str = ""

    def as_text(self) -> str:
        return "\n".join(text for text in (self.walls, self.doors, self.touched, self.left_out) if text)


@kind("questions.addition", version=1, tag=ACCOUNTS)
class Addition(Kind, frozen=True, kw_only=True):
    """Something added to an account on a later day. The account stays as it was."""

    account: UUID
    on: date
    words: str

    def as_text(self) -> str:
        return self.words


@kind("questions.scope", version=1, tag=ACCOUNTS)
class Scope(Kind, frozen=True, kw_only=True):
    """How much its author would like to be told, said before the other writes it; a later one stands beside it.

    ``size`` is a key of ``scopes.SIZES``. ``asks`` and ``leaves`` are the lines that were chosen, as they were shown.
    """

    on: date
    size: str
    asks: str
    leaves: tuple[str, ...] = ()
    words: str = ""

    def as_text(self) -> str:
        return "\n".join(text for text in (self.asks, *self.leaves, self.words) if text)


@kind("questions.scope-please", version=1, tag=ACCOUNTS)
class ScopePlease(Kind, frozen=True, kw_only=True):
    """Its author would like to write an account, and asks how big it should be. Asked once, in fixed words."""


@kind("questions.scope-met", version=1, tag=ACCOUNTS)
class ScopeMet(Kind, frozen=True, kw_only=True):
    """“That’s what I asked for”, by whoever was told. Saying nothing is no entry."""

    account: UUID


@kind("questions.comfort", version=1, tag=COMFORT)
class Comfort(Kind, frozen=True, kw_only=True):
    """Words that its author would like to be able to ask for."""

    id: UUID
    words: str

    def as_text(self) -> str:
        return self.words


@kind("questions.can-say", version=1, tag=COMFORT)
class CanSay(Kind, frozen=True, kw_only=True):
    """Whether the other can say them truthfully; ``words`` are what they could say instead."""

    comfort: UUID
    is_yes: bool
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("questions.please", version=1, tag="please")
class Please(Kind, frozen=True, kw_only=True):
    """A slip: “Could you say it?” There is one for each person, the newest; nothing is counted."""

    comfort: UUID
    at: datetime


@kind("questions.said", version=1, tag="please")
class SaidIt(Kind, frozen=True, kw_only=True):
    """A slip: “I said it”, or tonight, in person. It answers one Please, and is gone with the next."""

    comfort: UUID
    at: datetime  # of the Please it answers
    how: str
