"""One act: its entries and its writer's board, in one transaction under the lock of the space."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from glasswork.promises.here import BOARD, MINE, board_slot
from glasswork.promises.kinds import Board, Mine
from glasswork.promises.threads import ROOT, part_slot
from glasswork.spaces.kinds import Kind, encode
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries, read_slip, slot_of
from glasswork.spaces.refused import Refused
from glasswork.spaces.writing import (
    AlreadyWritten,
    Page,
    SpaceClosed,
    append,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    utc_day,
    writing,
)


@dataclass(slots=True)
class Act:
    """``board`` is as it stands now; what it is changed to is kept with the entries."""

    space: OpenSpace
    page: Page
    board: Board

    def at_most(self, most: int, kind: type[Kind], sentence: str, *, days: int = 7) -> None:
        """Raises Refused when one has written so many to the other in these days. Nothing is counted of one’s own."""
        if not self.space.is_shared:
            return
        since = utc_day() - timedelta(days=days - 1)
        entries = read_entries(Want(self.space, tags=(kind.form.tag,), since=since))
        if sum(1 for entry in entries if entry.author == self.space.me and isinstance(entry.value, kind)) >= most:
            raise Refused(sentence)

    def place(self, thread: UUID, part: str, value: Kind) -> None:
        slot = part_slot(self.space, thread, self.space.me, part)
        self.page.place(prepare(self.space, value, slot=slot))


@contextmanager
def act_in(private: OpenSpace, space: OpenSpace) -> Iterator[Act]:
    """Raises AlreadyWritten when a part is there already, SpaceClosed when sharing has stopped."""
    with writing(space) as page:
        if page.row.closed_on:
            raise SpaceClosed
        before = read_slip(space, Board, BOARD, space.me.bytes) or Board()
        act = Act(space, page, before)
        yield act
        slips: list[tuple[OpenSpace, Kind, bytes]] = []
        if act.board != before:
            slips.append((space, act.board, board_slot(space, space.me)))
        if page.is_changed and space.is_shared:
            slips.append(head_slip(private, space))
        if slips:
            save_slips(slips)


def new_thread(private: OpenSpace, once: str, value: Kind) -> UUID:
    """The same form sent twice begins one thread; other words in it begin another."""
    return UUID(bytes=slot_of(private, "promises-once", once, sha256(encode(value)).digest()))


def begin(act: Act, private: OpenSpace, once: str, value: Kind) -> UUID:
    """Raises AlreadyWritten at once, before anything is counted."""
    thread = new_thread(private, once, value)
    raise_if_there(act.space, thread)
    act.place(thread, ROOT, value)
    return thread


def raise_if_there(space: OpenSpace, thread: UUID) -> None:
    if read_entries(Want(space, slots=(part_slot(space, thread, space.me, ROOT),))):
        raise AlreadyWritten


def keep_own(private: OpenSpace, once: str, value: Kind) -> None:
    """In one's own space; the same form sent twice is kept once."""
    with suppress(AlreadyWritten):
        append(private, value, slot=new_thread(private, once, value).bytes)


def change_mine(private: OpenSpace, change: Callable[[Mine], Mine]) -> None:
    """One's own slip, that nobody else ever gets."""
    save_slip(private, change(read_slip(private, Mine, MINE) or Mine()), MINE)
