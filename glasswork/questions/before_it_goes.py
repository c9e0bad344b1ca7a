"""Before words go to the other: one hint beside the field it is about, offered once; a second press sends."""

from glasswork.hints.beside import Beside, foremost
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


def hint_among(here: Here, texts: dict[str, str]) -> Beside | None:
    """Hints can be left out in the settings, the way to help can’t."""
    beside = foremost((field, LABELS[field], words) for field, words in texts.items())
    return None if beside and beside.hint.number and here.is_without_hints else beside
