"""Finding help near you: how to search, and the places that this server's operator knows and has asked."""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from glasswork.lib.flaws import in_words
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
NEVER = "not yet confirmed"

type Address = Annotated[str, msgspec.Meta(pattern="^(https://.*)?$")]
type Checked = Annotated[str, msgspec.Meta(pattern=rf"^({NEVER}|\d{{4}}-\d\d-\d\d)$")]


class How(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to search for one kind of help. ``checked`` is the day on which somebody looked, or NEVER."""

    id: Id
    kind: Kind
    title: Words
    text: Words
    tag: Tag
    checked: Checked

    @property
    def confirmed(self) -> date | None:
        try:
            return date.fromisoformat(self.checked)
        except ValueError:
            return None


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
    """The operator's file. A ``how`` takes the place of ours with the same id."""

    entry: tuple[Listing, ...] = ()
    how: tuple[How, ...] = ()


def read_directory[T: Packaged | Own](path: Path, kind: type[T]) -> T:
    """Raises ContentError."""
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as flaw:
        raise ContentError(f"The file {path} can’t be used: {in_words(str(flaw))}.") from None
    for name, times in Counter(row.id for row in found.how).items():
        if times > 1:
            raise ContentError(f"The file {path} can’t be used: the how “{name}” stands twice.")
    return found


@cache
def _own(path: Path) -> Own:
    return read_directory(path, Own) if path.exists() else Own()


def listings(path: Path) -> tuple[Listing, ...]:
    """The operator's entries, by region and name; none where there is no such file. Raises ContentError."""
    return tuple(sorted(_own(path).entry, key=lambda each: (each.region, each.name)))


def ways_to_search(path: Path) -> tuple[How, ...]:
    """Ours, with the operator's in the place of those with the same id, and their further ones. Raises ContentError."""
    own = {row.id: row for row in _own(path).how}
    return (*(own.pop(row.id, row) for row in HOW), *own.values())


def reminders(path: Path, *, today: date) -> list[str]:
    """For ``glasswork check``: what nobody has looked at for a year."""
    oldest = today - CONFIRMED_FOR
    old = [each.name for each in listings(path) if each.confirmed < oldest]
    unseen = [each.id for each in ways_to_search(path) if each.confirmed is None or each.confirmed < oldest]
    said = [f"Look again at {', '.join(old)} in {path}: confirmed over twelve months ago."] if old else []
    if unseen:
        # The file may not be there yet, so no path to it is named.
        said.append(f"Check how the directory says to search, and say so in directory.toml: {', '.join(unseen)}.")
    return said


HOW = read_directory(PACKAGED, Packaged).how
