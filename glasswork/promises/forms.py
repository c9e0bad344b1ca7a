"""Cleans what the forms of this room send. Nothing is lost: what is wrong comes back with its sentence."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.http import QueryDict

from glasswork.hints.beside import Beside
from glasswork.lib.typed import as_typed, number_in

LONGEST, LONGEST_LINE = 20_000, 500
TOO_LONG = "This is longer than one page can hold. Please keep it under 20,000 characters."
TOO_LONG_A_LINE = "Please keep it to a few lines, under 500 characters."
IN_WORDS = "Put it in words too, so that you can both see when it is done."
NO_DAY = "Choose a day, with its year."
DAY_GONE = "This day has gone by. Choose today or a day to come."
DAY_TO_COME = "This day has not come yet. Choose today or a day before."
DAY_LONG_GONE = "Choose a day in the last year."


class Problems(dict[str, str]):
    """Field to sentence, and the hint beside a field: with either, words wait."""

    beside: Beside | None = None

    def __bool__(self) -> bool:
        return bool(len(self)) or self.beside is not None


class Form:
    """Reads the fields one by one; ``problems`` is field to sentence."""

    def __init__(self, sent: QueryDict, today: date) -> None:
        self.sent, self.today = sent, today
        self.problems = Problems()

    def words(self, name: str, *, if_empty: str = "", is_line: bool = False, in_words: bool = False) -> str:
        """``if_empty``: the sentence for nothing at all. ``in_words``: more than signs and pictures is wanted."""
        text = text_of(self.sent, name)
        longest, too_long = (LONGEST_LINE, TOO_LONG_A_LINE) if is_line else (LONGEST, TOO_LONG)
        if not text and if_empty:
            self.problems[name] = if_empty
        elif len(text) > longest:
            self.problems[name] = too_long
        elif text and in_words and not any(letter.isalpha() for letter in text):
            self.problems[name] = IN_WORDS
        return text

    def day_to_come(self, name: str, *, most: int, too_far: str, may_be_empty: bool = False) -> date:
        """Today or later, at most that many days. Today stands in where there is a problem."""
        found = self._day(name, may_be_empty=may_be_empty)
        if found and found < self.today:
            self.problems[name] = DAY_GONE
        elif found and found > self.today + timedelta(days=most):
            self.problems[name] = too_far
        return found or self.today

    def day_gone(self, name: str) -> date:
        """Today or before; today where nothing was chosen."""
        found = self._day(name, may_be_empty=True) or self.today
        if found > self.today:
            self.problems[name] = DAY_TO_COME
        elif found < self.today - timedelta(days=366):
            self.problems[name] = DAY_LONG_GONE
        return found

    def choice(self, name: str, options: Iterable[str], *, if_none: str = "") -> str:
        value = self.sent.get(name, "")
        if value in options:
            return value
        if if_none:
            self.problems[name] = if_none
        return ""

    def number(self, name: str) -> int:
        return number_in(self.sent.get(name, ""), digits=3) or 0

    def _day(self, name: str, *, may_be_empty: bool) -> date | None:
        text = text_of(self.sent, name)
        if not text and may_be_empty:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.problems[name] = NO_DAY
            return None


def text_of(sent: QueryDict, name: str) -> str:
    return as_typed(sent.get(name, ""))
