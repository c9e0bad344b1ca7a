"""Before words go to the other: the one hint that applies, offered once beside its field; a second press sends."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from glasswork.hints.hint import Hint, good_in, hint_for
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_slip

LOOKED_AT = 20_000  # characters of a field: the rest of long words reads like their beginning


class Beside(NamedTuple):
    """``where`` is the label of the field, empty where the page knows it."""

    hint: Hint
    where: str
    field: str


def hint_beside(request: InSpacesRequest, texts: Mapping[str, str]) -> Beside | None:
    """``texts``: field to words that would go to the other. Nothing is kept, and nobody else’s page differs."""
    if "hinted" in request.POST:
        return None
    return hint_among(((field, "", words) for field, words in texts.items()), request.spaces.private)


def hint_at(request: InSpacesRequest, field: str, label: str, words: str) -> Beside | None:
    """The same for one field."""
    return None if "hinted" in request.POST else hint_among([(field, label, words)], request.spaces.private)


def hint_among(texts: Iterable[tuple[str, str, str]], private: OpenSpace, *, first: int = 0) -> Beside | None:
    """``texts``: field, label and words. Hints can be left out in the settings, the way to help can’t."""
    beside = foremost(texts, first=first)
    return None if beside and beside.hint.number and _is_without(private) else beside


def foremost(texts: Iterable[tuple[str, str, str]], *, first: int = 0) -> Beside | None:
    """Whatever the settings say. A way to help comes before any hint, the class ``first`` before any other."""
    found = [
        Beside(hint, label, field)
        for field, label, words in texts
        if words and (hint := hint_for(words[:LOOKED_AT], first=first))
    ]
    return min(found, key=lambda each: (each.hint.number != 0, each.hint.number != first), default=None)


def good_beside(private: OpenSpace, text: str) -> str:
    """What somebody’s own words do well, for them alone; nothing where they leave hints out."""
    return "" if not text or _is_without(private) else good_in(text[:LOOKED_AT])


def way_to_help(text: str) -> Hint | None:
    """For words that no hint looks at: only whether their writer tells of harm, and then only the way to help."""
    hint = hint_for(text[:LOOKED_AT])
    return hint if hint and hint.number == 0 else None


def _is_without(private: OpenSpace) -> bool:
    return (read_slip(private, Settings, "settings") or Settings()).is_without_hints
