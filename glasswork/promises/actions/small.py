"""Small things: asked, done, thanked for, crossed out in private, or not ready yet."""

from datetime import date, timedelta
from uuid import UUID

from msgspec.structs import replace

from glasswork.promises.actions.writing import act_in, begin, change_mine, keep_own
from glasswork.promises.here import Here
from glasswork.promises.kinds import Mine
from glasswork.promises.kinds_of_acts import SMALL, Ask, Done, Dropped, NotReady, NotReadySaid, Thanks
from glasswork.promises.threads import Thread
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.spaces.refused import MovedOn, Refused

MOST_ASKS, MOST_NEW = 10, 12
MOST_DONE, MOST_TOLD = 3, 3
TEN_ASKS = "Ten asks are on your list. Take one off first, and this one can go on."
MANY_NEW = "You’ve asked a lot this week. Let these grow first. Your words are still here."
THRICE_TOLD = "You’ve said “not ready” three times this week. It is heard. The rest is kept for you alone."
THREE_DONE = "That was three today. Slowly is better. The rest can wait until tomorrow."


def ask(here: Here, asked: Ask, *, once: str) -> UUID:
    """Raises Refused for an eleventh, or for many in one week."""
    with act_in(here.spaces.private, here.space) as act:
        thread = begin(act, here.spaces.private, once, asked)
        act.at_most(MOST_NEW, Ask, MANY_NEW)
        if len(act.board.asks) >= MOST_ASKS:
            raise Refused(TEN_ASKS)
        act.board = replace(act.board, asks=(*act.board.asks, thread))
    return thread


def drop(here: Here, thread: Thread) -> None:
    if not thread.is_mine:
        raise MovedOn
    with act_in(here.spaces.private, thread.space) as act:
        act.place(thread.id, "dropped", Dropped(ask=thread.id))
        act.board = replace(act.board, asks=tuple(each for each in act.board.asks if each != thread.id))


def do(here: Here, thread: Thread) -> None:
    """By the other, once a day for each ask. Raises Refused after three in a day."""
    asked = thread.root(Ask)
    if thread.is_mine or asked is None or thread.said(thread.opener, "dropped", Dropped):
        raise MovedOn
    entries = read_entries(Want(here.space, tags=(SMALL,), since=here.today - timedelta(days=1)))
    mine = [e.value for e in entries if e.author == here.me and isinstance(e.value, Done)]
    if sum(1 for done in mine if done.on == here.today) >= MOST_DONE:
        raise Refused(THREE_DONE)
    with act_in(here.spaces.private, thread.space) as act:
        act.place(thread.id, f"done-{here.today}", Done(ask=thread.id, on=here.today, words=asked.words))


def thank(here: Here, thread: Thread, done: Opened[Done], words: str) -> None:
    """By the one who asked, for what the other did."""
    if not thread.is_mine or done.author == here.me or done.value is None or done.value.ask != thread.id:
        raise MovedOn
    with act_in(here.spaces.private, thread.space) as act:
        act.place(thread.id, f"thanks-{done.value.on}", Thanks(done=done.id, words=words))


def cross(here: Here, thread: Thread, *, out: bool) -> None:
    """In one’s own slip: it leaves one’s own list, and whoever asked is never told."""

    def change(mine: Mine) -> Mine:
        rest = tuple(each for each in mine.crossed if each != thread.id)
        return replace(mine, crossed=(*rest, thread.id) if out else rest)

    change_mine(here.spaces.private, change)


def say_not_ready(here: Here, answer: NotReady, told: str, *, once: str) -> None:
    """Kept for oneself; ``told`` are words for the other, empty where nothing is to be said."""
    keep_own(here.spaces.private, once, answer)
    change_mine(here.spaces.private, lambda mine: replace(mine, not_ready_until=answer.look_again))
    if told:
        with act_in(here.spaces.private, here.space) as act:
            begin(act, here.spaces.private, once, NotReadySaid(words=told))
            act.at_most(MOST_TOLD, NotReadySaid, THRICE_TOLD)


def look_again(here: Here) -> None:
    """“I’m ready now”, which nobody else is told either."""
    change_mine(here.spaces.private, lambda mine: replace(mine, not_ready_until=None))


def is_resting(mine: Mine, today: date) -> bool:
    return mine.not_ready_until is not None and today < mine.not_ready_until
