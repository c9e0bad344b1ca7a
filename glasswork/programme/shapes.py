"""The shape of a page: how long a step is, how many fields it has, how much a reason says."""

from collections.abc import Iterable

from glasswork.programme.passages import Manuscript, Passage
from glasswork.programme.sentences import sentences, words
from glasswork.programme.voice import VoiceWarning

STEP_WORDS, STEP_FIELDS = 110, 3
OPENING, WHY = range(2, 5), 2
LIBRARY_WORDS = range(500, 901)


def check_shape(page: Manuscript) -> list[VoiceWarning]:
    return [
        *_why(page),
        *(_steps(page) if page.sort == "exercises" else ()),
        *(_opening(page) if page.sort == "exercises" else ()),
        *(_length(page) if page.sort == "library" else ()),
    ]


def _why(page: Manuscript) -> Iterable[VoiceWarning]:
    for passage in page.passages:
        if passage.part == "why" and passage.kind == "fact" and (found := len(sentences(passage.words))) != WHY:
            yield VoiceWarning(page.name, passage.line, f"“why” has {found} sentences; two say why, and how well known")


def _steps(page: Manuscript) -> Iterable[VoiceWarning]:
    for heading in page.passages:
        if heading.kind != "heading" or not heading.words[0].isdecimal():
            continue
        inside = [passage for passage in page.passages if passage.part == heading.part]
        fields = sum(passage.kind == "field" for passage in inside)
        if (length := _words(passage for passage in inside if passage.kind != "field")) > STEP_WORDS:
            yield VoiceWarning(page.name, heading.line, f"a step of {length} words; a screen takes {STEP_WORDS}")
        if fields > STEP_FIELDS:
            yield VoiceWarning(page.name, heading.line, f"a step of {fields} fields; a screen takes {STEP_FIELDS}")


def _opening(page: Manuscript) -> Iterable[VoiceWarning]:
    opening = [passage for passage in page.read() if not passage.part]
    found = sum(len(sentences(passage.words)) for passage in opening)
    if found not in OPENING:
        yield VoiceWarning(page.name, opening[0].line, f"it opens with {found} sentences; two to four are warm enough")


def _length(page: Manuscript) -> Iterable[VoiceWarning]:
    if (found := _words(passage for passage in page.passages if passage.kind != "fact")) not in LIBRARY_WORDS:
        yield VoiceWarning(page.name, 1, f"{found} words; a library page has 500 to 900")


def _words(passages: Iterable[Passage]) -> int:
    return sum(len(words(passage.words)) for passage in passages)
