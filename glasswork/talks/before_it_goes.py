"""Before words go to the other: the one hint that applies, once; a second press sends. Nothing that is private."""

from typing import NamedTuple

from glasswork.hints.hint import Hint, hint_for
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.reading import read_slip
from glasswork.talks.forms import text_of


class Beside(NamedTuple):
    """A hint, with the label and the name of the field that it is about."""

    hint: Hint
    where: str
    field: str


def hint_beside(request: InSpacesRequest, field: str, where: str) -> Beside | None:
    """A way to help always shows; hints can be left out in the settings."""
    hint = None if "hinted" in request.POST else hint_for(text_of(request.POST, field))
    if hint is None or (hint.number and _is_without(request)):
        return None
    return Beside(hint, where, field)


def _is_without(request: InSpacesRequest) -> bool:
    return (read_slip(request.spaces.private, Settings, "settings") or Settings()).is_without_hints
