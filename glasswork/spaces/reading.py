"""Reads entries and slips of opened spaces. One query a call, whatever is wanted."""

from collections.abc import Iterator
from datetime import date
from functools import cache, reduce
from itertools import batched, chain
from operator import itemgetter, or_
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.lookups import In

from glasswork.lib.written_query import WrittenQuery
from glasswork.seal.envelope import Place, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.statement import check_signature, read_entry
from glasswork.seal.tags import slot as make_slot
from glasswork.seal.tags import tag as make_tag
from glasswork.spaces.kinds import Kind, decode
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.prepared import Prepared


class Opened[K: Kind](NamedTuple):
    """An entry in the clear, for as long as the request lasts. ``value`` is None once it was withdrawn."""

    id: UUID
    space: UUID
    sequence: int
    author: UUID
    day: date
    slot: bytes
    value: K | None
    header: bytes
    signature: bytes


class Row(NamedTuple):
    """What is read of a stored entry; an ``Entry`` will do as well."""

    id: UUID
    space_id: UUID
    sequence: int
    epoch: int
    author: UUID
    slot: bytes | None
    day: date
    header: bytes
    signature: bytes
    body: bytes


class Want(NamedTuple):
    """Which entries of a space: those with any of the tags (from ``since`` until ``until``), or in any of the slots."""

    space: OpenSpace
    tags: tuple[str, ...] = ()
    since: date | None = None
    slots: tuple[bytes, ...] = ()
    until: date | None = None


def read_entries(*wants: Want, newest: int | None = None) -> list[Opened[Kind]]:
    """The wanted entries in order of space and sequence; at most the ``newest`` of them when that is given."""
    if not wants:
        return []
    spaces = {want.space.id: want.space for want in wants}
    asked: Iterator[list[Any]] = chain.from_iterable(_parts(wants))
    if newest is None:
        found = sorted(_ENTRIES.rows(*asked), key=itemgetter(1, 2))  # the database would take longer to be told
    else:
        found = _newest(newest).rows(*asked)[::-1]
    return [open_entry(spaces[row.space_id], row) for row in _with_ids(found)]


def check_authors(entries: list[Opened[Kind]], spaces: list[OpenSpace]) -> list[Opened[Kind]]:
    """The same entries, once every signature fits its author: for words seen for the first time (K13)."""
    by_id = {space.id: space for space in spaces}
    for entry in entries:
        check_author(by_id[entry.space], entry.author, entry.header, entry.signature)
    return entries


def open_entry(space: OpenSpace, row: Row | Entry) -> Opened[Kind]:
    """Raises SealError when the row is not exactly what its author wrote for this place."""
    body = bytes(row.body)
    value = None
    if body:
        place = Place("entry", space.id.bytes, row.id.bytes, row.epoch, row.author.bytes)
        value = decode(read_entry(_key(space, row.epoch), place, bytes(row.header), body))
    header, signature = bytes(row.header), bytes(row.signature)
    slot = bytes(row.slot or b"")
    return Opened(row.id, space.id, row.sequence, row.author, row.day, slot, value, header, signature)


def open_prepared(space: OpenSpace, entry: Prepared) -> Kind:
    """What an entry that waits to be placed says. Raises SealError when it was changed while it waited."""
    place = Place("entry", space.id.bytes, entry.id.bytes, entry.epoch, entry.author.bytes)
    return decode(read_entry(_key(space, entry.epoch), place, entry.header, entry.body))


def check_author(space: OpenSpace, author: UUID, header: bytes, signature: bytes) -> None:
    """Raises SealError unless ``author``'s pinned keys made this signature."""
    signer = space.signer(author)
    if signer is None:
        raise SealError
    check_signature(header, signature, signer)


def read_slip[K: Kind](space: OpenSpace, kind: type[K], *name: bytes | str) -> K | None:
    """The slip in the slot of that name, or None where there is none or it holds another kind."""
    found = read_slips_at(space, [slot_of(space, *name)])
    value = found[0].value if found else None
    return value if isinstance(value, kind) else None


class SlipHere(NamedTuple):
    """An opened slip with where it lies and whose it is."""

    space: UUID
    owner: UUID
    slot: bytes
    value: Kind


class SlipRow(NamedTuple):
    """What is read of a stored slip; a ``Slip`` will do as well."""

    space_id: UUID
    owner: UUID
    slot: bytes
    body: bytes


def read_own_slips(*spaces: OpenSpace, shown: tuple[bytes, ...] = ()) -> list[SlipHere]:
    """A person's own slips in these spaces; a partner's held answers are not even fetched.

    ``shown``: slots of slips that are for both to see, whoever's they are.
    """
    return _slips(spaces, [spaces[0].me], list(dict.fromkeys(shown)))


def read_slips_at(space: OpenSpace, slots: list[bytes]) -> list[SlipHere]:
    """The slips in these slots, whoever’s they are: for what its owner shows to the other while it stands."""
    return _slips((space,), [], slots) if slots else []


def read_all_slips(*spaces: OpenSpace) -> list[SlipHere]:
    """Everybody's slips in these spaces: for actions under the lock, never for a page."""
    return _slips(spaces, [], [])


def slip_rows(spaces: list[OpenSpace], slots: list[bytes]) -> list[SlipRow]:
    """What lies in these slots, whoever’s it is, still sealed."""
    return list(map(SlipRow._make, _SLIPS.rows([space.id for space in spaces], [], slots)))


def _slips(spaces: tuple[OpenSpace, ...], owners: list[UUID], slots: list[bytes]) -> list[SlipHere]:
    by_id = {space.id: space for space in spaces}
    rows = map(SlipRow._make, _SLIPS.rows(list(by_id), owners, slots))
    return [SlipHere(row.space_id, row.owner, bytes(row.slot), open_slip(by_id[row.space_id], row)) for row in rows]


def open_slip(space: OpenSpace, row: SlipRow | Slip) -> Kind:
    for epoch in sorted(space.key.epochs, reverse=True):
        try:
            return decode(
                unseal(
                    space.key.epochs[epoch],
                    slip_place(space, bytes(row.slot), row.owner, epoch),
                    bytes(row.body),
                )
            )
        except SealError:
            continue
    raise SealError


def slip_place(space: OpenSpace, slot: bytes, owner: UUID, epoch: int) -> Place:
    return Place("slip", space.id.bytes, slot, epoch, owner.bytes)


def slot_of(space: OpenSpace, *name: bytes | str) -> bytes:
    """The slot of that name in this space: 16 bytes that tell the database nothing."""
    if name not in space.slots:  # a page looks for the same ones again and again
        space.slots[name] = make_slot(space.key.tag_key, *name)
    return space.slots[name]


def tag_of(space: OpenSpace, name: str) -> bytes:
    return make_tag(space.key.tag_key, name)


class Part(NamedTuple):
    """Some of the wants as one condition; of days there is one or none."""

    spaces: list[UUID]
    tags: list[bytes]
    slots: list[bytes]
    since: list[date]
    until: list[date]


def _parts(wants: tuple[Want, ...]) -> list[Part]:
    """Tags and slots belong to one space alone, so spaces wanted alike share a condition: the database takes few."""
    alike: dict[tuple[date | None, date | None], Part] = {}
    for space, names, since, _, until in wants:
        if names:
            days = ([since] if since else []), ([until] if until else [])
            part = alike.setdefault((since, until), Part([], [], [], *days))
            part.spaces.append(space.id)
            part.tags.extend(tag_of(space, name) for name in names)
    parts = list(alike.values())
    if slots := [slot for want in wants for slot in want.slots]:
        parts.append(Part([want.space.id for want in wants if want.slots], [], slots, [], []))
    return parts


def _condition(part: Part) -> Q:
    within = Q(In(F("space_id"), part.spaces))
    if part.slots:
        return within & Q(slot__in=part.slots)
    asked = within & Q(tag__in=part.tags)
    asked = asked & Q(day__gte=part.since[0]) if part.since else asked
    return asked & Q(day__lte=part.until[0]) if part.until else asked


def _key(space: OpenSpace, epoch: int) -> bytes:
    try:
        return space.key.epochs[epoch]
    except KeyError:
        raise SealError from None


def _with_ids(rows: list[tuple[Any, ...]]) -> Iterator[Row]:
    """Spaces and authors are few and come again in every row, so each is made into a UUID once."""
    known: dict[str | UUID, UUID] = {}
    for id_, space, sequence, epoch, author, *rest in rows:
        for each in (space, author):
            if each not in known:
                known[each] = _as_id(each)
        yield Row(_as_id(id_), known[space], sequence, epoch, known[author], *rest)


def _as_id(found: str | UUID) -> UUID:
    return found if isinstance(found, UUID) else UUID(found)


def _plain(name: str) -> "ExpressionWrapper[F]":
    """The column as the database gives it, a UUID or its letters: Django would make each a UUID by itself."""
    return ExpressionWrapper(F(name), output_field=CharField())


_IDS = {"id", "space_id", "author"}
_ROWS = Entry.objects.values_list(*(_plain(name) if name in _IDS else name for name in Row._fields))


def _entries(*parts: Any) -> "QuerySet[Any, tuple[Any, ...]]":
    """``parts``: the fields of as many parts, one after the other."""
    return _ROWS.filter(reduce(or_, (_condition(Part(*part)) for part in batched(parts, len(Part._fields)))))


@cache
def _newest(number: int) -> WrittenQuery[tuple[Any, ...]]:
    return WrittenQuery(lambda *parts: _entries(*parts).order_by("-day", "-sequence")[:number])


def _slips_of(spaces: list[Any], owners: list[Any], slots: list[Any]) -> "QuerySet[Any, tuple[Any, ...]]":
    """Of one owner, in some slots, either or all, as far as they are given."""
    rows = Slip.objects.values_list(*SlipRow._fields).filter(In(F("space_id"), spaces))
    asked = [Q(owner=owners[0])] if owners else []
    asked += [Q(slot__in=slots)] if slots else []
    return rows.filter(reduce(or_, asked)) if asked else rows


_ENTRIES = WrittenQuery(_entries)
_SLIPS = WrittenQuery(_slips_of)
