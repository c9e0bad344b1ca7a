"""Help lines by country: the packaged file, or the operator's own in its place, read once at start."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from django.conf import settings

from glasswork.safety.reading import CONTENT, FlawedFile, read_file

PACKAGED = CONTENT / "help_lines.toml"
FALLBACK = "EU"
CONFIRMED_FOR = timedelta(days=365)

type Words = Annotated[str, msgspec.Meta(min_length=1)]
type LineKind = Literal["emergency", "violence", "crisis", "own-violence"]


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``text`` is what to send, or where to; ``hours`` and ``free`` are given only where they are certain."""

    kind: LineKind
    name: Words
    call: str = ""
    text: str = ""
    hours: str = ""
    free: bool = False

    @property
    def dial(self) -> str:
        """``call`` as a telephone dials it: digits, and a plus in front where it has one."""
        return dialled(self.call)


class Country(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``code`` is ISO 3166, two letters, or EU. Confirmed means: by this server's operator, with date and name.

    ``search_for`` is what finds a line against violence where none here is for everybody in that country.
    """

    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
    name: Words
    emergency: Words
    lines: Annotated[tuple[Line, ...], msgspec.Meta(min_length=1)]
    search_for: str = ""
    confirmed_on: date | None = None
    confirmed_by: str = ""

    @property
    def dial(self) -> str:
        return dialled(self.emergency)

    def lines_of(self, *kinds: LineKind) -> list[Line]:
        return [line for kind in kinds for line in self.lines if line.kind == kind]


class Directory(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    collected_on: date | None = None
    country: tuple[Country, ...]


def dialled(number: str) -> str:
    return "+" * number.strip().startswith("+") + "".join(sign for sign in number if sign.isdecimal())


def directory() -> Directory:
    """Raises FlawedFile, at start: see ``apps``."""
    return _read_once(help_lines_file())


def help_lines_file() -> Path:
    """The operator's file where there is one."""
    own = Path(settings.GLASSWORK_HELP_LINES)
    return own if own.exists() else PACKAGED


@cache
def _read_once(path: Path) -> Directory:
    return read_help_lines(path)


def read_help_lines(path: Path) -> Directory:
    """Raises FlawedFile."""
    found = read_file(path, Directory)
    for flaw in _flaws(found):
        raise FlawedFile(f"The file {path} can’t be used: {flaw}.")
    return found


def _flaws(found: Directory) -> Iterator[str]:
    codes = Counter(country.code for country in found.country)
    if FALLBACK not in codes:
        yield f"it has no country “{FALLBACK}”, which is shown to everybody whose country is missing"
    yield from (f"the country “{code}” stands twice" for code, times in codes.items() if times > 1)
    for country in found.country:
        if not country.dial:
            yield f"{country.name}: emergency holds no number"
        if bool(country.confirmed_on) != bool(country.confirmed_by.strip()):
            yield f"{country.name}: confirmed_on and confirmed_by belong together"
        for line in country.lines:
            if not (line.dial or line.text):
                yield f"{country.name}, {line.name}: there is no number to call or text"


def countries() -> tuple[Country, ...]:
    return directory().country


def find_country(code: str) -> Country | None:
    return next((country for country in countries() if country.code == code), None)


def lines_for(code: str) -> Country:
    """The country of that code, or the European Union's lines where it is unknown or empty."""
    found = find_country(code) or find_country(FALLBACK)
    if found is None:
        raise LookupError(FALLBACK)
    return found


def unconfirmed(today: date) -> list[str]:
    """Names of countries that were never confirmed, or more than twelve months ago."""
    oldest = today - CONFIRMED_FOR
    return [each.name for each in countries() if each.confirmed_on is None or each.confirmed_on < oldest]


def reminders(*, today: date) -> list[str]:
    """For ``glasswork check``: what an operator should do about the help lines, one sentence or none."""
    names = unconfirmed(today)
    if not names:
        return []
    own, of_whom = Path(settings.GLASSWORK_HELP_LINES), ", ".join(names)
    if own.exists():
        return [f"Confirm the help lines of {of_whom} in {own}: never done, or over twelve months ago."]
    return [f"Confirm the help lines of {of_whom}: copy {PACKAGED} to {own} and say there who did, and when."]
