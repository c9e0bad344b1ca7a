"""A thread: one promise, ask or told thing with its parts, each an entry in a slot of its own, by whoever may write it.

What the parts mean is for the pure modules; here they are only found, with every signature checked (K13).
"""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID, uuid5

from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries, slot_of

ROOT = "root"

type Key = tuple[UUID, UUID, str]  # thread, author, part


class Thread(NamedTuple):
    """``parts`` is by author and part. A part that was taken back is there without a value."""

    id: UUID
    space: OpenSpace
    parts: dict[tuple[UUID, str], Opened[Kind]]

    @property
    def me(self) -> UUID:
        return self.space.me

    @property
    def other(self) -> UUID | None:
        return self.space.other if self.space.partner else None

    @property
    def opener(self) -> UUID:
        return next(author for author, part in self.parts if part == ROOT)

    @property
    def other_of_opener(self) -> UUID | None:
        return self.other if self.is_mine else self.me

    @property
    def is_mine(self) -> bool:
        return self.opener == self.me

    @property
    def is_open_for_writing(self) -> bool:
        return not self.space.is_closed

    def root[K: Kind](self, kind: type[K]) -> K | None:
        return self.said(self.opener, ROOT, kind)

    def said[K: Kind](self, author: UUID | None, part: str, kind: type[K]) -> K | None:
        found = self.parts.get((author, part)) if author else None
        return found.value if found and isinstance(found.value, kind) else None

    def all_said[K: Kind](self, kind: type[K]) -> list[tuple[UUID, K]]:
        """Author and value of every part of that kind, in the order of the record."""
        here = sorted(self.parts.values(), key=lambda entry: entry.sequence)
        return [(entry.author, entry.value) for entry in here if isinstance(entry.value, kind)]

    def mine_to_take_back(self) -> list[UUID]:
        return [entry.id for (author, _), entry in self.parts.items() if author == self.me and entry.value]


def part_slot(space: OpenSpace, thread: UUID, author: UUID, part: str) -> bytes:
    return slot_of(space, "promises", thread.bytes, author.bytes, part)


def keys_of(space: OpenSpace, thread: UUID, parts: Iterable[str]) -> list[Key]:
    return [(thread, author, part) for part in parts for author in space.members]


def want(space: OpenSpace, keys: Iterable[Key], *, tags: tuple[str, ...] = ()) -> tuple[Want, dict[bytes, Key]]:
    """What to read for these keys, and which slot is which of them."""
    slots = {part_slot(space, *key): key for key in keys}
    return Want(space, tags=tags, slots=tuple(slots)), slots


def threads_in(space: OpenSpace, entries: list[Opened[Kind]], slots: dict[bytes, Key]) -> dict[UUID, Thread]:
    """Threads whose beginning was found, by id."""
    found: dict[UUID, dict[tuple[UUID, str], Opened[Kind]]] = {}
    for entry in entries:
        if entry.space == space.id and entry.slot in slots:
            thread, author, part = slots[entry.slot]
            found.setdefault(thread, {})[author, part] = entry
    return {
        thread: Thread(thread, space, parts)
        for thread, parts in found.items()
        if any(part == ROOT for _, part in parts)
    }


class Found(NamedTuple):
    thread: Thread
    names: dict[UUID, str]

    @property
    def partner_name(self) -> str:
        pin = self.thread.space.partner
        return self.names.get(pin.account) or pin.name if pin else ""


def find_thread(spaces: Spaces, thread: UUID, parts: Iterable[str]) -> Found | None:
    """None for whoever can't read it, as for a thread that never was. One query over all the spaces of a person."""
    wants, slots = [], {}
    for space in spaces.all():
        one, here = want(space, keys_of(space, thread, (ROOT, *parts)), tags=(NAMES,))
        wants.append(one)
        slots[space.id] = here
    entries = check_authors(read_entries(*wants), spaces.all())
    for space in spaces.all():
        here_entries = [entry for entry in entries if entry.space == space.id]
        if thread in (found := threads_in(space, here_entries, slots[space.id])):
            return Found(found[thread], names_in(here_entries))
    return None


def read_threads(space: OpenSpace, keys: Iterable[Key]) -> dict[UUID, Thread]:
    """One query."""
    one, slots = want(space, keys)
    return threads_in(space, check_authors(read_entries(one), [space]), slots) if slots else {}


def mending_of(promise: UUID, pane: int) -> UUID:
    """The told thing in which a pane that was not kept is put right: one for each pane, found without looking."""
    return uuid5(promise, f"pane-{pane}")
