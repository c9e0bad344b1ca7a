"""Made-up people: who they are, what they answer, and how they take what the plan suggests. Chance has a seed."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from glasswork.plan.course import facts_of, go_on
from glasswork.plan.facts import CONTACT_SAID, Facts, Times, newest_of, settles
from glasswork.plan.kinds import Act, Changed, Course, Intake
from glasswork.plan.questions import QUESTIONS, asked
from glasswork.programme.exercises import Exercise

ROLES = ("hurt", "involved", "both", "alone", "private", "")
FIRST_DAY = date(2026, 1, 5)
EVERY_FIFTH = 5
ACTS = ("done", "done", "done", "started", "chosen", "later", "not-today", "declined", "swapped", "let-go")


@dataclass
class Someone:
    """One person with what only they can see: their course, and whether steps for two rest for them."""

    name: str
    chance: Random
    role: str
    course: Course = field(default_factory=lambda: Course(begun_on=FIRST_DAY))
    is_screened: bool = False
    is_resting: bool = False
    is_heavy: bool = False

    def answer(self, day: date, **given: str) -> None:
        """An intake, some of it skipped."""
        answers = {name: self._some(name) for name in QUESTIONS if self.chance.random() < 0.7}
        answers |= {"role": [self.role] if self.role else []} | {name: [value] for name, value in given.items()}
        self.course = go_on(self.course, Intake(asked=asked(answers)), day)

    def act(self, exercise: Exercise, act: str, day: date) -> None:
        about = exercise.facts
        until = day + timedelta(days=30) if act == "done" and self.chance.random() < 0.1 else None
        value = Act(act=act, exercise=about.id, exercise_version=about.version, title=about.title, day=day, until=until)
        self.course = go_on(self.course, value, day)

    def say(self, what: str, day: date) -> None:
        self.course = go_on(self.course, Changed(what=what, label=what, day=day), day)

    def screen(self, *, is_resting: bool) -> None:
        self.is_screened, self.is_resting = True, is_resting

    def _some(self, name: str) -> list[str]:
        values = [value for value, _ in QUESTIONS[name].options]
        return self.chance.sample(values, 2 if QUESTIONS[name].many else 1)


class Told(NamedTuple):
    """Something behind a door: its teller knows at once, the other from the day they open it, or never."""

    what: str
    on: date
    teller: Someone
    opened_on: date | None


class Said(NamedTuple):
    """Said to both by one of them."""

    what: str
    on: date
    by: Someone


@dataclass
class Household:
    """One person, or two who may come to share and to part. What is shared is the same for both."""

    people: list[Someone]
    joins_in: int | None = None  # weeks
    leaves_in: int | None = None
    known: list[Said] = field(default_factory=list)  # what both know has changed, in the order of saying
    told: list[Told] = field(default_factory=list)
    deeds: list[tuple[str, date, str]] = field(default_factory=list)  # with whom it counts for; empty for both

    def is_shared(self, week: int) -> bool:
        has_joined = self.joins_in is not None and week >= self.joins_in
        return has_joined and not self.was_shared(week)

    def was_shared(self, week: int) -> bool:
        return self.leaves_in is not None and week >= self.leaves_in

    def known_to(self, someone: Someone, day: date) -> dict[str, date]:
        """What is said last stands last. Of the involved, their own statements on contact alone."""
        role = facts_of(someone.course, day).role
        known: dict[str, date] = {}
        for what, on, by in self.known:
            if what not in CONTACT_SAID or settles(role, is_mine=by is someone):
                known.pop(what, None)
                known[what] = on
        return newest_of({each.what: each.on for each in self.told if _is_open(each, someone, day)}, known)

    def own_words(self, someone: Someone) -> list[tuple[str, date]]:
        """All that this person said of contact and the like, oldest first, in their own space or to both."""
        own = [(what, on) for what, on, by in self.known if by is someone]
        return sorted([*someone.course.changes.items(), *own], key=lambda each: each[1])

    def facts(self, someone: Someone, week: int, day: date) -> Facts:
        """Of one person, from their own course and what is shared: nothing of the other is within reach."""
        own = facts_of(someone.course, day)
        return replace(
            own,
            deeds={what: Times(1, on, on) for what, on, by in self.deeds if by in {"", someone.name}},
            changes=newest_of(own.changes, self.known_to(someone, day)),
            is_shared=self.is_shared(week),
            shared_on=FIRST_DAY + timedelta(weeks=self.joins_in or 0) if self.is_shared(week) else None,
            was_shared=self.was_shared(week),
            is_screened=someone.is_screened,
            is_resting=someone.is_resting,
            is_solo_week=self.is_shared(week) and week % EVERY_FIFTH == 0,
            is_heavy=someone.is_heavy,
            is_late=False,
        )


def _is_open(told: Told, someone: Someone, day: date) -> bool:
    return told.teller is someone or (told.opened_on is not None and told.opened_on <= day)


def make_households(people: int, seed: int) -> list[Household]:
    """About two thirds of the people live in a household of two."""
    chance = Random(seed)  # noqa: S311 - made-up people, no secret
    made: list[Household] = []
    count = 0
    while count < people:
        is_two = chance.random() < 0.5 and people - count > 1
        made.append(_two(chance, count) if is_two else Household([_someone(chance, count, chance.choice(ROLES))]))
        count += 2 if is_two else 1
    return made


def _two(chance: Random, number: int) -> Household:
    roles = chance.choice((("hurt", "involved"), ("both", "both"), ("hurt", ""), ("private", "involved")))
    people = [_someone(chance, number + place, role) for place, role in enumerate(roles)]
    joins = chance.choice((0, 0, 1, 3, 8))
    leaves = chance.choice((None, None, joins + 4, joins + 12))
    return Household(people, joins, leaves)


def _someone(chance: Random, number: int, role: str) -> Someone:
    return Someone(f"person {number + 1}", Random(chance.random()), role)  # noqa: S311 - as above
