"""Everything that a choice of steps may hang on: one person's own answers and acts, and what both know (S11).

Pure. Nothing of the other's private space can be in it, for it is made of what its owner can open alone.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

ENDED = frozenset({"left", "over"})
LONG_AGO = frozenset({"year", "years"})
DECISIONS = ("stay", "part", "wait", "own")
CONTACT_SAID = ("contact-again", "contact-limited", "contact-ended")
HARD_TIME = timedelta(days=7)
RESET = timedelta(days=30)


class Times(NamedTuple):
    """How often something was done, and its first and last day."""

    number: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Words of the intake are those of ``questions``; an empty one was skipped. Days are the owner's own.

    ``chosen`` are steps put on the plan, ``waits`` those put off until a day, ``again`` days of a look back that their
    owner agreed to, ``changes`` the newest day of each thing that was said to have changed, in the order in which it
    was said. ``contact`` was answered on ``contact_on``. On the day ``quiet_on`` a step was put off, and that day asks
    for nothing more.
    """

    today: date
    role: str = ""
    standing: str = ""
    goals: frozenset[str] = frozenset()
    focus: str = ""
    since: str = ""
    contact: str = ""
    contact_on: date | None = None
    sleep: str = ""
    support: str = ""
    therapist: str = ""
    pace: str = ""
    begun_on: date | None = None
    done: Mapping[str, Times] = field(default_factory=dict)
    started: Mapping[str, date] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    declined: frozenset[str] = frozenset()
    waits: Mapping[str, date] = field(default_factory=dict)
    again: Mapping[str, date] = field(default_factory=dict)
    changes: Mapping[str, date] = field(default_factory=dict)
    quiet_on: date | None = None
    is_shared: bool = False
    was_shared: bool = False
    is_screened: bool = False
    is_resting: bool = False
    is_solo_week: bool = False
    is_heavy: bool = False
    is_late: bool = False

    def did(self, *names: str) -> bool:
        return any(name in self.done for name in names)

    def did_since(self, name: str, day: date | None) -> bool:
        """Whether it was done, and not only before ``day``."""
        return name in self.done and (day is None or self.done[name].last >= day)

    @property
    def is_over(self) -> bool:
        """Whether this person goes on without the other: left, parted, dating again, or alone from the first day."""
        newest = self.newest("left", "back", "met")
        if newest:
            return newest != "back"
        gone = self.was_shared and not self.is_shared
        return self.role == "alone" or self.standing in {*ENDED, "dating"} or gone

    @property
    def is_for_two(self) -> bool:
        """Whether steps for two make sense at all: somebody is there, and wants this too."""
        return not self.is_over and (self.is_shared or self.role == "both")

    @property
    def contact_now(self) -> str:
        """As it was last said, or stated by either of the two."""
        said = {"contact-again": "yes", "contact-limited": "some", "contact-ended": "none"}
        return said.get(self.contact_said, self.contact)

    @property
    def contact_said(self) -> str:
        """The newest change in contact; empty once a later intake answered on it."""
        newest = self.newest(*CONTACT_SAID)
        is_older = self.contact and self.contact_on and newest and self.changes[newest] < self.contact_on
        return "" if is_older else newest

    @property
    def decision(self) -> str:
        return self.newest(*DECISIONS)

    @property
    def reset_on(self) -> date | None:
        """The day of a new discovery or of contact again, while it is recent. A slip told the same day is none."""
        days = [self.changes[name] for name in ("found-out", "contact-again") if name in self.changes]
        newest = max(days, default=None)
        return newest if newest and self.today - newest < RESET else None

    @property
    def is_hard_time(self) -> bool:
        day = self.changes.get("hard-time")
        return day is not None and self.today - day < HARD_TIME

    @property
    def is_contact_settled(self) -> bool:
        """For who had the tie: ended, or a decision on it is made. For others: not known to go on."""
        if self.contact_now == "yes" and not self.did_since("limited-contact", self.changes.get("contact-again")):
            return False
        if self.role not in {"involved", "both"} or self.is_over:
            return True
        decided = any(self.did_since(name, self.reset_on) for name in ("contact-decision", "limited-contact"))
        return self.contact_now == "none" or self.contact_said == "contact-limited" or decided

    @property
    def days(self) -> int:
        """Days on the way. A clock that was set back counts as the first day."""
        return max((self.today - self.begun_on).days, 0) if self.begun_on else 0

    def newest(self, *names: str) -> str:
        """The one of these changes that was said last; empty for none."""
        return newest_said(self.changes, names)


def newest_said(changes: Mapping[str, date], names: Container[str]) -> str:
    """The last of these by its day, and on one day by the order in which it was said; empty for none."""
    found = [(day, place, name) for place, (name, day) in enumerate(changes.items()) if name in names]
    return max(found)[2] if found else ""


def newest_of(changes: Mapping[str, date], known: Mapping[str, date]) -> dict[str, date]:
    """The newest day of each, from what its owner said and then from what both know."""
    own = {what: day for what, day in changes.items() if what not in known or day > known[what]}
    return {**own, **{what: day for what, day in known.items() if what not in own}}
