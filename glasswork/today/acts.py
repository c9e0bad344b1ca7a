"""What the partner did lately that one may look at: something hard they told, a promise to say a word on. Pure."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from glasswork.promises.kinds import TAG, Mine, Outcome, Word
from glasswork.promises.kinds_of_telling import TELLING, Answer, Told
from glasswork.promises.panes import SAID
from glasswork.promises.telling import ABOUT
from glasswork.promises.threads import ROOT, part_slot
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened

TAGS = (TAG, TELLING)


class HardNews(NamedTuple):
    """A door, and no more than its topic."""

    topic: str
    day: date


class Claim(NamedTuple):
    """What the partner said of a promise of theirs, before one has said a word on it."""

    promise: UUID
    line: str
    day: date


def hard_news(space: OpenSpace, entries: list[Opened[Kind]], own: Mine) -> HardNews | None:
    """The newest that is neither opened, put by nor answered: whichever, only this person’s own pages know."""
    mine = [entry.value for entry in entries if entry.author == space.me]
    known = {*own.opened, *own.put_by, *(value.told for value in mine if isinstance(value, Answer))}
    seen = {part_slot(space, thread, space.other, ROOT) for thread in known}
    found = [entry for entry in entries if entry.author == space.other and entry.slot not in seen]
    told = [(entry.value, entry.day) for entry in found if isinstance(entry.value, Told)]
    return HardNews(ABOUT[told[-1][0].about][1], told[-1][1]) if told else None


def claims(space: OpenSpace, entries: list[Opened[Kind]], name: str) -> list[Claim]:
    """Newest first, one for each promise."""
    said = {(e.value.promise, e.value.pane) for e in entries if isinstance(e.value, Word) and e.author == space.me}
    theirs = [entry for entry in entries if entry.space == space.id and entry.author != space.me]
    newest = {entry.value.promise: entry for entry in theirs if isinstance(entry.value, Outcome)}
    return [
        Claim(promise, f"{name} says of a promise: {SAID[entry.value.what]}.", entry.value.on)
        for promise, entry in reversed(newest.items())
        if isinstance(entry.value, Outcome) and (promise, entry.value.pane) not in said
    ]
