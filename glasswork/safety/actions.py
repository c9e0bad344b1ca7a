"""Keeps a safety answer: one row of one size, whatever it says (K9)."""

from contextlib import suppress

from glasswork.safety.kinds import SafetyAnswer
from glasswork.spaces.common_kinds import WILLING
from glasswork.spaces.kinds import Unreadable
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import read_own_slips, slot_of
from glasswork.spaces.writing import AlreadyWritten, append, drop_slots


def keep_answer(spaces: Spaces, answer: SafetyAnswer, *, once: str) -> None:
    """``once`` comes with the form: sending the same answers again writes nothing, changed ones write a new row.

    Any answer, so that none of them shows in the rows, also takes back what its author said they were ready for before.
    """
    said = [each.answer for each in answer.asked]
    with suppress(AlreadyWritten):
        append(spaces.private, answer, slot=slot_of(spaces.private, "once", once, *said))
    if space := spaces.shared:
        slips = [slip for slip in read_own_slips(space) if not isinstance(slip.value, Unreadable)]
        drop_slots(space, [slip.slot for slip in slips if slip.value.form.tag == WILLING])
