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
