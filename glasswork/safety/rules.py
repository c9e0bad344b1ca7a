"""What follows from safety answers (E, S11). Pure: no request, no database.

Each question keeps its newest answer until it is answered again; one that was left open takes nothing back.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from glasswork.safety.hark import HARK
from glasswork.safety.kinds import Asked, SafetyAnswer

SAFE = Asked(id="safe", version=1, question="Do you feel safe with your partner?")
SAFE_ANSWERS = {"yes": "Yes", "not-always": "Not always", "no": "No"}
SKIPPED, GATE = "skipped", "gate"
HARK_ANSWERS = {"no": HARK.answers[0], "yes": HARK.answers[1]}
ASK_AGAIN_AFTER = timedelta(days=31)


class Standing(NamedTuple):
    """``safe`` is the newest answer to the private question, empty for none; ``harm`` counts the yeses of HARK.

    The days are those on which each was last asked; ``gate_on`` when HARK was asked by itself, before two join.
    """

    safe: str = ""
    harm: int = 0
    safe_on: date | None = None
    hark_on: date | None = None
    gate_on: date | None = None

    @property
    def is_resting(self) -> bool:
        """Whether this person's joint steps rest."""
        return self.safe == "no" or self.harm >= HARK.cut_off


def make_answer(safe: str, hark: Mapping[str, str] | None) -> SafetyAnswer:
    """One sitting. ``safe`` is empty when that was not asked, ``hark`` None; what fits no answer counts as skipped."""
    asked = [_answered(SAFE, safe, SAFE_ANSWERS) if safe else SAFE]
    for item in HARK.items:
        question = Asked(id=f"{HARK.id}.{item.id}", version=HARK.version, question=item.text)
        asked.append(question if hark is None else _answered(question, hark.get(item.id, ""), HARK_ANSWERS))
    return SafetyAnswer(asked=tuple(asked))


def standing_after(sittings: Iterable[tuple[date, SafetyAnswer]]) -> Standing:
    """Where somebody stands after these sittings, oldest first.

    Before two join, the other may sit beside them: a no said there takes back no yes that was said with the private
    question in the month before.
    """
    newest: dict[str, str] = {}
    alone: dict[str, date] = {}  # when each yes was said with the private question
    days: dict[str, date] = {}
    for day, sitting in sittings:
        is_gate = not any(each.id == SAFE.id and each.answer for each in sitting.asked)
        for each in sitting.asked:
            if each.answer:
                days[_instrument(each)] = day
                days |= {GATE: day} if is_gate else {}
            is_kept = is_gate and each.id in alone and not is_due(alone[each.id], day)
            if each.answer in {"", SKIPPED} or is_kept:
                continue
            newest[each.id] = each.answer
            alone.pop(each.id, None)
            if each.answer == "yes" and not is_gate:
                alone[each.id] = day
    harm = sum(answer == "yes" for name, answer in newest.items() if name != SAFE.id)
    return Standing(newest.get(SAFE.id, ""), harm, days.get(SAFE.id), days.get(HARK.id), days.get(GATE))


def is_due(asked_on: date | None, today: date) -> bool:
    """Whether a question may be asked again: at most once a month."""
    return asked_on is None or today - asked_on > ASK_AGAIN_AFTER


def _answered(question: Asked, answer: str, known: Mapping[str, str]) -> Asked:
    said = answer if answer in known else SKIPPED
    return Asked(id=question.id, version=question.version, question=question.question, answer=said)


def _instrument(asked: Asked) -> str:
    return asked.id.partition(".")[0]
