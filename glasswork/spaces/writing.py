"""Appends entries and keeps slips. The only code that writes the two sealed tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from glasswork.lib import clock
from glasswork.lib.written_query import WrittenQuery
from glasswork.people import ledger
from glasswork.people.ledger import Erased
from glasswork.seal.chain import EMPTY_HEAD, next_head
from glasswork.seal.envelope import Place, seal
from glasswork.seal.statement import write_entry
from glasswork.spaces.common_kinds import RememberedHead, Withdrawal
from glasswork.spaces.kinds import Kind, encode
from glasswork.spaces.models import Entry, Slip, Space
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.prepared import Prepared
from glasswork.spaces.reading import slip_place, slot_of, tag_of

_MOVES = ["sequence", "head", "closed_on"]
# no_key: a slip saved at the same moment only needs the space to stay, and must not wait for this
_LOCKED = WrittenQuery(lambda ids: Space.objects.select_for_update(no_key=True).filter(id__in=ids).order_by("id"))
FOR_EVER = 36_500  # one horizon for nearly every slip: it must not tell what a slip is (K9)


class SpaceClosed(Exception):
    """Sharing has stopped in this space; nothing new can be written in it."""


class AlreadyWritten(Exception):
    """The slot is taken: the same thing was sent twice, or two people were at it at once."""


def prepare(space: OpenSpace, value: Kind, *, slot: bytes | None = None) -> Prepared:
    """Seals and signs an entry without placing it, so that it can be placed while its author is away (K13)."""
    entry_id, epoch = uuid4(), space.epoch
    place = Place("entry", space.id.bytes, entry_id.bytes, epoch, space.me.bytes)
    sealed = write_entry(space.key.epochs[epoch], place, encode(value), space.identity)
    tag = tag_of(space, value.form.tag)
    return Prepared(entry_id, epoch, space.me, tag, slot, sealed.header, sealed.signature, sealed.body)


def append(space: OpenSpace, value: Kind, *, slot: bytes | None = None) -> UUID:
    """Seals, signs and appends one entry; returns its id. Raises SpaceClosed or AlreadyWritten."""
    prepared = prepare(space, value, slot=slot)
    with writing(space) as page:
        page.place(prepared)
    return prepared.id


@dataclass(slots=True)
class Page:
    """A space under its lock: entries placed here get the next numbers, all or none of them."""

    space: OpenSpace
    row: Space
    allows_closed: bool = False
    placed: list[Entry] = field(default_factory=list)
    is_changed: bool = False

    def place(self, entry: Prepared) -> None:
        if self.row.closed_on and not self.allows_closed:
            raise SpaceClosed
        self.row.sequence += 1
        if self.row.is_shared:
            head = bytes(self.row.head) or EMPTY_HEAD
            self.row.head = next_head(head, self.row.sequence, entry.header, entry.signature)
        self.placed.append(_row(entry, self.row))
        self.space.sequence, self.space.head = self.row.sequence, bytes(self.row.head)
        self.is_changed = True

    def close(self, day: date) -> None:
        self.row.closed_on = self.space.closed_on = day
        self.is_changed = True


@contextmanager
def writing(space: OpenSpace, *, allows_closed: bool = False) -> Iterator[Page]:
    """One transaction under a lock on the space. Raises AlreadyWritten when a slot is taken."""
    with writing_in(space, allows_closed=allows_closed) as pages:
        yield pages[0]


@contextmanager
def writing_in(*spaces: OpenSpace, allows_closed: bool = False) -> Iterator[list[Page]]:
    """The same for several spaces at once, locked in the order of their ids so that two writers never cross."""
    try:
        with transaction.atomic():
            locked = {row.id: row for row in _LOCKED.rows([space.id for space in spaces])}
            pages = [Page(space, locked[space.id], allows_closed) for space in spaces]
            yield pages
            _save(pages)
    except IntegrityError:
        raise AlreadyWritten from None


def _save(pages: list[Page]) -> None:
    changed = [page for page in pages if page.is_changed]
    if placed := [entry for page in changed for entry in page.placed]:
        Entry.objects.bulk_create(placed)
    if len(changed) == 1:  # told apart because one row is saved faster so, and two in one statement
        changed[0].row.save(update_fields=_MOVES)
    elif changed:
        Space.objects.bulk_update([page.row for page in changed], _MOVES)


def withdraw(space: OpenSpace, entry_id: UUID) -> bool:
    """Takes back the words of one of one's own entries, also after sharing stopped (S7, K15).

    Says so in a new entry and erases the old one's body for good. False when there are no own words to take back.
    """
    note = prepare(space, Withdrawal(entry=entry_id))
    rows = Entry.objects.filter(space_id=space.id, id=entry_id, author=space.me).exclude(body=b"")
    with writing(space, allows_closed=True) as page:
        if not rows.update(body=b""):
            return False
        page.place(note)
        ledger.note([Erased(space.id, entry_id)])
    return True


def withdraw_all(space: OpenSpace) -> int:
    """Takes back every word of one’s own in this space, also after sharing stopped; returns how many entries."""
    mine = Entry.objects.filter(space_id=space.id, author=space.me).exclude(body=b"")
    with writing(space, allows_closed=True) as page:
        ids = list(mine.exclude(tag=tag_of(space, Withdrawal.form.tag)).values_list("id", flat=True))
        mine.filter(id__in=ids).update(body=b"")
        for entry_id in ids:
            page.place(prepare(space, Withdrawal(entry=entry_id)))
        ledger.note(Erased(space.id, entry_id) for entry_id in ids)
    return len(ids)


def save_slip(space: OpenSpace, value: Kind, *name: bytes | str, days: int = FOR_EVER) -> None:
    """Puts a slip into the slot of that name, replacing what one's own slip there held."""
    save_slips([(space, value, slot_of(space, *name))], days=days)


def save_slips(slips: list[tuple[OpenSpace, Kind, bytes]], *, days: int = FOR_EVER) -> None:
    """Several slips in one statement. Slots belong to one owner each: their names hold the owner where two write."""
    ends = utc_day() + timedelta(days=days)
    rows = [
        Slip(
            space_id=space.id,
            owner=space.me,
            slot=slot,
            expires_on=ends,
            body=seal(space.key.epochs[space.epoch], slip_place(space, slot, space.me, space.epoch), encode(value)),
        )
        for space, value, slot in slips
    ]
    Slip.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["space", "slot"], update_fields=["expires_on", "body"]
    )


def drop_slip(space: OpenSpace, *name: bytes | str) -> None:
    Slip.objects.filter(space_id=space.id, owner=space.me, slot=slot_of(space, *name)).delete()


def drop_slots(space: OpenSpace, slots: list[bytes]) -> int:
    """Deletes slips of either member, for what both had put in and both now see; returns how many there were."""
    return Slip.objects.filter(space_id=space.id, slot__in=slots).delete()[0]


def remember_head(private: OpenSpace, shared: OpenSpace) -> None:
    """Notes in one's own space where the shared chain stands now."""
    save_slips([head_slip(private, shared)])


def head_slip(private: OpenSpace, shared: OpenSpace) -> tuple[OpenSpace, Kind, bytes]:
    value = RememberedHead(sequence=shared.sequence, head=shared.head)
    return private, value, slot_of(private, "head", shared.id.bytes)


def tidy() -> int:
    """Deletes slips past their day; returns how many."""
    deleted, _ = Slip.objects.filter(expires_on__lt=utc_day()).delete()
    return deleted


def utc_day() -> date:
    return clock.now().date()


def _row(entry: Prepared, space: Space) -> Entry:
    return Entry(
        space_id=space.id,
        id=entry.id,
        sequence=space.sequence,
        epoch=entry.epoch,
        author=entry.author,
        tag=entry.tag,
        slot=entry.slot,
        day=utc_day(),
        header=entry.header,
        signature=entry.signature,
        body=entry.body,
    )
