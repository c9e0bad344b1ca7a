"""Before words go to the other: the one hint that applies, beside its field. Never for what is one's own."""

from collections.abc import Iterable
from typing import NamedTuple

from glasswork.checkin.before_it_goes import is_left_out
from glasswork.hints.hint import Hint, hint_for
from glasswork.spaces.opening import OpenSpace

LOOKED_AT = 20_000  # characters of a field: the rest of a long letter reads like its beginning


class Beside(NamedTuple):
    hint: Hint
    where: str
    field: str


def way_to_help(text: str) -> Hint | None:
    """For words that no hint looks at: only whether their writer tells of harm, and then only the way to help."""
    hint = hint_for(text[:LOOKED_AT])
    return hint if hint and hint.number == 0 else None


def hint_in(texts: Iterable[tuple[str, str, str]], private: OpenSpace, *, is_asked: bool = False) -> Beside | None:
    """``texts``: field, label and words. A way to help comes before any hint.

    Hints can be left out in the settings, unless somebody asks for one.
    """
    found = [Beside(hint, label, field) for field, label, words in texts if (hint := hint_for(words[:LOOKED_AT]))]
    beside = min(found, key=lambda each: each.hint.number != 0, default=None)
    return None if beside and not is_asked and is_left_out(beside.hint, private) else beside
