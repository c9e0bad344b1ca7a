"""Gathers what a plan is made of, from its owner's private space and what is shared. No query of its own (S11)."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple

from glasswork.checkin.evening import Evening, load_evening
from glasswork.checkin.kinds import Alone, Answer, Words
from glasswork.goals.here import SHOWN as GOALS_SHOWN
from glasswork.letters.here import MINE as LETTERS
from glasswork.letters.kinds import Mine as LettersOpened
from glasswork.lib.directions import isolated
from glasswork.lib.evenings import evening_of
from glasswork.plan import known
from glasswork.plan.choosing import Choice, next_choice
from glasswork.plan.course import facts_of, times_of
from glasswork.plan.deeds import deeds_after, with_kept
from glasswork.plan.doors import Doors
from glasswork.plan.facts import Facts
from glasswork.plan.kinds import TOGETHER, Course, Done, HeldReady, Ready
from glasswork.plan.known import Known, known_in, with_known
from glasswork.plan.order import is_heavy
from glasswork.plan.stage import stage_of
from glasswork.programme.exercises import Exercise
from glasswork.programme.feelings import FEELINGS
from glasswork.programme.shelf import SHELF
from glasswork.promises.here import MINE
from glasswork.promises.kinds import Mine
from glasswork.safety.gate import keeps_to_oneself
from glasswork.safety.kinds import TAG as SAFETY
from glasswork.safety.kinds import SafetyAnswer
from glasswork.safety.rules import Standing, standing_after
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Opened
from glasswork.spaces.solo import is_solo_week

SLIP = "plan"
LATE = 21
ALSO, EVER = (TOGETHER,), (SAFETY, *known.OWN)
OURS_EVER, OURS_LATELY = known.EVER, known.LATELY
HEAVY = frozenset(each.id for each in FEELINGS if each.pleasantness <= -2 or each.id in {"numb", "empty", "lost"})


class TodaysStep(NamedTuple):
    """The plan’s one step for today. ``is_open``: both were ready for it. ``is_held``: its owner is."""

    choice: Choice
    is_open: bool = False
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Here:
    """One person's plan on one evening. ``course`` is None until they asked for a plan."""

    evening: Evening
    course: Course | None
    facts: Facts
    asked_on: date | None  # the last private question, whatever was answered
    known: list[Known] = field(default_factory=list)  # what changed without being said here
    deeds: dict[str, Done] = field(default_factory=dict)  # what was done elsewhere, for the course to keep

    @property
    def stage(self) -> int:
        return stage_of(self.facts)

    @property
    def choice(self) -> Choice | None:
        """The one step for today; None before there is a plan, too."""
        return next_choice(self.facts, SHELF.exercises) if self.course else None

    @property
    def step(self) -> TodaysStep | None:
        """What both were ready for tonight comes before what would be suggested."""
        for ready in self.both_ready():
            if ready.day == self.evening.today and ready.exercise in SHELF.exercises and not self._is_over(ready):
                about = SHELF.exercises[ready.exercise].facts
                return TodaysStep(Choice(about.id, about.title, about.minutes, ("",), True, False), is_open=True)
        choice = self.choice
        return TodaysStep(choice, is_held=self.held(choice.exercise) is not None) if choice else None

    def _is_over(self, ready: Ready) -> bool:
        times = self.facts.done.get(ready.exercise)
        is_done = times is not None and times.last >= ready.day
        put_off = self.facts.waits.get(ready.exercise)
        is_declined = ready.exercise in self.facts.declined or self.facts.is_resting
        return is_done or is_declined or (put_off is not None and self.evening.today < put_off)

    def held(self, exercise: str) -> HeldReady | None:
        """One's own “ready”, while it waits."""
        shared = self.evening.shared
        found = self.evening.slip(shared, "ready", shared.me.bytes, exercise) if shared else None
        is_still = isinstance(found, HeldReady) and self.evening.now < found.joinable_until
        return found if is_still else None  # type: ignore[return-value]  # it was just looked at

    def rests_this_week(self, exercise: Exercise) -> bool:
        """A heavy talk, in a week of everybody’s own."""
        return self.facts.is_solo_week and is_heavy(exercise)

    def both_ready(self) -> list[Ready]:
        """Steps for which both were ready in the last days, the newest first."""
        shared = self.evening.shared
        found = [each.value for each in self.evening.entries if shared and each.space == shared.id]
        mine = [each for each in found if isinstance(each, Ready)]
        return list({each.together: each for each in reversed(mine)}.values())


def load_here(spaces: Spaces, now: datetime) -> Here:
    """The evening with the plan in it: the same two queries. Today reads these tags along with its own."""
    evening = load_evening(
        spaces, now, also=ALSO, ever=EVER, ours_ever=OURS_EVER, ours_lately=OURS_LATELY, shown=GOALS_SHOWN
    )
    return here_from(evening)


def here_from(evening: Evening) -> Here:
    found = evening.slip(evening.spaces.private, SLIP)
    course = found if isinstance(found, Course) else None
    standing = _standing(evening)
    shared = evening.shared
    told = facts_of(course or Course(begun_on=evening.today), evening.today)
    entries, doors = _open_to(evening)
    me, name = evening.spaces.private.me, isolated(evening.partner_name)
    news = known_in(entries, me, name, doors.is_closed, role=told.role)
    ours = [each for each in entries if shared and each.space == shared.id]
    deeds = deeds_after(course.deeds if course else {}, ours, me, doors.is_closed)
    facts = replace(
        with_kept(told, evening.slips.values(), lambda moment: evening_of(moment, evening.zone)),
        changes=with_known(told.changes, news),
        deeds=times_of(deeds),
        is_shared=shared is not None,
        shared_on=shared.opened_on if shared else None,
        was_shared=bool(evening.spaces.former),
        is_screened=bool(standing.safe_on or standing.hark_on),
        is_resting=keeps_to_oneself(standing),
        is_solo_week=shared is not None and is_solo_week(shared, evening.today),
        is_heavy=_is_heavy(evening),
        is_late=evening.now.astimezone(evening.zone).hour >= LATE,
    )
    asked = [day for day in (standing.safe_on, standing.hark_on) if day]
    return Here(evening, course, facts, max(asked, default=None), news, deeds)


def _open_to(evening: Evening) -> tuple[list[Opened[Kind]], Doors]:
    """All that was read, and what of it the other told or sent is open: by its reader’s own slips alone (S11)."""
    private = evening.spaces.private
    found = [*evening.past, *evening.entries]
    entries = sorted(found, key=lambda each: (each.space != private.id, each.sequence))
    own, letters = evening.slip(private, MINE), evening.slip(private, LETTERS)
    opened = own if isinstance(own, Mine) else Mine()
    read = letters if isinstance(letters, LettersOpened) else LettersOpened()
    return entries, Doors(evening.shared or private, opened, read, entries)


def _standing(evening: Evening) -> Standing:
    entries = [each for each in evening.entries if isinstance(each.value, SafetyAnswer)]
    return standing_after((each.day, each.value) for each in entries if isinstance(each.value, SafetyAnswer))


def _is_heavy(evening: Evening) -> bool:
    """Whether tonight's own check-in, open or kept, named something heavy. A sealed one is not opened for this."""
    return any(HEAVY & words.feelings.keys() for words in _own_words(evening))


def _own_words(evening: Evening) -> list[Words]:
    mine = [each.value for each in evening.entries if each.author == evening.spaces.private.me]
    kept = [each for each in mine if isinstance(each, Answer | Alone)]
    return [each.words for each in kept if each.evening == evening.today]
