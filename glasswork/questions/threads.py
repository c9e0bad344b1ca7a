"""A question with its parts, each an entry in a slot of its own. What they mean is for ``standing``."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from glasswork.questions.kinds import TAG, Asked
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries, slot_of

ROOT = "root"
MOST = {"answer": 3, "by": 3, "park": 4, "park-word": 4, "out": 4, "kindly": 6, "later": 10}
PARTS = (ROOT, "thanks", *(f"{part}-{n}" for part, most in MOST.items() for n in range(1, most + 1)))
NEWEST = 300  # rows of the ledger, about a hundred questions


class Said(NamedTuple):
    """One part; ``value`` is None once its author took it back. ``part`` is known where it was read by its slot."""

    id: UUID
    author: UUID
    sequence: int
    value: Kind | None
    part: str = ""


class Question(NamedTuple):
    """``parts`` in the order of the record. ``asker`` is None only where the first words were taken back long ago."""

    id: UUID
    space: OpenSpace
    asker: UUID | None
    parts: tuple[Said, ...]

    @property
    def asked(self) -> Asked | None:
        return next((part.value for part in self.parts if isinstance(part.value, Asked)), None)

    @property
    def is_mine(self) -> bool:
        return self.asker == self.space.me

    def all[K: Kind](self, kind: type[K]) -> list[tuple[UUID, K]]:
        return [(part.author, part.value) for part in self.parts if isinstance(part.value, kind)]

    def last[K: Kind](self, kind: type[K]) -> K | None:
        found = self.all(kind)
        return found[-1][1] if found else None

    def next_part(self, part: str) -> str | None:
        """The name of one’s own next such part; None when there have been enough of them."""
        taken = {said.part for said in self.parts if said.author == self.space.me}
        return next((name for n in range(1, MOST[part] + 1) if (name := f"{part}-{n}") not in taken), None)


class Found(NamedTuple):
    question: Question
    names: dict[UUID, str]


def part_slot(space: OpenSpace, question: UUID, author: UUID, part: str) -> bytes:
    return slot_of(space, "questions", question.bytes, author.bytes, part)


def read_question(space: OpenSpace, question: UUID) -> Question | None:
    """For actions under the lock. One query."""
    want, slots = _want(space, question)
    return _whole(space, question, read_entries(want), slots)


def find_question(spaces: Spaces, question: UUID) -> Found | None:
    """None for whoever can’t read it, as for a question that never was. Every signature is checked (K13)."""
    wants = {space.id: _want(space, question) for space in spaces.all() if space.is_shared}
    entries = check_authors(read_entries(*(want for want, _ in wants.values())), spaces.all())
    for space in spaces.all():
        here = [entry for entry in entries if entry.space == space.id]
        if space.id in wants and (whole := _whole(space, question, here, wants[space.id][1])):
            return Found(whole, names_in(here))
    return None


def questions_in(space: OpenSpace, entries: Iterable[Opened[Kind]]) -> dict[UUID, Question]:
    """Those among the entries, oldest first; parts that were taken back no longer say where they belong."""
    found: dict[UUID, list[Said]] = {}
    for entry in entries:
        if entry.space == space.id and (question := question_of(entry.value)):
            found.setdefault(question, []).append(_said(entry))
    return {question: _question(space, question, parts) for question, parts in found.items()}


def question_of(value: Kind | None) -> UUID | None:
    if isinstance(value, Asked):
        return value.id
    found = getattr(value, "question", None)
    return found if isinstance(found, UUID) and value and value.form.tag == TAG else None


def _want(space: OpenSpace, question: UUID) -> tuple[Want, dict[bytes, tuple[UUID, str]]]:
    slots = dict(_slots(space, question))
    return Want(space, tags=(NAMES,), slots=tuple(slots)), slots


def _slots(space: OpenSpace, question: UUID) -> Iterator[tuple[bytes, tuple[UUID, str]]]:
    for author in space.members:
        for part in PARTS:
            yield part_slot(space, question, author, part), (author, part)


def _whole(
    space: OpenSpace, question: UUID, entries: list[Opened[Kind]], slots: dict[bytes, tuple[UUID, str]]
) -> Question | None:
    here = [entry for entry in entries if entry.slot in slots]
    asker = next((author for author, part in (slots[entry.slot] for entry in here) if part == ROOT), None)
    parts = tuple(_said(entry, slots[entry.slot][1]) for entry in here)
    return Question(question, space, asker, parts) if asker else None


def _question(space: OpenSpace, question: UUID, parts: list[Said]) -> Question:
    asker = next((part.author for part in parts if isinstance(part.value, Asked)), None)
    return Question(question, space, asker, tuple(parts))


def _said(entry: Opened[Kind], part: str = "") -> Said:
    return Said(entry.id, entry.author, entry.sequence, entry.value, part)
