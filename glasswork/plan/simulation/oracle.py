"""What must never be suggested, said once more and apart from ``order``: straight from section 1 of the programme.

Pure. It looks at a finished suggestion from outside, and names what is wrong with it.
"""

from collections.abc import Iterator
from datetime import date

from glasswork.plan.facts import Facts
from glasswork.plan.reasons import BEGIN
from glasswork.programme.exercises import Exercise

TOLD_OVER = 30
TALKS = {"impact-letter", "hard-question-ledger", "outline-timeline", "apology"}
DATING = {"ready-to-date", "dating-lines", "before-and-after-a-date"}
HEARD = {"impact-letter", "their-day", "mirroring", "hard-question-ledger"}


def faults(facts: Facts, exercise: Exercise) -> list[str]:
    """Empty when nothing is wrong."""
    name = exercise.facts.id
    return [f"{fault}: {name}" for fault in (*_doors(facts, exercise), *_order(facts, name), *_late(facts, exercise))]


def reason_faults(facts: Facts, reasons: tuple[str, ...]) -> list[str]:
    """None at all; or one that calls somebody alone who shares by now."""
    if not all(reasons):
        return ["no reason"]
    lonely = {*BEGIN["alone"], *BEGIN["left"]} & set(reasons)
    return [f"said to somebody who shares: {each}" for each in lonely if _came_together(facts)]


def contact_faults(facts: Facts, own: list[tuple[str, date]]) -> list[str]:
    """For whoever had the tie, contact is over or limited by nothing but an answer or a word of their own."""
    if facts.role != "involved" or facts.contact in {"none", "some"}:
        return []
    said = {what for what, _ in own}
    is_settled = facts.contact_now == "none" and "contact-ended" not in said
    is_limited = facts.contact_now == "some" and "contact-limited" not in said
    return ["the other’s word on contact"] if is_settled or is_limited else []


def _came_together(facts: Facts) -> bool:
    """They share since they answered the intake, and nobody has left or met somebody since."""
    answered, paired = facts.contact_on, facts.shared_on
    if not (facts.is_shared and paired) or (answered and paired < answered):
        return False
    return not any(facts.changes[each] >= paired for each in ("left", "met") if each in facts.changes)


def _doors(facts: Facts, exercise: Exercise) -> Iterator[str]:
    who, name = exercise.facts.who, exercise.facts.id
    if facts.is_resting and exercise.is_joint:
        yield "a step for two while those rest"
    if who == ("both",) and not facts.is_screened:
        yield "rule 1"
    is_alone = facts.role == "alone" and not _came_together(facts)
    if who == ("both",) and is_alone and facts.newest("left", "back", "met") != "back":
        yield "a partner where there is none"
    if name in DATING and not (facts.standing == "dating" or "met" in facts.changes or "new-trust" in facts.goals):
        yield "dating, unasked"
    if name in facts.declined:
        yield "declined before"
    if name in facts.waits and facts.today < facts.waits[name]:
        yield "put off before"
    if facts.changes.get("hard-time") == facts.today and any("crisis" in each for each in exercise.facts.not_when):
        yield "not in a crisis"
    said = " ".join(exercise.facts.not_when)
    is_stated = facts.changes.keys() & {"contact-ended", "contact-limited"}
    is_asked_alone = facts.role == "alone" and _came_together(facts)
    if facts.contact == "yes" and not (is_stated or is_asked_alone) and "Contact goes on" in said:
        yield "not while contact goes on"
    if facts.is_heavy and "above 5 out of 10" in said:
        yield "not while upset"


def _order(facts: Facts, name: str) -> Iterator[str]:
    done = facts.done.keys() | facts.deeds.keys()
    couple = facts.is_shared and not facts.is_over
    if couple and "time-out" not in done and name in TALKS:
        yield "rule 2"
    is_undecided = facts.role == "involved" and facts.contact_now != "none" and not couple_decided(facts)
    if is_undecided and name in {"apology", "what-led-to-it", "date-night", "affection-menu"}:
        yield "rule 3"
    if name == "what-led-to-it" and facts.role == "involved" and not {"ownership", "apology"} <= done:
        yield "rule 4"
    if name == "how-we-got-stuck" and not done & HEARD:
        yield "rule 4"
    if name == "hard-question-ledger" and not done & {"ground-words", "openness-agreement", "scope-said"}:
        yield "rule 5"


def _late(facts: Facts, exercise: Exercise) -> Iterator[str]:
    name, done = exercise.facts.id, facts.done.keys() | facts.deeds.keys()
    if name == "my-part-in-patterns" and not facts.days >= 42 and facts.since not in {"year", "years"}:
        yield "rule 6"
    is_mended = "amends" in facts.changes or {"apology-read", "repair-seen"} <= facts.deeds.keys()
    if name == "forgiveness-talk" and not is_mended:
        yield "rule 7"
    if name == "forgiving-myself":
        repairs = {"apology", "kept-promises", "accountability-table", "big-things", "repair-after-crossing"}
        if len(done & repairs) < 2:
            yield "rule 8"
    if name in {"vision-board", "workshop-check", "affection-menu"} and not facts.changes.keys() & {"stay", "own"}:
        yield "rule 9"
    told = [facts.changes[each] for each in ("found-out", "contact-again") if each in facts.changes]
    told = [each for each in told if (each - facts.today).days <= 1]  # a later one is left over from a clock set back
    if told and (facts.today - max(told)).days < TOLD_OVER and not {1, 2} & set(exercise.facts.stage):
        yield "rule 10"


def couple_decided(facts: Facts) -> bool:
    """A step done, or limited contact stated as newest."""
    stated, again = facts.changes.get("contact-limited"), facts.changes.get("contact-again")
    is_stated = stated is not None and (again is None or again < stated or facts.contact_now == "some")
    return is_stated or bool((facts.done.keys() | facts.deeds.keys()) & {"contact-decision", "limited-contact"})
