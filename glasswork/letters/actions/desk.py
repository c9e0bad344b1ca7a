"""One's own desk: what is being written, what is done and waits, and where it goes."""

from datetime import datetime
from uuid import UUID, uuid4

from glasswork.letters.forms import ENOUGH, OTHERS_LETTER, TOO_EARLY
from glasswork.letters.here import DRAFTS, WAITING, Here
from glasswork.letters.kinds import TAG, Kept, Letter, Part, Waiting
from glasswork.letters.post import ROOT, letter_slot
from glasswork.letters.sorts import BY, SORTS
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries, read_slip, slot_of
from glasswork.spaces.refused import MovedOn, Refused
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


def finish(here: Here, sort: str, parts: tuple[Part, ...], *, once: str) -> None:
    """The letter stands, and its wait begins now. Raises MovedOn when other words wait there already."""
    private = here.private
    with writing(private):
        before = read_slip(private, Waiting, WAITING, sort)
        if before and before.parts != parts:
            raise MovedOn
        if before is None:
            until = here.now + SORTS[sort].rest
            space = here.shared.id if here.shared else None
            done = Waiting(
                letter=uuid4(), sort=sort, version=SORTS[sort].words.version, parts=parts, until=until, space=space
            )
            save_slip(private, done, WAITING, sort)
        DRAFTS.end(private, sort, once=once)


def take_up(here: Here, sort: str) -> None:
    """Back to be written on; what waited is a draft again, and its next wait starts anew."""
    private = here.private
    with writing(private):
        waiting = read_slip(private, Waiting, WAITING, sort)
        if waiting:
            day = next((part.day.isoformat() for part in waiting.parts if part.day), "")
            DRAFTS.save(private, sort, {part.id: part.words for part in waiting.parts} | {BY: day}, once="")
            drop_slip(private, WAITING, sort)


def keep(here: Here, sort: str, goes: str) -> None:
    """It stays with its writer, now or, once its time is over, after it was read aloud. Raises MovedOn or Refused."""
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
    """Raises MovedOn, Refused or SpaceClosed; then it waits as before."""
    private, shared = here.private, here.shared
    if shared is None:
        raise SpaceClosed
    with writing_in(private, shared) as (_, page):
        waiting = _waiting(private, sort)
        _check_rested(waiting, here.now)
        if page.row.closed_on:
            raise SpaceClosed
        if waiting.space != shared.id:
            raise Refused(OTHERS_LETTER)
        if _sent_today(shared) >= MOST_A_DAY:
            raise Refused(ENOUGH)
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
        raise MovedOn
    return waiting


def _check_rested(waiting: Waiting, now: datetime) -> None:
    if now < waiting.until:
        raise Refused(TOO_EARLY)  # only the stored moment counts
