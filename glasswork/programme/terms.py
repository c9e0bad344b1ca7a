"""The terms that content files use, and how pages say them."""

from typing import Annotated, Literal

import msgspec

type Who = Literal["hurt", "involved", "both", "alone"]
type Step = Literal["talk", "support", "lines", "together", "self"]
type Stage = Annotated[int, msgspec.Meta(ge=1, le=5)]
type Tag = Literal["looked-up", "secondary", "general", "ours"]
type Area = Literal[
    "communication",
    "boundaries",
    "accountability",
    "transparency",
    "patience and empathy",
    "forgiveness",
    "connection",
    "self-reflection",
    "self-care",
    "professional help",
    "moving forward",
    "milestones",
]
type Seen = Literal[
    "only you",
    "your partner, when you send it",
    "both of you, once both are in",
    "both of you, once you both agree",
]

STEPS: tuple[Step, ...] = ("talk", "support", "lines", "together", "self")
FOR_WHOM: dict[Who, str] = {
    "hurt": "for the person who was hurt",
    "involved": "for the person who hurt someone",
    "both": "for two",
    "alone": "for you alone",
}
# How well a page is known, from the weakest thing it rests on: panes of three, and the words beside them.
KNOWN: dict[Tag, tuple[int, str]] = {
    "looked-up": (3, "We read the study this rests on"),
    "secondary": (2, "A study we know from what others wrote about it"),
    "general": (2, "What people who help couples commonly advise"),
    "ours": (1, "Our own, and not tested"),
}
