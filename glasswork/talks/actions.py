"""What changes a talk: asking for one, everything done in it, and what is kept when it is over.

The slip is one row for both. It is read and written under the lock on the space, so two taps at once give one result.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec

from glasswork.programme.conversations import Flow
from glasswork.programme.flows import FLOWS
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.quiet import read_quiet
from glasswork.spaces.reading import check_author, read_slip, slot_of
from glasswork.spaces.writing import (
    Page,
    SpaceClosed,
    drop_slots,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    writing_in,
)
from glasswork.talks.flow import NotNow, acting, advance, begin, propose
from glasswork.talks.forms import talk_of
from glasswork.talks.kinds import Ending, Held, Line, Saved
from glasswork.talks.live import INVITATION_LASTS, SLOT, Aside, Asked, Live, Notes, Phase, Proposal
from glasswork.talks.slip import read_live

MOST_A_DAY = 3
MOST_A_DAY_HERE = 6  # on one phone the two sit together, and may begin anew
ANY_TIME = {"stop", "pause"}  # also from a page that the talk has left behind


class AlreadyOpen(Exception):
    """A talk, or an invitation to one, is open already."""


class TooOften(Exception):
    """Somebody has asked for enough talks for one day."""


class Wish(NamedTuple):
    """What somebody asks for. ``is_first``: whether they speak first themself."""

    flow: Flow
    minutes: int
    topic: str
    is_first: bool
    on_one_phone: bool = False


def ask(spaces: Spaces, wish: Wish, now: datetime) -> None:
    """Invites to a talk. Raises SpaceClosed, AlreadyOpen or TooOften."""
    shared, private = _shared(spaces), spaces.private
    with writing_in(shared, private) as (ours, _):
        _refuse_closed(ours)
        asked = read_slip(private, Asked, "talk-asked") or Asked()
        field, most = ("here", MOST_A_DAY_HERE) if wish.on_one_phone else ("at", MOST_A_DAY)
        lately = tuple(moment for moment in getattr(asked, field) if abs(now - moment) < timedelta(days=1))
        before = read_live(shared)
        if before and before.is_open(now):
            raise AlreadyOpen
        if len(lately) >= most:
            raise TooOften
        if before and before.phase is Phase.ON:  # both left it hours ago
            _place_held(ours, private, before)
        _put(shared, _new(wish, shared, now))
        save_slip(private, msgspec.structs.replace(asked, **{field: (*lately, now)}), "talk-asked")


def act(spaces: Spaces, event: str, step: str, now: datetime, *, is_locked: bool = False) -> bool:
    """One event in the talk; False when it came too late or was not this person's to do.

    ``is_locked``: it comes from a phone that was handed over. Stopping needs no turn: either may, from any page of the
    talk, under a cover too.
    """

    def change(live: Live, page: Page) -> Live:
        if event in {"begin", "resume"} and read_quiet(page.space, now):
            raise NotNow  # one of the two takes space
        if event == "stop" and not is_locked:
            by = spaces.private.me
        elif is_locked == (live.phone_of is not None):
            by = _actor(live, spaces, is_stop=event == "stop")
        else:
            raise NotNow
        flow = flow_of(live)
        after = advance(live, flow, event, by, now)
        if event == "save" and live.proposal:
            _place_line(page, spaces.private, live, live.proposal)
        if live.phone_of and after.phase is Phase.READY and flow:
            after = begin(after, flow, now)
        return after

    return _changed(spaces, step, change, at_any_time=event in ANY_TIME)


def write_line(spaces: Spaces, words: str, on: date | None, step: str, now: datetime) -> bool:
    """A line for the other to save, sealed and signed by its writer."""

    def change(live: Live, page: Page) -> Live:
        by, flow = _actor(live, spaces), flow_of(live)
        after = advance(live, flow, "line", by, now)
        turn = flow.turn(live.turn) if flow else None
        line = Line(
            talk=live.id,
            turn=live.turn,
            label=turn.keep if turn else "",
            words=words,
            on=on,
            by=by,
            phone_of=live.phone_of,
        )
        slot = slot_of(page.space, "talk", live.id.bytes, "line", str(live.mark))
        entry = prepare(page.space, line, slot=slot)
        return propose(after, Proposal(by=by, words=words, on=on.isoformat() if on else "", entry=entry))

    return _changed(spaces, step, change)


def uncover(spaces: Spaces, step: str, now: datetime) -> bool:
    """On one phone: whoever the cover asks for has the phone in their hands. Only that phone lifts its cover."""

    def change(live: Live, _: Page) -> Live:
        if live.phone_of != spaces.private.me or live.in_hand is not None:
            raise NotNow
        return msgspec.structs.replace(live, in_hand=expected(live), mark=live.mark + 1, touched_at=now)

    return _changed(spaces, step, change)


def leave_ending(spaces: Spaces, step: str, now: datetime) -> bool:
    """On one phone: one of them has been asked how it was; what they said is not kept."""

    def change(live: Live, _: Page) -> Live:
        if live.phase is not Phase.OVER or live.phone_of != spaces.private.me or live.in_hand is None:
            raise NotNow
        done = (*live.done, live.in_hand)
        return msgspec.structs.replace(live, done=done, in_hand=None, mark=live.mark + 1, touched_at=now)

    return _changed(spaces, step, change)


def take_back(spaces: Spaces, step: str) -> bool:
    """An invitation, or a talk that has not begun, is taken back by whoever asked; nothing of it stays."""
    shared = _shared(spaces)
    with writing_in(shared):
        live = read_live(shared)
        is_mine = live and live.opener == shared.me and live.phase in {Phase.ASKED, Phase.READY}
        if live is None or not is_mine or live.step != step:
            return False
        drop_slots(shared, [slot_of(shared, SLOT)])
    return True


def set_aside(private: OpenSpace, talk: UUID) -> None:
    """“Not tonight”, or done with an ending: kept for oneself alone, the other’s page learns nothing (S11)."""
    save_slip(private, Aside(talk=talk), "talk-aside")


def keep_ending(private: OpenSpace, ending: Ending) -> None:
    """How a talk was. One a talk: sending the form twice writes once."""
    slot = slot_of(private, "talk", ending.talk.bytes, "ending")
    with writing_in(private) as (mine,):
        mine.place(prepare(private, ending, slot=slot))


def save_notes(private: OpenSpace, talk: UUID, words: str) -> None:
    save_slip(private, Notes(talk=talk, words=words), "talk-notes")


def renew_for_space(ours: Page, now: datetime, *, pauses: bool = False) -> None:
    """Under the lock on the space: somebody takes space, moves their return or is back, and open pages say so.

    ``pauses``: a talk that is on waits from now.
    """
    live = read_live(ours.space)
    if live is None or live.phase not in {Phase.READY, Phase.ON} or not live.is_open(now):
        return
    if pauses and live.phase is Phase.ON and not live.paused_at:
        live = msgspec.structs.replace(live, paused_at=now, mark=live.mark + 1, touched_at=now)
    _put(ours.space, live)


def flow_of(live: Live) -> Flow | None:
    return FLOWS.get(live.flow)


def expected(live: Live) -> UUID | None:
    """On one phone: whose hands the phone should be in now; None once both have been asked how it was."""
    if live.phase is Phase.ASKED:
        return live.other(live.opener)
    if live.phase is Phase.OVER:
        order = (live.in_hand or live.first, live.first, live.second)
        return next((person for person in order if person not in live.done), None)
    flow = flow_of(live)
    turn = flow.turn(live.turn) if flow else None
    return acting(live, turn) if turn else live.phone_of


def _changed(spaces: Spaces, step: str, change: Callable[[Live, Page], Live], *, at_any_time: bool = False) -> bool:
    """Applies a change to the talk that the form showed, once; to a later turn of that talk only ``at_any_time``."""
    with _live(spaces) as (live, ours):
        if live is None or not (live.step == step or (at_any_time and talk_of(step) == live.id)):
            return False
        try:
            after = change(live, ours)
        except NotNow:
            return False
        if live.phase is Phase.ON and after.phase is Phase.OVER:
            after = msgspec.structs.replace(after, done=())
            _place_held(ours, spaces.private, after)
        if after.phone_of and after.in_hand and expected(after) != after.in_hand:
            after = msgspec.structs.replace(after, in_hand=None)
        _put(ours.space, after)
    return True


@contextmanager
def _live(spaces: Spaces) -> Iterator[tuple[Live | None, Page]]:
    with writing_in(_shared(spaces)) as (ours,):
        _refuse_closed(ours)
        yield read_live(ours.space), ours


def _actor(live: Live, spaces: Spaces, *, is_stop: bool = False) -> UUID:
    """Who acts: the person signed in, or on one phone whoever holds it. Raises NotNow under a cover, but to stop."""
    me = spaces.private.me
    if live.phone_of is None:
        return me
    if live.phone_of != me or not (live.in_hand or is_stop):
        raise NotNow
    return live.in_hand or me


def _new(wish: Wish, shared: OpenSpace, now: datetime) -> Live:
    first, second = (shared.me, shared.other) if wish.is_first else (shared.other, shared.me)
    return Live(
        id=uuid4(),
        flow=wish.flow.id,
        version=wish.flow.facts.version,
        phase=Phase.ASKED,
        opener=shared.me,
        first=first,
        second=second,
        minutes=wish.minutes,
        topic=wish.topic,
        touched_at=now,
        lapses_at=now + INVITATION_LASTS,
        phone_of=shared.me if wish.on_one_phone else None,
    )


def _place_held(ours: Page, private: OpenSpace, live: Live) -> None:
    flow = flow_of(live)
    held = Held(
        talk=live.id,
        flow=live.flow,
        version=live.version,
        title=flow.facts.title if flow else live.flow,
        is_finished=live.is_finished,
        topic=live.topic if flow and flow.facts.keeps_topic else "",
        phone_of=live.phone_of,
    )
    slot = slot_of(ours.space, "talk", live.id.bytes, "held")
    ours.place(prepare(ours.space, held, slot=slot))
    save_slips([head_slip(private, ours.space)])


def _place_line(ours: Page, private: OpenSpace, live: Live, proposal: Proposal) -> None:
    entry = proposal.entry
    check_author(ours.space, entry.author, entry.header, entry.signature)
    ours.place(entry)
    ours.place(prepare(ours.space, Saved(talk=live.id, line=entry.id)))
    save_slips([head_slip(private, ours.space)])


def _put(shared: OpenSpace, live: Live) -> None:
    """Under the lock. A slip keeps the owner it began with, so the other's is taken away first."""
    slot = slot_of(shared, SLOT)
    drop_slots(shared, [slot])
    save_slips([(shared, live, slot)])


def _refuse_closed(ours: Page) -> None:
    if ours.row.closed_on:
        raise SpaceClosed


def _shared(spaces: Spaces) -> OpenSpace:
    if spaces.shared is None:
        raise SpaceClosed
    return spaces.shared
