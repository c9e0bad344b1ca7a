"""What a plan learns without being told: what both know, and what its owner decided elsewhere. Pure (S11).

A decision that was shared, something hidden that was told, a slip told the same day, and a statement on contact. Of
the other’s private space nothing is here; of one’s own, the newest choice on the road ahead.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.agreements.contact_kinds import CONTACT, Contact
from glasswork.plan.changes import CHANGES
from glasswork.plan.facts import newest_of
from glasswork.promises.kinds_of_roads import ROADS, Decided, Decision
from glasswork.promises.kinds_of_telling import TELLING, Steady, Told
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

OWN = ("mine",)  # tags of one’s own space, ever
EVER, LATELY = (CONTACT, ROADS), (TELLING,)  # tags of the shared space: ever, and while a new discovery counts
CONTACT_AS = {"ended": "contact-ended", "limited": "contact-limited", "not-so": "contact-again"}
ON_CONTACT = {
    "ended": "{who} stated that contact has ended. More steps fit now.",
    "limited": "{who} stated that contact is limited, with a plan for it. Your plan knows.",
    "not-so": "A statement on contact was taken back. Your plan goes back to steady ground.",
}
THEIR_CHOICE = {
    "stay": "{who} chose to stay. Your own choice can take its time.",
    "part": "{who} chose to part. Your plan now helps you to part well.",
    "wait": "{who} needs more time to choose. Nothing has to be decided now.",
}


class Known(NamedTuple):
    """``what`` is a change as ``Facts`` knows it; empty where it changes no facts of this person."""

    what: str
    day: date
    line: str


def known_in(entries: Iterable[Opened[Kind]], me: UUID, name: str) -> list[Known]:
    """In the order of the record. ``name`` is the other’s, ready for a sentence."""
    found = (_known(entry, is_mine=entry.author == me, name=name) for entry in entries)
    return [each for each in found if each]


def with_known(changes: Mapping[str, date], known: Iterable[Known]) -> dict[str, date]:
    """The newest day of each change, whoever said it."""
    told: dict[str, date] = {}
    for each in known:
        if each.what:
            told[each.what] = max(each.day, told.get(each.what, each.day))
    return newest_of(changes, told)


def newest_line(known: Iterable[Known], today: date, lately: timedelta) -> tuple[date, str] | None:
    """The last one, while it is news."""
    fresh = [(each.day, each.line) for each in known if today - each.day <= lately]
    return max(fresh, key=lambda each: each[0]) if fresh else None


def _known(entry: Opened[Kind], *, is_mine: bool, name: str) -> Known | None:
    who = "You" if is_mine else name
    match entry.value:
        case Decision(road=road, on=day) if road in THEIR_CHOICE:
            return Known(road, day, CHANGES[road].line)
        case Decided(road=road) if road in THEIR_CHOICE and not is_mine:
            return Known("part" if road == "part" else "", entry.day, THEIR_CHOICE[road].format(who=who))
        case Contact(state=state):
            return Known(CONTACT_AS[state], entry.day, ON_CONTACT[state].format(who=who))
        case Steady():
            return Known("found-out", entry.day, CHANGES["found-out"].line)
        case Told(hidden=False, told_on=told, happened_on=happened) if told == happened:
            return Known("told-same-day", entry.day, CHANGES["told-same-day"].line)
    return None
