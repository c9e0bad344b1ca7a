"""The frame: a sentence that says what one feels without saying what the other is (E01)."""

from collections.abc import Mapping
from typing import NamedTuple

ENDS = ("…", "?", "!", "؟", "。")  # after one of these no full stop is added


class Part(NamedTuple):
    """One part of the frame: the field's name, and the words its writer goes on from."""

    name: str
    lead: str


FEEL, WHEN, BECAUSE, WOULD_HELP = PARTS = (
    Part("feel", "I feel"),
    Part("when", "when"),
    Part("because", "because"),
    Part("would_help", "It would help if"),
)


def sentence(said: Mapping[str, str]) -> str:
    """What was written, field by name, as one or two sentences; parts left empty are left out."""
    told = _joined(said, FEEL, WHEN, BECAUSE)
    wish = _joined(said, WOULD_HELP)
    return " ".join(part for part in (told[:1].upper() + told[1:], wish) if part)


def _joined(said: Mapping[str, str], *parts: Part) -> str:
    texts = [(part.lead, said.get(part.name, "").strip()) for part in parts]
    joined = " ".join(f"{lead} {text.rstrip('.')}" for lead, text in texts if text)
    return f"{joined}." if joined and not joined.endswith(ENDS) else joined
