"""What was written here, as lines of a diary, pure. What is told stands behind its own door, and nothing is counted."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from glasswork.promises.big import SAYS
from glasswork.promises.kinds import Closing, Outcome, Promise, SeenDifferently, Word
from glasswork.promises.kinds_of_acts import Act, Ask, Big, BigStep, Done, Dropped, Landed, NotReadySaid, Offer, Thanks
from glasswork.promises.kinds_of_acts import WouldHelp as Helps
from glasswork.promises.kinds_of_roads import Commitment, Corner, CornerDone, Decided, LastWords, Review, Stopped
from glasswork.promises.kinds_of_telling import Answer, Mended, Repair, RepairAnswer, Told
from glasswork.promises.panes import SAID
from glasswork.promises.righting import ROWS
from glasswork.promises.roads import ROADS
from glasswork.promises.telling import ABOUT, ANSWERS, REPLIES
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

PLAIN: dict[type[Kind], str] = {
    Promise: "promised",
    Closing: "let a promise rest",
    Ask: "asked for a small thing",
    Done: "did a small thing",
    Thanks: "said thank you",
    Dropped: "took an ask off the list",
    NotReadySaid: "said: not ready yet",
    Big: "offered a big thing",
    Offer: "asked if this would help",
    Repair: "wrote how to mend it",
    Mended: "said: it is mended",
    Commitment: "wrote ninety days",
    Stopped: "stopped the ninety days",
    Review: "looked back, and shared two lines",
    Corner: "put something on the list for parting",
    CornerDone: "finished a line of the list",
    LastWords: "sent some kind words",
}
BIG_STEPS = {"begun": "began a big thing", "done": "did a big thing", "let-go": "let a big thing go"}
SPOKEN: dict[type[Kind], Callable[[Any], str]] = {
    Outcome: lambda value: f"said of a promise: {SAID[value.what]}",
    Word: lambda value: "said: yes, it was" if value.is_so else "said: not quite",
    SeenDifferently: lambda value: "would like to talk about it" if value.how == "talk" else "parked it for now",
    Told: lambda value: f"told something: it is about {ABOUT[value.about][1]}",
    Answer: lambda value: f"said: {ANSWERS[value.says]}",
    RepairAnswer: lambda value: f"said: {REPLIES[value.says]}",
    Helps: lambda value: f"said: {SAYS[value.says]}",
    BigStep: lambda value: BIG_STEPS[value.what],
    Act: lambda value: f"put something right: {ROWS[value.row][0]}",
    Landed: lambda value: "said: it landed" if value.did else "said: it did not land",
    Decided: lambda value: f"shared a choice: {ROADS[value.road]}",
}
BEHIND_A_DOOR = (Told, Repair, Answer, RepairAnswer)


class Line(NamedTuple):
    """``words`` are empty where there are none, or where they stand behind a door."""

    who: str
    is_mine: bool
    what: str
    words: str


def days_of(entries: list[Opened[Kind]], me: UUID, names: dict[UUID, str]) -> list[tuple[date, list[Line]]]:
    """Newest day first; within a day in the order of writing."""
    days: dict[date, list[Line]] = {}
    for entry in entries:
        days.setdefault(entry.day, []).append(_line(entry, me, names))
    return sorted(days.items(), reverse=True)


def _line(entry: Opened[Kind], me: UUID, names: dict[UUID, str]) -> Line:
    is_mine = entry.author == me
    value = entry.value
    if value is None:
        return Line(names.get(entry.author, ""), is_mine, "took words back", "")
    words = "" if isinstance(value, BEHIND_A_DOOR) else value.as_text()
    return Line(names.get(entry.author, ""), is_mine, what_of(value), words)


def what_of(value: Kind) -> str:
    """What somebody did, as a few words that follow their name."""
    kind = type(value)
    return SPOKEN[kind](value) if kind in SPOKEN else PLAIN.get(kind, "wrote something")
