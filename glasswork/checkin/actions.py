"""What changes an evening: sealing an answer, taking it back, sharing or keeping it, saying back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec

from glasswork.checkin.evening import Evening, load_evening
from glasswork.checkin.forms import draft_of, has_words
from glasswork.checkin.kinds import TAG, Alone, Answer, Draft, Held, Trust, Words
from glasswork.checkin.rounds import can_join, may_choose
from glasswork.lib.evenings import evening_end
from glasswork.seal.errors import SealError
from glasswork.spaces.kinds import Kind, encode
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.prepared import Prepared
from glasswork.spaces.reading import SlipHere, check_author, open_prepared, read_all_slips, read_slip, slot_of
from glasswork.spaces.writing import (
    AlreadyWritten,
    Page,
    SpaceClosed,
    drop_slots,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    writing_in,
)


class Sealed(NamedTuple):
    """``is_open``: both are in, and both see both answers from now on."""

    round: UUID
    is_open: bool


def seal_answer(spaces: Spaces, now: datetime, words: Words, trust: dict[str, object] | None, *, once: str) -> Sealed:
    """Seals tonight's answer for two. The first waits as a slip; the second places both, in one transaction.

    ``once`` comes with the form, and lets a draft of it that arrives later be known as late.
    Raises AlreadyWritten when this evening's answer is already open, SpaceClosed when sharing has stopped.
    """
    private, shared = spaces.private, _shared(spaces)
    with writing_in(shared, private) as (ours, mine):
        if ours.row.closed_on:
            raise SpaceClosed
        slips = read_all_slips(shared, private)
        own = [slip for slip in slips if slip.owner == shared.me]
        evening = load_evening(spaces, now, own, back=timedelta(days=1))
        if evening.round_tonight:
            raise AlreadyWritten
        _note_trust(mine, private, evening, trust)
        first = _joinable(evening, slips)
        if first is None:
            return Sealed(_hold(evening, shared, words, once), is_open=False)
        check_author(shared, first.entry.author, first.entry.header, first.entry.signature)
        ours.place(first.entry)
        ours.place(_prepare(shared, first.round, evening, words))
        _clear(evening, shared, first, once)
    return Sealed(first.round, is_open=True)


def keep_for_myself(evening: Evening, words: Words, trust: dict[str, object] | None, *, once: str) -> None:
    """A check-in with oneself. The same form sent twice is written once; other words in it are written too."""
    private = evening.spaces.private
    alone = Alone(evening=evening.today, words=words)
    slot = slot_of(private, "once", once, sha256(encode(alone)).digest())
    with writing_in(private) as (mine,):
        mine.place(prepare(private, alone, slot=slot))
        _note_trust(mine, private, evening, trust)
        save_slips([_no_draft(private, once)])


def take_back(evening: Evening, held: Held) -> None:
    """The answer leaves the shared space and becomes a draft again; beside a newer draft it is kept for oneself."""
    private, words = evening.spaces.private, words_of(evening, held)
    with _letting_go(evening, held) as (_, mine):
        draft = read_slip(private, Draft, "draft", TAG)
        if draft and has_words(draft.fields):
            mine.place(prepare(private, Alone(evening=held.evening, words=words)))
        else:
            save_slip(private, draft_of(words, evening.trust_of(held.evening)), "draft", TAG)


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


def save_draft(private: OpenSpace, fields: dict[str, list[str]], *, once: str) -> None:
    """Keeps what is being typed, unless the form it comes from was sealed or kept in the meantime."""
    before = read_slip(private, Draft, "draft", TAG)
    if before and once and before.ended == once:
        return
    save_slip(private, Draft(fields=fields), "draft", TAG)


def add_part(private: OpenSpace, space: OpenSpace, part: str, value: Kind, *, round_id: UUID) -> None:
    """Places one part of saying back. Raises AlreadyWritten on a second press, SpaceClosed after parting."""
    entry = prepare(space, value, slot=part_slot(space, round_id, space.me, part))
    with writing_in(space) as (page,):
        page.place(entry)
        save_slips([head_slip(private, space)])


def words_of(evening: Evening, held: Held) -> Words:
    """One's own waiting words, in the clear for oneself."""
    value = open_prepared(evening.space_of(held), held.entry)
    if not isinstance(value, Answer):
        raise SealError
    return value.words


def part_slot(space: OpenSpace, round_id: UUID, author: UUID, part: str) -> bytes:
    return slot_of(space, "round", round_id.bytes, author.bytes, part)


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


def _hold(evening: Evening, shared: OpenSpace, words: Words, once: str) -> UUID:
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
    save_slips([(shared, held, slot), _no_draft(evening.spaces.private, once)])
    return round_id


def _clear(evening: Evening, shared: OpenSpace, first: Held, once: str) -> None:
    """Both answers are placed: nothing waits, no draft is left, and the writer remembers where the chain stands."""
    slots = [_held_slot(shared, first.entry.author, first)]
    if evening.held_tonight:
        slots.append(_held_slot(shared, shared.me, evening.held_tonight))
    drop_slots(shared, slots)
    save_slips([head_slip(evening.spaces.private, shared), _no_draft(evening.spaces.private, once)])


def _no_draft(private: OpenSpace, once: str) -> tuple[OpenSpace, Kind, bytes]:
    return private, Draft(fields={}, ended=once), slot_of(private, "draft", TAG)


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
