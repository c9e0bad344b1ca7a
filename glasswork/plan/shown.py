"""What the plan shows of one's own steps: those on it, those on offer, and one line on what has changed."""

from datetime import date, timedelta
from typing import NamedTuple

from glasswork.lib.directions import isolated
from glasswork.plan import reasons
from glasswork.plan.choosing import FIRST_PLAN, Choice, offers, ranking
from glasswork.plan.here import Here
from glasswork.programme.shelf import SHELF

LATELY = timedelta(days=3)
LOOKED_THROUGH = "Your plan has been looked through again. Everything stays open."


class Mine(NamedTuple):
    """A step on the plan. ``where`` is one of the five, empty for a step that was removed from the programme."""

    exercise: str
    title: str
    where: str
    is_started: bool


class Offer(NamedTuple):
    """A step on offer: its reason, and the first sentence on why people do it."""

    choice: Choice
    why: str


def shown(here: Here) -> list[Mine]:
    """In the order in which they were put on the plan; the title is today’s, where there still is one."""
    chosen = here.course.chosen if here.course else {}
    return [
        Mine(
            name,
            SHELF.exercises[name].facts.title if name in SHELF.exercises else title,
            SHELF.exercises[name].facts.step if name in SHELF.exercises else "",
            name in here.facts.started,
        )
        for name, title in chosen.items()
    ]


def offered(here: Here) -> list[Offer]:
    """As many as the plan still has room for."""
    if here.course is None:
        return []
    room = FIRST_PLAN - len(here.course.chosen)
    choices = offers(here.facts, SHELF.exercises, room) if room > 0 else []
    return [Offer(choice, _first_sentence(SHELF.exercises[choice.exercise].facts.why)) for choice in choices]


def _first_sentence(text: str) -> str:
    return f"{text.partition('. ')[0].removesuffix('.')}."


def reason_for(here: Here, name: str) -> str:
    """Empty where nothing speaks for it today."""
    return next((each.reason for each in ranking(here.facts, SHELF.exercises) if each.exercise == name), "")


def line_on_changes(here: Here) -> str:
    """What has changed in the last days and changed the plan: one line, the newest; empty for nothing.

    A safety answer is never named, and any answer to it has the same line: an unlocked phone must not tell (Z14).
    """
    course = here.course
    if course is None:
        return ""
    lines: list[tuple[date, str]] = []
    if course.newest_change in course.changes:
        lines.append((course.changes[course.newest_change], reasons.what_changed(course.newest_change)))
    if here.evening.shared and (opened := here.evening.shared.opened_on):
        lines.append((opened, f"You share with {isolated(here.evening.partner_name)} now. Your plan has room for two."))
    elif closed := max((each.closed_on for each in here.evening.spaces.former if each.closed_on), default=None):
        lines.append((closed, "Sharing has stopped. Your plan is for you alone now, and what you did stays yours."))
    if here.asked_on and here.asked_on > course.begun_on:
        lines.append((here.asked_on, LOOKED_THROUGH))
    recent = [each for each in lines if here.evening.today - each[0] <= LATELY]
    if recent:
        return max(recent, key=lambda each: each[0])[1]
    return reasons.OWN_WEEK if here.facts.is_solo_week else ""
