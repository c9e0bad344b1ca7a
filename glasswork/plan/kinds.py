"""What the plan keeps. All of it is in its owner's private space, except that both are ready."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from glasswork.spaces.common_kinds import WILLING
from glasswork.spaces.kinds import Kind, encode, kind
from glasswork.spaces.prepared import Prepared

TAG = "plan"
TOGETHER = "plan-together"
BROUGHT = "arrival"
ONE_SIZE = 7_900  # what differs in private answers alone must not differ in size: one step of the envelope (K8)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One question of the intake as it was shown. ``answers``: value to label; empty when it was skipped."""

    id: str
    version: int
    question: str
    answers: dict[str, str] = {}


@kind("arrival.reason", version=1, tag=BROUGHT)
class Reason(Kind, frozen=True, kw_only=True):
    """What brings its author here, asked in the first run. It changes only their own order and tone (S3)."""

    asked: str
    reason: str  # hurt, hurt-someone, both, alone, private
    answer: str

    def as_text(self) -> str:
        return self.answer


@kind("plan.intake", version=1, tag=TAG)
class Intake(Kind, frozen=True, kw_only=True):
    """What its author said of themself to begin with; the newest counts. ``filling`` makes all of one size."""

    asked: tuple[Asked, ...]
    words: str = ""
    filling: bytes = b""

    def as_text(self) -> str:
        return "\n".join((*(label for each in self.asked for label in each.answers.values()), self.words))


@kind("plan.step", version=1, tag=TAG)
class Act(Kind, frozen=True, kw_only=True):
    """What its author did with a step. ``act``: chosen, let-go, declined, swapped, later, not-today, started, done.

    Title and version are kept as shown. ``until``: the day it waits for, or on which its owner wants to look again.
    """

    act: str
    exercise: str
    exercise_version: int
    title: str
    day: date
    until: date | None = None

    def as_text(self) -> str:
        return self.title


@kind("plan.change", version=1, tag=TAG)
class Changed(Kind, frozen=True, kw_only=True):
    """Something that its author said is different now, with the words they chose."""

    what: str
    label: str
    day: date

    def as_text(self) -> str:
        return self.label


@kind("plan.ready", version=1, tag=TOGETHER)
class Ready(Kind, frozen=True, kw_only=True):
    """Its author is ready for a step for two. Placed when both are; ``together`` is the same in both."""

    together: UUID
    exercise: str
    exercise_version: int
    title: str
    day: date


@kind("plan.held", version=1, tag=WILLING)
class HeldReady(Kind, frozen=True, kw_only=True):
    """A slip: somebody is ready, which the other never learns unless they are too (S11)."""

    together: UUID
    exercise: str
    day: date
    said_at: datetime
    joinable_until: datetime
    entry: Prepared


class Done(msgspec.Struct, frozen=True):
    """How often, with the first and the last day."""

    number: int
    first: date
    last: date


@kind("plan.course", version=1, tag="course")
class Course(Kind, frozen=True, kw_only=True):
    """A slip: where its owner's plan stands, folded from their own entries so that a page reads one row.

    ``said``: question of the intake to the values chosen. Days are their owner's own.
    """

    begun_on: date
    said: dict[str, list[str]] = {}
    intake_on: date | None = None
    done: dict[str, Done] = {}
    deeds: dict[str, Done] = {}  # done elsewhere than in the plan, as ``deeds`` names them
    started: dict[str, date] = {}
    chosen: dict[str, str] = {}  # exercise to its title as shown, for one that was removed since
    declined: list[str] = []
    waits: dict[str, date] = {}
    again: dict[str, date] = {}
    changes: dict[str, date] = {}
    newest_change: str = ""
    quiet_on: date | None = None
    filling: bytes = b""


@kind("plan.intake-draft", version=1, tag="draft")
class IntakeDraft(Kind, frozen=True, kw_only=True):
    """A slip: an intake under way, field by field, and the page it has reached. ``ended`` marks one that was kept."""

    fields: dict[str, list[str]]
    page: int = 1
    once: str = ""
    ended: str = ""
    filling: bytes = b""


def filled[K: (Intake, Course, IntakeDraft)](value: K) -> K:
    """The same, made as large as any other of its kind that holds no more words than that."""
    bare = msgspec.structs.replace(value, filling=b"")
    return msgspec.structs.replace(bare, filling=bytes(max(ONE_SIZE - len(encode(bare)), 0)))
