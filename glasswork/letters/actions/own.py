"""What stays with one person: letters never sent, kept anger, a promise begun, the ten minutes; and the one tap."""

from contextlib import suppress
from datetime import timedelta

from msgspec.structs import replace

from glasswork.letters.here import PULL, Here
from glasswork.letters.kinds import Kept, Part, Pull, PullTold
from glasswork.promises.here import DRAFTS as PROMISES
from glasswork.spaces.reading import read_slip, slot_of
from glasswork.spaces.writing import (
    AlreadyWritten,
    SpaceClosed,
    append,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    writing,
    writing_in,
)

TEN_MINUTES = timedelta(minutes=10)


def keep_own(here: Here, kept: Kept, *, once: str) -> None:
    """The same form sent twice is kept once."""
    with suppress(AlreadyWritten):
        append(here.private, kept, slot=slot_of(here.private, "letters-kept", once))


def begin_promise(here: Here, repair: Part) -> None:
    """An act of repair becomes the draft of a promise; a promise that was begun before stays in it."""
    before = PROMISES.read(here.private, "promise")
    words = before.get("words", "")
    if repair.words not in words:
        words = "\n".join(filter(None, (words, repair.words)))
    until = {"until": repair.day.isoformat()} if repair.day and repair.day >= here.today else {}
    PROMISES.save(here.private, "promise", {**before, "words": words, "each_time": "once", **until}, once="")


def keep_reasons(here: Here, reasons: str) -> None:
    _change_pull(here, reasons=reasons)


def begin_pull(here: Here) -> None:
    """Ten minutes from now; those that run already go on as they are."""
    with writing(here.private):
        before = read_slip(here.private, Pull, PULL) or Pull()
        if before.until is None:
            save_slip(here.private, replace(before, until=here.now + TEN_MINUTES, came="", on=None), PULL)


def end_pull(here: Here, came: str) -> None:
    """``came``: not or wrote. Known to nobody else, and not counted."""
    _change_pull(here, until=None, came=came, on=here.today)


def tell_pull(here: Here) -> None:
    """One tap, once a day. Raises SpaceClosed where nobody is there to be told."""
    private, shared = here.private, here.shared
    if shared is None:
        raise SpaceClosed
    with suppress(AlreadyWritten), writing_in(private, shared) as (_, page):
        slot = slot_of(shared, "letters-pull", shared.me.bytes, str(here.today))
        page.place(prepare(shared, PullTold(), slot=slot))
        save_slips([head_slip(private, shared)])
    _change_pull(here, until=None, came="told", on=here.today)


def _change_pull(here: Here, **changes: object) -> None:
    with writing(here.private):
        before = read_slip(here.private, Pull, PULL) or Pull()
        save_slip(here.private, replace(before, **changes), PULL)
