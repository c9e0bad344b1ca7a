"""Before an evening's words go to the other: the one hint that applies, beside the field it is about.

Only what the other will read is looked at. Trust, its why, and what is kept for oneself never are.
"""

from typing import NamedTuple

from glasswork.checkin.kinds import Words
from glasswork.hints.hint import Hint, good_in, hint_for
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_slip

LABELS = {
    "feel": "I feel …",
    "when": "when …",
    "because": "because …",
    "would_help": "It would help if …",
    "reply": "Tonight’s question",
    "good": "One good thing",
}
SAYING_BACK = {"adds": "What I’d add", "reply": "My reply"}


class Beside(NamedTuple):
    hint: Hint
    where: str
    field: str


def hint_in(words: Words, private: OpenSpace) -> Beside | None:
    """A way to help comes before any hint, and hints can be left out in the settings."""
    texts = {field: _as_said(field, getattr(words, field)) for field in LABELS}
    found = [Beside(hint, LABELS[field], field) for field, text in texts.items() if text and (hint := hint_for(text))]
    beside = min(found, key=lambda each: each.hint.number != 0, default=None)
    return None if beside and is_left_out(beside.hint, private) else beside


def hint_beside(field: str, text: str, private: OpenSpace) -> Beside | None:
    """The same for one field of saying back."""
    hint = hint_for(text) if text else None
    return None if hint is None or is_left_out(hint, private) else Beside(hint, SAYING_BACK[field], field)


def is_left_out(hint: Hint, private: OpenSpace) -> bool:
    """Hints are, for whoever asked for that; the way to help never is."""
    return hint.number != 0 and without_hints(private)


def without_hints(private: OpenSpace) -> bool:
    return (read_slip(private, Settings, "settings") or Settings()).is_without_hints


def done_well(words: Words) -> str:
    """What somebody's own answer does well, or nothing."""
    return good_in("\n".join(part for part in (words.sentence, words.reply, words.good) if part))


def _as_said(field: str, text: str) -> str:
    return f"I feel {text}" if field == "feel" and text else text
