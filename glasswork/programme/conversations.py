"""Guided conversations: who has which turn, how long, and what it says. A folder each: flow.toml, a page a turn."""

import re
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import msgspec

from glasswork.programme.front_matter import flaw
from glasswork.programme.reading import ContentError, Id, Words
from glasswork.programme.terms import Tag
from glasswork.programme.turnings import RULES, Tally

CONVERSATIONS = "conversations"
PARTNER = "{partner}"  # in a page: what the other person is called
_HTML = re.compile(r"<[a-zA-Z/!?]")

type Act = Literal["speak", "back", "ask", "both", "agree"]
type Minutes = Annotated[int, msgspec.Meta(ge=1, le=60)]


class Branch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """To another turn than the next one, when a rule of ``turnings`` holds."""

    when: Words
    to: Id


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One screen. Acts and what ends them:

    speak: ``who`` speaks and passes it on. back: ``who`` says back, the other says yes or not quite. ask: ``who``
    chooses. both: each says when they are done. agree: one writes a line, the other saves it with them.
    """

    id: Id
    act: Act
    who: Literal["first", "second", "both"] = "both"
    seconds: Annotated[int, msgspec.Meta(ge=0, le=1800)] = 0  # 0: no clock
    clock: str = ""  # turns in a row with the same clock share its time
    done: str = ""  # speak: the button that ends one’s half; the other one passes it on
    skip: bool = False
    notes: bool = False  # somewhere to write for oneself
    looks_at: Literal["", "promises"] = ""  # a page that both have beside them, each on their own phone
    keep: str = ""  # agree: the label of the line that is kept
    day: bool = False  # agree: the line may have a day
    more: str = ""  # ask: the two buttons
    enough: str = ""
    next: tuple[Branch, ...] = ()

    def events(self) -> tuple[str, ...]:
        """Everything that may end this turn."""
        ends: dict[str, tuple[str, ...]] = {
            "speak": ("pass", "done") if self.done else ("pass",),
            "back": ("yes", "not-quite"),
            "ask": ("more", "enough"),
            "both": ("done",),
            "agree": ("save", "leave"),
        }
        return (*ends[self.act], *(("skip",) if self.skip else ()))


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """flow.toml. ``first``: the one who asks speaks first, or they choose. ``topic`` is the label of its field."""

    version: Annotated[int, msgspec.Meta(ge=1)]
    order: int
    title: Words
    lead: Words
    minutes: Minutes
    lengths: tuple[Minutes, ...] = ()
    first: Literal["opener", "choose"] = "choose"
    topic: str = ""
    keeps_topic: bool = False
    asks_heard: bool = False
    rest_days: int = 0  # how long between two of these, as advice
    heavy: bool = False  # none begins in a week of one's own (spaces.solo)
    takes_to: Literal["", "lines"] = ""  # where its lines are agreed to: here they are notes
    not_when: tuple[Words, ...]
    stop: Words
    source: tuple[Words, ...]
    tag: Tag
    why: Words
    turn: Annotated[tuple[Turn, ...], msgspec.Meta(min_length=1)]


class Side(NamedTuple):
    """What one of the two reads at a turn: a heading, and Markdown under it."""

    heading: str
    text: str


class Flow(NamedTuple):
    """A conversation that can be held. ``pages`` is turn to sides: who has the turn, and the other (maybe the same)."""

    id: str
    facts: Facts
    pages: dict[str, tuple[Side, Side]]

    def turn(self, turn_id: str) -> Turn | None:
        return next((turn for turn in self.facts.turn if turn.id == turn_id), None)

    def after(self, turn: Turn, tally: Tally) -> Turn | None:
        """The turn that follows; None at the end."""
        branch = next((branch for branch in turn.next if RULES[branch.when](tally)), None)
        if branch:
            return self.turn(branch.to)
        place = self.facts.turn.index(turn) + 1
        return self.facts.turn[place] if place < len(self.facts.turn) else None

    def is_last(self, turn: Turn) -> bool:
        return turn == self.facts.turn[-1]


def read_flow(folder: Path) -> Flow:
    """Raises ContentError, with file, line and reason."""
    path = folder / "flow.toml"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    try:
        facts = msgspec.toml.decode("\n".join(lines), type=Facts)
    except msgspec.DecodeError as error:
        raise flaw(path, _line_of_error(str(error), lines), str(error)) from None
    _check_turns(path, facts, lines)
    pages = {turn.id: _page(folder / f"{turn.id}.md", turn) for turn in facts.turn}
    strays = {page.stem for page in folder.glob("*.md")} - set(pages)
    if strays:
        raise flaw(folder / f"{min(strays)}.md", 1, "no turn is called that")
    return Flow(folder.name, facts, pages)


def load_flows(root: Path) -> dict[str, Flow]:
    """In their own order. Raises ContentError."""
    folders = [path for path in sorted((root / CONVERSATIONS).iterdir()) if path.is_dir()]
    flows = [read_flow(folder) for folder in folders]
    return {flow.id: flow for flow in sorted(flows, key=lambda flow: flow.facts.order)}


def _check_turns(path: Path, facts: Facts, lines: list[str]) -> None:
    ids = [turn.id for turn in facts.turn]
    for turn in facts.turn:
        line = _line_of(f'id = "{turn.id}"', lines)
        if reason := _wrong_with(turn, ids):
            raise flaw(path, line, f"turn “{turn.id}”: {reason}")


def _wrong_with(turn: Turn, ids: list[str]) -> str:
    """Why a turn can’t be used, or nothing."""
    rules = [branch.when for branch in turn.next if branch.when not in RULES]
    targets = [branch.to for branch in turn.next if branch.to not in ids]
    reasons = [
        (ids.count(turn.id) > 1, "two turns are called that"),
        (bool(rules), f"there is no rule “{''.join(rules[:1])}”"),
        (bool(targets), f"there is no turn “{''.join(targets[:1])}”"),
        ((turn.who == "both") != (turn.act in {"both", "agree"}), f"“{turn.act}” is not for “{turn.who}”"),
        ((turn.act == "agree") != bool(turn.keep), "“agree” has a label to keep, and nothing else has"),
        ((turn.act == "ask") != bool(turn.more and turn.enough), "“ask” has two buttons, and nothing else has"),
    ]
    return next((reason for holds, reason in reasons if holds), "")


def _page(path: Path, turn: Turn) -> tuple[Side, Side]:
    """One part where both read the same, otherwise two: who has the turn, then the other."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.parent.name}/{path.name}: {error}") from None
    for number, line in enumerate(lines, 1):
        if _HTML.search(line):
            raise flaw(path, number, "HTML is not allowed in content")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    wanted = 1 if turn.who == "both" else 2
    if len(starts) != wanted or starts[0] != 0:
        raise flaw(path, 1, f"this turn has {wanted} part{'s'[: wanted - 1]}, each with a ## heading")
    sides = [_side(lines[start:stop]) for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True)]
    for start, side in zip(starts, sides, strict=True):
        if not side.text:
            raise flaw(path, start + 1, "nothing stands under this heading")
    return sides[0], sides[-1]


def _side(lines: list[str]) -> Side:
    return Side(lines[0][3:].strip(), "\n".join(lines[1:]).strip())


def _line_of(words: str, lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.strip() == words), 1)


def _line_of_error(reason: str, lines: list[str]) -> int:
    """The line of the turn that an error counts from nought, or of the key that it names."""
    turns = [number for number, line in enumerate(lines, 1) if line.strip() == "[[turn]]"]
    if found := re.search(r"\$\.turn\[(\d+)\]", reason):
        return turns[min(int(found[1]), len(turns) - 1)] if turns else 1
    if found := re.search(r"line (\d+)", reason):
        return int(found[1])
    key = re.search(r"\$\.(\w+)|field `(\w+)`", reason)
    name = key and (key[1] or key[2])
    return next((number for number, line in enumerate(lines, 1) if name and line.startswith(f"{name} ")), 1)
