"""Reads the talk’s slip, and makes the digest by which a pulse knows it again without a key."""

from hashlib import sha256
from typing import NamedTuple

from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import open_slip, read_slip, slip_rows, slot_of
from glasswork.talks.live import DRAFTS, LINE, SLOT, Aside, Draft, Live, Notes


class Read(NamedTuple):
    """``digest`` belongs to exactly this ``live``; empty where there is none. The rest is one's own."""

    live: Live | None = None
    digest: str = ""
    aside: Aside | None = None
    notes: Notes | None = None
    draft: Draft | None = None


def read_talk(spaces: Spaces) -> Read:
    """The talk and what this person noted of it, by one query."""
    shared, private = spaces.shared, spaces.private
    if shared is None:
        return Read()
    places = {
        slot_of(shared, SLOT): shared,
        **{slot_of(private, *name): private for name in (("talk-aside",), ("talk-notes",), DRAFTS.name(LINE))},
    }
    found: dict[type[Kind], Kind] = {}
    digest = ""
    for row in slip_rows([shared, private], list(places)):
        value = open_slip(places[bytes(row.slot)], row)
        found[type(value)] = value
        digest = digest_of(row.body) if isinstance(value, Live) else digest
    live, aside, notes, draft = (found.get(kind) for kind in (Live, Aside, Notes, Draft))
    return Read(
        live if isinstance(live, Live) else None,
        digest,
        aside if isinstance(aside, Aside) else None,
        notes if isinstance(notes, Notes) else None,
        draft if isinstance(draft, Draft) else None,
    )


def read_live(space: OpenSpace | None) -> Live | None:
    return read_slip(space, Live, SLOT) if space else None


def digest_of(body: object) -> str:
    """Every sealing has a new nonce, so a slip that was written again looks new."""
    return sha256(bytes(body)).hexdigest()[:16] if isinstance(body, bytes | memoryview) else ""
