"""Cleans what the forms of lines send. Nothing is lost: what is wrong comes back with its sentence."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple, cast, get_args
from uuid import UUID

from django.http import QueryDict

from glasswork.agreements.kinds import Sort, Whose, Word
from glasswork.agreements.terms import LONGEST_WAIT, USUAL_WAIT
from glasswork.lib.typed import as_typed
from glasswork.programme.cards import LINE_STARTERS

LONGEST = 2_000
TEXTS = ("text", "happened", "need", "if_crossed")
FIELDS = (*TEXTS, "whose", "sort", "look_again_on", "share_need", "told", "answered")
TOLD = {"writing": "In writing, here", "face": "Face to face", "either": "Either way"}
ANSWERED = {"day": "The same day", "days": "Within two days", "week": "Within a week"}
WHOSE = [("me", "What I will do"), ("both", "What we both do"), ("you", "What I’d like to ask for")]
STARTERS = {
    topic: [each.text for each in LINE_STARTERS if each.topic == topic]
    for topic in dict.fromkeys(each.topic for each in LINE_STARTERS)
}

TOO_LONG = "This is longer than a line can be. Please keep it under 2,000 characters."
NO_WORDS = "Write the line in a few words first, so that you’d both know what it means."
NO_DAY = "Please choose a day to look again."
PAST_DAY = "That day has passed. Please choose one from tomorrow on."
FAR_DAY = "Please choose a day within ninety days, so that you look at it together in good time."


class Cleaned(NamedTuple):
    """``problems`` is field to sentence; empty when the rest may be sent."""

    texts: dict[str, str]
    whose: Whose
    sort: Sort
    look_again_on: date
    shares_need: bool
    problems: dict[str, str]
    told: str = ""
    answered: str = ""

    @property
    def sent(self) -> dict[str, str]:
        """The parts that the other will read."""
        names = ("text", "if_crossed", "need") if self.shares_need else ("text", "if_crossed")
        return {name: self.texts[name] for name in names}


def clean_line(sent: Mapping[str, list[str]], today: date) -> Cleaned:
    texts = {name: as_typed(first(sent, name)) for name in TEXTS}
    problems = {name: TOO_LONG for name, text in texts.items() if len(text) > LONGEST}
    if not has_letters(texts["text"]):
        problems["text"] = NO_WORDS
    day, problem = clean_day(first(sent, "look_again_on"), today)
    if problem:
        problems["look_again_on"] = problem
    return Cleaned(
        texts,
        _whose(first(sent, "whose")),
        clean_sort(first(sent, "sort")),
        day,
        bool(sent.get("share_need")),
        problems,
        TOLD.get(first(sent, "told"), ""),
        ANSWERED.get(first(sent, "answered"), ""),
    )


def clean_day(text: str, today: date) -> tuple[date, str]:
    """The day, or the usual one with what is wrong."""
    usual = today + USUAL_WAIT
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return usual, NO_DAY
    if day <= today:
        return usual, PAST_DAY
    return (usual, FAR_DAY) if day > today + LONGEST_WAIT else (day, "")


def latest_day(today: date) -> date:
    return today + LONGEST_WAIT


def usual_day(today: date, days: int = 30) -> date:
    return today + timedelta(days=days)


def clean_word(text: str) -> Word | None:
    return cast("Word", text) if text in get_args(Word.__value__) else None


def clean_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def fields_of(sent: QueryDict, names: tuple[str, ...] = FIELDS) -> dict[str, list[str]]:
    """The form’s own fields, as a draft keeps them."""
    return {name: sent.getlist(name) for name in names if name in sent}


def has_letters(text: str) -> bool:
    """Whether it says anything: signs and pictures alone can be read in many ways."""
    return sum(letter.isalpha() for letter in text) > 1


def first(sent: Mapping[str, list[str]], name: str) -> str:
    values = sent.get(name) or [""]
    return values[0]


def clean_sort(text: str) -> Sort:
    return cast("Sort", text) if text in get_args(Sort.__value__) else "line"


def _whose(text: str) -> Whose:
    return cast("Whose", text) if text in get_args(Whose.__value__) else "me"
