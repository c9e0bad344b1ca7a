"""What changes something here: the jar, letters, looks back, showing one's chart, hiding the window."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from glasswork.progress.here import CHART, Here, change_own
from glasswork.progress.kinds import JAR, LETTERS, LOOKS, Draft, Letter, LookBack, Moment, SharedChart, filled
from glasswork.progress.weeks import all_weeks
from glasswork.spaces.drafts import Drafts
from glasswork.spaces.kinds import Kind, encode
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, read_entries, slot_of
from glasswork.spaces.writing import (
    AlreadyWritten,
    SpaceClosed,
    drop_slip,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    withdraw,
    writing_in,
)

DRAFTS = Drafts(Draft, "progress-draft", has_threads=False)
MINE = (JAR, LETTERS, LOOKS)
KINDS = (Moment, Letter, LookBack)


def keep(private: OpenSpace, value: Moment | Letter | LookBack, *, once: str) -> None:
    """In one's own space. The same form sent twice is kept once."""
    with suppress(AlreadyWritten), writing_in(private) as (page,):
        page.place(prepare(private, value, slot=_once(private, once, value)))


def share(spaces: Spaces, value: Moment | Letter, *, once: str) -> None:
    """For both to see. Raises SpaceClosed when sharing has stopped."""
    shared = spaces.shared
    if shared is None:
        raise SpaceClosed
    with suppress(AlreadyWritten), writing_in(shared) as (page,):
        page.place(prepare(shared, value, slot=_once(shared, once, value)))
        save_slips([head_slip(spaces.private, shared)])


def take_back(spaces: Spaces, entry_id: UUID) -> bool:
    """The words of one of one's own entries of this room. What they coloured in the window stays."""
    mine = [entry for entry in read_in(spaces.all(), *MINE) if entry.id == entry_id and isinstance(entry.value, KINDS)]
    by_id = {space.id: space for space in spaces.all()}
    return any(withdraw(by_id[entry.space], entry.id) for entry in mine if entry.author == spaces.private.me)


def read_in(spaces: Iterable[OpenSpace], *tags: str) -> list[Opened[Kind]]:
    """What still has its words, oldest first. One query."""
    found = read_entries(*(Want(space, tags=tags) for space in spaces))
    return sorted((entry for entry in found if entry.value), key=lambda entry: (entry.day, entry.sequence))


def show_chart(here: Here, question: str, *, days: int, purpose: str = "") -> None:
    """A copy of one's points, a week each, for some days, in place of the one before. Raises SpaceClosed."""
    shared = here.spaces.shared
    if shared is None:
        raise SpaceClosed
    weeks = all_weeks(here.evenings, here.weeks)
    until = here.today + timedelta(days=days)
    value = filled(SharedChart(question=question, up_to=here.today, weeks=weeks, until=until, purpose=purpose))
    with writing_in(shared) as (page,):
        if page.row.closed_on:
            raise SpaceClosed
        save_slip(shared, value, CHART, shared.me.bytes)


def put_chart_away(spaces: Spaces) -> None:
    """Also after sharing stopped: nothing of it stays behind."""
    for space in spaces.all():
        if space.is_shared:
            drop_slip(space, CHART, space.me.bytes)


def hide(private: OpenSpace, *, is_hidden: bool) -> None:
    change_own(private, is_hidden=is_hidden)


def _once(space: OpenSpace, once: str, value: Kind) -> bytes:
    return slot_of(space, "progress-once", once, sha256(encode(value)).digest())
