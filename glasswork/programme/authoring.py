"""What an author asks before handing in: is anything wrong, and does it sound like us?"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from glasswork.programme.conversations import CONVERSATIONS, read_flow
from glasswork.programme.exercises import read_exercise
from glasswork.programme.grading import check_grade, is_measurable
from glasswork.programme.pages import LibraryFacts, StageFacts, StepFacts, read_reading, read_sheet
from glasswork.programme.passages import (
    Manuscript,
    read_conversation_passages,
    read_list_passages,
    read_page_passages,
)
from glasswork.programme.reading import CONTENT, ContentError
from glasswork.programme.shapes import check_shape
from glasswork.programme.voice import (
    VoiceWarning,
    check_alone,
    check_questions,
    check_signs,
    check_words,
    read_voice,
    unneeded,
)

VOICE = "voice.toml"
READERS: dict[str, Callable[[Path], object]] = {
    "exercises": read_exercise,
    "library": lambda path: read_reading(path, LibraryFacts),
    "steps": lambda path: read_reading(path, StepFacts),
    "stages": lambda path: read_reading(path, StageFacts),
    "paper": read_sheet,
}
# Loaded when they are imported. Between pages, a flaw shows only once all of them are there.
SHELF = "shelf"
LISTS = ("directory.toml", "feelings.toml", "letters.toml", "prompts.toml", "questions.toml")
LOADERS = ("feelings", "prompts", "letters", "questions", "cards", "directory", SHELF, "flows")
QUESTIONS = {"prompts.toml", "cards/conversation.toml"}


class Checked(NamedTuple):
    """``flaws`` stop the start; ``warnings`` are for the author. ``files`` is how many were looked at."""

    files: int
    flaws: tuple[str, ...]
    warnings: tuple[VoiceWarning, ...]
    is_graded: bool


def check_content(root: Path) -> Checked:
    """All pages and lists of ``root``. Flaws come first: words are looked at once there is none."""
    flaws = (*_page_flaws(root),) or (*_loading_flaws(root),)
    warnings = () if flaws else (*warnings_of(root, manuscripts(root)),)
    files = len(pages(root)) + len(lists(root)) + sum(len(list(folder.iterdir())) for folder in conversations(root))
    return Checked(files, flaws, warnings, is_graded=is_measurable())


def manuscripts(root: Path) -> list[Manuscript]:
    """Raises ContentError."""
    return [
        *(read_page_passages(root, path) for path in pages(root)),
        *(read_list_passages(root, path) for path in lists(root)),
        *(manuscript for folder in conversations(root) for manuscript in read_conversation_passages(root, folder)),
    ]


def pages(root: Path) -> list[Path]:
    return [path for folder in READERS for path in sorted((root / folder).glob("*.md"))]


def conversations(root: Path) -> list[Path]:
    """A folder each."""
    return [path.parent for path in sorted((root / CONVERSATIONS).glob("*/flow.toml"))]


def lists(root: Path) -> list[Path]:
    named = [root / name for name in LISTS]
    return [*(path for path in named if path.exists()), *sorted((root / "cards").glob("*.toml"))]


def warnings_of(root: Path, written: list[Manuscript]) -> Iterator[VoiceWarning]:
    """Raises ContentError when the lists of words cannot be used."""
    voice = read_voice(root / VOICE)
    for page in written:
        yield from check_words(page, voice)
        yield from check_signs(page)
        yield from check_alone(page, voice)
        yield from check_shape(page)
        yield from check_questions(page, voice) if page.name in QUESTIONS else ()
        yield from check_grade(page, voice) if is_measurable() else ()
    yield from unneeded(written, voice, VOICE)


def _page_flaws(root: Path) -> Iterator[str]:
    readers = [(READERS[path.parent.name], path) for path in pages(root)]
    for read, path in (*readers, *((read_flow, folder) for folder in conversations(root))):
        try:
            read(path)
        except ContentError as flaw:
            yield str(flaw)


def _loading_flaws(root: Path) -> Iterator[str]:
    for name in LOADERS:
        try:
            module = import_module(f"glasswork.programme.{name}")
            if name == SHELF and root != CONTENT:
                module.load_shelf(root)
        except ContentError as flaw:
            yield str(flaw)
