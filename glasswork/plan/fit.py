"""Which exercises suit a person, and where each kind of person may begin. Pure.

Nobody on their own is led to a step that speaks of a partner, and nobody to dating who didn’t say that they want it.
"""

from collections.abc import Mapping

from glasswork.plan.facts import ENDED, Facts
from glasswork.plan.order import is_strictly_for_two
from glasswork.programme.exercises import Exercise

# Seven kinds of person, and who would rather not say. Each begins with these, in this order.
BEGINNINGS: Mapping[str, tuple[str, ...]] = {
    "hurt": ("set-off-map", "support-map", "feelings-map", "not-ready-yet", "breathing"),
    "involved": ("contact-decision", "truth-habit", "support-map", "kept-promises", "ownership"),
    "both": (
        *("time-out", "ground-words", "small-things-list", "date-night"),
        *("feelings-map", "check-in-with-myself", "questions-and-guesses"),
    ),
    "alone": ("check-in-with-myself", "support-map", "thought-record", "guided-journal", "breathing"),
    "left": ("support-map", "guided-journal", "moving-plan", "what-was-and-is", "check-in-with-myself"),
    "dating": ("ready-to-date", "signs-trust-is-low", "dating-lines", "before-and-after-a-date", "set-off-map"),
    "unsure": ("is-it-worth-it", "check-in-with-myself", "support-map", "thought-record", "breathing"),
    "": ("check-in-with-myself", "breathing", "thought-record", "sleep-and-cut-off", "guided-journal"),
}
# What a goal of the intake asks for first.
FOR_GOALS: Mapping[str, tuple[str, ...]] = {
    "calm": ("breathing", "sleep-and-cut-off", "worry-slot", "moving-plan"),
    "talk": ("time-out", "feelings-map", "mirroring", "speaker-listener"),
    "trust": ("truth-habit", "kept-promises", "small-things-list", "signs-trust-is-low"),
    "decide": ("is-it-worth-it", "thought-record", "guided-journal"),
    "life": ("moving-plan", "me-time", "sleep-and-cut-off", "growth-goal"),
    "new-trust": ("ready-to-date", "signs-trust-is-low", "trust-ladder"),
}
FOR_FOCUS: Mapping[str, str] = {"me": "self", "us": "together", "family": "talk"}
FOR_DATING = frozenset("ready-to-date dating-lines before-and-after-a-date".split())
TONIGHT = frozenset("breathing sleep-and-cut-off place-for-anger feelings-map hard-day-review moving-plan".split())


def kind_of(facts: Facts) -> str:
    """The one of ``BEGINNINGS`` that this person is, by what they said last."""
    newest = facts.newest_tie
    is_as_said = not (newest or facts.is_two_again)
    if newest == "met" or (facts.standing == "dating" and is_as_said):
        return "dating"
    is_left = newest == "left" or (facts.standing in ENDED and is_as_said)
    if is_left or (facts.is_over and facts.role != "alone"):
        return "left"
    if facts.standing == "unsure" and not facts.decision:
        return "unsure"
    is_alone_no_more = facts.role == "alone" and facts.is_two_again and not facts.is_over
    return facts.role if facts.role in BEGINNINGS and not is_alone_no_more else ""


def suits(facts: Facts, exercise: Exercise) -> bool:
    """Whether it is written for this person as things are."""
    if facts.is_resting and exercise.is_joint:
        return False
    if exercise.facts.id in FOR_DATING and not (kind_of(facts) == "dating" or "new-trust" in facts.goals):
        return False
    who = set(exercise.facts.who)
    if facts.is_over:
        return "alone" in who or (facts.role in who and not exercise.is_joint)
    if is_strictly_for_two(exercise):
        return facts.is_for_two and not (exercise.facts.id == "forgiveness-talk" and facts.role == "involved")
    if facts.role in {"hurt", "involved"}:
        return facts.role in who
    return {"hurt", "involved"} <= who
