"""The feeling words people choose from."""

from pathlib import Path
from typing import Annotated

import msgspec

from glasswork.programme.reading import CONTENT, Id, Words, read_list

type Level = Annotated[int, msgspec.Meta(ge=-2, le=2)]

FIRST_SCREEN = 12


class Feeling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``energy`` runs from -2 (very low) to 2 (very high), ``pleasantness`` from -2 (very unpleasant) to 2."""

    id: Id
    word: Words
    definition: Words
    energy: Level
    pleasantness: Level


def read_feelings(path: Path) -> tuple[Feeling, ...]:
    """Raises ContentError."""
    return read_list(path, "feeling", Feeling, unique=("id", "word"))


FEELINGS = read_feelings(CONTENT / "feelings.toml")
FIRST_FEELINGS = FEELINGS[:FIRST_SCREEN]
