"""Cleans what the forms of this room send. Nothing is lost: what is wrong comes back with its sentence."""

from collections.abc import Iterable, Mapping
from datetime import date

from glasswork.letters.kinds import Part
from glasswork.letters.sorts import BY, NEEDS_WORDS, Sort
from glasswork.lib.typed import as_typed

LONGEST, LONGEST_LINE, LONGEST_MIRROR = 200_000, 200, 500  # characters: a letter of 20,000 words has its place
TOO_LONG = "This is longer than one letter can hold. Nothing is lost; please make it shorter, or make it two."
TOO_LONG_A_LINE = "Please keep it under 200 letters."
TOO_LONG_A_MIRROR = "Please keep it to a few lines, under 500 letters. What you heard is enough."
NO_DAY = "Choose a day, with its year, or leave it empty."
DAY_GONE = "This day has gone by. Choose today or a day to come."
WRITE_FIRST = "Write a line first. It can be short."
THREE = "Write this one too. A few words are enough."
LANDING = "It is too early for a letter back. Your words are kept here until then."
ALREADY_WAITS = (
    "A letter of yours is done already, and waits. Take it up again to change it. These words are still here."
)
OTHERS_LETTER = "You finished this before you two shared. Keep it, or change it first."
ENOUGH = "Many letters went today. This one waits here, and can go tomorrow."
TOO_EARLY = "Its day isn’t over yet. It can be kept, changed or called off."
HEARD = ("heard_1", "heard_2", "heard_3")


class Clean:
    """``words`` by field, and ``problems``: field to sentence. ``day``: what was typed in the field ``BY``."""

    day: date | None = None

    def __init__(self, sent: Mapping[str, str], fields: Iterable[str]) -> None:
        self.words = {name: as_typed(sent.get(name, "")) for name in fields}
        self.problems: dict[str, str] = {}
        if sum(map(len, self.words.values())) > LONGEST:
            self.problems[max(self.words, key=lambda name: len(self.words[name]))] = TOO_LONG

    def ask(self, name: str, sentence: str) -> None:
        if not self.words[name]:
            self.problems.setdefault(name, sentence)

    def read_day(self, today: date) -> None:
        if typed := self.words.get(BY):
            try:
                self.day = date.fromisoformat(typed)
            except ValueError:
                self.problems[BY] = NO_DAY
        if self.day and self.day < today:
            self.problems[BY] = DAY_GONE


def clean_letter(sort: Sort, sent: Mapping[str, str], today: date) -> Clean:
    clean = Clean(sent, sort.fields)
    clean.read_day(today)
    for prompt in sort.prompts:
        if prompt.if_empty:
            clean.ask(prompt.id, prompt.if_empty)
    if not any(clean.words[ask.id] for ask in sort.prompts):
        clean.ask(sort.prompts[0].id, WRITE_FIRST)
    return clean


def clean_heard(sent: Mapping[str, str]) -> Clean:
    clean = Clean(sent, HEARD)
    for name in HEARD:
        clean.ask(name, THREE)
    return clean


def clean_words(sent: Mapping[str, str], *, if_empty: str = WRITE_FIRST) -> Clean:
    clean = Clean(sent, ("words",))
    if if_empty:
        clean.ask("words", if_empty)
    return clean


def clean_mirror(sent: Mapping[str, str]) -> Clean:
    clean = clean_words(sent)
    if len(clean.words["words"]) > LONGEST_MIRROR:
        clean.problems["words"] = TOO_LONG_A_MIRROR
    return clean


def clean_answer(says: str, sent: Mapping[str, str]) -> Clean:
    return clean_words(sent, if_empty=NEEDS_WORDS.get(says, ""))


def clean_unsent(sent: Mapping[str, str]) -> Clean:
    clean = Clean(sent, ("to", "words"))
    clean.ask("words", WRITE_FIRST)
    if len(clean.words["to"]) > LONGEST_LINE:
        clean.problems["to"] = TOO_LONG_A_LINE
    return clean


def one_part(label: str, words: str) -> tuple[Part, ...]:
    return (Part("words", label, words),)
