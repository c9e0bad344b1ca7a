"""What must never be suggested, said once more and apart from ``order``: straight from section 1 of the programme.

Pure. It looks at a finished suggestion from outside, and names what is wrong with it.
"""

from collections.abc import Iterator

from glasswork.plan.facts import Facts
from glasswork.programme.exercises import Exercise

TOLD_OVER = 30
TALKS = {"impact-letter", "hard-question-ledger", "outline-timeline", "apology"}
DATING = {"ready-to-date", "dating-lines", "before-and-after-a-date"}
HEARD = {"impact-letter", "their-day", "mirroring", "hard-question-ledger"}


def faults(facts: Facts, exercise: Exercise) -> list[str]:
    """Empty when nothing is wrong."""
    name = exercise.facts.id
    return [f"{fault}: {name}" for fault in (*_doors(facts, exercise), *_order(facts, name), *_late(facts, exercise))]


def _doors(facts: Facts, exercise: Exercise) -> Iterator[str]:
    who, name = exercise.facts.who, exercise.facts.id
    if facts.is_resting and exercise.is_joint:
        yield "a step for two while those rest"
    if who == ("both",) and not facts.is_screened:
        yield "rule 1"
    if who == ("both",) and facts.role == "alone" and facts.newest("left", "back", "met") != "back":
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
    if facts.contact == "yes" and not is_stated and "Contact goes on" in said:
        yield "not while contact goes on"
    if facts.is_heavy and "above 5 out of 10" in said:
        yield "not while upset"


def _order(facts: Facts, name: str) -> Iterator[str]:
    done = facts.done
    couple = facts.is_shared and not facts.is_over
    if couple and "time-out" not in done and name in TALKS:
        yield "rule 2"
    is_undecided = facts.role == "involved" and facts.contact_now != "none" and not couple_decided(facts)
    if is_undecided and name in {"apology", "what-led-to-it", "date-night", "affection-menu"}:
        yield "rule 3"
    if name == "what-led-to-it" and facts.role == "involved" and not {"ownership", "apology"} <= done.keys():
        yield "rule 4"
    if name == "how-we-got-stuck" and not done.keys() & HEARD:
        yield "rule 4"
    if name == "hard-question-ledger" and not done.keys() & {"ground-words", "openness-agreement"}:
        yield "rule 5"


def _late(facts: Facts, exercise: Exercise) -> Iterator[str]:
    name, done = exercise.facts.id, facts.done
    if name == "my-part-in-patterns" and not facts.days >= 42 and facts.since not in {"year", "years"}:
        yield "rule 6"
    if name == "forgiveness-talk" and "amends" not in facts.changes:
        yield "rule 7"
    if name == "forgiving-myself":
        repairs = {"apology", "kept-promises", "accountability-table", "big-things", "repair-after-crossing"}
        if len(done.keys() & repairs) < 2:
            yield "rule 8"
    if name in {"vision-board", "workshop-check", "affection-menu"} and not facts.changes.keys() & {"stay", "own"}:
        yield "rule 9"
    told = [facts.changes[each] for each in ("found-out", "contact-again") if each in facts.changes]
    if told and (facts.today - max(told)).days < TOLD_OVER and not {1, 2} & set(exercise.facts.stage):
        yield "rule 10"


def couple_decided(facts: Facts) -> bool:
    """A step done, or limited contact stated as newest."""
    stated, again = facts.changes.get("contact-limited"), facts.changes.get("contact-again")
    is_stated = stated is not None and (again is None or again < stated or facts.contact_now == "some")
    return is_stated or bool(facts.done.keys() & {"contact-decision", "limited-contact"})
