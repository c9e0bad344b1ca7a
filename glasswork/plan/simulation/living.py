"""Weeks of life with a plan: suggestions taken, put off and done out of order, and everything that may change."""

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from glasswork.plan.changes import CHANGES
from glasswork.plan.choosing import Choice, next_choice, offers, ranking
from glasswork.plan.facts import Facts
from glasswork.plan.fit import kind_of
from glasswork.plan.reasons import QUIET
from glasswork.plan.simulation.oracle import contact_faults, faults, reason_faults
from glasswork.plan.simulation.people import ACTS, FIRST_DAY, Household, Said, Someone, Told, make_households
from glasswork.programme.shelf import SHELF

ALL = SHELF.exercises
DAYS, SUNDAY = 7, 6
WEEK = timedelta(days=7)
DONE_TOGETHER = ("time-out", "scope-said", "mirroring", "their-day", "a-talk-that-was-removed")
DONE_BY_ONE = ("apology", "apology-read", "repair-seen", "kept-promises", "repair-after-crossing")
SAID = ("contact-ended", "contact-limited", "contact-again", "part")
BEHIND_A_DOOR = ("found-out", "told-same-day")
MOST_DAYS_CLOSED = 20
QUESTION, ONE, OTHER = "sleep", "well", "hardly"
LIVES = ((ONE, "told-same-day"), (OTHER, "found-out"))  # an answer, and what is told


@dataclass
class Report:
    """``wrong`` has one line for each fault, dead end and leak; it should be empty. ``kinds`` counts evenings."""

    people: int
    weeks: int
    evenings: int = 0
    suggested: int = 0
    quiet: int = 0
    together: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    exercises: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(self.kinds.items()))
        lived = f"{self.people} people, {self.weeks} weeks, {self.evenings} evenings"
        return [
            f"{lived}: {self.suggested} with a step, {self.quiet} quiet ones.",
            f"{len(self.exercises)} different steps, {self.together} begun by two together.",
            f"Evenings by kind of person: {kinds}.",
            f"{len(self.wrong)} things went wrong." if self.wrong else "Nothing went wrong.",
        ]


def simulate(people: int, weeks: int, seed: int = 1) -> Report:
    report = Report(people, weeks)
    for household in make_households(people, seed):
        if len(household.people) == 2:
            _compare(household, weeks, report)
        _begin(household)
        for week in range(weeks):
            _live_a_week(household, week, report)
    return report


def _begin(household: Household) -> None:
    for someone in household.people:
        if len(household.people) == 2 and someone.chance.random() < 0.9:
            alone = {"role": "alone"} if someone.chance.random() < 0.1 else {}
            standing = someone.chance.choice(("together", "together", "together", "unsure", "left"))
            someone.answer(FIRST_DAY, standing=standing, **alone)
        elif someone.chance.random() < 0.9:
            someone.answer(FIRST_DAY)
        if someone.role not in {"alone", ""} or household.joins_in is not None:
            someone.screen(is_resting=someone.chance.random() < 0.1)


def _live_a_week(household: Household, week: int, report: Report) -> None:
    for someone in household.people:
        _change(someone, FIRST_DAY + timedelta(weeks=week))
    if household.is_shared(week):
        _tell(household, FIRST_DAY + timedelta(weeks=week))
    for number in range(DAYS):
        day = FIRST_DAY + timedelta(weeks=week, days=number)
        here = [each for each in household.people if each.chance.random() < 0.6]  # days, and whole weeks, are missed
        ready = [(someone, _evening(household, someone, week, day, report)) for someone in here]
        if len(here) == 2 and household.is_shared(week):
            _begin_together(household, ready, week, day, report)


def _begin_together(
    household: Household, ready: list[tuple[Someone, Choice | None]], week: int, day: date, report: Report
) -> None:
    """One is ready for what was suggested to them. The other may be so too, if their own plan has it."""
    for (_, choice), (other, _) in (ready, ready[::-1]):
        if choice is None or other.chance.random() < 0.4:
            continue
        others = ranking(household.facts(other, week, day), ALL)
        if choice.exercise in {each.exercise for each in others}:
            report.together += 1
            for someone in household.people:
                someone.act(ALL[choice.exercise], "done", day)
            return


def _evening(household: Household, someone: Someone, week: int, day: date, report: Report) -> Choice | None:
    """What this person is shown, whether it is right, and what they make of it. Returns what they are ready for."""
    someone.is_heavy = someone.chance.random() < 0.2
    facts = household.facts(someone, week, day)
    choice = next_choice(facts, ALL)
    report.evenings += 1
    report.kinds[kind_of(facts) or "rather not say"] += 1
    report.wrong += [f"{someone.name}, {day}: {fault}" for fault in contact_faults(facts, household.own_words(someone))]
    _look(someone, facts, choice, report)
    if someone.chance.random() < 0.05:  # any page is open: somebody goes their own way
        someone.act(ALL[someone.chance.choice(list(ALL))], "done", day)
    if choice is None:
        return None
    if choice.is_for_two and household.is_shared(week):
        return choice if someone.chance.random() < 0.7 else None
    someone.act(ALL[choice.exercise], someone.chance.choice(ACTS), day)
    return None


def _look(someone: Someone, facts: Facts, choice: Choice | None, report: Report) -> None:
    seen = [*(offers(facts, ALL) if facts.today.weekday() == SUNDAY else []), *([choice] if choice else [])]
    for each in seen:
        report.wrong += [f"{someone.name}, {facts.today}: {fault}" for fault in faults(facts, ALL[each.exercise])]
        report.wrong += [f"{someone.name}, {facts.today}: {fault}" for fault in reason_faults(facts, each.reasons)]
    if choice:
        report.suggested += 1
        report.exercises[choice.exercise] += 1
        return
    report.quiet += bool(QUIET)
    is_idle = not any(facts.today - times.last < WEEK for times in facts.done.values())
    if is_idle and not ranking(replace(facts, declined=frozenset(), waits={}), ALL):  # not for having said no
        report.wrong.append(f"{someone.name}, {facts.today}: a dead end")


def _change(someone: Someone, day: date) -> None:
    chance = someone.chance
    if chance.random() < 0.06:
        someone.say(chance.choice(list(CHANGES)), day)
    if chance.random() < 0.03:
        someone.answer(day)
    if chance.random() < 0.03:
        someone.screen(is_resting=not someone.is_resting)


def _tell(household: Household, day: date) -> None:
    """One of two says something that both know: contact, a choice to part. What is told waits behind its door."""
    chance = household.people[0].chance
    if chance.random() < 0.05:
        household.known.append(Said(chance.choice(SAID), day, chance.choice(household.people)))
    if chance.random() < 0.1:
        household.deeds.append((chance.choice(DONE_TOGETHER), day, ""))
    if chance.random() < 0.05:
        household.deeds.append((chance.choice(DONE_BY_ONE), day, chance.choice(household.people).name))
    if chance.random() < 0.03:
        days = chance.choice((0, chance.randrange(MOST_DAYS_CLOSED), None))
        opened_on = None if days is None else day + timedelta(days=days)
        household.told.append(Told(chance.choice(BEHIND_A_DOOR), day, chance.choice(household.people), opened_on))


def _compare(household: Household, weeks: int, report: Report) -> None:
    """Two lives that differ in one private answer of the first person, and in what stands behind a door of theirs.

    The second must be shown the same.
    """
    lives = [_shown_to_the_second(deepcopy(household), weeks, *each) for each in LIVES]
    if lives[0] != lives[1]:
        report.wrong.append(f"{household.people[0].name}: what is private, or behind a door, reached the other")


def _shown_to_the_second(household: Household, weeks: int, answer: str, told: str) -> list[object]:
    """Both take every suggestion of the first life alike: the first person’s acts are drawn beforehand."""
    one, two = household.people
    household.told.append(Told(told, FIRST_DAY, one, None))
    for someone in household.people:
        someone.screen(is_resting=someone is one and answer == OTHER)
    one.answer(FIRST_DAY, **{QUESTION: answer})
    two.answer(FIRST_DAY)
    shown: list[object] = []
    for week in range(weeks):
        for number in range(DAYS):
            day = FIRST_DAY + timedelta(weeks=week, days=number)
            one.act(ALL[one.chance.choice(list(ALL))], one.chance.choice(ACTS), day)
            facts = household.facts(two, week, day)
            choice = next_choice(facts, ALL)
            shown += [choice, offers(facts, ALL)]
            if choice:
                two.act(ALL[choice.exercise], two.chance.choice(ACTS), day)
    return shown
