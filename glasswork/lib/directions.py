"""Names in any script: which way they read stays their own matter, and never turns the sentence around them."""

import re

_OPEN, _CLOSE = "\u2068", "\u2069"  # first strong isolate, pop directional isolate (Unicode Annex 9)
_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # the joiner of emoji, U+200D, is none of them


def isolated(name: str) -> str:
    """``name`` for the middle of a sentence, in marks that nobody sees; nothing stays nothing."""
    plain = without_direction_marks(name)
    return f"{_OPEN}{plain}{_CLOSE}" if plain else ""


def without_direction_marks(text: str) -> str:
    return _MARKS.sub("", text)


def initial(name: str) -> str:
    """The first letter that shows, as a capital; nothing when none does."""
    return next((letter.upper() for letter in name if letter.isprintable() and not letter.isspace()), "")
