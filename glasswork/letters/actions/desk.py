"""One's own desk: what is being written, what is done and waits, and where it goes."""

from datetime import datetime
from uuid import UUID, uuid4

from glasswork.letters.here import DRAFT, WAITING, Here
from glasswork.letters.kinds import TAG, Draft, Kept, Letter, Part, Waiting
from glasswork.letters.post import ROOT, letter_slot
from glasswork.letters.sorts import SORTS, VERSION
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries, read_slip, slot_of
from glasswork.spaces.writing import (
    SpaceClosed,
    drop_slip,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    utc_day,
    writing,
    writing_in,
)

MOST_A_DAY = 6  # every sort once, and again after a change


class Busy(Exception):
    """Something else happened here in the meantime, in another tab or with another press."""


class TooEarly(Exception):
    """Its wait isn't over. Only the stored moment counts."""


class Enough(Exception):
    """As many went today as anybody could read. This one stays where it is."""


class OthersLetter(Exception):
    """It was finished before these two shared: alone, or for somebody else."""


def save_draft(private: OpenSpace, form: str, fields: dict[str, str], *, once: str, about: str = "") -> None:
    """Keeps what is being typed, unless the form it comes from was sent in the meantime."""
    before = read_slip(private, Draft, DRAFT, form, about)
    if not (before and once and before.ended == once):
        save_slip(private, Draft(fields=fields), DRAFT, form, about)


def end_draft(private: OpenSpace, form: str, *, once: str, about: str = "") -> None:
    save_slip(private, Draft(fields={}, ended=once), DRAFT, form, about)


def finish(here: Here, sort: str, parts: tuple[Part, ...], *, once: str) -> None:
    """The letter stands, and its wait begins now. Raises Busy when other words wait there already."""
    private = here.private
    with writing(private):
        before = read_slip(private, Waiting, WAITING, sort)
        if before and before.parts != parts:
            raise Busy
        if before is None:
            until = here.now + SORTS[sort].rest
            space = here.shared.id if here.shared else None
            done = Waiting(letter=uuid4(), sort=sort, version=VERSION, parts=parts, until=until, space=space)
            save_slip(private, done, WAITING, sort)
        end_draft(private, sort, once=once)


def take_up(here: Here, sort: str) -> None:
    """Back to be written on; what waited is a draft again, and its next wait starts anew."""
    private = here.private
    with writing(private):
        waiting = read_slip(private, Waiting, WAITING, sort)
        if waiting:
            save_slip(private, Draft(fields={part.id: part.words for part in waiting.parts}), DRAFT, sort, "")
            drop_slip(private, WAITING, sort)


def keep(here: Here, sort: str, goes: str) -> None:
    """It stays with its writer, now or after it was read aloud. Raises Busy when nothing waits, TooEarly for aloud."""
    private = here.private
    with writing(private) as page:
        waiting = _waiting(private, sort)
        if goes == "aloud":
            _check_rested(waiting, here.now)
        kept = Kept(sort=sort, goes=goes, version=waiting.version, parts=waiting.parts)
        page.place(prepare(private, kept, slot=_kept_slot(private, waiting.letter)))
        drop_slip(private, WAITING, sort)


def find_kept(here: Here, letter: UUID) -> UUID | None:
    """The entry that a letter became when it was kept or read aloud."""
    found = read_entries(Want(here.private, slots=(_kept_slot(here.private, letter),)))
    return found[0].id if found else None


def send(here: Here, sort: str) -> None:
    """Raises Busy, TooEarly, OthersLetter, Enough or SpaceClosed; then it waits as before."""
    private, shared = here.private, here.shared
    if shared is None:
        raise SpaceClosed
    with writing_in(private, shared) as (_, page):
        waiting = _waiting(private, sort)
        _check_rested(waiting, here.now)
        if page.row.closed_on:
            raise SpaceClosed
        if waiting.space != shared.id:
            raise OthersLetter
        if _sent_today(shared) >= MOST_A_DAY:
            raise Enough
        letter = Letter(letter=waiting.letter, sort=sort, version=waiting.version, parts=waiting.parts)
        page.place(prepare(shared, letter, slot=letter_slot(shared, waiting.letter, shared.me, ROOT)))
        drop_slip(private, WAITING, sort)
        save_slips([head_slip(private, shared)])


def _kept_slot(private: OpenSpace, letter: UUID) -> bytes:
    return slot_of(private, "letters-kept", letter.bytes)


def _sent_today(shared: OpenSpace) -> int:
    """Those that were taken back count too: their reader has seen them come."""
    sent = read_entries(Want(shared, tags=(TAG,), since=utc_day()))
    return sum(entry.author == shared.me for entry in sent)


def _waiting(private: OpenSpace, sort: str) -> Waiting:
    waiting = read_slip(private, Waiting, WAITING, sort)
    if waiting is None:
        raise Busy
    return waiting


def _check_rested(waiting: Waiting, now: datetime) -> None:
    if now < waiting.until:
        raise TooEarly
