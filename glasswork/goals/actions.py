"""What changes a goal. Each act places its entries and the board together, under the lock of the space."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from uuid import UUID

from glasswork.goals.forms import Cleaned, CleanStep
from glasswork.goals.goal import DONE, NOT_NOW, OFF, OPEN, Goal, Stand, brief_of
from glasswork.goals.here import ASIDE, BOARD, fold, growth_slot, part_slot, part_slots
from glasswork.goals.kinds import GROWTH, Aside, Board, Brief, Ended, Grown, Growth, Said, Step, Words, Yes
from glasswork.goals.lines import waits_for_me
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Want, read_entries, read_slip, slot_of
from glasswork.spaces.refused import Refused
from glasswork.spaces.writing import (
    AlreadyWritten,
    Page,
    SpaceClosed,
    drop_slots,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    utc_day,
    withdraw,
    writing,
)

MOST_OPEN, MOST_STEPS, MOST_PARTS, MOST_WAITING, KEPT_ENDED, KEPT_GROWN = 200, 30, 400, 5, 500, 20
NEW_A_DAY, WORDS_A_DAY, GROWN_A_DAY = 5, 5, 1  # of one person, for two: what is taken back counts, too (Z14)
STATES = (DONE, NOT_NOW, OPEN, OFF)
ENDS = ("reached", "let-go", "again")
MANY_OPEN = "Two hundred goals are open. Let one go first, and this one can join them."
MANY_STEPS = "Thirty steps are plenty for one goal. Take one off first. Your words are still here."
MANY_WAITING = "Five goals of yours wait for a yes. Let these grow first, and this one can follow."
MANY_PARTS = "This goal has had many words. Let it go, and begin a new one. Your words are still here."
MANY_NEW = "That’s five new goals today, and five is plenty. Your words are kept here for tomorrow."
MANY_CHANGES = "You’ve changed these words five times today. Talking may help more. Your words are kept here."
GROWN_TODAY = "You have shared a sentence today. Your words are kept here for another day."
OLD_WORDS = "These words have changed since. Here are the newest ones."
RESTS = "This goal is at rest now. Your words are still here, for you to copy."
ONCE_ONLY = "You have shared a sentence from this goal before. One is enough."


@dataclass(slots=True)
class Act:
    """A space under its lock, with its board as it stands now."""

    space: OpenSpace
    page: Page
    board: Board
    touched: dict[UUID, Goal] = field(default_factory=dict)
    growth: tuple[Grown, ...] = ()

    def goal(self, goal: UUID) -> Goal:
        brief = self.board.goals.get(goal)
        if brief is None:
            raise Refused(OLD_WORDS)
        entries = read_entries(Want(self.space, slots=part_slots(self.space, goal, brief.parts)))
        return fold(self.space, goal, brief.parts, entries)

    def place(self, goal: Goal, value: Kind) -> None:
        if goal.parts >= MOST_PARTS and not (isinstance(value, Ended) and value.how != "again"):
            raise Refused(MANY_PARTS)
        entry = prepare(self.space, value, slot=part_slot(self.space, goal.id, goal.parts + 1))
        self.page.place(entry)
        goal.add(entry.id, self.space.me, utc_day(), value)
        self.touched[goal.id] = goal

    def board_after(self) -> Board:
        rest = {goal: brief for goal, brief in self.board.goals.items() if goal not in self.touched}
        goals = rest | {each.id: brief_of(each) for each in self.touched.values() if self._stays(each)}
        return Board(goals=_newest(goals), growth=self.growth[-KEPT_GROWN:])

    def _stays(self, goal: Goal) -> bool:
        """Of two, what was taken back stays visible as that (S7). One's own is simply gone."""
        return self.space.is_shared or goal.stand is not Stand.TAKEN_BACK


@contextmanager
def act_in(private: OpenSpace, space: OpenSpace, *, allows_closed: bool = False) -> Iterator[Act]:
    """Raises SpaceClosed when sharing has stopped, Refused for what is no longer so."""
    with writing(space, allows_closed=allows_closed) as page:
        if page.row.closed_on and not allows_closed:
            raise SpaceClosed
        before = read_slip(space, Board, BOARD) or Board()
        act = Act(space, page, before, growth=before.growth)
        yield act
        if (after := act.board_after()) != before:
            slot = slot_of(space, BOARD)
            drop_slots(space, [slot])  # a slip keeps the owner it began with, so the other's is taken away first
            save_slips([(space, after, slot), *([head_slip(private, space)] if space.is_shared else [])])


def begin(private: OpenSpace, space: OpenSpace, said: Cleaned, step: CleanStep | None, *, once: str) -> UUID:
    """A new goal with its author's words, and a first step if there is one. The same form sent twice begins one."""
    goal_id = _id(private, once, said.words, said.why)
    with act_in(private, space) as act:
        if goal_id in act.board.goals:
            return goal_id
        _check_room(act)
        begun = [each for each in act.board.goals.values() if each.by == space.me and each.begun_on == utc_day()]
        if space.is_shared and len(begun) >= NEW_A_DAY:
            raise Refused(MANY_NEW)
        goal = Goal(goal_id, space.members)
        act.place(goal, _words(goal_id, said))
        if step:
            act.place(goal, Step(goal=goal_id, step=_id(private, once, step.words), words=step.words, day=step.day))
    return goal_id


def reword(private: OpenSpace, space: OpenSpace, goal_id: UUID, said: Cleaned) -> None:
    """Other words. Of two, those that count stay until both have said yes to these."""
    with act_in(private, space) as act:
        goal = act.goal(goal_id)
        newest = goal.versions[-1] if goal.versions else None
        if goal.ended or newest is None:
            raise Refused(OLD_WORDS)
        value = _words(goal_id, said._replace(exercise=newest.words.exercise))
        if newest.words != value:
            today = [each for each in goal.versions if each.author == space.me and each.day == utc_day()]
            if space.is_shared and len(today) >= WORDS_A_DAY:
                raise Refused(MANY_CHANGES)
            act.place(goal, value)
        elif goal.standing.get(space.me) != newest.id:  # the very words that wait for one's yes
            act.place(goal, Yes(goal=goal_id, wording=newest.id))


def agree(private: OpenSpace, space: OpenSpace, goal_id: UUID, wording: UUID | None) -> None:
    """A yes to exactly these words. Raises Refused when they are no longer on the table."""
    with act_in(private, space) as act:
        goal = act.goal(goal_id)
        if goal.in_force and goal.in_force.id == wording and goal.table is None:
            return
        if goal.table is None or goal.table.id != wording:
            raise Refused(OLD_WORDS)
        if goal.standing.get(space.me) != wording:
            act.place(goal, Yes(goal=goal_id, wording=wording))


def add_step(private: OpenSpace, space: OpenSpace, goal_id: UUID, step: CleanStep, *, once: str) -> None:
    with act_in(private, space) as act:
        goal, step_id = act.goal(goal_id), _id(private, once, step.words)
        if goal.ended:
            raise Refused(RESTS)
        if step_id in goal.steps:
            return
        if len(goal.steps) >= MOST_STEPS:
            raise Refused(MANY_STEPS)
        act.place(goal, Step(goal=goal_id, step=step_id, words=step.words, day=step.day))


def reword_step(private: OpenSpace, space: OpenSpace, goal_id: UUID, step_id: UUID, said: CleanStep) -> None:
    """By whoever wrote it."""
    with act_in(private, space) as act:
        goal = act.goal(goal_id)
        if goal.ended:
            raise Refused(RESTS)
        step = goal.steps.get(step_id)
        if step and step.by == space.me and (step.words, step.day) != (said.words, said.day):
            act.place(goal, Step(goal=goal_id, step=step_id, words=said.words, day=said.day))


def say_of_step(private: OpenSpace, space: OpenSpace, goal_id: UUID, step_id: UUID, *, says: str, on: date) -> None:
    """Two devices at once say it once. A step leaves the list by its author alone."""
    with act_in(private, space) as act:
        goal = act.goal(goal_id)
        if goal.ended:
            raise Refused(RESTS)
        step = goal.steps.get(step_id)
        is_allowed = says != OFF or (step is not None and step.by == space.me)
        if step and step.state != says and is_allowed:
            act.place(goal, Said(goal=goal_id, step=step_id, says=says, on=on))


def end(private: OpenSpace, space: OpenSpace, goal_id: UUID, how: str, today: date) -> None:
    """Reached, let go, or taken up again; of two by either, at once and without a reason.

    What never counted is not reached: nobody says so alone.
    """
    with act_in(private, space) as act:
        goal = act.goal(goal_id)
        if how == "reached" and goal.in_force is None:
            raise Refused(OLD_WORDS)
        if how == "again" and goal.ended:
            _check_room(act)
        if (how == "again") == (goal.ended is not None):
            act.place(goal, Ended(goal=goal_id, how=how, on=today))


def take_back(private: OpenSpace, space: OpenSpace, goal_id: UUID, *, only: UUID | None = None) -> None:
    """Own words of it, erased for good; ``only`` those of one entry. Its place in the record stays (S7)."""
    with act_in(private, space, allows_closed=True) as act:
        goal = act.goal(goal_id)
        stands = space.is_shared and goal.stand is Stand.OPEN and not space.is_closed
        if stands and (only is None or (goal.in_force and goal.in_force.id == only)):
            raise Refused(OLD_WORDS)
        for entry in goal.own.get(space.me, []):
            if only is None or entry == only:
                withdraw(space, entry)
        act.touched[goal_id] = act.goal(goal_id)


def share_growth(spaces: Spaces, space: OpenSpace, goal_id: UUID, words: str, today: date) -> None:
    """One sentence about oneself. Raises Refused for a second from the same goal."""
    slot = growth_slot(spaces, space, goal_id)
    with _refusing(ONCE_ONLY), act_in(spaces.private, space) as act:
        if sum(each.by == space.me and each.on == today and each.slot != slot for each in act.growth) >= GROWN_A_DAY:
            raise Refused(GROWN_TODAY)
        act.page.place(prepare(space, Growth(words=words), slot=slot))
        act.growth = (*act.growth, Grown(slot, space.me, today))


def take_growth_back(spaces: Spaces, entry_id: UUID) -> None:
    """Of whichever space it was shared in, also after sharing stopped."""
    for space in spaces.all()[1:]:
        with act_in(spaces.private, space, allows_closed=True) as act:
            found = read_entries(Want(space, tags=(GROWTH,)))  # also those that left the board
            gone = {each.slot for each in found if each.id == entry_id and withdraw(space, entry_id)}
            act.growth = tuple(each for each in act.growth if each.slot not in gone)


def put_away(private: OpenSpace, goal: UUID, *, is_back: bool = False) -> None:
    """Out of one's own sight, or back into it. Nobody else learns of it."""
    before = read_slip(private, Aside, ASIDE) or Aside()
    rest = tuple(each for each in before.away if each != goal)
    after = Aside(away=rest if is_back else (*rest, goal))
    if after != before:
        save_slip(private, after, ASIDE)


@contextmanager
def _refusing(why: str) -> Iterator[None]:
    try:
        yield
    except AlreadyWritten:
        raise Refused(why) from None


def _words(goal: UUID, said: Cleaned) -> Words:
    return Words(goal=goal, words=said.words, why=said.why, day=said.day, exercise=said.exercise)


def _id(private: OpenSpace, once: str, *texts: str) -> UUID:
    """The same form sent twice is one thing; other words in it are another."""
    return UUID(bytes=slot_of(private, "goals-once", once, sha256("\0".join(texts).encode()).digest()))


def _check_room(act: Act) -> None:
    if sum(each.stand in {Stand.OPEN, Stand.TALKED} for each in act.board.goals.values()) >= MOST_OPEN:
        raise Refused(MANY_OPEN)
    if act.space.is_shared and _waiting_of(act) >= MOST_WAITING:
        raise Refused(MANY_WAITING)


def _waiting_of(act: Act) -> int:
    """How many of one's own words wait for the other."""
    return len(waits_for_me(act.board, act.space.other, ()))


def _newest(goals: dict[UUID, Brief]) -> dict[UUID, Brief]:
    """All that are open, and the newest of those that ended: the oldest of them leave the lists, and stay entries."""
    ended = [goal for goal, brief in goals.items() if brief.stand not in {Stand.OPEN, Stand.TALKED}]
    gone = set(ended[: max(len(ended) - KEPT_ENDED, 0)])
    return {goal: brief for goal, brief in goals.items() if goal not in gone}
