"""Decks and lists: what one flicks through, sorts, borrows or copies."""

from typing import Annotated, Literal

import msgspec

from glasswork.programme.reading import CONTENT, Id, Words, read_list
from glasswork.programme.terms import Tag

CARDS = CONTENT / "cards"

type Minutes = Annotated[int, msgspec.Meta(ge=1, le=180)]
type DateKind = Literal["free", "at home", "out", "teamwork"]
type Mood = Literal["light", "memory", "dream", "us", "brave"]


class ConversationCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question for two to take turns with."""

    id: Id
    mood: Mood
    text: Words


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that somebody does, without a verdict; each of two sorts it apart (E12)."""

    id: Id
    topic: Words
    text: Words


class DateIdea(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: Id
    kind: DateKind
    text: Words


class MeTimeIdea(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: Id
    minutes: Minutes
    text: Words


class Grounding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short way back to the room. ``not_when`` is empty where nothing speaks against it."""

    id: Id
    title: Words
    kind: Literal["breathing", "senses", "body", "words"]
    minutes: Minutes
    steps: Annotated[tuple[Words, ...], msgspec.Meta(min_length=3, max_length=6)]
    not_when: str
    source: Words
    tag: Tag


class LineStarter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line about one's own acts, to begin from."""

    id: Id
    topic: Words
    text: Words


class HighCostAct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``wait`` is in days: for what cannot be undone. ``limit`` says when not, and what it must not become."""

    id: Id
    text: Words
    limit: Words
    wait: Annotated[int, msgspec.Meta(ge=0, le=90)]


class Enquiry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A message ready to send; ``to`` and ``tone`` name it."""

    id: Id
    to: Words
    tone: Words
    subject: Words
    text: Words


class Reassurance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that is true on a bad day, to be chosen beforehand."""

    id: Id
    text: Words


CONVERSATION_CARDS = read_list(CARDS / "conversation.toml", "card", ConversationCard, unique=("id", "text"))
SCENARIOS = read_list(CARDS / "scenarios.toml", "scenario", Scenario, unique=("id", "text"))
DATE_IDEAS = read_list(CARDS / "dates.toml", "idea", DateIdea, unique=("id", "text"))
ME_TIME_IDEAS = read_list(CARDS / "me-time.toml", "idea", MeTimeIdea, unique=("id", "text"))
GROUNDING = read_list(CARDS / "grounding.toml", "exercise", Grounding, unique=("id", "title"))
LINE_STARTERS = read_list(CARDS / "line-starters.toml", "starter", LineStarter, unique=("id", "text"))
HIGH_COST_ACTS = read_list(CARDS / "high-cost-acts.toml", "act", HighCostAct, unique=("id", "text"))
ENQUIRIES = read_list(CARDS / "enquiries.toml", "enquiry", Enquiry, unique=("id",))
REASSURANCE = read_list(CARDS / "reassurance.toml", "words", Reassurance, unique=("id", "text"))
