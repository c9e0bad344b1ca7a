"""Words that help when fear comes, pure: who would like to hear what, and who can say it. Nothing is counted."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.questions.kinds_of_words import CanSay, Comfort, Please, SaidIt
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened

PLEASE, SAID = "questions-please", "questions-said"  # names of slips, each with its owner’s
SHOWN_FOR, AGAIN_AFTER = timedelta(hours=18), timedelta(hours=1)
MOST = 5
HOWS = {"said": "I said it", "tonight": "Tonight, in person"}


class Words(NamedTuple):
    """``can`` is the other’s newest word on them; None while nothing was said or it was taken back."""

    id: UUID
    entry: UUID
    author: UUID
    words: str
    can: CanSay | None
    can_entry: UUID | None

    @property
    def is_agreed(self) -> bool:
        return self.can is not None and self.can.is_yes


def words_in(space: OpenSpace, entries: Iterable[Opened[Kind]]) -> list[Words]:
    """What stands now, oldest first."""
    found: dict[UUID, Words] = {}
    for entry in entries:
        value = entry.value
        if isinstance(value, Comfort) and entry.space == space.id:
            found[value.id] = Words(value.id, entry.id, entry.author, value.words, None, None)
        elif isinstance(value, CanSay) and (before := found.get(value.comfort)) and before.author != entry.author:
            found[before.id] = before._replace(can=value, can_entry=entry.id)
    return list(found.values())


def is_asked_for(please: Kind | None, said: Kind | None, now: datetime) -> bool:
    """Whether somebody asks to hear something now, and it has not been said."""
    if not isinstance(please, Please) or not please.at <= now < please.at + SHOWN_FOR:
        return False
    return answer_to(please, said) is None


def was_said_just_now(please: Kind | None, said: Kind | None, now: datetime) -> bool:
    """So that nobody is asked to say it every few minutes."""
    return isinstance(please, Please) and answer_to(please, said) is not None and now < please.at + AGAIN_AFTER


def answer_to(please: Kind | None, said: Kind | None) -> SaidIt | None:
    """The answer to exactly this asking."""
    if not isinstance(please, Please) or not isinstance(said, SaidIt):
        return None
    return said if (said.comfort, said.at) == (please.comfort, please.at) else None
