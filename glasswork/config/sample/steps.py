"""What the sample people put on their plans, aimed at and laid in the jar, through the actions of those rooms."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from glasswork.config.sample.evenings import Everybody
from glasswork.config.sample.people import ZONE, SamplePerson
from glasswork.config.sample.words import Step
from glasswork.goals import actions as goals
from glasswork.goals.forms import Cleaned, CleanStep
from glasswork.goals.goal import Goal
from glasswork.goals.here import find_goal, load_here
from glasswork.lib import clock
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.plan.actions import act_on, keep_intake
from glasswork.plan.questions import WORDS
from glasswork.programme.shelf import SHELF
from glasswork.progress import actions as progress
from glasswork.progress.kinds import Moment
from glasswork.spaces.opening import OpenSpace


class Steps:
    """Remembers which goal each has become, and where it is kept."""

    def __init__(self, everybody: Everybody) -> None:
        self.everybody = everybody
        self.goals: dict[str, tuple[UUID, bool]] = {}
        self.steps: dict[str, UUID] = {}

    def live(self, act: Step, moment: datetime) -> None:
        """``moment`` is aware, and never before that of an earlier act."""
        with clock.at(moment):
            DOES[act.does](self, self.everybody[act.by], act)

    def intake(self, person: SamplePerson, act: Step) -> None:
        answers = {question: list(values) for question, values in act.answers.items()}
        keep_intake(person.spaces.private, {**answers, WORDS: [act.words]}, _today(), once="sample")

    def on_the_plan(self, person: SamplePerson, act: Step) -> None:
        once = f"sample {act.ago}"
        act_on(person.spaces.private, SHELF.exercises[act.exercise], act.does, _today(), once=once)

    def begin(self, person: SamplePerson, act: Step) -> None:
        private, said = person.spaces.private, Cleaned(act.words, act.why, None, "")
        is_ours = act.whose == "both"
        space = person.shared if is_ours else private
        self.goals[act.named] = goals.begin(private, space, said, None, once=act.named), is_ours

    def agree(self, person: SamplePerson, act: Step) -> None:
        goal, space = self._goal(person, act.of)
        table = self._read(person, goal).table
        goals.agree(person.spaces.private, space, goal, table.id if table else None)

    def add(self, person: SamplePerson, act: Step) -> None:
        goal, space = self._goal(person, act.of)
        goals.add_step(person.spaces.private, space, goal, CleanStep(act.words, None), once=act.words)
        self.steps[f"{act.of}/{act.named}"] = next(reversed(self._read(person, goal).steps))

    def stepped(self, person: SamplePerson, act: Step) -> None:
        goal, space = self._goal(person, act.of.partition("/")[0])
        goals.say_of_step(person.spaces.private, space, goal, self.steps[act.of], says="done", on=_today())

    def moment(self, person: SamplePerson, act: Step) -> None:
        progress.share(person.spaces, Moment(sort=act.sort, words=act.words, on=_today()), once="sample")

    def _goal(self, person: SamplePerson, name: str) -> tuple[UUID, OpenSpace]:
        goal, is_ours = self.goals[name]
        return goal, person.shared if is_ours else person.spaces.private

    def _read(self, person: SamplePerson, goal: UUID) -> Goal:
        found = find_goal(load_here(person.spaces, clock.now()), goal)
        if found is None:
            raise LookupError(goal)
        return found.goal


def _today() -> date:
    return evening_of(clock.now(), zone_of(ZONE))


DOES: dict[str, Callable[[Steps, SamplePerson, Step], None]] = {
    "intake": Steps.intake,
    "chosen": Steps.on_the_plan,
    "done": Steps.on_the_plan,
    "goal": Steps.begin,
    "yes": Steps.agree,
    "step": Steps.add,
    "stepped": Steps.stepped,
    "moment": Steps.moment,
}
