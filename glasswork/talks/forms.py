"""Cleans what the forms of a talk send. What is wrong comes back with its sentence, and with the words."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from glasswork.lib.typed import as_typed, number_in
from glasswork.programme.conversations import Flow
from glasswork.talks.readiness import problems_of

LONGEST_TOPIC, LONGEST = 200, 5_000
TOPIC_TOO_LONG = "Please keep it under 200 letters. The talk is for the rest."
TOO_LONG = "Please keep it under 5,000 characters."
NO_LINE = "Write a few words first, or leave this one for now."
HOW = ["Hard", "A bit hard", "In between", "Quite good", "Good"]


class Invitation(NamedTuple):
    """``problems`` is field to sentence; the rest is fit to be used once there are none."""

    topic: str
    minutes: int
    is_first: bool
    on_one_phone: bool
    problems: dict[str, str]


def clean_invitation(flow: Flow, sent: Mapping[str, str]) -> Invitation:
    topic = text_of(sent, "topic") if flow.facts.topic else ""
    problems = {"topic": TOPIC_TOO_LONG} if len(topic) > LONGEST_TOPIC else {}
    lengths = [str(length) for length in flow.facts.lengths]
    length = sent.get("minutes", "")
    minutes = int(length) if length in lengths else flow.facts.minutes
    is_first = flow.facts.first == "opener" or sent.get("first") != "partner"
    return Invitation(topic, minutes, is_first, sent.get("phones") == "one", {**problems, **problems_of(sent)})


def text_of(sent: Mapping[str, str], field: str) -> str:
    return as_typed(sent.get(field, ""))


def number_of(sent: Mapping[str, str], field: str, *, most: int) -> int | None:
    """A whole number from nought, or None for anything else."""
    number = number_in(sent.get(field, ""), digits=3)
    return number if number is not None and number <= most else None


def talk_of(step: str) -> UUID | None:
    """The talk that a form is about, by the step it carries; None for anything made up."""
    try:
        return UUID(hex=step.partition(".")[0])
    except ValueError:
        return None
