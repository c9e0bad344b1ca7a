"""Keeps a safety answer: one row of one size, whatever it says (K9)."""

from contextlib import suppress

from glasswork.safety.kinds import SafetyAnswer
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import slot_of
from glasswork.spaces.writing import AlreadyWritten, append


def keep_answer(spaces: Spaces, answer: SafetyAnswer, *, once: str) -> None:
    """``once`` comes with the form: sending the same answers again writes nothing, changed ones write a new row."""
    said = [each.answer for each in answer.asked]
    with suppress(AlreadyWritten):
        append(spaces.private, answer, slot=slot_of(spaces.private, "once", once, *said))
