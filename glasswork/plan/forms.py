"""Cleans what the pages of the plan send. Every answer may be left open; only too many words are given back."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.http import QueryDict

from glasswork.lib.typed import as_typed
from glasswork.plan.questions import FIELD, PAGES, QUESTIONS, WORDS, IntakePage

LONGEST = 4_000
TOO_LONG = "A few lines are plenty here. Please keep it under 4,000 characters."
AGAIN: Mapping[str, tuple[str, timedelta]] = {
    "week": ("In a week", timedelta(days=7)),
    "month": ("In a month", timedelta(days=30)),
}
AGAIN_CHOICES = [("", "No need"), *((name, label) for name, (label, _) in AGAIN.items())]


def answers_of(page: IntakePage, sent: QueryDict) -> dict[str, list[str]]:
    """The page's own fields, only with values that were offered; a question left open has an empty list."""
    found = {}
    for name in page.questions:
        question = QUESTIONS[name]
        chosen = [value for value, _ in question.options if value in sent.getlist(FIELD + name)]
        found[name] = chosen if question.many else chosen[:1]
    if page.words:
        found[WORDS] = [as_typed(sent.get(FIELD + WORDS, ""))]
    return found


def problems_of(answers: Mapping[str, list[str]]) -> dict[str, str]:
    return {FIELD + WORDS: TOO_LONG} if any(len(text) > LONGEST for text in answers.get(WORDS, [])) else {}


def page_of(number: int) -> IntakePage | None:
    return PAGES[number - 1] if 1 <= number <= len(PAGES) else None


def day_again(sent: QueryDict, today: date) -> date | None:
    """When to look again, if somebody wants to."""
    found = AGAIN.get(sent.get("again", ""))
    return today + found[1] if found else None
