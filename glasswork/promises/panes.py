"""A promise as it stands, pure: its last five panes, each with its words, and who may say what next.

Nothing is counted or added up. Two views of one pane stand side by side.
"""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.promises.kinds import Board, Closing, Outcome, Promise, SeenDifferently, Standing, Word
from glasswork.promises.kinds_of_telling import Mended
from glasswork.promises.threads import ROOT, Key, Thread, mending_of
from glasswork.spaces.opening import OpenSpace

MOST_OPEN = 5
SHOWN = 5
MOST_PANES = 100
STAYS = timedelta(days=7)  # how long a promise that has come to rest still stands with the open ones
FADES = timedelta(days=14)  # after its day, when its giver has said nothing more: it rests by itself
SAID = {"kept": "kept", "late": "late, and said so", "not-kept": "not kept", "changed": "we changed it"}
CLOSED = "closed"


class Pane(NamedTuple):
    """``views`` are what each of the two would like to do about a pane they saw differently."""

    number: int
    outcome: Outcome
    word: Word | None
    views: dict[UUID, str]
    is_mended: bool

    @property
    def is_seen_differently(self) -> bool:
        return self.word is not None and not self.word.is_so

    @property
    def label(self) -> str:
        said = SAID[self.outcome.what]
        if self.is_mended:
            return f"{said}, mended"
        return f"{said}; seen differently" if self.is_seen_differently else said

    @property
    def look(self) -> str:
        if self.is_mended:
            return "mended"
        return {"kept": "full", "late": "half", "changed": "light"}.get(self.outcome.what, "outline")


class Standpoint(NamedTuple):
    """One promise for one reader."""

    thread: Thread
    promise: Promise | None
    standing: Standing
    panes: list[Pane]
    today: date

    @property
    def is_mine(self) -> bool:
        return self.thread.is_mine

    @property
    def words(self) -> str:
        """As they are now: since the newest change, or as it was made."""
        if self.panes:
            newest = self.panes[-1].outcome
            return newest.changed_to or newest.promised
        return self.promise.words if self.promise else ""

    @property
    def is_open(self) -> bool:
        return is_open(self.standing, self.today) and self.promise is not None

    @property
    def is_due(self) -> bool:
        return self.is_open and self.standing.until <= self.today

    @property
    def next_pane(self) -> int:
        return self.standing.panes + 1

    @property
    def may_answer(self) -> bool:
        """Its giver, once a day, while it is open."""
        is_said_today = bool(self.panes) and self.panes[-1].outcome.on >= self.today
        return self.is_mine and self.is_open and not is_said_today and self.thread.is_open_for_writing

    @property
    def waits_for_me(self) -> Pane | None:
        """The newest pane of the other's that this reader may say a word on."""
        newest = self.panes[-1] if self.panes else None
        may = newest and not self.is_mine and newest.word is None and self.thread.is_open_for_writing
        return newest if may else None

    def pane(self, number: int) -> Pane | None:
        return next((pane for pane in self.panes if pane.number == number), None)


def is_open(standing: Standing, today: date) -> bool:
    return standing.closed_on is None and today <= standing.until + FADES


def is_shown(standing: Standing, today: date) -> bool:
    return is_open(standing, today) or (standing.closed_on is not None and today <= standing.closed_on + STAYS)


def has_due(board: Board, today: date) -> bool:
    """Whether an open one has its last day today; one whose day has gone by is not held against anybody."""
    return any(is_open(standing, today) and standing.until == today for standing in board.promises.values())


def open_ones(board: Board, today: date) -> list[UUID]:
    return [thread for thread, standing in board.promises.items() if is_open(standing, today)]


def keys_shown(space: OpenSpace, board: Board, today: date) -> list[Key]:
    """What to read of what a board shows: the words it was made with, its last panes, what was said of them."""
    shown = {thread: standing for thread, standing in board.promises.items() if is_shown(standing, today)}
    return [key for thread, standing in shown.items() for key in keys_of_panes(space, thread, standing)]


def keys_of_panes(space: OpenSpace, thread: UUID, standing: Standing, *, most: int = SHOWN) -> list[Key]:
    parts = [ROOT, CLOSED]
    for number in range(max(1, standing.panes - most + 1), standing.panes + 1):
        parts += [f"outcome-{number}", f"word-{number}", f"view-{number}"]
    keys = [(thread, author, part) for part in parts for author in space.members]
    for number in range(max(1, standing.panes - most + 1), standing.panes + 1):
        mending = mending_of(thread, number)
        keys += [(mending, author, part) for part in (ROOT, "mended") for author in space.members]
    return keys


def standpoint(thread: Thread, standing: Standing, threads: dict[UUID, Thread], today: date) -> Standpoint:
    """``threads`` may hold those in which a pane was put right."""
    panes = [
        Pane(
            number=outcome.pane,
            outcome=outcome,
            word=_word(thread, outcome.pane),
            views={author: v.how for author, v in thread.all_said(SeenDifferently) if v.pane == outcome.pane},
            is_mended=is_mended(threads.get(mending_of(thread.id, outcome.pane))),
        )
        for author, outcome in thread.all_said(Outcome)
        if author == thread.opener
    ]
    return Standpoint(thread, thread.root(Promise), standing, panes, today)


def is_mended(told: Thread | None) -> bool:
    """Both have said so; alone, one is enough."""
    if told is None:
        return False
    return {author for author, _ in told.all_said(Mended)} >= set(told.space.members)


def standing_of(thread: Thread, standing: Standing | None) -> Standing | None:
    """As its closing says, or else its giver's board. None when neither does: then its panes must be looked for."""
    promise, closing = thread.root(Promise), thread.said(thread.opener, CLOSED, Closing)
    until = standing.until if standing else promise.until if promise else date.min
    return Standing(closing.panes, until, closed_on=closing.on) if closing else standing


def standing_from_panes(thread: Thread) -> Standing:
    """For a promise that faded, and is on no board any more."""
    promise, outcomes = thread.root(Promise), thread.all_said(Outcome)
    until = promise.until if promise else date.min
    return Standing(len(outcomes), until, closed_on=until)


def _word(thread: Thread, number: int) -> Word | None:
    return next((v for a, v in thread.all_said(Word) if v.pane == number and a != thread.opener), None)
