"""What changes an evening: sealing an answer, taking it back, sharing or keeping it, saying back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from secrets import token_urlsafe
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from msgspec.structs import replace

from glasswork.checkin.draft_slips import draft_slot, saying_slot, slip_in
from glasswork.checkin.drafts import UNMARKED, Form, ended, together
from glasswork.checkin.evening import Evening, load_evening
from glasswork.checkin.forms import fields_for, has_words
from glasswork.checkin.kinds import Alone, Answer, Held, Saying, Trust, Words
from glasswork.checkin.rounds import can_join, may_choose
from glasswork.lib.evenings import evening_end
from glasswork.seal.errors import SealError
from glasswork.spaces.kinds import Kind, encode
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.prepared import Prepared
from glasswork.spaces.reading import (
    SlipHere,
    check_author,
    open_prepared,
    read_all_slips,
    read_slip,
    slot_of,
)
from glasswork.spaces.writing import (
    AlreadyWritten,
    Page,
    SpaceClosed,
    drop_slots,
    head_slip,
    prepare,
    save_slips,
    writing_in,
)


class Sealed(NamedTuple):
    """``is_open``: both are in, and both see both answers from now on."""

    round: UUID
    is_open: bool


class OtherWordsWait(Exception):
    """Other words of one's own are sealed already, and this form was no change of them."""


class AnotherEvening(Exception):
    """The form was opened on an evening that has ended since."""


class Kept(StrEnum):
    """What became of the words that one had sealed before."""

    ALONE = "alone"  # there were none, or they are one's own again
    OPENED = "opened"
    SEALED = "sealed"


def seal_answer(
    spaces: Spaces, now: datetime, words: Words, trust: dict[str, object] | None, *, form: Form = UNMARKED
) -> Sealed:
    """Seals tonight's answer for two. The first waits as a slip; the second places both, in one transaction.

    The marks of the ``form`` let a draft of it that arrives later be known as late.
    Raises AlreadyWritten when this evening's answer is already open, SpaceClosed when sharing has stopped,
    OtherWordsWait and AnotherEvening.
    """
    private, shared = spaces.private, _shared(spaces)
    with writing_in(shared, private) as (ours, mine):
        if ours.row.closed_on:
            raise SpaceClosed
        slips = read_all_slips(shared, private)
        own = [slip for slip in slips if slip.owner == shared.me]
        evening = load_evening(spaces, now, own, back=timedelta(days=1))
        _check_form(evening, form, words)
        _note_trust(mine, private, evening, trust)
        first = _joinable(evening, slips)
        if first is None:
            return Sealed(_hold(evening, shared, words, form), is_open=False)
        check_author(shared, first.entry.author, first.entry.header, first.entry.signature)
        ours.place(first.entry)
        ours.place(_prepare(shared, first.round, evening, words))
        _clear(evening, shared, first, form)
    return Sealed(first.round, is_open=True)


def keep_for_myself(
    spaces: Spaces, now: datetime, words: Words, trust: dict[str, object] | None, *, form: Form
) -> Kept:
    """A check-in with oneself. The same form sent twice is written once; other words in it are written too.

    A form that changes a waiting answer takes it out of the shared space, in the same transaction.
    Raises AlreadyWritten and AnotherEvening.
    """
    private = spaces.private
    with writing_in(*(spaces.all() if form.changes else [private])) as (mine, *_):
        evening = load_evening(spaces, now, back=timedelta(days=1))
        if form.is_of_another(evening.today):
            raise AnotherEvening
        alone = Alone(evening=evening.today, words=words)
        slot = slot_of(private, "once", form.once or token_urlsafe(12), sha256(encode(alone)).digest())
        mine.place(prepare(private, alone, slot=slot))
        _note_trust(mine, private, evening, trust)
        save_slips([_ended_draft(evening, form)])
        return _let_go(evening, form)


def take_back(evening: Evening, held: Held) -> None:
    """The answer leaves the shared space and becomes a draft again; beside a newer draft it is kept for oneself."""
    private, words = evening.spaces.private, words_of(evening, held)
    with _letting_go(evening, held) as (_, mine):
        slot = draft_slot(private, evening.shared if evening.is_shared_still(held) else None)
        draft = together([slip_in(private, slot)])
        if has_words(draft.fields):
            mine.place(prepare(private, Alone(evening=held.evening, words=words)))
        else:
            fields = fields_for(words, evening.trust_of(held.evening))
            save_slips([(private, replace(draft, fields=fields, evening=held.evening, once="", changes=""), slot)])


def share_anyway(evening: Evening, held: Held) -> None:
    """After a day, its writer's choice alone: the answer opens without the other's."""
    if not (evening.is_shared_still(held) and may_choose(held, evening.now)):
        raise AlreadyWritten
    with _letting_go(evening, held) as (ours, _):
        ours.place(held.entry)
        save_slips([head_slip(evening.spaces.private, ours.space)])


def keep_mine(evening: Evening, held: Held) -> None:
    """Moves a waiting answer to one's own space; the partner never learns that it was there."""
    entry = prepare(evening.spaces.private, Alone(evening=held.evening, words=words_of(evening, held)))
    with _letting_go(evening, held) as (_, mine):
        mine.place(entry)


@contextmanager
def _letting_go(evening: Evening, held: Held) -> Iterator[tuple[Page, Page]]:
    """Takes a waiting answer out of its slip.

    Raises AlreadyWritten when in the meantime it has opened, is gone, or was changed on another device.
    """
    shared = evening.space_of(held)
    with writing_in(shared, evening.spaces.private) as (ours, mine):
        now_there = read_slip(shared, Held, "held", shared.me.bytes, str(held.evening))
        if now_there is None or now_there.entry.id != held.entry.id:
            raise AlreadyWritten
        drop_slots(shared, [_held_slot(shared, shared.me, held)])
        yield ours, mine


def add_part(
    private: OpenSpace, space: OpenSpace, part: str, value: Kind, *, round_id: UUID, draft: Saying | None = None
) -> None:
    """Places one part of saying back; ``draft`` is what else was typed beside it.

    Raises AlreadyWritten on a second press, SpaceClosed after parting.
    """
    entry = prepare(space, value, slot=part_slot(space, round_id, space.me, part))
    beside = [(private, draft, saying_slot(private, round_id))] if draft else []
    with writing_in(space) as (page,):
        page.place(entry)
        save_slips([head_slip(private, space), *beside])


def words_of(evening: Evening, held: Held) -> Words:
    """One's own waiting words, in the clear for oneself."""
    value = open_prepared(evening.space_of(held), held.entry)
    if not isinstance(value, Answer):
        raise SealError
    return value.words


def part_slot(space: OpenSpace, round_id: UUID, author: UUID, part: str) -> bytes:
    return slot_of(space, "round", round_id.bytes, author.bytes, part)


def _check_form(evening: Evening, form: Form, words: Words) -> None:
    if evening.round_tonight:
        raise AlreadyWritten
    if form.is_of_another(evening.today):
        raise AnotherEvening
    own = evening.held_tonight
    if own and str(own.entry.id) != form.changes and words_of(evening, own) != words:  # the same words: a second press
        raise OtherWordsWait


def _let_go(evening: Evening, form: Form) -> Kept:
    """Takes out the waiting answer that the form would have changed, if it waits still."""
    changed = next((held for held in evening.held if str(held.entry.id) == form.changes), None)
    if changed:
        space = evening.space_of(changed)
        drop_slots(space, [_held_slot(space, space.me, changed)])
        return Kept.ALONE
    if form.changes and evening.round_tonight:
        return Kept.OPENED
    return Kept.SEALED if evening.held_tonight and not form.is_alone else Kept.ALONE


def _joinable(evening: Evening, slips: list[SlipHere]) -> Held | None:
    """The partner's oldest waiting answer whose round tonight's answer belongs to."""
    theirs = [
        slip.value
        for slip in slips
        if slip.owner != evening.spaces.private.me
        and isinstance(slip.value, Held)
        and slip.value.entry.author == slip.owner
        and can_join(slip.value, evening.now, evening.zone)
    ]
    return min(theirs, key=lambda held: held.opened_at, default=None)


def _hold(evening: Evening, shared: OpenSpace, words: Words, form: Form) -> UUID:
    """Puts the answer into its slip, sealed and signed, ready to be placed while its author is away."""
    own = evening.held_tonight
    round_id = own.round if own else uuid4()
    held = Held(
        round=round_id,
        evening=evening.today,
        opened_at=own.opened_at if own else evening.now,
        joinable_until=evening_end(evening.now, evening.zone),
        entry=_prepare(shared, round_id, evening, words),
    )
    slot = _held_slot(shared, shared.me, held)
    save_slips([(shared, held, slot), _ended_draft(evening, form)])
    return round_id


def _clear(evening: Evening, shared: OpenSpace, first: Held, form: Form) -> None:
    """Both answers are placed: nothing waits, no draft is left, and the writer remembers where the chain stands."""
    slots = [_held_slot(shared, first.entry.author, first)]
    if evening.held_tonight:
        slots.append(_held_slot(shared, shared.me, evening.held_tonight))
    drop_slots(shared, slots)
    save_slips([head_slip(evening.spaces.private, shared), _ended_draft(evening, form)])


def _ended_draft(evening: Evening, form: Form) -> tuple[OpenSpace, Kind, bytes]:
    private = evening.spaces.private
    slot = draft_slot(private, None if form.is_alone else evening.shared)
    return private, ended(together([evening.slips.get((private.id, slot))]), form), slot


def _prepare(shared: OpenSpace, round_id: UUID, evening: Evening, words: Words) -> Prepared:
    answer = Answer(round=round_id, evening=evening.today, words=words)
    return prepare(shared, answer, slot=part_slot(shared, round_id, shared.me, "answer"))


def _note_trust(mine: Page, private: OpenSpace, evening: Evening, trust: dict[str, object] | None) -> None:
    if trust is None:
        return
    note = msgspec.convert({"evening": evening.today, **trust}, Trust)
    if note != evening.trust_of(evening.today):
        mine.place(prepare(private, note))


def _held_slot(shared: OpenSpace, owner: UUID, held: Held) -> bytes:
    return slot_of(shared, "held", owner.bytes, str(held.evening))


def _shared(spaces: Spaces) -> OpenSpace:
    if spaces.shared is None:
        raise SpaceClosed
    return spaces.shared
