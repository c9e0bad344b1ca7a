"""Folds entries into a tally, pure: what two people have done that both know of, and what one did alone.

Only what was good is counted, nothing is ever taken off, and no act of one person is set against the other's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from uuid import UUID

import msgspec

from glasswork.agreements.kinds import OwnLine, Yes
from glasswork.checkin.kinds import Alone, Answer, Trust, Verdict
from glasswork.exercises.kinds import Written
from glasswork.progress.kinds import (
    MOST_EVENINGS,
    MOST_EVENTS,
    MOST_HALVES,
    Event,
    Letter,
    LookBack,
    Moment,
    New,
    Tally,
)
from glasswork.progress.weeks import roll_up
from glasswork.promises.kinds import Outcome, Word
from glasswork.promises.kinds_of_acts import Thanks
from glasswork.promises.kinds_of_telling import Mended, Told
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened
from glasswork.talks.kinds import Back, Held

OURS, RIVER, ALONE = "ours", "river", "alone"  # whose window: what two share, the river in it, somebody's alone
GOLD = "mended"
EVENING = b"e"  # how the keys of evenings begin
# Act to the part of the picture that it colours.
SHARED_PARTS = {
    **dict.fromkeys(("evening", "heard", "talk", "return", "honest"), "sky"),
    **dict.fromkeys(("good", "laugh"), "sun"),
    **dict.fromkeys(("kept", "line", "thanks"), "hills"),
}
OWN_PARTS = {
    "own-evening": "sky",
    **dict.fromkeys(("own-good", "own-laugh", "own-honest"), "sun"),
    **dict.fromkeys(("own-kept", "own-line"), "hills"),
    **dict.fromkeys(("written", "looked-back", "own-letter"), "river"),
}
# So many acts colour a pane, and the first of a part at once: a picture takes some months of common evenings.
ACTS_TO_A_PANE = {"sky": 3, "sun": 5, "hills": 1, "river": 4}


def fold(tally: Tally, entries: Iterable[Opened[Kind]], members: Sequence[UUID], me: UUID) -> Tally:
    """The same tally when nothing is new. ``entries`` are of one space, in order; older ones may be among them."""
    new = [entry for entry in entries if entry.sequence > tally.upto]
    if not new:
        return tally
    state = _State(tally, tuple(members), me)
    for entry in new:
        state.add(entry)
    return state.folded(new[-1])


def panes(acts: dict[str, int], parts: dict[str, str]) -> dict[str, int]:
    """Part of the picture to how many of its panes are in colour."""
    counts = dict.fromkeys(ACTS_TO_A_PANE, 0)
    for name, part in parts.items():
        counts[part] += acts.get(name, 0)
    return {part: -(-number // ACTS_TO_A_PANE[part]) for part, number in counts.items()}


def river(acts: dict[str, int]) -> int:
    """In a window of two, all that is one's own is in the river."""
    return -(-sum(acts.get(name, 0) for name in OWN_PARTS) // ACTS_TO_A_PANE["river"])


def act_of_two(value: Kind | None) -> str:
    """What one entry alone comes to, between two; nothing for most."""
    act = ""
    match value:
        case Answer() as answer if answer.words.good:
            act = "good"
        case Verdict(is_it=True):
            act = "heard"
        case Held(is_finished=True):
            act = "talk"
        case Back(is_kept=True):
            act = "return"
        case Moment() as moment:
            act = moment.sort
        case Thanks():
            act = "thanks"
        case _:
            pass
    return act


def half_of(value: Kind | None) -> tuple[str, UUID] | None:
    """What counts once both have said it: the act, and about which thing."""
    match value:
        case Answer() as answer:
            return "evening", answer.round
        case Yes() as yes:
            return "line", yes.wording
        case Mended() as mended:
            return GOLD, mended.told
        case _:
            return None


def acts_of_one(value: Kind | None) -> list[str]:
    match value:
        case Alone() as alone:
            return ["own-evening", *(["own-good"] if alone.words.good else [])]
        case Moment() as moment:
            return [f"own-{moment.sort}"]
        case Outcome(what="kept"):
            return ["own-kept"]
        case Mended():
            return [GOLD]
        case _:
            return [OWN_ACTS[type(value)]] if type(value) in OWN_ACTS else []


OWN_ACTS: dict[type[object], str] = {Written: "written", LookBack: "looked-back", Letter: "own-letter"}


@dataclass(slots=True)
class _State:
    """A tally while it is folded."""

    before: Tally
    members: tuple[UUID, ...]
    me: UUID
    acts: dict[str, int] = field(init=False)
    newest: dict[str, New] = field(init=False)
    firsts: dict[str, date] = field(init=False)
    halves: dict[bytes, bytes] = field(init=False)
    events: list[Event] = field(init=False)
    evenings: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.acts, self.newest, self.firsts = dict(self.before.acts), dict(self.before.newest), dict(self.before.firsts)
        self.halves, self.evenings = dict(self.before.halves), dict(self.before.evenings)
        self.events = list(self.before.events)

    @property
    def is_shared(self) -> bool:
        return len(self.members) > 1

    def add(self, entry: Opened[Kind]) -> None:
        if entry.author in self.members:
            (self._of_two if self.is_shared else self._of_one)(entry)

    def folded(self, last: Opened[Kind]) -> Tally:
        evenings, weeks = roll_up(self.evenings, self.before.weeks)
        return msgspec.structs.replace(
            self.before,
            upto=last.sequence,
            since=last.day,
            acts=self.acts,
            newest=self.newest,
            firsts=self.firsts,
            halves=_worth_keeping(self.halves),
            events=tuple(self.events[-MOST_EVENTS:]),
            evenings=evenings,
            weeks=weeks,
        )

    def _of_two(self, entry: Opened[Kind]) -> None:
        if act := act_of_two(entry.value):
            self._count(act, entry.day)
        half = half_of(entry.value)
        if half and self._both(entry, *half):
            self._count_or_mend(half[0], entry.day)
        self._promise(entry)
        if isinstance(entry.value, Told):
            sort = "told-same-day" if entry.value.told_on == entry.value.happened_on else "told"
            self.events.append(Event(entry.day, sort, is_mine=entry.author == self.me))

    def _of_one(self, entry: Opened[Kind]) -> None:
        for act in acts_of_one(entry.value):
            self._count_or_mend(act, entry.day)
        match entry.value:
            case Trust(trust=int(trust), evening=evening):
                self.evenings[evening.toordinal()] = trust
            case LookBack() as look:
                self.events.append(Event(look.on, "looked-back"))
            case OwnLine(is_dropped=False) as line if self._is_first("own-line", line.line):
                self._count("own-line", entry.day)
            case _:
                pass

    def _promise(self, entry: Opened[Kind]) -> None:
        """Kept by its giver’s word, and seen by the other."""
        match entry.value:
            case Outcome(what="kept") as said:
                self.halves[_key("pane", said.promise, said.pane)] = entry.author.bytes[:4]
            case Word(is_so=True) as word if self._is_of_the_other(entry, "pane", word.promise, word.pane):
                self._count("kept", entry.day)
            case _:
                pass

    def _count_or_mend(self, act: str, day: date) -> None:
        if act != GOLD:
            return self._count(act, day)
        self._note(GOLD, day)
        if self.is_shared:
            self.events.append(Event(day, GOLD))
        return None

    def _count(self, act: str, day: date) -> None:
        """One more act; where a pane comes of it, that is the newest in its window."""
        before = panes(self.acts, self._parts), river(self.acts)
        self._note(act, day)
        after = panes(self.acts, self._parts), river(self.acts)
        part = self._parts[act]
        if after[0] != before[0]:
            self.newest[OURS if self.is_shared else ALONE] = New(part, act, day)
        if after[1] != before[1]:
            self.newest[RIVER] = New("river", act, day)

    def _note(self, act: str, day: date) -> None:
        self.acts[act] = self.acts.get(act, 0) + 1
        self.firsts.setdefault(act, day)

    @property
    def _parts(self) -> dict[str, str]:
        return SHARED_PARTS if self.is_shared else OWN_PARTS

    def _both(self, entry: Opened[Kind], sort: str, *of: object) -> bool:
        """Whether with this entry both have said it; each time it counts once."""
        key, mine = _key(sort, *of), entry.author.bytes[:4]
        other = self.halves.get(key)
        if other is None or other == mine:
            self.halves[key] = mine
            return False
        self.halves[key] = b""  # both: nothing that is said of it again counts
        return bool(other)

    def _is_of_the_other(self, entry: Opened[Kind], sort: str, *of: object) -> bool:
        giver = self.halves.pop(_key(sort, *of), None)
        return giver is not None and giver != entry.author.bytes[:4]

    def _is_first(self, sort: str, *of: object) -> bool:
        key = _key(sort, *of)
        is_first = key not in self.halves
        self.halves[key] = b""
        return is_first


def _worth_keeping(halves: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """The newest of each: an evening comes every day, and must not push out what was mended weeks ago."""
    evenings = [key for key in halves if key.startswith(EVENING)]
    others = [key for key in halves if not key.startswith(EVENING)]
    return {key: halves[key] for key in (*others[-MOST_HALVES:], *evenings[-MOST_EVENINGS:])}


def _key(sort: str, *of: object) -> bytes:
    """Begins with the letter of its sort."""
    return sort[:1].encode() + sha256("/".join(map(str, (sort, *of))).encode()).digest()[:7]
