"""Cleans what the forms of this room send. Nothing is lost: what is wrong comes back with its sentence."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.http import QueryDict

from glasswork.lib.typed import as_typed
from glasswork.programme.shelf import SHELF

LONGEST, LONGEST_WHY = 500, 4_000
FAR = timedelta(days=5 * 366)
FIELDS = ("words", "why", "day", "first_step", "step_day")
STEP_FIELDS = ("first_step", "step_day")
NO_WORDS = "Write the goal in a few words first."
NO_STEP = "Write the step in a few words first."
NO_SENTENCE = "Write one sentence about yourself first. Or leave it for today."
TOO_LONG = "Please keep it to a few lines, under 500 characters."
TOO_LONG_WHY = "Please keep it under 4,000 characters."
NO_DAY = "Choose a day, with its year, or leave it open."
DAY_GONE = "This day has gone by. Choose one to come, or leave it open."
FAR_DAY = "This day is very far off. Choose one within five years, or leave it open."


class CleanStep(NamedTuple):
    words: str
    day: date | None


class Cleaned(NamedTuple):
    words: str
    why: str
    day: date | None
    exercise: str


class Form:
    """Reads the fields one by one; ``problems`` is field to sentence. A day that was ``standing`` may have gone by."""

    def __init__(self, sent: QueryDict, today: date, *, standing: date | None = None) -> None:
        self.sent, self.today, self.standing = sent, today, standing
        self.problems: dict[str, str] = {}

    def goal(self) -> Cleaned:
        exercise = self.sent.get("exercise", "")
        return Cleaned(
            self.line("words", NO_WORDS),
            self.line("why", "", longest=LONGEST_WHY),
            self.day("day"),
            exercise if exercise in SHELF.exercises else "",
        )

    def step(self, *, is_wanted: bool = True) -> CleanStep | None:
        words, day = self.line("first_step", NO_STEP if is_wanted else ""), self.day("step_day")
        return CleanStep(words, day) if words else None

    def line(self, name: str, if_empty: str, *, longest: int = LONGEST) -> str:
        text = as_typed(self.sent.get(name, ""))
        if not any(not letter.isspace() and letter.isprintable() for letter in text):
            if if_empty:
                self.problems[name] = if_empty
            return ""
        if len(text) > longest:
            self.problems[name] = TOO_LONG if longest == LONGEST else TOO_LONG_WHY
        return text

    def day(self, name: str) -> date | None:
        text = as_typed(self.sent.get(name, ""))
        if not text:
            return None
        try:
            found = date.fromisoformat(text)
        except ValueError:
            self.problems[name] = NO_DAY
            return None
        if found < self.today and found != self.standing:
            self.problems[name] = DAY_GONE
        elif found > self.today + FAR:
            self.problems[name] = FAR_DAY
        return found


def fields_of(sent: QueryDict, names: tuple[str, ...]) -> dict[str, str]:
    return {name: as_typed(sent.get(name, "")) for name in names if name in sent}


def id_of(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
