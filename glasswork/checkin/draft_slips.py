"""Where drafts lie, and how what is being typed comes there."""

from collections.abc import Callable
from uuid import UUID

from glasswork.checkin.drafts import Form, together, typed
from glasswork.checkin.kinds import TAG, Draft, Saying
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import read_slips_at, slot_of
from glasswork.spaces.writing import drop_slots, save_slips, writing


def draft_slot(private: OpenSpace, shared: OpenSpace | None) -> bytes:
    """Where the draft for ``shared`` lies, or without one the draft for oneself."""
    return slot_of(private, "draft", TAG, shared.id.bytes) if shared else slot_of(private, "draft", TAG)


def draft_slots(spaces: Spaces, *, is_alone: bool) -> list[bytes]:
    """The form's own slot; for oneself also those of spaces where sharing has stopped."""
    if spaces.shared and not is_alone:
        return [draft_slot(spaces.private, spaces.shared)]
    return [draft_slot(spaces.private, space) for space in (None, *spaces.former)]


def save_draft(
    spaces: Spaces, fields: dict[str, list[str]], form: Form, change: Callable[[Draft], Draft] | None = None
) -> None:
    """Keeps what is being typed, unless the form it comes from was sealed or kept in the meantime.

    Under a lock: what two tabs send at the same moment is kept of both. ``change`` is what a button did to it.
    """
    private, slots = spaces.private, draft_slots(spaces, is_alone=form.is_alone)
    with writing(private):
        found = {slip.slot: slip.value for slip in read_slips_at(private, slots)}
        before = together([found.get(slot) for slot in slots])
        if form.once and before.ended == form.once:
            return
        after = typed(before, fields, form)
        save_slips([(private, change(after) if change else after, slots[0])])
        if former := [slot for slot in slots[1:] if slot in found]:
            drop_slots(private, former)  # their words stand beside this draft now


def slip_in(space: OpenSpace, slot: bytes) -> Kind | None:
    return next((slip.value for slip in read_slips_at(space, [slot])), None)


def saying_slot(private: OpenSpace, round_id: UUID) -> bytes:
    return slot_of(private, "saying", TAG, round_id.bytes)


def read_saying(private: OpenSpace, round_id: UUID) -> Saying:
    found = slip_in(private, saying_slot(private, round_id))
    return found if isinstance(found, Saying) else Saying(fields={})


def save_saying(private: OpenSpace, round_id: UUID, after: Saying) -> None:
    save_slips([(private, after, saying_slot(private, round_id))])
