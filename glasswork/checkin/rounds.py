"""The rules of a round, pure: when two answers meet, and how saying back goes on (P1, P2; design.md section 0).

A round belongs to the two. The first answer opens it; the other's joins while it is still that day for either of
them, where a day turns at 04:00. So 23:50 and 00:10 meet, and so do Sydney and London.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.checkin.kinds import Answer, Enough, Heard, Held, Reply, Verdict
from glasswork.lib.evenings import evening_end
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

WAIT = timedelta(hours=24)
ATTEMPTS = 2
CORRECTIONS = ("correction-1", "correction-2", "correction-3")
PARTS = ("answer", "heard-1", "verdict-1", "heard-2", "verdict-2", "reply", "enough", *CORRECTIONS)


def can_join(held: Held, now: datetime, zone: ZoneInfo) -> bool:
    """Whether an answer given ``now`` in ``zone`` belongs to the round that ``held`` opened."""
    until = max(held.joinable_until, evening_end(held.opened_at, zone))
    return now < until


def may_choose(held: Held, now: datetime) -> bool:
    """After a day with one answer its writer may share it anyway, or keep it."""
    return now >= held.opened_at + WAIT


class Step(StrEnum):
    """Where saying back one person's words stands."""

    NOTHING = "nothing"  # nothing was said, so there is nothing to say back
    SAY_BACK = "say-back"  # the listener's turn
    CONFIRM = "confirm"  # the speaker's turn: was that it?
    SAY_AGAIN = "say-again"  # not quite: the listener's second try
    ENOUGH = "enough"  # not quite twice: the speaker may let it be good enough
    HEARD = "heard"  # yes: the listener may reply
    LEFT = "left"  # good enough for tonight
    REPLIED = "replied"


@dataclass(frozen=True, slots=True)
class Hearing:
    """How far one listener got with one speaker's words."""

    step: Step
    heard: tuple[Heard, ...]
    verdicts: tuple[Verdict, ...]
    reply: Reply | None

    @property
    def attempt(self) -> int:
        """The number of the try that comes next, 1 or 2."""
        return min(len(self.verdicts) + 1, ATTEMPTS)


type Parts = Mapping[tuple[UUID, str], object]


def hearing(parts: Parts, *, speaker: UUID, listener: UUID) -> Hearing:
    """From the parts of a round, by author and part, what the listener and the speaker may do next."""
    heard = tuple(p for n in (1, 2) if isinstance(p := parts.get((listener, f"heard-{n}")), Heard))
    verdicts = tuple(p for n in (1, 2) if isinstance(p := parts.get((speaker, f"verdict-{n}")), Verdict))
    reply = parts.get((listener, "reply"))
    reply = reply if isinstance(reply, Reply) else None
    is_enough = isinstance(parts.get((speaker, "enough")), Enough)
    was_said = isinstance(parts.get((speaker, "answer")), Answer)
    return Hearing(_step(was_said, heard, verdicts, reply, is_enough), heard, verdicts, reply)


def _step(
    was_said: bool, heard: tuple[Heard, ...], verdicts: tuple[Verdict, ...], reply: Reply | None, is_enough: bool
) -> Step:
    if not was_said:
        return Step.NOTHING
    if any(verdict.is_it for verdict in verdicts):
        return Step.REPLIED if reply else Step.HEARD
    if is_enough:
        return Step.LEFT
    if len(heard) > len(verdicts):
        return Step.CONFIRM
    return (Step.SAY_BACK, Step.SAY_AGAIN, Step.ENOUGH)[len(verdicts)]


def parts_by_round(entries: Iterable[Opened[Kind]]) -> dict[UUID, dict[tuple[UUID, str], Kind]]:
    """Round to its parts by author and part, oldest round first, from entries among which others may be."""
    rounds: dict[UUID, dict[tuple[UUID, str], Kind]] = {}
    for entry in entries:
        name = _part_name(entry.value)
        if name and isinstance(entry.value, Answer | Heard | Verdict | Reply | Enough):
            rounds.setdefault(entry.value.round, {})[entry.author, name] = entry.value
    return rounds


def _part_name(value: Kind | None) -> str:
    match value:
        case Answer():
            return "answer"
        case Heard(attempt=attempt):
            return f"heard-{attempt}"
        case Verdict(attempt=attempt):
            return f"verdict-{attempt}"
        case Reply():
            return "reply"
        case Enough():
            return "enough"
        case _:
            return ""
