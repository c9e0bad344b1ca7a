"""What a plan learns without being told: what both know, and what its owner decided elsewhere. Pure (S11).

A decision that was shared, something hidden that was told, a slip told the same day, and a statement on contact. Of
the other’s private space nothing is here; of one’s own, the newest choice on the road ahead. What the other told counts
for its reader once they have opened its door, or their plan would say what is behind it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.agreements.contact_kinds import CONTACT, Contact
from glasswork.letters.kinds import TAG as LETTERS
from glasswork.plan.changes import CHANGES
from glasswork.plan.facts import CONTACT_SAID, is_within, newest_of, newest_said, settles
from glasswork.promises.kinds import TAG as PROMISES
from glasswork.promises.kinds_of_roads import ROADS, Decided, Decision
from glasswork.promises.kinds_of_telling import TELLING, Told
from glasswork.questions.kinds_of_words import ACCOUNTS
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened
from glasswork.talks.kinds import TAG as TALKS

OWN = ("mine",)  # tags of one’s own space, ever
EVER = (CONTACT, ROADS)  # tags of the shared space, ever
LATELY = (TELLING, TALKS, ACCOUNTS, LETTERS, PROMISES)  # and of a month, in which a new discovery counts
AGAIN = "contact-again"
CONTACT_AS = {"ended": "contact-ended", "limited": "contact-limited", "not-so": AGAIN}
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


def known_in(
    entries: Iterable[Opened[Kind]], me: UUID, name: str, is_closed: Callable[[Opened[Kind]], bool], *, role: str = ""
) -> list[Known]:
    """In the order given. ``name`` is the other’s, ready for a sentence; ``is_closed`` as ``Doors`` say it.

    ``role`` as its owner said it: what the other states on contact settles nothing for whoever had it.
    """
    counted = (
        each for each in entries if not isinstance(each.value, Contact) or settles(role, is_mine=each.author == me)
    )
    found = ((entry, _known(entry, is_mine=entry.author == me, name=name)) for entry in counted)
    return [known for entry, known in found if known and not is_closed(entry)]


def with_known(changes: Mapping[str, date], known: Iterable[Known]) -> dict[str, date]:
    """The newest day of each change, whoever said it; what was said later on one day comes later.

    Which of two spaces was written in first on one day nothing tells. Then what both know is taken as the later; only
    contact again, when its owner says so, is not talked away by a statement of that day.
    """
    merged = newest_of(changes, _in_order(known))
    if AGAIN in changes and newest_said(changes, CONTACT_SAID) == AGAIN:
        merged[AGAIN] = merged.pop(AGAIN)
    return merged


def _in_order(known: Iterable[Known]) -> dict[str, date]:
    """A statement on contact is never older than the one before it, also where a clock was set back between them."""
    told: dict[str, date] = {}
    for what, day, _ in known:
        before = [told[each] for each in CONTACT_SAID if each in told] if what in CONTACT_SAID else []
        if what:
            told[what] = max(day, told.pop(what, day), *before)
    return told


def newest_line(known: Iterable[Known], today: date, lately: timedelta) -> tuple[date, str] | None:
    """The last one, while it is news."""
    fresh = [(each.day, each.line) for each in known if is_within(each.day, today, lately)]
    return max(reversed(fresh), key=lambda each: each[0]) if fresh else None


def _known(entry: Opened[Kind], *, is_mine: bool, name: str) -> Known | None:
    who = "You" if is_mine else name
    match entry.value:
        case Decision(road=road, on=day) if road in THEIR_CHOICE:
            return Known(road, day, CHANGES[road].line)
        case Decided(road=road) if road in THEIR_CHOICE and not is_mine:
            return Known("part" if road == "part" else "", entry.day, THEIR_CHOICE[road].format(who=who))
        case Contact(state=state):
            return Known(CONTACT_AS[state], entry.day, ON_CONTACT[state].format(who=who))
        case Told(steady=True):
            return Known("found-out", entry.day, CHANGES["found-out"].line)
        case Told(hidden=False, told_on=told, happened_on=happened) if told == happened:
            return Known("told-same-day", entry.day, CHANGES["told-same-day"].line)
    return None
