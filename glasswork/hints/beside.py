"""Before words go to the other: the one hint that applies, offered once beside its field; a second press sends."""

from collections.abc import Mapping
from typing import NamedTuple

from glasswork.hints.hint import Hint, hint_for
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.reading import read_slip

LOOKED_AT = 20_000  # characters of a field: the rest of long words reads like their beginning


class Beside(NamedTuple):
    """``field`` is its name; the page knows its label."""

    hint: Hint
    field: str


def hint_beside(request: InSpacesRequest, texts: Mapping[str, str]) -> Beside | None:
    """``texts``: field to words that would go to the other. Nothing is kept, and nobody else’s page differs.

    A way to help comes before any hint. Hints can be left out in the settings, the way to help can’t.
    """
    if "hinted" in request.POST:
        return None
    found = [Beside(hint, field) for field, text in texts.items() if text and (hint := hint_for(text[:LOOKED_AT]))]
    beside = min(found, key=lambda each: each.hint.number != 0, default=None)
    return None if beside and beside.hint.number and _is_without(request) else beside


def _is_without(request: InSpacesRequest) -> bool:
    return (read_slip(request.spaces.private, Settings, "settings") or Settings()).is_without_hints
