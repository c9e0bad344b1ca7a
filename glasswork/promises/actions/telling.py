"""Telling something hard, opening its door, answering, and mending it."""

from uuid import UUID

from msgspec.structs import replace

from glasswork.promises.actions.writing import act_in, change_mine, new_thread, raise_if_there
from glasswork.promises.here import Here
from glasswork.promises.kinds import Hope, Mine
from glasswork.promises.kinds_of_telling import Answer, Mended, Repair, RepairAnswer, Told
from glasswork.promises.telling import Story
from glasswork.promises.threads import ROOT, mending_of
from glasswork.spaces.refused import MovedOn

KEPT_ON_BOARD, KEPT_OPENED = 6, 30
MOST_TOLD = 6
SIX_TOLD = "That was a lot for one day. Tell the rest face to face, or tomorrow. Your words are still here."


def tell(here: Here, told: Told, *, once: str) -> UUID:
    """What was hidden, or a tie nobody knew of, leads both back to Steady; a slip that was told does not."""
    with act_in(here.spaces.private, here.space) as act:
        thread = mending_of(told.promise, told.pane) if told.promise else new_thread(here.spaces.private, once, told)
        raise_if_there(here.space, thread)
        act.place(thread, ROOT, replace(told, steady=told.hidden))
        act.at_most(MOST_TOLD, Told, SIX_TOLD, days=1)
        act.board = replace(act.board, told=(*act.board.told, thread)[-KEPT_ON_BOARD:])
    return thread


def open_door(here: Here, story: Story) -> None:
    """Kept in one’s own slip: whoever told never learns whether it was opened."""
    thread = story.thread.id

    def change(mine: Mine) -> Mine:
        rest = tuple(each for each in mine.opened if each != thread)
        put_by = {each: how for each, how in mine.put_by.items() if each != thread}
        return replace(mine, opened=(*rest, thread)[-KEPT_OPENED:], put_by=put_by)

    change_mine(here.spaces.private, change)


def put_by(here: Here, story: Story, how: str) -> None:
    """Later, or with the therapist. The door stays where it is, and asks nothing."""
    change_mine(here.spaces.private, lambda mine: replace(mine, put_by={**mine.put_by, story.thread.id: how}))


def answer(here: Here, story: Story, said: Answer) -> None:
    """By its reader, each answer once."""
    if story.is_mine or story.told is None:
        raise MovedOn
    with act_in(here.spaces.private, story.thread.space) as act:
        act.place(story.thread.id, f"answer-{said.says}", said)


def offer_repair(here: Here, story: Story, repair: Repair) -> None:
    """By its teller; a plan that changes comes after “not enough yet”."""
    if not story.may_repair or repair.attempt != len(story.attempts) + 1:
        raise MovedOn
    with act_in(here.spaces.private, story.thread.space) as act:
        act.place(story.thread.id, f"repair-{repair.attempt}", repair)


def reply_to_repair(here: Here, story: Story, reply: RepairAnswer) -> None:
    """By its reader."""
    if not story.may_reply or story.newest is None or reply.attempt != story.newest.repair.attempt:
        raise MovedOn
    with act_in(here.spaces.private, story.thread.space) as act:
        act.place(story.thread.id, f"reply-{reply.attempt}-{reply.says}", reply)


def call_it_mended(here: Here, story: Story) -> None:
    """One’s own half of the seam."""
    if not story.may_mend:
        raise MovedOn
    with act_in(here.spaces.private, story.thread.space) as act:
        act.place(story.thread.id, "mended", Mended(told=story.thread.id))


def say_how(here: Here, hope: Hope | None) -> None:
    """How one would like hard news, for the other to read; None takes it back."""
    with act_in(here.spaces.private, here.space) as act:
        act.board = replace(act.board, hard_news=hope)
