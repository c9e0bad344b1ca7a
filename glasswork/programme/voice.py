"""How Glasswork speaks: words it doesn't use, spelling and signs. The lists are content, in ``voice.toml``."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from glasswork.programme.passages import Manuscript, Passage
from glasswork.programme.reading import ContentError, Words
from glasswork.programme.sentences import plain

AROUND = 30
# An ending of any length stands for itself: “apologiz*” is also “apologizing”.
_ANY = r"[\w'-]*"
_SIGNS = (
    (re.compile(r"!"), "no exclamation marks"),
    (re.compile(r"—|\s[–-]\s"), "no dash between words; a comma or a full stop does it"),
    (re.compile(r"[\"]|\w'\w|(?<!\w)'\w|\w'(?!\w)"), "quotes and apostrophes are “…” and ’"),
)


class VoiceWarning(NamedTuple):
    """Something for an author to look at again. It stops nobody."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.sentence}"


class Unsaid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are not used, and what is said instead. “*” stands for any letters, or none."""

    words: tuple[Words, ...]
    say: Words


class Exempt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that one file may use, with the reason."""

    file: Words
    words: tuple[Words, ...]
    reason: Words


class Grades(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The highest reading grade by sort of page, and for the reason that each page gives."""

    exercises: float
    library: float
    steps: float
    stages: float
    paper: float
    cards: float
    feelings: float
    prompts: float
    conversations: float
    directory: float
    letters: float
    questions: float
    why: float


class Voice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A closed question begins with a word of ``closed``."""

    dont_say: tuple[Unsaid, ...]
    spelling: tuple[Unsaid, ...]
    exempt: tuple[Exempt, ...]
    closed: tuple[Words, ...]
    not_to_someone_alone: tuple[Words, ...]
    grade: Grades


def read_voice(path: Path) -> Voice:
    """Raises ContentError."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Voice)
    except (OSError, msgspec.DecodeError) as error:
        raise ContentError(f"{path.name}: {error}") from None


def check_words(page: Manuscript, voice: Voice) -> list[VoiceWarning]:
    """Words that Glasswork doesn't use, and spelling from overseas."""
    allowed = {word for each in voice.exempt if each.file == page.name for word in each.words}
    return [
        VoiceWarning(page.name, passage.line, f"“{found[0]}” in “{_around(text, found)}”; say: {unsaid.say}")
        for passage, text in _plain_passages(page)
        for unsaid in (*voice.dont_say, *voice.spelling)
        for found in pattern_of(unsaid.words).finditer(text)
        if found[0].casefold() not in allowed
    ]


def check_signs(page: Manuscript) -> list[VoiceWarning]:
    """Exclamation marks, dashes between words, straight quotes."""
    return [
        VoiceWarning(page.name, passage.line, f"{reason}: “{_around(passage.words, found)}”")
        for passage in page.passages
        for sign, reason in _SIGNS
        if (found := sign.search(passage.words))
    ]


def check_alone(page: Manuscript, voice: Voice) -> list[VoiceWarning]:
    """“Your partner” where the reader may have none. The label of a field says whom it goes to, so it may."""
    if page.sort != "exercises" or "alone" not in page.facts["who"]:
        return []
    return [
        VoiceWarning(page.name, passage.line, f"“{found[0]}” on a page for someone alone")
        for passage, text in _plain_passages(page)
        if passage.kind != "field"
        for found in pattern_of(voice.not_to_someone_alone).finditer(text)
    ]


def check_questions(page: Manuscript, voice: Voice) -> list[VoiceWarning]:
    """Questions that a yes or a no would answer, in a list of questions."""
    closed = re.compile(rf"(?:^|[.?!:,] )((?:{'|'.join(voice.closed)})\b[^.?!]*\?)", re.IGNORECASE)
    return [
        VoiceWarning(page.name, passage.line, f"a yes or a no would answer “{found[1]}”")
        for passage, text in _plain_passages(page)
        for found in closed.finditer(text)
    ]


def unneeded(pages: list[Manuscript], voice: Voice, name: str) -> list[VoiceWarning]:
    """Exceptions in the file ``name`` that nothing in ``pages`` needs any more."""
    texts = {page.name: " ".join(text for _, text in _plain_passages(page)) for page in pages}
    return [
        VoiceWarning(name, 1, f"nothing in {each.file} needs its exception for “{word}”")
        for each in voice.exempt
        for word in each.words
        if not pattern_of((word,)).search(texts.get(each.file, ""))
    ]


@cache
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words in any case."""
    either = "|".join(_ANY.join(re.escape(plain(piece)) for piece in word.split("*")) for word in words)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _plain_passages(page: Manuscript) -> Iterator[tuple[Passage, str]]:
    return ((passage, plain(passage.words)) for passage in page.passages)


def _around(text: str, found: re.Match[str]) -> str:
    """The match with a few words on either side."""
    before = text[max(0, found.start() - AROUND) : found.start()].partition(" ")
    after = text[found.end() : found.end() + AROUND].rpartition(" ")
    cut = found.start() > AROUND
    return ("…" + before[2] if cut else text[: found.start()]) + found[0] + (after[0] + "…" if after[1] else after[2])
