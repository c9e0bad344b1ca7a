"""Finds words among a person's entries: opened for one request, a year at a time, and forgotten (K17).

Every word that was typed must be there, whole or as the beginning of one. Capitals and accents don't matter.
"""

import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple
from uuid import UUID

from glasswork.letters.kinds import Mine as LettersOpened
from glasswork.lib.directions import isolated
from glasswork.plan.doors import Doors
from glasswork.plan.where import TAGS, href_of, where_of
from glasswork.promises.here import BOARD
from glasswork.promises.kinds import Board, Mine
from glasswork.promises.threads import ROOT, part_slot
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Opened, Want, read_entries, read_own_slips, slot_of

YEAR = timedelta(days=365)
MOST_SHOWN, MOST_YEARS = 40, 50
AROUND = 70


class Hit(NamedTuple):
    """An entry that holds the words: the line around them, what it is, who wrote it, its day and its page."""

    text: str
    label: str
    by: str
    day: date
    href: str


class Year(NamedTuple):
    """``is_more``: not all that was found is shown. ``has_older``: there is something from before."""

    hits: list[Hit]
    is_more: bool
    has_older: bool


def find_in_year(spaces: Spaces, query: str, today: date, back: int) -> Year:
    """``back`` 0 is the last year, 1 the one before. Newest first. Three queries."""
    since = today - YEAR * (back + 1) + timedelta(days=1)
    until = today - YEAR * back if back else None
    wants = [Want(space, tags=TAGS, since=since, until=until) for space in spaces.all()]
    names = [Want(space, tags=(NAMES,)) for space in spaces.all()[1:]]
    entries = read_entries(*wants, *names)
    found = [entry for entry in entries if matches(entry.value, words_in(query))]
    older = [Want(space, tags=TAGS, until=since - timedelta(days=1)) for space in spaces.all()]
    hits = _hits(spaces, entries, found, words_in(query))
    return Year(hits[:MOST_SHOWN], len(hits) > MOST_SHOWN, bool(read_entries(*older, newest=1)))


def words_in(query: str) -> list[str]:
    return fold(query).split()


def matches(value: Kind | None, words: list[str]) -> bool:
    """A withdrawn entry has no value, and is never found."""
    if value is None or not words:
        return False
    text = fold(value.as_text())
    return bool(text) and all(word in text for word in words)


def fold(text: str) -> str:
    """For comparing: without capitals, accents, and the two sorts of apostrophe."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


def line_around(text: str, words: Iterable[str]) -> str:
    """The line in which the first of the words stands, and not too much of it."""
    first = next(iter(words), "")
    line = next((each for each in text.splitlines() if first in fold(each)), text)
    start = max(fold(line).find(first) - AROUND, 0)
    begin = line.find(" ", start) + 1 if start else 0
    part = line[begin : begin + 2 * AROUND + len(first)]
    return f"{'… ' if begin else ''}{part}{' …' if begin + len(part) < len(line) else ''}"


def _hits(spaces: Spaces, entries: list[Opened[Kind]], found: list[Opened[Kind]], words: list[str]) -> list[Hit]:
    by_id = {space.id: space for space in spaces.all()}
    doors, roots = _doors_and_roots(spaces, entries)
    names = {space.id: isolated(partner_name(space, entries)) for space in spaces.all()[1:]}
    hits = []
    for entry in sorted(found, key=lambda entry: (entry.day, entry.sequence), reverse=True):
        where, me = where_of(entry, spaces.private.me), spaces.private.me
        if where is None or entry.value is None or doors[entry.space].is_closed(entry):
            continue
        thread = partial(_thread, doors[entry.space], roots)
        by = "You" if entry.author == me else names.get(entry.space, "") if entry.space in by_id else ""
        text = line_around(entry.value.as_text(), words)
        hits.append(Hit(text, where.label, by, entry.day, href_of(entry, where, thread)))
    return hits


def _doors_and_roots(spaces: Spaces, entries: list[Opened[Kind]]) -> tuple[dict[UUID, Doors], dict[bytes, UUID]]:
    """Doors by space; and which slot is the beginning of which thread, as far as the boards know."""
    slots = tuple(slot_of(space, BOARD, each.bytes) for space in spaces.all() for each in space.members)
    slips = read_own_slips(*spaces.all(), shown=slots)
    mine = next((slip.value for slip in slips if isinstance(slip.value, Mine)), Mine())
    letters = next((slip.value for slip in slips if isinstance(slip.value, LettersOpened)), LettersOpened())
    roots: dict[bytes, UUID] = {}
    for space in spaces.all():
        for slip in slips:
            if slip.space == space.id and isinstance(slip.value, Board):
                known = [*slip.value.promises, *slip.value.told]
                roots |= {part_slot(space, each, author, ROOT): each for each in known for author in space.members}
    return {space.id: Doors(space, mine, letters, entries) for space in spaces.all()}, roots


def _thread(doors: Doors, roots: dict[bytes, UUID], entry: Opened[Kind]) -> UUID | None:
    return doors.thread_of(entry) or roots.get(entry.slot)
