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
APOLOGY_READ, REPAIR_SEEN, SCOPE_SAID = "apology-read", "repair-seen", "scope-said"  # deeds that are no exercise
HARD_TIME = timedelta(days=7)
RESET = timedelta(days=30)
A_DAY = timedelta(days=1)


class Times(NamedTuple):
    """How often something was done, and its first and last day."""

    number: int
    first: date
    last: date

    def with_(self, other: "Times | None") -> "Times":
        """Of two that count the same, at least what either counted."""
        if other is None:
            return self
        return Times(max(self.number, other.number), min(self.first, other.first), max(self.last, other.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Words of the intake are those of ``questions``; an empty one was skipped. Days are the owner's own.

    ``chosen`` are steps put on the plan, ``waits`` those put off until a day, ``again`` days of a look back that their
    owner agreed to, ``changes`` the newest day of each thing that was said to have changed, in the order in which it
    was said. The intake, and with it ``contact``, was answered on ``contact_on``; two share since ``shared_on``. On the
    day ``quiet_on`` a step was put off, and that day asks for nothing more. ``deeds`` were done elsewhere than in the
    plan, as ``deeds`` name them; they count for the order, and make no week full.
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
    deeds: Mapping[str, Times] = field(default_factory=dict)
    started: Mapping[str, date] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    declined: frozenset[str] = frozenset()
    waits: Mapping[str, date] = field(default_factory=dict)
    again: Mapping[str, date] = field(default_factory=dict)
    changes: Mapping[str, date] = field(default_factory=dict)
    quiet_on: date | None = None
    is_shared: bool = False
    shared_on: date | None = None
    was_shared: bool = False
    is_screened: bool = False
    is_resting: bool = False
    is_solo_week: bool = False
    is_heavy: bool = False
    is_late: bool = False

    def did(self, *names: str) -> bool:
        return any(name in self.done or name in self.deeds for name in names)

    def times(self, name: str) -> Times | None:
        """In the plan or elsewhere."""
        here, elsewhere = self.done.get(name), self.deeds.get(name)
        return here.with_(elsewhere) if here else elsewhere

    def did_since(self, name: str, day: date | None) -> bool:
        """Whether it was done, and not only before ``day``."""
        return name in self.done and (day is None or self.done[name].last >= day)

    @property
    def is_over(self) -> bool:
        """Whether this person goes on without the other: left, parted, dating again, or alone from the first day."""
        newest = self.newest_tie
        if newest or self.is_two_again:
            return newest in {"left", "met"}
        gone = self.was_shared and not self.is_shared
        return self.role == "alone" or self.standing in {*ENDED, "dating"} or gone

    @property
    def is_two_again(self) -> bool:
        """They share since the intake or later, whatever it said of being alone; a later intake counts again."""
        if not self.is_shared or self.shared_on is None:
            return False
        return self.contact_on is None or self.shared_on >= self.contact_on

    @property
    def newest_tie(self) -> str:
        """The newest of left, back and met; empty once two came to share after it."""
        newest = self.newest("left", "back", "met")
        is_older = newest and self.is_two_again and self.shared_on and self.changes[newest] < self.shared_on
        return "" if is_older else newest

    @property
    def is_for_two(self) -> bool:
        """Whether steps for two make sense at all: somebody is there, and wants this too."""
        return not self.is_over and (self.is_shared or self.role == "both")

    @property
    def contact_now(self) -> str:
        """As it was last said, or stated by either of the two."""
        said = {"contact-again": "yes", "contact-limited": "some", "contact-ended": "none"}
        is_of_the_past = self.role == "alone" and self.is_two_again  # they were asked of the one from then
        return said.get(self.contact_said, "" if is_of_the_past else self.contact)

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
        return max((day for day in days if is_within(day, self.today, RESET)), default=None)

    @property
    def is_hard_time(self) -> bool:
        day = self.changes.get("hard-time")
        return day is not None and is_within(day, self.today, HARD_TIME)

    @property
    def has_amends(self) -> bool:
        """As this person says; or the other’s apology was opened, and they said of an act of repair that it was one."""
        return "amends" in self.changes or (APOLOGY_READ in self.deeds and REPAIR_SEEN in self.deeds)

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


def is_within(day: date, today: date, span: timedelta) -> bool:
    """Whether it was in the last days. A later one is left over from a clock set back, but for the server’s tomorrow.

    Of what both know, the day is the server's: in the west it is the next one while an evening lasts.
    """
    return -A_DAY <= today - day < span


def settles(role: str, *, is_mine: bool) -> bool:
    """Whether a statement on contact counts for somebody of this role: of the involved, their own alone."""
    return is_mine or role != "involved"


def newest_said(changes: Mapping[str, date], names: Container[str]) -> str:
    """The last of these by its day, and on one day by the order in which it was said; empty for none."""
    found = [(day, place, name) for place, (name, day) in enumerate(changes.items()) if name in names]
    return max(found)[2] if found else ""


def newest_of(changes: Mapping[str, date], known: Mapping[str, date]) -> dict[str, date]:
    """The newest day of each, from what its owner said and then from what both know."""
    own = {what: day for what, day in changes.items() if what not in known or day > known[what]}
    return {**own, **{what: day for what, day in known.items() if what not in own}}
