"""Before words go to the other: one hint beside its field, offered once; a second press sends. After: what was good."""

from glasswork.hints.beside import Beside, foremost
from glasswork.hints.hint import good_in
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


def done_well(here: Here, words: str) -> str:
    """What somebody’s own words do well, for them alone; nothing where they leave hints out."""
    return "" if here.is_without_hints else good_in(words)
