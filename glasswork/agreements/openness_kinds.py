"""Openness that its giver offers, for a purpose, with an end (S10)."""

from datetime import date
from uuid import UUID

import msgspec

from glasswork.spaces.kinds import Kind, kind

OPENNESS = "openness"


@kind("agreements.offer", version=1, tag="offer")
class Offer(Kind, frozen=True, kw_only=True):
    """A slip of the shared space while it stands; of its giver’s private space while it is paused."""

    id: UUID
    topic: str
    purpose: str
    covers: str
    leaves: str = ""
    made_on: date
    ends_on: date


@kind("agreements.welcome", version=1, tag="offer")
class Welcome(Kind, frozen=True, kw_only=True):
    """A slip of whoever an offer was made to: yes to exactly this offer, for as long as they like."""

    offer: UUID


@kind("agreements.request", version=1, tag=OPENNESS)
class Request(Kind, frozen=True, kw_only=True):
    """Asking for openness on one topic, once in seven days. Whether it is answered is its reader’s own matter."""

    topic: str
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("agreements.shown", version=1, tag=OPENNESS)
class Shown(Kind, frozen=True, kw_only=True):
    """What was shown under an offer, in typed words, with the terms it was shown under. It stays, with its day."""

    topic: str
    day: date
    text: str
    purpose: str
    until: date

    def as_text(self) -> str:
        return self.text


class Topic(msgspec.Struct, frozen=True):
    """``asks`` is how it reads when it is asked for."""

    id: str
    title: str
    asks: str
    prompt: str


TOPICS = {
    topic.id: topic
    for topic in (
        Topic("plans", "My plans for the day", "Your plans for the day", "Today I …"),
        Topic("evenings", "Who I spend evenings with", "Who you spend evenings with", "This evening I …"),
        Topic("contact", "Any contact, the same day", "Any contact, the same day", "Today …"),
        Topic("money", "What I spend from what we share", "What you spend from what we share", "I spent …"),
        Topic("nights", "Nights away and work trips", "Nights away and work trips", "On this trip I …"),
        Topic("care", "That I go to my appointments", "That you go to your appointments", "This week I …"),
        Topic("days", "How I am, once a day", "How you are, once a day", "Today I feel …"),
        Topic("other", "Something else", "Something else", "I’d like to show you …"),
    )
}
