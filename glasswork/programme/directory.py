"""Finding help near you: how to search, and the places that this server's operator knows and has asked."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from glasswork.programme.reading import CONTENT, ContentError, Id, Words
from glasswork.programme.terms import Tag

PACKAGED = CONTENT / "directory.toml"
CONFIRMED_FOR = timedelta(days=365)
KINDS: dict[str, str] = {
    "therapist": "A therapist for you",
    "couple therapist": "A therapist for two",
    "coach": "A coach",
    "workshop": "A workshop",
    "group": "A group",
}

type Kind = Literal["therapist", "couple therapist", "coach", "workshop", "group"]
type Address = Annotated[str, msgspec.Meta(pattern="^(https://.*)?$")]


class How(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to search for one kind of help. ``checked`` is the day on which somebody looked, in words or as a date."""

    id: Id
    kind: Kind
    title: Words
    text: Words
    tag: Tag
    checked: Words


class Listing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody whom the operator has asked. ``confirmed`` is the day on which they last checked it all."""

    kind: Kind
    name: Words
    region: Words
    about: Words
    contact: Words
    url: Address = ""
    confirmed: date


class Packaged(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    how: Annotated[tuple[How, ...], msgspec.Meta(min_length=1)]


class Own(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The operator's file."""

    entry: tuple[Listing, ...]


def read_directory[T: Packaged | Own](path: Path, kind: type[T]) -> T:
    """Raises ContentError."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as flaw:
        raise ContentError(f"The file {path} can’t be used: {flaw}.") from None


@cache
def listings(path: Path) -> tuple[Listing, ...]:
    """The operator's entries, by region and name; none where there is no such file. Raises ContentError."""
    if not path.exists():
        return ()
    return tuple(sorted(read_directory(path, Own).entry, key=lambda each: (each.region, each.name)))


def reminders(path: Path, *, today: date) -> list[str]:
    """For ``glasswork check``: entries that nobody has looked at for a year."""
    old = [each.name for each in listings(path) if each.confirmed < today - CONFIRMED_FOR]
    return [f"Look again at {', '.join(old)} in {path}: confirmed over twelve months ago."] if old else []


HOW = read_directory(PACKAGED, Packaged).how
