"""Small asks, big things, and the four rows of putting it right."""

from datetime import date
from uuid import UUID

from glasswork.spaces.kinds import Kind, kind

SMALL, RIGHT = "small", "right"


@kind("promises.ask", version=1, tag=SMALL)
class Ask(Kind, frozen=True, kw_only=True):
    """A small thing that would help, asked of the other: under ten minutes, and about doing, not stopping."""

    words: str

    def as_text(self) -> str:
        return self.words


@kind("promises.done", version=1, tag=SMALL)
class Done(Kind, frozen=True, kw_only=True):
    """The other did what was asked, on that day of theirs. ``words`` are the ask as it was read."""

    ask: UUID
    on: date
    words: str

    def as_text(self) -> str:
        return self.words


@kind("promises.thanks", version=1, tag=SMALL)
class Thanks(Kind, frozen=True, kw_only=True):
    """A thank-you for something done, by the one who asked for it."""

    done: UUID
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("promises.dropped", version=1, tag=SMALL)
class Dropped(Kind, frozen=True, kw_only=True):
    """An ask is taken off the list by whoever asked."""

    ask: UUID


@kind("promises.not-ready", version=1, tag="mine")
class NotReady(Kind, frozen=True, kw_only=True):
    """In the private space: small things can wait. What is behind it, and a day to look again."""

    behind: str
    look_again: date

    def as_text(self) -> str:
        return self.behind


@kind("promises.not-ready-said", version=1, tag=SMALL)
class NotReadySaid(Kind, frozen=True, kw_only=True):
    """The same, told to the other in words of one's own: only ever by choice."""

    words: str

    def as_text(self) -> str:
        return self.words


@kind("promises.big", version=1, tag=RIGHT)
class Big(Kind, frozen=True, kw_only=True):
    """A big thing that its author offers to give up or take on. ``not_before`` is set where it can't be undone."""

    words: str
    cost: str
    support: str
    by: date
    not_before: date | None = None
    card: str = ""

    def as_text(self) -> str:
        return "\n".join(text for text in (self.words, self.cost, self.support) if text)


@kind("promises.would-help", version=1, tag=RIGHT)
class WouldHelp(Kind, frozen=True, kw_only=True):
    """The other's answer to an offer: yes, no or something else. ``again`` is the second yes, after the wait."""

    offer: UUID
    says: str
    words: str = ""
    again: bool = False

    def as_text(self) -> str:
        return self.words


@kind("promises.step", version=1, tag=RIGHT)
class BigStep(Kind, frozen=True, kw_only=True):
    """Begun, done or let go, by whoever offered it."""

    offer: UUID
    what: str
    on: date
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("promises.offer", version=1, tag=RIGHT)
class Offer(Kind, frozen=True, kw_only=True):
    """An amends that its author has in mind: “would this help?” comes before the act."""

    words: str

    def as_text(self) -> str:
        return self.words


@kind("promises.act", version=1, tag=RIGHT)
class Act(Kind, frozen=True, kw_only=True):
    """One row of putting it right: acknowledge, responsibility, amends or open. It has happened, on that day."""

    row: str
    words: str
    on: date

    def as_text(self) -> str:
        return self.words


@kind("promises.landed", version=1, tag=RIGHT)
class Landed(Kind, frozen=True, kw_only=True):
    """What the one who was hurt says of an act, if anything. It may be said again on another day; the newest counts."""

    act: UUID
    did: bool
    words: str = ""

    def as_text(self) -> str:
        return self.words
