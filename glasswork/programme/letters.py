"""What the letters ask for, and what their reader may say without a wait (P5, P6). How long they rest is no content."""

from pathlib import Path
from typing import Annotated, Literal, get_args

import msgspec

from glasswork.programme.reading import CONTENT, ContentError, Id, Words, read_list

LetterId = Literal["impact", "ownership", "apology", "perspective"]  # each has its rule in the room of letters
type Field = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z_]*$")]


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``if_empty``: the sentence where it may not stay empty. ``by``: what it asks where it may have a day."""

    id: Field
    text: Words
    hint: str = ""
    if_empty: str = ""
    by: str = ""


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``if_empty``: the sentence where it needs words."""

    id: Id
    text: Words
    if_empty: str = ""


class Letter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``line`` stands under its title in a list; ``guide`` is the exercise behind it."""

    id: LetterId
    version: Annotated[int, msgspec.Meta(ge=1)]
    title: Words
    lead: Words
    line: Words
    guide: Id
    prompt: Annotated[tuple[Prompt, ...], msgspec.Meta(min_length=1)]
    answer: tuple[Answer, ...] = ()


def read_letters(path: Path) -> dict[str, Letter]:
    """In the order of the file. Raises ContentError."""
    found = {letter.id: letter for letter in read_list(path, "letter", Letter, unique=("id", "title"))}
    for name in get_args(LetterId):
        if name not in found:
            raise ContentError(f"{path.name}: the letter “{name}” is missing")
    for letter in found.values():
        parts = [part.id for part in letter.prompt], [part.id for part in letter.answer]
        if any(len(set(ids)) < len(ids) for ids in parts):
            raise ContentError(f"{path.name}: an id stands twice in the letter “{letter.id}”")
    return {str(name): letter for name, letter in found.items()}


LETTERS = read_letters(CONTENT / "letters.toml")
