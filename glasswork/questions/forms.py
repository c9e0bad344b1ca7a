"""Cleans what the forms of this room send. Nothing is lost: what is wrong comes back with its sentence."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.http import QueryDict

from glasswork.lib.typed import as_typed

LONGEST, LONGEST_LINE, LONGEST_QUESTION = 20_000, 500, 2_000
TOO_LONG = "This is longer than one page can hold. Please keep it under 20,000 characters."
TOO_LONG_A_LINE = "Please keep it to a few lines, under 500 characters."
TOO_LONG_A_QUESTION = "A question this long is hard to answer well. Please keep it under 2,000 characters."
NO_DAY = "Choose a day, with its year."
DAY_GONE = "This day has gone by. Choose today or a day to come."
TAKEN_BACK = "This question was taken back, so nothing needs an answer. Your words are still here, for you to copy."
_TOO_LONG = {LONGEST: TOO_LONG, LONGEST_LINE: TOO_LONG_A_LINE, LONGEST_QUESTION: TOO_LONG_A_QUESTION}


class Form:
    """Reads the fields one by one; ``problems`` is field to sentence."""

    def __init__(self, sent: QueryDict, today: date) -> None:
        self.sent, self.today = sent, today
        self.problems: dict[str, str] = {}

    def words(self, name: str, *, if_empty: str = "", longest: int = LONGEST) -> str:
        """``if_empty``: the sentence for nothing at all."""
        text = as_typed(self.sent.get(name, ""))
        if not text and if_empty:
            self.problems[name] = if_empty
        elif len(text) > longest:
            self.problems[name] = _TOO_LONG[longest]
        return text

    def day(self, name: str, *, least: int = 0, most: int, too_far: str) -> date:
        """From ``least`` to ``most`` days ahead. Today stands in where there is a problem."""
        try:
            found = date.fromisoformat(as_typed(self.sent.get(name, "")))
        except ValueError:
            self.problems[name] = NO_DAY
            return self.today
        if found < self.today + timedelta(days=least):
            self.problems[name] = DAY_GONE
        elif found > self.today + timedelta(days=most):
            self.problems[name] = too_far
        return found

    def choice(self, name: str, options: Iterable[str], *, if_none: str = "") -> str:
        value = self.sent.get(name, "")
        if value in options:
            return value
        if if_none:
            self.problems[name] = if_none
        return ""

    def choices(self, name: str, options: Iterable[str]) -> tuple[str, ...]:
        sent = set(self.sent.getlist(name))
        return tuple(option for option in options if option in sent)

    def id(self, name: str) -> UUID | None:
        return id_of(self.sent.get(name, ""))


def id_of(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
