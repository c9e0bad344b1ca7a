"""Small acts that the tests of this room begin with."""

import re
from datetime import UTC, date, datetime

import msgspec
from django.utils import timezone

from glasswork.progress.here import Here, load_here, tally_slot
from glasswork.progress.kinds import filled
from glasswork.progress.pictures import Picture, being_filled
from glasswork.progress.window import Window, window_of
from glasswork.spaces.writing import save_slips
from tests.cast import Actor

EVENING = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
TODAY = date(2026, 11, 19)


def here_of(actor: Actor) -> Here:
    return load_here(actor.spaces, timezone.now())


def window(actor: Actor) -> Window:
    return window_of(here_of(actor))


def picture(actor: Actor) -> Picture:
    return being_filled(window(actor).pictures)


def answer(actor: Actor, **fields: str) -> None:
    """Tonight’s check-in for two."""
    sent = actor.post("/check-in/", {"feel": "calm", "act": "seal", "hinted": "yes", **fields})
    assert sent.status_code == 302, sent.content.decode()


def put_in(actor: Actor, words: str, *, act: str = "keep", sort: str = "laugh") -> None:
    sent = actor.post("/how-far/jar/", {"words": words, "sort": sort, "act": act, "once": words, "hinted": "yes"})
    assert sent.status_code == 302, sent.content.decode()


def note_trust(actor: Actor, values: dict[date, int]) -> None:
    """As if those evenings had been written down, one by one."""
    private, own = actor.private, here_of(actor).own
    evenings = {day.toordinal(): value for day, value in values.items()}
    changed = msgspec.structs.replace(own, evenings={**own.evenings, **evenings})
    save_slips([(private, filled(changed), tally_slot(private, private))])


def page(actor: Actor, path: str) -> str:
    shown = actor.get(path)
    assert shown.status_code == 200, (path, shown.status_code, shown.get("Location"))
    return re.sub("[\u2066-\u2069]", "", shown.content.decode())
