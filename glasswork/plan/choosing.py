"""What is next: one step with its reason, or the quiet sentence. Pure and deterministic.

The order rules and the “not when” of each exercise leave things out; what is left is ranked by what its owner said and
did. On equal ground the order of the shelf decides, so the same facts always give the same answer.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from glasswork.plan import reasons
from glasswork.plan.facts import Facts, is_within
from glasswork.plan.fit import BEGINNINGS, FOR_FOCUS, FOR_GOALS, TONIGHT, kind_of, suits
from glasswork.plan.not_when import holding
from glasswork.plan.order import broken_by, is_heavy, is_strictly_for_two
from glasswork.plan.repeats import is_again, is_due
from glasswork.plan.stage import PART_WELL, stage_of
from glasswork.programme.exercises import Exercise

Exercises = Mapping[str, Exercise]
FIRST_PLAN = 3
WEEK = timedelta(days=7)
A_WEEK = {"slow": 1, "steady": 3, "daily": 7, "": 3}
GENTLE = 10
TIME_OUT = "time-out"
REVIEW, REVIEW_AFTER = "ninety-day-review", 28


class Choice(NamedTuple):
    """A step to suggest, its weightiest reason first. ``is_for_two``: it begins when both have tapped ready."""

    exercise: str
    title: str
    minutes: int
    reasons: tuple[str, ...]
    is_for_two: bool
    is_started: bool

    @property
    def reason(self) -> str:
        return self.reasons[0]


class Weight(NamedTuple):
    points: int
    reason: str


def next_choice(facts: Facts, exercises: Exercises) -> Choice | None:
    """Today's one step. None is the quiet sentence: done or put off for today, a full week, or nothing that fits."""
    ranked = ranking(facts, exercises)
    if not ranked or _did_today(facts) or facts.quiet_on == facts.today:
        return None
    best = ranked[0]
    is_own = best.exercise in {*facts.chosen, *facts.started} or is_again(facts, best.exercise)
    is_comfort = facts.is_heavy and best.exercise in TONIGHT
    return best if is_own or is_comfort or not (facts.chosen or _is_full(facts)) else None


def offers(facts: Facts, exercises: Exercises, number: int = FIRST_PLAN) -> list[Choice]:
    """Steps that are not on the plan yet, each from another of the five where there is a choice."""
    others = [each for each in ranking(facts, exercises) if each.exercise not in {*facts.chosen, *facts.started}]
    found: list[Choice] = []
    for each in others:
        if len(found) < number and exercises[each.exercise].facts.step not in _steps(found, exercises):
            found.append(each)
    rest = [each for each in others if each not in found]
    return _varied([*found, *rest[: number - len(found)]])


def _varied(choices: list[Choice]) -> list[Choice]:
    """The same steps, each with a reason of its own where it has more than one."""
    said: set[str] = set()
    found = []
    for each in choices:
        reason = next((one for one in each.reasons if one not in said), each.reason)
        said.add(reason)
        found.append(each._replace(reasons=(reason,)))
    return found


def ranking(facts: Facts, exercises: Exercises) -> list[Choice]:
    """Everything that may be suggested today, the best first."""
    stage = stage_of(facts)
    weighed = [
        (_weights(facts, exercise, stage, exercises), exercise)
        for exercise in exercises.values()
        if is_open(facts, exercise)
    ]
    weighed.sort(key=lambda each: -sum(weight.points for weight in each[0]))
    return [_choice(facts, exercise, weights) for weights, exercise in weighed if weights]


def is_open(facts: Facts, exercise: Exercise) -> bool:
    """Whether it may be suggested at all: for this person, on this day, in this order."""
    name = exercise.facts.id
    return (
        name not in facts.declined
        and not _is_put_off(facts, name)
        and suits(facts, exercise)
        and is_due(facts, exercise)
        and not holding(facts, exercise)
        and not broken_by(facts, exercise)
        and not (facts.is_solo_week and is_heavy(exercise) and is_strictly_for_two(exercise))
        and not (facts.is_hard_time and exercise.facts.minutes > 2 * GENTLE)
        and not (name == REVIEW and facts.days < REVIEW_AFTER)
    )


def _weights(facts: Facts, exercise: Exercise, stage: int, exercises: Exercises) -> list[Weight]:
    """The weightiest first. Empty for what nothing speaks for."""
    found = [*_own(facts, exercise), *_said(facts, exercise), *_follows(facts, exercise, exercises)]
    if (near := _near(exercise, stage)) > 0:
        found.append(Weight(near, reasons.because_of_stage(stage)))
    return sorted(found, key=lambda weight: -weight.points)


def _own(facts: Facts, exercise: Exercise) -> Iterator[Weight]:
    name = exercise.facts.id
    if is_again(facts, name):
        yield Weight(400, reasons.AGAIN)
    if name in facts.started:
        yield Weight(300, reasons.STARTED)
    if facts.is_heavy and name in TONIGHT:
        yield Weight(250, reasons.HEAVY)
    if name in facts.chosen:
        yield Weight(200, reasons.REGULAR if name in facts.done else reasons.CHOSEN)
    if facts.is_hard_time and exercise.facts.minutes <= GENTLE:
        yield Weight(90, reasons.HARD_TIME)


def _said(facts: Facts, exercise: Exercise) -> Iterator[Weight]:
    """What the answers of the intake ask for."""
    name, kind = exercise.facts.id, kind_of(facts)
    if name == "contact-decision" and not facts.is_contact_settled:
        yield Weight(80, reasons.CONTACT)
    if name == "sleep-and-cut-off" and facts.sleep in {"broken", "hardly"}:
        yield Weight(60 if facts.sleep == "hardly" else 25, reasons.SLEEP)
    if name == "support-map" and facts.support == "nobody":
        yield Weight(50, reasons.SUPPORT)
    if name == "find-a-therapist" and facts.therapist == "looking" and "therapist" not in facts.changes:
        yield Weight(55, reasons.THERAPIST)
    if name in BEGINNINGS[kind]:
        place = BEGINNINGS[kind].index(name)
        yield Weight(45 - 5 * place, reasons.BEGIN[kind][place > 0])
    for goal in sorted(facts.goals & FOR_GOALS.keys()):
        if name in FOR_GOALS[goal]:
            yield Weight(32 - 6 * FOR_GOALS[goal].index(name), reasons.GOALS[goal])
    if exercise.facts.step == FOR_FOCUS.get(facts.focus):
        yield Weight(4, reasons.FOCUS[facts.focus])


def _follows(facts: Facts, exercise: Exercise, exercises: Exercises) -> Iterator[Weight]:
    """What was done leads on, the newest first."""
    is_kept = TIME_OUT in facts.deeds
    befores = [
        (times.last, name)
        for each in (facts.done, facts.deeds)
        for name, times in each.items()
        if name in exercises and exercise.facts.id in exercises[name].facts.next
    ]
    if befores:
        newest = max(befores)[1]
        is_return = is_kept and newest == TIME_OUT
        yield Weight(20, reasons.TIME_OUTS if is_return else reasons.because_of(exercises[newest].facts.title))
    elif is_kept and facts.is_for_two and is_heavy(exercise):
        yield Weight(10, reasons.TIME_OUTS)


def _near(exercise: Exercise, stage: int) -> int:
    """Points for an exercise whose stages lie near this one."""
    if stage == PART_WELL:
        return 40 if exercise.facts.id == "parting-well" else 6 if exercise.facts.step == "self" else 0
    away = min(abs(stage - each) for each in exercise.facts.stage)
    few = 5 - len(exercise.facts.stage)
    return 8 + few if away == 0 else 0


def _choice(facts: Facts, exercise: Exercise, weights: list[Weight]) -> Choice:
    about = exercise.facts
    is_for_two = is_strictly_for_two(exercise)
    why = tuple(weight.reason for weight in weights)
    return Choice(about.id, about.title, about.minutes, why, is_for_two, about.id in facts.started)


def _is_put_off(facts: Facts, name: str) -> bool:
    until = facts.waits.get(name)
    return until is not None and facts.today < until


def _did_today(facts: Facts) -> bool:
    return any(times.last == facts.today for times in facts.done.values())


def _is_full(facts: Facts) -> bool:
    """Whether the week has as many steps as its owner wished for."""
    lately = sum(is_within(times.last, facts.today, WEEK) for times in facts.done.values())
    return lately >= A_WEEK.get(facts.pace, A_WEEK[""])


def _steps(found: list[Choice], exercises: Exercises) -> set[str]:
    return {exercises[each.exercise].facts.step for each in found}
