"""Before an evening's words go to the other: the one hint that applies, beside the field it is about.

Only what the other will read is looked at. Trust, its why, and what is kept for oneself never are.
"""

from glasswork.checkin.kinds import Words
from glasswork.hints.beside import Beside, hint_among
from glasswork.hints.hint import good_in
from glasswork.spaces.opening import OpenSpace

LABELS = {
    "feel": "I feel …",
    "when": "when …",
    "because": "because …",
    "would_help": "It would help if …",
    "reply": "Tonight’s question",
    "good": "One good thing",
}
SAYING_BACK = {"adds": "What I’d add", "reply": "My reply"}


def hint_in(words: Words, private: OpenSpace) -> Beside | None:
    texts = {field: _as_said(field, getattr(words, field)) for field in LABELS}
    return hint_among(((field, LABELS[field], text) for field, text in texts.items()), private)


def hint_beside(field: str, text: str, private: OpenSpace) -> Beside | None:
    """The same for one field of saying back."""
    return hint_among([(field, SAYING_BACK[field], text)], private)


def done_well(words: Words) -> str:
    """What somebody's own answer does well, or nothing."""
    return good_in("\n".join(part for part in (words.sentence, words.reply, words.good) if part))


def _as_said(field: str, text: str) -> str:
    return f"I feel {text}" if field == "feel" and text else text
