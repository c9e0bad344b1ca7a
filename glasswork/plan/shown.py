"""What the plan shows of one's own steps: those on it, those on offer, and one line on what has changed."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from glasswork.goals.here import ASIDE, BOARD
from glasswork.goals.kinds import Aside, Board
from glasswork.goals.lines import nearest
from glasswork.goals.starters import starters_for
from glasswork.lib.directions import isolated
from glasswork.plan import reasons
from glasswork.plan.choosing import FIRST_PLAN, Choice, offers, ranking
from glasswork.plan.facts import CONTACT_SAID, is_within
from glasswork.plan.here import Here
from glasswork.plan.known import newest_line
from glasswork.programme.shelf import SHELF

LATELY = timedelta(days=4)
GOALS = 2
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
    if course.newest_change in course.changes and not _is_overruled(here, course.newest_change):
        lines.append((course.changes[course.newest_change], reasons.what_changed(course.newest_change)))
    if news := newest_line(here.known, here.evening.today, LATELY):
        lines.append(news)
    if here.evening.shared and (opened := here.evening.shared.opened_on):
        lines.append((opened, f"You share with {isolated(here.evening.partner_name)} now. Your plan has room for two."))
    elif closed := max((each.closed_on for each in here.evening.spaces.former if each.closed_on), default=None):
        lines.append((closed, "Sharing has stopped. Your plan is for you alone now, and what you did stays yours."))
    if here.asked_on and here.asked_on > course.begun_on:
        lines.append((here.asked_on, LOOKED_THROUGH))
    recent = [each for each in lines if is_within(each[0], here.evening.today, LATELY)]
    if recent:
        return max(recent, key=lambda each: each[0])[1]
    return reasons.OWN_WEEK if here.facts.is_solo_week else ""


def _is_overruled(here: Here, what: str) -> bool:
    """One’s own word on contact, where a statement came after it: the line must not say what the plan doesn’t do."""
    return what in CONTACT_SAID and here.facts.contact_said != what


def goals_of(here: Here) -> dict[str, Any]:
    """One’s own goals and those of two, the nearest of each; and goals to begin from, by what the intake was told."""
    evening = here.evening
    private, shared, today = evening.spaces.private, evening.shared, evening.today
    mine, aside = evening.slip(private, BOARD), evening.slip(private, ASIDE)
    ours = evening.slip(shared, BOARD) if shared else None
    away = aside.away if isinstance(aside, Aside) else ()
    return {
        "my_goals": nearest(mine, today, GOALS) if isinstance(mine, Board) else [],
        "our_goals": nearest(ours, today, GOALS, away) if isinstance(ours, Board) else [],
        "my_starters": starters_for(here.facts.goals, is_ours=False),
        "our_starters": starters_for(here.facts.goals, is_ours=True),
        "has_ours": shared is not None and not here.facts.is_resting,
    }
