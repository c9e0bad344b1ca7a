"""The ten order rules of the programme (section 1), each as what would break it. Pure.

They order what the plan suggests. They lock nothing: every page opens at any time, but for the stop rules (safety).
"""

from collections.abc import Callable
from typing import NamedTuple

from glasswork.plan.facts import SCOPE_SAID, Facts
from glasswork.plan.not_when import REPAIRS
from glasswork.plan.stage import stage_of
from glasswork.programme.exercises import Exercise

# Talks in which impact or what happened is told. They rest in solo weeks.
HEAVY_TALKS = frozenset(
    "impact-letter hard-question-ledger outline-timeline their-day apology what-led-to-it how-we-got-stuck "
    "forgiveness-talk".split()
)
AMENDS_MEANING_DATES = frozenset(
    "apology accountability-table what-led-to-it how-we-got-stuck chain-of-choices walls-and-windows date-night "
    "our-firsts affection-menu before-and-after-a-date".split()
)
EXPLANATIONS = frozenset("what-led-to-it how-we-got-stuck".split())
IMPACT = ("impact-letter", "their-day", "mirroring", "hard-question-ledger")
QUESTIONS = frozenset("hard-question-ledger outline-timeline".split())
SCOPE = ("ground-words", "openness-agreement", SCOPE_SAID)
OWN_PATTERNS = frozenset({"my-part-in-patterns"})
FORGIVING = frozenset("five-forgiveness-sittings forgiveness-talk".split())
FORGIVING_MYSELF = frozenset({"forgiving-myself"})
AFTER_CHOOSING = frozenset("vision-board workshop-check affection-menu shared-goals plan-for-hard-times".split())
EARLY = 2
THIRD = 3


class Rule(NamedTuple):
    """``breaks`` says whether suggesting this exercise to this person would break the rule."""

    number: int
    words: str
    breaks: Callable[[Facts, Exercise], bool]


def broken_by(facts: Facts, exercise: Exercise) -> int:
    """The number of the first rule that a suggestion would break, 0 for none."""
    return next((rule.number for rule in RULES if rule.breaks(facts, exercise)), 0)


def is_strictly_for_two(exercise: Exercise) -> bool:
    return set(exercise.facts.who) == {"both"}


def is_heavy(exercise: Exercise) -> bool:
    return exercise.facts.id in HEAVY_TALKS


def _screen(facts: Facts, exercise: Exercise) -> bool:
    return is_strictly_for_two(exercise) and not facts.is_screened


def _time_out(facts: Facts, exercise: Exercise) -> bool:
    return facts.is_for_two and is_heavy(exercise) and not facts.did("time-out")


def _contact(facts: Facts, exercise: Exercise) -> bool:
    return exercise.facts.id in AMENDS_MEANING_DATES and not facts.is_contact_settled


def _impact(facts: Facts, exercise: Exercise) -> bool:
    if exercise.facts.id not in EXPLANATIONS:
        return False
    if facts.role == "involved" and not (facts.did("ownership") and facts.did("apology")):
        return True
    return not facts.did(*IMPACT)


def _scope(facts: Facts, exercise: Exercise) -> bool:
    return exercise.facts.id in QUESTIONS and not facts.did(*SCOPE)


def _patterns(facts: Facts, exercise: Exercise) -> bool:
    return exercise.facts.id in OWN_PATTERNS and stage_of(facts) != THIRD


def _amends(facts: Facts, exercise: Exercise) -> bool:
    return exercise.facts.id in FORGIVING and not (facts.is_over or facts.has_amends)


def _repair(facts: Facts, exercise: Exercise) -> bool:
    return exercise.facts.id in FORGIVING_MYSELF and sum(facts.did(name) for name in REPAIRS) < 2


def _decision(facts: Facts, exercise: Exercise) -> bool:
    if exercise.facts.id == "parting-well":
        return not (facts.decision == "part" or facts.is_over)
    return exercise.facts.id in AFTER_CHOOSING and facts.decision not in {"stay", "own"}


def _reset(facts: Facts, exercise: Exercise) -> bool:
    return facts.reset_on is not None and min(exercise.facts.stage) > EARLY


RULES = (
    Rule(1, "A private screen comes before steps for two", _screen),
    Rule(2, "A kept time-out comes before talks of impact and of what happened", _time_out),
    Rule(3, "A decision on contact comes before apology, meaning and dates", _contact),
    Rule(4, "Impact comes before explanation", _impact),
    Rule(5, "What may be asked is agreed before hard questions", _scope),
    Rule(6, "One’s own part in patterns waits for the third stage", _patterns),
    Rule(7, "Amends come before forgiveness", _amends),
    Rule(8, "Acts of repair come before forgiving oneself", _repair),
    Rule(9, "A decision comes before pictures of the future, workshops and closeness", _decision),
    Rule(10, "A new discovery or hidden contact leads back to the first two stages", _reset),
)
