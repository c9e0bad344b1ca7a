"""HARK: four questions on partner violence in the last year (Sohal, Eldridge and Feder 2007)."""

from typing import Annotated

import msgspec

from glasswork.safety.reading import CONTENT, read_file


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    text: str


class Hark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``cut_off`` answers of “Yes”, or more, count as harm."""

    id: str
    version: int
    answers: tuple[str, str]
    cut_off: Annotated[int, msgspec.Meta(ge=1)]
    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=4, max_length=4)]


HARK = read_file(CONTENT / "hark.toml", Hark)
