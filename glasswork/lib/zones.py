"""Time zones to choose from, as people look for them: by part of the world, then by place."""

from collections import defaultdict
from functools import cache
from importlib.resources import files

type Choices = list[tuple[str, list[tuple[str, str]]]]


def zone_choices(chosen: str = "UTC") -> Choices:
    """About 420 zones as (part of the world, [(zone, place), …]); UTC first, and the chosen one wherever it is."""
    others = [] if chosen == "UTC" or chosen in _countries() else [(chosen, chosen.replace("_", " "))]
    return [("", [("UTC", "World time (UTC)"), *others]), *_by_area()]


def country_of(zone: str) -> str:
    """The two letters of the country that a zone lies in; empty for UTC and for names the list doesn’t hold."""
    return _countries().get(zone, "")


@cache
def _by_area() -> Choices:
    areas: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for zone in _countries():
        area, _, place = zone.partition("/")
        areas[area].append((zone, place.replace("_", " ").replace("/", ", ")))
    return [(area, sorted(areas[area], key=lambda choice: choice[1])) for area in sorted(areas)]


@cache
def _countries() -> dict[str, str]:
    """Zone to country, from the list that comes with the time zones themselves."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {row[2]: row[0] for row in rows if len(row) > 2}
