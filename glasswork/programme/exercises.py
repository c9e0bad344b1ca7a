"""Exercises: guides one walks through a step at a time, with fields to write in."""

import re
from pathlib import Path
from typing import Annotated, NamedTuple, cast, get_args

import msgspec

from glasswork.programme.front_matter import Part, Text, flaw, read_page
from glasswork.programme.reading import Id, Words
from glasswork.programme.terms import Area, Seen, Stage, Step, Tag, Who

EXAMPLE, BADLY, NOT = "An example", "If it goes badly", "When not"
SEEN: tuple[Seen, ...] = get_args(Seen.__value__)
NUMBER = "number"
_FIELD = re.compile(rf"\[field: ([a-z][a-z0-9-]*) \| ([^|\]]+) \| ([^|\]]+?)( \| {NUMBER})?\]")

type Some[T] = Annotated[tuple[T, ...], msgspec.Meta(min_length=1)]


class ExerciseFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter. ``minutes`` is for one sitting; ``why`` says why to do it and how well it is known."""

    id: Id
    version: Annotated[int, msgspec.Meta(ge=1)]
    title: Words
    who: Some[Who]
    stage: Some[Stage]
    step: Step
    area: Area
    minutes: Annotated[int, msgspec.Meta(ge=1, le=180)]
    how_often: Words
    done_means: Words
    not_when: Some[Words]
    source: Some[Words]
    next: Some[Id]
    tag: Tag
    why: Words


class Field(NamedTuple):
    """Somewhere to write. ``name`` is unique in its exercise; ``seen`` says whom the words are meant for.

    ``is_number``: a few digits are asked for, and no more room is made.
    """

    name: str
    label: str
    seen: Seen
    is_number: bool = False


class GuideStep(NamedTuple):
    """One screen: Markdown and fields in their order."""

    title: str
    parts: tuple[str | Field, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(part for part in self.parts if isinstance(part, Field))


class Exercise(NamedTuple):
    """A finished guide. Texts are Markdown."""

    facts: ExerciseFacts
    opening: str
    steps: tuple[GuideStep, ...]
    example: str
    badly: str
    not_when: str
    last: str

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for step in self.steps for field in step.fields)

    @property
    def is_joint(self) -> bool:
        """Whether it is for two, or has words that are meant for the other: what a stop rule rests."""
        return "both" in self.facts.who or any(field.seen != "only you" for field in self.fields)

    def all_text(self) -> str:
        """Everything a reader meets, for search and for checks."""
        steps = [text for step in self.steps for text in (step.title, *_texts_of(step))]
        return "\n\n".join((self.opening, *steps, self.example, self.badly, self.not_when, self.last))


def read_exercise(path: Path) -> Exercise:
    """Raises ContentError."""
    page = read_page(path, ExerciseFacts)
    *steps, example, badly, not_when = _in_order(path, page.parts)
    if not page.opening.words or not page.last:
        raise flaw(path, page.opening.line, "an exercise opens with a few words and ends with a line after ---")
    guide = tuple(_step(path, number, part) for number, part in enumerate(steps, 1))
    _refuse_twins(path, steps)
    return Exercise(
        facts=page.facts,
        opening=page.opening.words,
        steps=guide,
        example=example.text.words,
        badly=badly.text.words,
        not_when=not_when.text.words,
        last=page.last,
    )


def _in_order(path: Path, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    if len(parts) < 4 or tuple(part.heading for part in parts[-3:]) != (EXAMPLE, BADLY, NOT):
        line = parts[-1].line if parts else 1
        raise flaw(path, line, f"numbered steps come first, then “{EXAMPLE}”, “{BADLY}” and “{NOT}”")
    return parts


def _step(path: Path, number: int, part: Part) -> GuideStep:
    if not part.heading.startswith(f"{number}. "):
        raise flaw(path, part.line, f"step {number} should be headed “{number}. …”")
    return GuideStep(part.heading.partition(". ")[2], tuple(_parts(path, part.text)))


def _parts(path: Path, text: Text) -> list[str | Field]:
    parts: list[str | Field] = []
    kept: list[str] = []
    for number, line in enumerate(text.words.splitlines(), text.line):
        if line.lstrip().startswith("[field"):
            parts += [*_prose(kept), _field(path, number, line.strip())]
            kept = []
        else:
            kept.append(line)
    return [*parts, *_prose(kept)]


def _refuse_twins(path: Path, steps: list[Part]) -> None:
    seen: set[str] = set()
    for part in steps:
        for number, line in enumerate(part.text.words.splitlines(), part.text.line):
            if found := _FIELD.fullmatch(line.strip()):
                if found[1] in seen:
                    raise flaw(path, number, f"two fields are called “{found[1]}”")
                seen.add(found[1])


def _prose(lines: list[str]) -> list[str]:
    text = "\n".join(lines).strip()
    return [text] if text else []


def _field(path: Path, line: int, text: str) -> Field:
    found = _FIELD.fullmatch(text)
    if not found:
        raise flaw(
            path,
            line,
            f"a field is [field: name | label | who sees it] or [field: name | label | who sees it | {NUMBER}]",
        )
    if found[3] not in SEEN:
        raise flaw(path, line, f"who sees a field is one of: {'; '.join(SEEN)}")
    return Field(found[1], found[2].strip(), cast("Seen", found[3]), bool(found[4]))


def _texts_of(step: GuideStep) -> list[str]:
    return [part.label if isinstance(part, Field) else part for part in step.parts]
