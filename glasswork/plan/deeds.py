"""What was done elsewhere than in the plan, so that it never asks for what is done. Pure (S11).

An exercise that was kept counts as done on its day. What both know, or its reader has opened, counts for the order:
a return from a time-out, a talk that came to its end, a scope, a letter, a kept promise, a repair that was answered.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from glasswork.exercises.kinds import Draft
from glasswork.letters.kinds import Letter
from glasswork.letters.sorts import APOLOGY, SORTS
from glasswork.plan.choosing import TIME_OUT
from glasswork.plan.facts import APOLOGY_READ, REPAIR_SEEN, SCOPE_SAID, Facts, Times
from glasswork.plan.kinds import Done
from glasswork.plan.order import IMPACT
from glasswork.promises.kinds import Outcome, Word
from glasswork.promises.kinds_of_telling import RepairAnswer
from glasswork.questions.kinds_of_words import Scope
from glasswork.questions.scopes import NOTHING
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened
from glasswork.talks.kinds import Back, Held

KEPT_TO = {"kept", "late", "changed"}  # told in time, or late and said so


def deeds_after(
    before: Mapping[str, Done], entries: Iterable[Opened[Kind]], me: UUID, is_closed: Callable[[Opened[Kind]], bool]
) -> dict[str, Done]:
    """Each day counts once, and only one later than those that count already: the same entries may come again."""
    deeds = dict(before)
    named = [(each.day, _deed(each, is_mine=each.author == me)) for each in entries if not is_closed(each)]
    for day, name in sorted(each for each in named if each[1]):
        old = deeds.get(name)
        if old is None or day > old.last:
            deeds[name] = Done(old.number + 1, old.first, day) if old else Done(1, day, day)
    return deeds


def with_kept(facts: Facts, slips: Iterable[Kind], evening_of: Callable[[datetime], date]) -> Facts:
    """With the exercises that their owner kept. One of them is no longer begun, and was looked at again."""
    kept = {
        each.exercise: Times(each.kept.number, evening_of(each.kept.first), evening_of(each.kept.last))
        for each in slips
        if isinstance(each, Draft) and each.kept
    }
    since = {name: times.last for name, times in kept.items()}
    return replace(
        facts,
        done={**facts.done, **{name: times.with_(facts.done.get(name)) for name, times in kept.items()}},
        started={name: day for name, day in facts.started.items() if name not in since or since[name] < day},
        again={name: day for name, day in facts.again.items() if name not in since or since[name] < day},
    )


def _deed(entry: Opened[Kind], *, is_mine: bool) -> str:
    """The exercise that it is as good as, or what the order asks for; empty for anything else."""
    found = ""
    match entry.value:
        case Back(is_kept=True):
            found = TIME_OUT
        case Held(is_finished=True, flow=flow):
            found = flow
        case Scope(size=size) if size != NOTHING:
            found = SCOPE_SAID
        case Letter(sort=sort) if sort in SORTS:
            found = _letter(SORTS[sort].guide, is_mine=is_mine)
        case Outcome(what=what) if is_mine and what in KEPT_TO:
            found = "kept-promises"
        case RepairAnswer() if not is_mine:
            found = "repair-after-crossing"
        case RepairAnswer(says="helps") | Word(is_so=True) if is_mine:
            found = REPAIR_SEEN
    return found


def _letter(guide: str, *, is_mine: bool) -> str:
    """What hurt is heard by whoever reads it; owning and being sorry are deeds of whoever writes."""
    if is_mine or guide in IMPACT:
        return guide
    return APOLOGY_READ if guide == APOLOGY.guide else ""
