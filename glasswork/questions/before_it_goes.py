"""Before words go to the other: one hint beside the field it is about, offered once; a second press sends."""

from typing import NamedTuple

from glasswork.hints.hint import Hint, hint_for
from glasswork.questions.here import Here

LABELS = {
    "question": "My question",
    "words": "My words",
    "why": "Because …",
    "walls": "What happened, when and how often",
    "doors": "What I said instead, and who knew",
    "touched": "Health, money, safety, the children",
    "left_out": "What I’ve left out",
}


class Beside(NamedTuple):
    hint: Hint
    where: str
    field: str


def hint_among(here: Here, texts: dict[str, str]) -> Beside | None:
    """A way to help comes before any hint; hints can be left out in the settings, the way to help can’t."""
    found = [Beside(hint, LABELS[field], field) for field, text in texts.items() if text and (hint := hint_for(text))]
    beside = min(found, key=lambda each: each.hint.number != 0, default=None)
    return None if beside and beside.hint.number and here.is_without_hints else beside
