"""Big things and putting it right. An act is its author’s; what it did is the other’s to say."""

from uuid import UUID

from msgspec.structs import replace

from glasswork.promises.actions.writing import act_in, begin
from glasswork.promises.big import Stage, stage_of
from glasswork.promises.here import Here
from glasswork.promises.kinds_of_acts import Act, Big, BigStep, Landed, Offer, WouldHelp
from glasswork.promises.threads import Thread, part_slot
from glasswork.spaces.reading import Opened
from glasswork.spaces.refused import MovedOn, Refused
from glasswork.spaces.writing import prepare, writing

MOST_BIG, MOST_OFFERS, MOST_ACTS, MOST_LANDED = 3, 3, 6, 3
MOST_A_WEEK = 6
MANY_BIG = "You’ve offered six big things this week. Let one of them grow first. Your words are still here."
MANY_OFFERS = "You’ve asked this six times this week. Do one of them first. Your words are still here."
THREE_BIG = "Three big things are open. One done well says more. Finish one, or let one go."
THREE_OFFERS = "Three offers are waiting for an answer. Let one go first."
SIX_ACTS = "That is six for today. The rest can be written tomorrow."
SAID_THRICE = "You’ve said three things about this one. A talk may help more."


def offer_big(here: Here, big: Big, *, once: str) -> UUID:
    with act_in(here.spaces.private, here.space) as act:
        thread = begin(act, here.spaces.private, once, big)
        act.at_most(MOST_A_WEEK, Big, MANY_BIG)
        if len(act.board.bigs) >= MOST_BIG:
            raise Refused(THREE_BIG)
        act.board = replace(act.board, bigs=(*act.board.bigs, thread))
    return thread


def say_would_help(here: Here, thread: Thread, says: str, words: str) -> None:
    """By the other, once; and a second time after the wait of what can’t be undone."""
    stage = stage_of(thread, here.today)
    if thread.is_mine or stage not in {Stage.OFFERED, Stage.AGAIN}:
        raise MovedOn
    again = stage is Stage.AGAIN
    value = WouldHelp(offer=thread.id, says=says, words=words, again=again)
    with act_in(here.spaces.private, thread.space) as act:
        act.place(thread.id, "would-help-again" if again else "would-help", value)


def take_step(here: Here, thread: Thread, step: BigStep) -> None:
    """By whoever offered. It is begun after a yes, and never before its day; it may be let go at any time."""
    allowed = {Stage.READY: {"begun", "let-go"}, Stage.BEGUN: {"done", "let-go"}, Stage.OVER: set[str]()}
    if not thread.is_mine or step.what not in allowed.get(stage_of(thread, here.today), {"let-go"}):
        raise MovedOn
    with act_in(here.spaces.private, thread.space) as act:
        act.place(thread.id, step.what, step)
        if step.what in {"done", "let-go"}:
            act.board = replace(act.board, bigs=tuple(each for each in act.board.bigs if each != thread.id))


def make_offer(here: Here, offer: Offer, *, once: str) -> UUID:
    with act_in(here.spaces.private, here.space) as act:
        thread = begin(act, here.spaces.private, once, offer)
        act.at_most(MOST_A_WEEK, Offer, MANY_OFFERS)
        if len(act.board.offers) >= MOST_OFFERS:
            raise Refused(THREE_OFFERS)
        act.board = replace(act.board, offers=(*act.board.offers, thread))
    return thread


def end_offer(here: Here, thread: Thread) -> None:
    """It was done, or let go; its author takes it off their board."""
    if not thread.is_mine:
        raise MovedOn
    with act_in(here.spaces.private, thread.space) as act:
        act.board = replace(act.board, offers=tuple(each for each in act.board.offers if each != thread.id))


def write_act(here: Here, done: Act, *, once: str) -> UUID:
    with act_in(here.spaces.private, here.space) as act:
        thread = begin(act, here.spaces.private, once, done)
        act.at_most(MOST_ACTS, Act, SIX_ACTS, days=1)
    return thread


def say_landed(here: Here, done: Opened[Act], landed: Landed, said: list[Landed]) -> None:
    """By the other alone. ``said`` is what they have said of it so far; it may change, and what was said stays."""
    if done.author == here.me or done.value is None:
        raise MovedOn
    if len(said) >= MOST_LANDED:
        raise Refused(SAID_THRICE)
    slot = part_slot(here.space, done.id, here.me, f"landed-{len(said) + 1}")
    with writing(here.space) as page:
        page.place(prepare(here.space, landed, slot=slot))
