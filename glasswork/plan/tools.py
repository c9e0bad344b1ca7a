"""The tools on the cards of the five steps, pure. Whoever goes on alone meets none that needs two."""

from collections.abc import Mapping
from typing import NamedTuple

from glasswork.plan.facts import Facts
from glasswork.plan.fit import suits
from glasswork.programme.pages import StepFacts
from glasswork.programme.shelf import SHELF

FROM_THE_STEP = 2


class Tool(NamedTuple):
    """``page`` is a URL name with its one argument, where it has one."""

    label: str
    page: str
    argument: str = ""
    for_two: bool = False
    for_one: bool = False


TOOLS: Mapping[str, tuple[Tool, ...]] = {
    "talk": (Tool("Evening check-in", "check_in"), Tool("Guided talks", "talks", for_two=True)),
    "support": (Tool("Finding help near you", "directory"), Tool("What you wrote", "written")),
    "lines": (
        Tool("Our lines", "lines", for_two=True),
        Tool("My own lines", "own_lines", for_one=True),
        Tool("Lines to begin from", "deck", "lines"),
    ),
    "together": (
        Tool("Ideas for two", "deck", "dates", for_two=True),
        Tool("Talk cards", "deck", "talk", for_two=True),
    ),
    "self": (Tool("Calm", "calm"), Tool("Time for you", "deck", "me-time")),
}
LEADS_ALONE = {
    "talk": "A few minutes with yourself, and words for when you need them.",
    "together": "Small good hours, with anyone you like.",
}


def tools_for(step: str, facts: Facts) -> list[Tool]:
    """What the step always has, and the first of its exercises."""
    always = [tool for tool in TOOLS[step] if not (tool.for_two if facts.is_over else tool.for_one)]
    names = SHELF.steps[step].facts.first
    if facts.is_over:
        others = (each.facts.id for each in SHELF.exercises_of(step))
        names = tuple(name for name in dict.fromkeys((*names, *others)) if suits(facts, SHELF.exercises[name]))
    titles = [(SHELF.exercises[name].facts.title, name) for name in names[:FROM_THE_STEP]]
    return [*always, *(Tool(title, "exercise", name) for title, name in titles)]


def lead_for(step: StepFacts, facts: Facts) -> str:
    return LEADS_ALONE.get(step.id, step.lead) if facts.is_over else step.lead
