"""Cleans what the forms of this room send. Nothing is lost: what is wrong comes back with its sentence."""

from django.http import QueryDict

from glasswork.lib.typed import as_typed
from glasswork.progress.kinds import Sort

LONGEST, LONGEST_LINE = 20_000, 500
TOO_LONG = "This is longer than one page can hold. Please keep it under 20,000 characters."
TOO_LONG_A_LINE = "Please keep it to a few lines, under 500 characters."
SAY_ONE = "Write one sentence about it."
SAY_LETTER = "There are no words in it yet."
SAY_SOMETHING = "Write a line in one of the three, or go back."
SORTS: tuple[tuple[Sort, str], ...] = (
    ("honest", "An honest moment"),
    ("laugh", "A laugh"),
    ("good", "A small good thing"),
)
QUESTIONS = (
    ("happened", "What happened?", "In plain facts", "A line or two. No reasons needed."),
    (
        "held",
        "What held this time?",
        "Something that was there",
        "A call made, a time-out, a true word, help asked for.",
    ),
    ("onward", "One thing next", "Small enough for this week", "“I’ll ring Mo on Thursday.”"),
)


LENGTHS = (("14", "Two weeks"), ("7", "A week"), ("1", "A day"))


def length_of(sent: QueryDict) -> int:
    """In days."""
    chosen = sent.get("length", "")
    return int(chosen if chosen in dict(LENGTHS) else LENGTHS[0][0])


def line_of(sent: QueryDict, name: str, problems: dict[str, str], *, if_empty: str = "") -> str:
    return _words(sent, name, problems, if_empty, is_line=True)


def text_of(sent: QueryDict, name: str, problems: dict[str, str], *, if_empty: str = "") -> str:
    return _words(sent, name, problems, if_empty, is_line=False)


def _words(sent: QueryDict, name: str, problems: dict[str, str], if_empty: str, *, is_line: bool) -> str:
    longest, too_long = (LONGEST_LINE, TOO_LONG_A_LINE) if is_line else (LONGEST, TOO_LONG)
    text = as_typed(sent.get(name, ""))
    if not text and if_empty:
        problems[name] = if_empty
    elif len(text) > longest:
        problems[name] = too_long
    return text
