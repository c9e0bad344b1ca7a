"""What is new in this room from the other, for Today. Pure. An offer is named while it stands, and then no more."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.agreements.contact_kinds import CONTACT, Contact
from glasswork.agreements.held import is_in
from glasswork.agreements.kinds import LINES, Aside, Stop, Talk, Wording, Yes
from glasswork.agreements.offers import is_welcome, stands
from glasswork.agreements.openness_kinds import OPENNESS, TOPICS, Offer, Request, Shown, Welcome
from glasswork.agreements.terms import lines_in
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, slot_of

TAGS = (LINES, CONTACT, OPENNESS)
EVER = (LINES,)  # from the first day on: a review day comes long after the words
RECENT = timedelta(days=3)


type Name = tuple[bytes | str, ...]


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
    recent = [e for e in entries if e.space == space.id and e.author != space.me and today - e.day <= RECENT]
    own_words = {entry.id for entry in recent if isinstance(entry.value, Wording)}
    found: dict[UUID | str, Notice] = {}
    for entry in recent:
        notice = _notice(entry, name, own_words)
        if notice and entry.id not in away and (notice.line is None or notice.line not in away):
            key = notice.line or notice.words
            found.pop(key, None)
            found[key] = notice
    return list(found.values())[::-1]


def offers_shown(spaces: Spaces) -> tuple[Name, ...]:
    """The names of the slips in which the other’s offers stand, for both to see."""
    partner = spaces.shared.partner if spaces.shared else None
    return tuple(("offer", partner.account.bytes, topic) for topic in TOPICS) if partner else ()


def offered(
    space: OpenSpace, slips: Mapping[tuple[UUID, bytes], Kind], name: str, *, now: datetime, today: date, aside: Aside
) -> list[Notice]:
    """Offers of the last days that wait for an answer. Whoever said “not today” or “no” hears nothing for a week."""
    found = []
    for topic in TOPICS.values():
        offer = slips.get((space.id, slot_of(space, "offer", space.other.bytes, topic.id)))
        welcome = slips.get((space.id, slot_of(space, "welcome", space.me.bytes, topic.id)))
        if not isinstance(offer, Offer) or not stands(offer, today) or today - offer.made_on > RECENT:
            continue
        is_quiet = now < aside.until.get(quiet_key(topic.id), now)
        if not is_quiet and not is_welcome(offer, welcome if isinstance(welcome, Welcome) else None):
            words = f"{name} offers to show you something: {topic.title.lower()}."
            found.append(Notice(words, "openness", None, offer.made_on))
    return found


def to_look_at(
    space: OpenSpace,
    entries: Iterable[Opened[Kind]],
    slips: Mapping[tuple[UUID, bytes], Kind],
    today: date,
    away: Collection[UUID] = (),
) -> list[Notice]:
    """The line whose review day came first, until this person’s word on it is in. ``entries`` are all of lines."""
    ours = sorted((each for each in entries if each.space == space.id), key=lambda each: each.sequence)
    due = [
        (line.look_again_on, line)
        for line in lines_in(ours, space.members).values()
        if line.look_again_on and line.is_due(today) and not line.is_left_as_it_is
        if line.id not in away and not is_in(space, slips, line.next_review)
    ]
    first = min(due, key=lambda each: each[0], default=None)
    return [Notice("It’s time to look at one of your lines again.", "line", first[1].id, first[0])] if first else []


def quiet_key(topic: str) -> str:
    return f"offer-{topic}"


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
