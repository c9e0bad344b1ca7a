"""What is new in this room from the other, for Today. Pure. Of offers nothing: they may vanish without a trace."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.agreements.contact_kinds import CONTACT, Contact
from glasswork.agreements.kinds import LINES, Stop, Talk, Wording, Yes
from glasswork.agreements.openness_kinds import OPENNESS, TOPICS, Request, Shown
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened

TAGS = (LINES, CONTACT, OPENNESS)
RECENT = timedelta(days=3)


class Notice(NamedTuple):
    """One line for Today. ``line`` is the id of the line it is about; without one ``page`` names where it leads."""

    words: str
    page: str
    line: UUID | None
    day: date


def notices(
    space: OpenSpace, entries: Iterable[Opened[Kind]], name: str, today: date, away: Collection[UUID] = ()
) -> list[Notice]:
    """Newest first, one a line; nothing of what this person put away. ``entries`` are of some days back."""
    partner = space.partner.account if space.partner else None
    recent = [e for e in entries if e.space == space.id and e.author == partner and today - e.day <= RECENT]
    own_words = {entry.id for entry in recent if isinstance(entry.value, Wording)}
    found: dict[UUID | str, Notice] = {}
    for entry in recent:
        notice = _notice(entry, name, own_words)
        if notice and entry.id not in away and (notice.line is None or notice.line not in away):
            key = notice.line or notice.words
            found.pop(key, None)
            found[key] = notice
    return list(found.values())[::-1]


def _notice(entry: Opened[Kind], name: str, own_words: set[UUID]) -> Notice | None:
    value, words, page = entry.value, "", "line"
    match value:
        case Wording():
            words = f"{name} put a line into words."
        case Yes(wording=wording) if wording not in own_words:
            words = "You’ve both said yes to a line."
        case Stop():
            words = f"{name} stopped a line."
        case Talk():
            words = f"{name} would like to talk about a line."
        case Contact():
            words, page = f"{name} said something about contact.", "contact"
        case Request(topic=topic):
            words, page = f"{name} asks: {TOPICS[topic].asks.lower()}.", "openness"
        case Shown(topic=topic):
            words, page = f"{name} showed you something: {TOPICS[topic].title.lower()}.", "openness"
    line = value.line if isinstance(value, Wording | Yes | Stop | Talk) else None
    return Notice(words, page, line, entry.day) if words else None
