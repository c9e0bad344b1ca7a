"""The rules of a round, pure: when two answers meet, and how saying back goes on (P1, P2; design.md section 0).

A round belongs to the two. The first answer opens it; the other's joins while it is still that day for either of
them, where a day turns at 04:00. So 23:50 and 00:10 meet, and so do Sydney and London.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.checkin.kinds import Answer, Correction, Enough, Heard, Held, Reply, Verdict
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


PARTS_OF_A_ROUND = (Answer, Heard, Verdict, Reply, Enough, Correction)


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
    # Whoever only has the newest parts of a round at hand sees from what was heard that something was said.
    was_said = isinstance(parts.get((speaker, "answer")), Answer) or bool(heard)
    # A reply that was taken back was a reply all the same: its place is filled.
    has_replied = (listener, "reply") in parts
    return Hearing(_step(was_said, heard, verdicts, has_replied, is_enough), heard, verdicts, reply)


def _step(
    was_said: bool, heard: tuple[Heard, ...], verdicts: tuple[Verdict, ...], has_replied: bool, is_enough: bool
) -> Step:
    if not was_said:
        return Step.NOTHING
    if any(verdict.is_it for verdict in verdicts):
        return Step.REPLIED if has_replied else Step.HEARD
    if is_enough:
        return Step.LEFT
    if len(heard) > len(verdicts):
        return Step.CONFIRM
    return (Step.SAY_BACK, Step.SAY_AGAIN, Step.ENOUGH)[len(verdicts)]


def entries_by_round(entries: Iterable[Opened[Kind]]) -> dict[UUID, list[Opened[Kind]]]:
    """Round to its entries in order, from entries among which others may be."""
    rounds: dict[UUID, list[Opened[Kind]]] = {}
    for entry in entries:
        if isinstance(entry.value, PARTS_OF_A_ROUND):
            rounds.setdefault(entry.value.round, []).append(entry)
    return rounds


def parts_of(entries: Iterable[Opened[Kind]]) -> dict[tuple[UUID, str], Kind]:
    """The parts of one round by author and part, as ``hearing`` reads them."""
    return {(entry.author, _part_name(entry.value)): entry.value for entry in entries if entry.value}


def round_of(entries: Sequence[Opened[Kind]]) -> UUID:
    return next(entry.value.round for entry in entries if isinstance(entry.value, PARTS_OF_A_ROUND))


def evening_of_round(entries: Sequence[Opened[Kind]]) -> date:
    """The evening of the first answer, or the day of its first entry when the answers are gone or further back."""
    answers = (entry.value.evening for entry in entries if isinstance(entry.value, Answer))
    return next(answers, entries[0].day)


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
