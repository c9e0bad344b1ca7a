"""Ninety days, looking back, the choice, and the list for parting."""

from uuid import UUID

from msgspec.structs import replace

from glasswork.promises.actions.writing import (
    Act,
    act_in,
    begin,
    keep_own,
    new_thread,
    raise_if_there,
)
from glasswork.promises.held import HELD, commitment_in, held_of, held_slot, my_held
from glasswork.promises.here import DRAFTS, Here
from glasswork.promises.kinds_of_roads import (
    Commitment,
    Corner,
    CornerDone,
    Decided,
    Decision,
    HeldCommitment,
    LastWords,
    LookBack,
    Review,
    Stopped,
)
from glasswork.promises.roads import NEWEST, NEWEST_NINETY, STOPPED, Road
from glasswork.promises.threads import ROOT, Thread, part_slot
from glasswork.spaces.refused import MovedOn, Refused
from glasswork.spaces.writing import AlreadyWritten, drop_slip, drop_slots, prepare, save_slip

MOST_CORNERS, MOST_NEW_CORNERS = 40, 60
MOST_A_WEEK = 3
MANY = "You’ve shared a lot like this in a few days. Let it rest a little. Your words are still here."
MANY_CORNERS = "Forty lines are on your list. Finish a few first, or take some off."
ONE_RUNNING = "Your ninety days are still running. You can stop them, and then write new ones."


def commit(here: Here, commitment: Commitment, running: list[Road], *, once: str, at_once: bool = False) -> None:
    """One of each person’s runs at a time. ``running`` are those that are.

    Between two they wait until both are in, unless their writer shares them ``at_once``; alone nothing waits.
    """
    if any(road.is_mine for road in running):
        raise Refused(ONE_RUNNING)
    with act_in(here.spaces.private, here.space) as act:
        thread = new_thread(here.spaces.private, once, commitment)
        raise_if_there(here.space, thread)
        act.at_most(MOST_A_WEEK, Commitment, MANY)
        entry = prepare(here.space, commitment, slot=part_slot(here.space, thread, here.me, ROOT))
        mine = HeldCommitment(thread=thread, entry=entry)
        theirs = held_of(here.space, here.other) if here.other else None
        if theirs and not commitment_in(here.space, theirs.entry, here.today):
            theirs = None
        if theirs or running or at_once or not here.is_shared:
            _place(act, theirs, mine)
        else:
            save_slip(here.space, mine, HELD, here.me.bytes)


def share_held(here: Here) -> None:
    """Its writer’s choice alone: theirs opens without the other’s."""
    with act_in(here.spaces.private, here.space) as act:
        mine = held_of(here.space, here.me)
        if mine is None:
            raise AlreadyWritten
        _place(act, mine)


def take_held_back(here: Here) -> None:
    """Out of what waits, and a draft again. Nobody learns that it was there."""
    waiting = my_held(here)
    drop_slip(here.space, HELD, here.me.bytes)
    if waiting:
        DRAFTS.save(
            here.spaces.private, "commitment", {"words": waiting.words, "not_in_it": waiting.not_in_it}, once=""
        )


def stop_commitment(here: Here, road: Road) -> None:
    if not road.is_mine or not road.is_running:
        raise MovedOn
    with act_in(here.spaces.private, road.thread.space) as act:
        act.place(road.thread.id, STOPPED, Stopped())


def look_back(here: Here, own: LookBack, shared: Review | None, *, once: str) -> None:
    """The look back is one’s own; two lines of it are shared when its author says so."""
    keep_own(here.spaces.private, once, own)
    if shared:
        with act_in(here.spaces.private, here.space) as act:
            _ahead(act, here, once, shared)


def decide(here: Here, decision: Decision, shared: Decided | None, *, once: str) -> None:
    """Private. The other learns of it when its owner shares it, and not before."""
    keep_own(here.spaces.private, once, decision)
    if shared:
        with act_in(here.spaces.private, here.space) as act:
            _ahead(act, here, once, shared)


def add_corner(here: Here, corner: Corner, *, once: str) -> UUID:
    with act_in(here.spaces.private, here.space) as act:
        if len(act.board.corners) >= MOST_CORNERS:
            raise Refused(MANY_CORNERS)
        thread = begin(act, here.spaces.private, once, corner)
        act.at_most(MOST_NEW_CORNERS, Corner, MANY)
        act.board = replace(act.board, corners=(*act.board.corners, thread))
    return thread


def end_corner(here: Here, thread: Thread, *, is_off: bool) -> None:
    """Done, or off the list; by whoever wrote it."""
    if not thread.is_mine:
        raise MovedOn
    with act_in(here.spaces.private, thread.space) as act:
        act.place(thread.id, "done", CornerDone(is_off=is_off))
        if is_off:
            act.board = replace(act.board, corners=tuple(each for each in act.board.corners if each != thread.id))


def send_last_words(here: Here, words: LastWords, *, once: str) -> None:
    with act_in(here.spaces.private, here.space) as act:
        _ahead(act, here, once, words)


def _place(act: Act, *waiting: HeldCommitment | None) -> None:
    """All of them at once. The board of whoever came last names both: nobody writes another’s board."""
    ready = [each for each in waiting if each]
    for each in ready:
        act.page.place(each.entry)
    drop_slots(act.space, [held_slot(act.space, act.space.me), *(held_slot(act.space, e.entry.author) for e in ready)])
    act.board = replace(act.board, ninety=(*act.board.ninety, *(each.thread for each in ready))[-NEWEST_NINETY:])


def _ahead(act: Act, here: Here, once: str, value: Review | Decided | LastWords) -> UUID:
    thread = begin(act, here.spaces.private, once, value)
    act.at_most(MOST_A_WEEK, type(value), MANY)
    act.board = replace(act.board, ahead=(*act.board.ahead, thread)[-NEWEST:])
    return thread
