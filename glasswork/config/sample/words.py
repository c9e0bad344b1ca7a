"""What the sample people wrote, read from ``content/en/sample``."""

from typing import Annotated, Literal

import msgspec

from glasswork.programme.reading import CONTENT, Id, Words, read_list

type Level = Annotated[int, msgspec.Meta(ge=1, le=5)]
type Name = Literal["robin", "alex"]
type Anybody = Literal["robin", "alex", "sam"]
type Fate = Literal["sealed", "kept", "kept-after-all", "shared-anyway"]
type Ago = Annotated[int, msgspec.Meta(ge=0, le=55)]

FOLDER = CONTENT / "sample"
WEEKS = 8


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one person answered on one evening, and what became of it. Levels are 1 to 5, None when left."""

    feelings: tuple[Id, ...] = ()
    closeness: Level | None = None
    feel: str = ""
    when: str = ""
    because: str = ""
    would_help: str = ""
    good: str = ""
    leaves_question: bool = False
    trust: Level | None = None
    move: Literal["", "dipped", "same", "rose"] = ""
    why: str = ""
    fate: Fate = "sealed"


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of saying back."""

    by: Name
    says: Literal["heard", "aloud", "yes", "not-quite", "reply"]
    text: str = ""


class Evening(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One evening of the couple, ``ago`` evenings before today. ``starts`` is HH:MM, otherwise somewhen after eight."""

    ago: Ago
    robin: Side | None = None
    alex: Side | None = None
    first: Name = "robin"
    starts: str = ""
    after: tuple[Said, ...] = ()

    @property
    def sides(self) -> list[tuple[Name, Side]]:
        """Who answered, in that order."""
        names: tuple[Name, Name] = ("alex", "robin") if self.first == "alex" else ("robin", "alex")
        found = {"robin": self.robin, "alex": self.alex}
        return [(name, side) for name in names if (side := found[name])]


class EveningAlone(Side, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One evening of somebody alone."""

    ago: Ago
    starts: str = ""


class Replies(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What each answers to one question of the rotation, the first time it comes, then the second."""

    prompt: Id
    robin: tuple[Words, ...] = ()
    alex: tuple[Words, ...] = ()
    sam: tuple[Words, ...] = ()


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something promised, asked, told or mended. ``named`` is what later acts call it; ``at`` is HH:MM.

    ``days``: a promise’s until its last, and since what is told had happened. ``words`` are the first there are.
    """

    ago: Ago
    at: str
    by: Name
    does: Literal["promise", "outcome", "word", "ask", "done", "thanks", "told", "answer", "repair", "reply", "mended"]
    named: str = ""
    of: str = ""
    words: str = ""
    what: str = ""
    about: str = ""
    days: int = 0
    pane: int = 0
    each_time: bool = False
    how_long: str = ""
    was_said: str = ""
    did_next: str = ""
    own: str = ""
    mend: str = ""
    show: str = ""


class Agreed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something about a line, contact or openness. ``named`` is what later acts call a line; ``at`` is HH:MM.

    ``days``: until a line is looked at again, until an offer ends, and since when a statement holds.
    """

    ago: Ago
    at: str
    by: Name
    does: Literal["line", "words", "yes", "review", "state", "request", "offer", "welcome", "show"]
    named: str = ""
    of: str = ""
    words: str = ""
    whose: Literal["me", "both", "you"] = "me"
    if_crossed: str = ""
    days: int = 30
    topic: str = "plans"
    what: str = ""
    leaves: str = ""
    purpose: str = ""
    called: str = ""
    blocked: str = ""
    unavoidable: str = ""
    report: str = ""
    chance: str = ""


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something on somebody’s own way: the plan, a goal, the jar. ``named`` is what later acts call a goal or a step.

    ``answers``: question of the intake to the values chosen. ``whose``: a goal of one’s own, or of both.
    """

    ago: Ago
    at: str
    by: Anybody
    does: Literal["intake", "chosen", "done", "goal", "yes", "step", "stepped", "moment"]
    named: str = ""
    of: str = ""
    answers: dict[str, tuple[str, ...]] = {}
    exercise: Id = ""
    words: str = ""
    why: str = ""
    whose: Literal["me", "both"] = "me"
    sort: Literal["honest", "laugh", "good"] = "honest"


class Talking(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A hard question, a letter, a talk or a time-out, and what became of it. ``named`` is what later acts call it.

    ``days``: until a parked question is looked at again, or a saved line ends. ``minutes``: of a talk, or away.
    ``moves`` of a talk: who does what, in their order. ``parts`` of a letter: prompt to words.
    """

    ago: Ago
    at: str
    by: Anybody
    does: Literal[
        "hour",
        "hour-yes",
        "ask",
        "answer",
        "thanks",
        "park",
        "park-yes",
        "letter",
        "send",
        "heard",
        "letter-back",
        "never",
        "talk",
        "space",
    ]
    named: str = ""
    of: str = ""
    words: str = ""
    sort: str = ""
    to: str = ""
    days: int = 0
    minutes: int = 0
    hour: int = 0
    parts: dict[str, str] = {}
    things: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    was: dict[Name, str] = {}


def read_steps() -> list[Step]:
    """Oldest first. Raises ContentError."""
    return sorted(read_list(FOLDER / "steps.toml", "act", Step, unique=()), key=lambda act: (-act.ago, act.at))


def read_talking() -> list[Talking]:
    """Oldest first. Raises ContentError."""
    return sorted(read_list(FOLDER / "talking.toml", "act", Talking, unique=()), key=lambda act: (-act.ago, act.at))


def read_agreed() -> list[Agreed]:
    """Oldest first. Raises ContentError."""
    return sorted(read_list(FOLDER / "lines.toml", "act", Agreed, unique=()), key=lambda act: (-act.ago, act.at))


def read_acts() -> list[Act]:
    """Oldest first. Raises ContentError."""
    return sorted(read_list(FOLDER / "promises.toml", "act", Act, unique=()), key=lambda act: (-act.ago, act.at))


def read_evenings() -> list[Evening]:
    """Oldest first. Raises ContentError."""
    weeks = [read_list(FOLDER / f"week-{n}.toml", "evening", Evening, unique=("ago",)) for n in range(1, WEEKS + 1)]
    return sorted((evening for week in weeks for evening in week), key=lambda evening: -evening.ago)


def read_evenings_alone() -> list[EveningAlone]:
    """Oldest first. Raises ContentError."""
    return sorted(read_list(FOLDER / "sam.toml", "evening", EveningAlone, unique=("ago",)), key=lambda each: -each.ago)


def read_replies() -> dict[str, Replies]:
    """By the question's id. Raises ContentError."""
    return {each.prompt: each for each in read_list(FOLDER / "replies.toml", "reply", Replies, unique=("prompt",))}
