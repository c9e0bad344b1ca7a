"""Reads docs/sources.md: which paragraph of which source went where."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.urls import Resolver404, resolve

from tests.house import ROOT

PATH = ROOT / "docs/sources.md"
HEADING = re.compile(r"## (S\d): (.+) \((\d+) paragraphs\)")
ROW = re.compile(r"\| (\d+)(?:–(\d+))? \| ([^|]+) \| ([^|]+) \|")
NAMED, PLACE, ADDRESS = (
    re.compile(form) for form in (r"\[([a-z-]+)\]\[\]", r"^\[([a-z-]+)\]: (\S+)$", r"`(/[a-z/-]*)`")
)


class Row(NamedTuple):
    source: str
    first: int
    last: int
    where: str


def text() -> str:
    return PATH.read_text("utf-8")


def without_titles(words: str) -> str:
    """The titles of the sources are theirs."""
    return HEADING.sub("", words)


def rows(words: str) -> Iterator[Row]:
    source = ""
    for line in words.splitlines():
        if heading := HEADING.fullmatch(line):
            source = heading[1]
        elif row := ROW.fullmatch(line):
            yield Row(source, int(row[1]), int(row[2] or row[1]), row[4])


def gaps(words: str) -> list[str]:
    """Paragraphs without a line. Several lines may be about one, in order."""
    found = []
    for source, _, number in HEADING.findall(words):
        told: set[int] = set()
        for row in (row for row in rows(words) if row.source == source):
            told.update(range(row.first, row.last + 1))
        found += [f"{source} paragraph {missing}" for missing in sorted({*range(1, int(number) + 1)} ^ told)]
    return found


def nowhere(words: str) -> list[str]:
    """Lines that name no page, no feature and no reason."""
    named = re.compile(rf"{NAMED.pattern}|{ADDRESS.pattern}|\b(?:left out|to come): \w+", re.IGNORECASE)
    return [f"{row.source} paragraph {row.first}" for row in rows(words) if not named.search(row.where)]


def lost(words: str) -> list[str]:
    """Pages and addresses that are named and not there, and places that nothing names."""
    places = dict(re.findall(PLACE.pattern, words, re.MULTILINE))
    named = set(NAMED.findall(words))
    gone = [name for name, place in places.items() if not (PATH.parent / place).is_file()]
    return sorted(
        {*gone, *(named ^ places.keys()), *(address for address in ADDRESS.findall(words) if _leads_nowhere(address))}
    )


def _leads_nowhere(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return True
    return False
