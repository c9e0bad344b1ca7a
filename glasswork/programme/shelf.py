"""Everything the programme holds, loaded at start. A flaw anywhere stops the start with one sentence."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from glasswork.programme.conversations import CONVERSATIONS
from glasswork.programme.exercises import Exercise, read_exercise
from glasswork.programme.front_matter import flaw
from glasswork.programme.pages import (
    LibraryFacts,
    Reading,
    Sheet,
    StageFacts,
    StepFacts,
    read_reading,
    read_sheet,
)
from glasswork.programme.reading import CONTENT, ContentError
from glasswork.programme.terms import STEPS

FOLDERS = ("exercises", "library", "steps", "stages", "paper")
LINK = re.compile(r"\]\(([^)\s]+)\)")
_TARGET = re.compile(r"(?:\.\./([a-z]+)/)?([a-z0-9-]+)\.md")


class Shelf(NamedTuple):
    """Pages by id. Exercises and library stand in the order of their titles, steps and stages in their own."""

    exercises: dict[str, Exercise]
    library: dict[str, Reading[LibraryFacts]]
    steps: dict[str, Reading[StepFacts]]
    stages: dict[str, Reading[StageFacts]]
    paper: dict[str, Sheet]

    def exercises_of(self, step: str) -> tuple[Exercise, ...]:
        return tuple(exercise for exercise in self.exercises.values() if exercise.facts.step == step)


def load_shelf(root: Path) -> Shelf:
    """Raises ContentError."""
    shelf = Shelf(
        exercises=_all(root / "exercises", read_exercise, _by_title),
        library=_all(root / "library", lambda path: read_reading(path, LibraryFacts), _by_title),
        steps=_all(root / "steps", lambda path: read_reading(path, StepFacts), lambda page: STEPS.index(page.facts.id)),
        stages=_all(root / "stages", lambda path: read_reading(path, StageFacts), lambda page: page.facts.number),
        paper=_all(root / "paper", read_sheet, _by_title),
    )
    for path, line, reason in (*_astray(root), *_broken(root, shelf)):
        raise flaw(path, line, reason)
    return shelf


def target_of(link: str, folder: str) -> tuple[str, str] | None:
    """The folder and id that a relative link in a page of ``folder`` leads to; None for anything else."""
    found = _TARGET.fullmatch(link)
    return (found[1] or folder, found[2]) if found else None


def _all[P](folder: Path, read: Callable[[Path], P], order: Callable[[P], Any]) -> dict[str, P]:
    strays = [path.name for path in folder.iterdir() if path.suffix != ".md"] if folder.is_dir() else ["nothing"]
    if strays:
        raise ContentError(f"{folder.name}: it must hold pages that end in .md, and it holds {', '.join(strays)}")
    pages = [(path.stem, read(path)) for path in sorted(folder.glob("*.md"))]
    return dict(sorted(pages, key=lambda page: order(page[1])))


def _by_title(page: Exercise | Reading[LibraryFacts] | Sheet) -> str:
    return page.facts.title.casefold()


def _astray(root: Path) -> Iterator[tuple[Path, int, str]]:
    for path in sorted(root.rglob("*.md")):
        is_turn = path.parent.parent == root / CONVERSATIONS
        if not is_turn and (path.parent.parent != root or path.parent.name not in FOLDERS):
            yield path, 1, f"a page lies in one of the folders {', '.join(FOLDERS)}"


def _broken(root: Path, shelf: Shelf) -> Iterator[tuple[Path, int, str]]:
    """What leads nowhere: links in the text, and the ids of exercises to go to or to begin with."""
    if missing := set(STEPS) - set(shelf.steps):
        yield root / "steps" / f"{min(missing)}.md", 1, "this step has no page"
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("*.md")):
            for line, link in _links(path):
                target = target_of(link, folder)
                if target is None or target[1] not in getattr(shelf, target[0], {}):
                    yield path, line, f"the link to {link} leads nowhere"
    for path, ids in _onward(root, shelf):
        for name in ids:
            if name not in shelf.exercises:
                yield path, _line_of(path, f'"{name}"'), f"there is no exercise “{name}”"


def _links(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        for found in LINK.finditer(line):
            yield number, found[1]


def _line_of(path: Path, words: str) -> int:
    return next(number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if words in line)


def _onward(root: Path, shelf: Shelf) -> Iterator[tuple[Path, Iterable[str]]]:
    for exercise in shelf.exercises.values():
        yield root / "exercises" / f"{exercise.facts.id}.md", exercise.facts.next
    for folder, pages in (("steps", shelf.steps), ("stages", shelf.stages)):
        for page in pages.values():
            yield root / folder / f"{page.facts.id}.md", page.facts.first


SHELF = load_shelf(CONTENT)
