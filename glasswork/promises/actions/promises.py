"""Making a promise, saying what became of it, and the other's word."""

from datetime import date, timedelta
from uuid import UUID

from msgspec.structs import replace

from glasswork.promises.actions.writing import Act, act_in, begin
from glasswork.promises.here import Here
from glasswork.promises.kinds import TAG, Board, Closing, Outcome, Promise, SeenDifferently, Standing, Word
from glasswork.promises.panes import CLOSED, MOST_OPEN, MOST_PANES, Standpoint, is_shown, open_ones
from glasswork.promises.threads import Thread
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.refused import MovedOn, Refused
from glasswork.spaces.writing import AlreadyWritten, remember_head, utc_day, withdraw

FIVE_OPEN = "You have five open promises. That is plenty. Keep one first, or let one rest."
MANY_PANES = "This promise has had a hundred days. Let it rest, and make it anew."
MOST_NEW = 10
MANY_NEW = "You’ve made ten promises this week. A few that are kept say more. Your words are still here."
ONE_A_DAY = "You’ve said how it went today. Tomorrow has room for the next. Your words are still here."
NOT_QUITE_MOST, WEEK = 3, timedelta(days=7)
NOT_QUITE_OFTEN = "You’ve said “Not quite” three times this week. A talk may help more now. Your words are still here."


def make_promise(here: Here, promise: Promise, *, once: str) -> UUID:
    """Raises Refused for a sixth open one or for many in a week, AlreadyWritten for the same form again."""
    with act_in(here.spaces.private, here.space) as act:
        if len(open_ones(act.board, here.today)) >= MOST_OPEN:
            raise Refused(FIVE_OPEN)
        thread = begin(act, here.spaces.private, once, promise)
        act.at_most(MOST_NEW, Promise, MANY_NEW)
        act.board = _with(act.board, thread, Standing(0, promise.until), here.today)
    return thread


def say_outcome(here: Here, view: Standpoint, outcome: Outcome) -> None:
    """Its giver alone, once a day. Raises AlreadyWritten when this pane is there already."""
    if not view.is_mine:
        raise MovedOn
    with act_in(here.spaces.private, view.thread.space) as act:
        standing = act.board.promises.get(view.thread.id)
        if standing != view.standing or standing.closed_on or outcome.pane != standing.panes + 1:
            raise AlreadyWritten
        if not view.may_answer:
            raise Refused(ONE_A_DAY)
        if standing.panes >= MOST_PANES:
            raise Refused(MANY_PANES)
        act.place(view.thread.id, f"outcome-{outcome.pane}", outcome)
        _move_on(act, view, outcome, here.today)


def say_word(here: Here, view: Standpoint, word: Word) -> None:
    """The other's, on a pane that is there. “Not quite” again and again is damped, and the words come back."""
    if view.is_mine or not view.thread.other or view.pane(word.pane) is None:
        raise MovedOn
    with act_in(here.spaces.private, view.thread.space) as act:
        if not word.is_so:
            _damp_not_quite(act)
        act.place(view.thread.id, f"word-{word.pane}", word)


def choose_view(here: Here, view: Standpoint, choice: SeenDifferently) -> None:
    """Talk or park: either of the two, once each, where they saw a pane differently."""
    pane = view.pane(choice.pane)
    if pane is None or not pane.is_seen_differently:
        raise MovedOn
    with act_in(here.spaces.private, view.thread.space) as act:
        act.place(view.thread.id, f"view-{choice.pane}", choice)


def take_back(here: Here, thread: Thread) -> None:
    """One's own words in it, also after sharing stopped (S7). A promise whose words are gone takes nobody's place."""
    space = thread.space
    for entry in thread.mine_to_take_back():
        withdraw(space, entry)
    if space.is_shared:
        remember_head(here.spaces.private, space)
    if thread.is_mine and not space.is_closed:
        with act_in(here.spaces.private, space) as act:
            rest = {each: standing for each, standing in act.board.promises.items() if each != thread.id}
            act.board = replace(act.board, promises=rest)


def let_rest(here: Here, view: Standpoint) -> None:
    """Its giver alone."""
    if not view.is_mine:
        raise MovedOn
    with act_in(here.spaces.private, view.thread.space) as act:
        standing = act.board.promises.get(view.thread.id)
        if standing is None:
            raise AlreadyWritten
        act.place(view.thread.id, CLOSED, Closing(promise=view.thread.id, panes=standing.panes, on=here.today))
        act.board = _with(act.board, view.thread.id, replace(standing, closed_on=here.today), here.today)


def _move_on(act: Act, view: Standpoint, outcome: Outcome, today: date) -> None:
    """A promise for once comes to rest with its first pane, unless it was changed."""
    is_over = view.promise is not None and not view.promise.each_time and outcome.what != "changed"
    until = outcome.changed_until or view.standing.until
    if is_over:
        act.place(view.thread.id, CLOSED, Closing(promise=view.thread.id, panes=outcome.pane, on=today))
    standing = Standing(outcome.pane, until, closed_on=today if is_over else None)
    act.board = _with(act.board, view.thread.id, standing, today)


def _with(board: Board, thread: UUID, standing: Standing, today: date) -> Board:
    """What came to rest some days ago leaves the board; its entries stay."""
    promises = {**board.promises, thread: standing}
    return replace(board, promises={key: each for key, each in promises.items() if is_shown(each, today)})


def _damp_not_quite(act: Act) -> None:
    """Raises Refused."""
    entries = read_entries(Want(act.space, tags=(TAG,), since=utc_day() - WEEK))
    mine = [entry.value for entry in entries if entry.author == act.space.me]
    if sum(isinstance(value, Word) and not value.is_so for value in mine) >= NOT_QUITE_MOST:
        raise Refused(NOT_QUITE_OFTEN)
