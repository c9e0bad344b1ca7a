"""The words of the choices around a hard question and the whole account (P7). Which there are, the rules know."""

from pathlib import Path
from typing import Literal

import msgspec

from glasswork.programme.reading import CONTENT, ContentError, Id, Words, read_list

type Of = Literal["sort", "how", "soon", "whom", "size", "leave"]
KNOWN: dict[Of, tuple[str, ...]] = {
    "sort": ("fact", "meaning", "detail"),
    "how": ("writing", "talk", "therapist"),
    "soon": ("contact", "health", "money", "safety", "children"),
    "whom": ("therapist", "two"),
    "size": ("facts", "months", "therapist", "nothing"),
    "leave": ("intimacy", "love", "comparing", "places", "names"),
}


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``text`` stands on the form, ``short`` within a sentence."""

    of: Of
    id: Id
    text: Words
    short: str = ""


def read_choices(path: Path) -> tuple[Choice, ...]:
    """Raises ContentError, also where the rules would look for a choice that is not there."""
    found = read_list(path, "choice", Choice, unique=())
    for of, known in KNOWN.items():
        ids = [choice.id for choice in found if choice.of == of]
        if sorted(ids) != sorted(known):
            raise ContentError(f"{path.name}: the choices of “{of}” are {', '.join(known)}, each once")
    return found


CHOICES = read_choices(CONTENT / "questions.toml")


def choices_of(of: Of) -> dict[str, str]:
    """Id to words, in the order of the file."""
    return {choice.id: choice.text for choice in CHOICES if choice.of == of}


def short_words(of: Of) -> dict[str, str]:
    return {choice.id: choice.short for choice in CHOICES if choice.of == of}
