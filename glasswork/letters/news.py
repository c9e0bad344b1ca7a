"""What Today says of letters: a door, what the other said to one's own, and a wait that is over. Pure."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.checkin.evening import Evening
from glasswork.letters.here import MINE
from glasswork.letters.kinds import PARTS, TAG, Answer, Heard, Letter, Mine, Mirror, PullTold, Reply, Waiting
from glasswork.letters.resting import is_resting
from glasswork.letters.sorts import SORTS
from glasswork.lib.directions import isolated
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

TAGS = (TAG, PARTS)
RECENT = timedelta(days=3)


class Line(NamedTuple):
    """``letter`` is None for what stands on the front page of letters."""

    words: str
    letter: UUID | None
    day: date


def letter_to_read(evening: Evening) -> UUID | None:
    """The newest of the other's that is neither opened, put by nor answered: which, only this person's pages know.

    None while steps for two rest for them; it still stands on the front page of letters.
    """
    own = evening.slip(evening.spaces.private, MINE)
    mine = own if isinstance(own, Mine) else Mine()
    ours, me = evening.ours, evening.spaces.private.me
    said = {e.value.letter for e in ours if e.author == me and isinstance(e.value, Heard | Reply | Answer)}
    known = {*mine.opened, *mine.put_by, *said}
    theirs = [e.value.letter for e in ours if e.author != me and isinstance(e.value, Letter)]
    found = next((letter for letter in reversed(theirs) if letter not in known), None)
    return None if found is None or is_resting(evening.spaces, evening.now) else found


def lines(evening: Evening) -> list[Line]:
    """What the other said of late, newest first."""
    me, name = evening.spaces.private.me, isolated(evening.partner_name)
    theirs = [entry for entry in evening.ours if entry.author != me and evening.today - entry.day <= RECENT]
    return [line for entry in reversed(theirs) if (line := _line(entry, name))]


def rested(evening: Evening) -> str:
    """The sort of one's own letter whose rest is over, for its writer alone; nothing where there is none."""
    waiting = [value for value in evening.slips.values() if isinstance(value, Waiting)]
    over = [each.sort for each in waiting if SORTS[each.sort].rest and evening.now >= each.until]
    return over[0] if over else ""


def _line(entry: Opened[Kind], name: str) -> Line | None:
    match entry.value:
        case Heard(letter=letter):
            return Line(f"{name} told three things they heard.", letter, entry.day)
        case Reply(letter=letter):
            return Line(f"{name} wrote back to your letter.", letter, entry.day)
        case Answer(letter=letter):
            return Line(f"{name} said something to your letter.", letter, entry.day)
        case Mirror(letter=letter):
            return Line(f"{name} said back what they heard.", letter, entry.day)
        case PullTold():
            return Line(f"{name} felt the pull to write to them, and told you.", None, entry.day)
    return None
