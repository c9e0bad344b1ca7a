"""What people write in an exercise. All of it is in their own space, for them alone."""

from datetime import datetime
from typing import Self

import msgspec

from glasswork.programme.exercises import Exercise
from glasswork.spaces.kinds import Kind, kind

TAG = "exercises"


class Answered(msgspec.Struct, frozen=True):
    """One field as it was shown, with the step it stood in, and what was written in it."""

    name: str
    step: str
    label: str
    text: str


@kind("exercises.written", version=1, tag=TAG)
class Written(Kind, frozen=True, kw_only=True):
    """What was kept of one sitting. Title, steps and labels are kept as shown: later edits never rewrite it."""

    exercise: str
    exercise_version: int
    title: str
    answers: tuple[Answered, ...]

    @classmethod
    def of(cls, exercise: Exercise, words: dict[str, str]) -> Self:
        """Only fields that hold something, in the order of the page."""
        answers = tuple(
            Answered(field.name, step.title, field.label, words[field.name])
            for step in exercise.steps
            for field in step.fields
            if words.get(field.name)
        )
        facts = exercise.facts
        return cls(exercise=facts.id, exercise_version=facts.version, title=facts.title, answers=answers)

    def as_text(self) -> str:
        return "\n".join(line for each in self.answers for line in (each.label, each.text))


class Kept(msgspec.Struct, frozen=True):
    """On how many days an exercise was kept, with the first and the last moment."""

    number: int
    first: datetime
    last: datetime


@kind("exercises.draft", version=1, tag="draft")
class Draft(Kind, frozen=True, kw_only=True):
    """A slip: what is being typed, by name of field. ``ended`` marks the form that was kept: a later draft is late.

    ``kept`` says when sittings of this ``exercise`` were, so that the plan needn’t open them.
    """

    words: dict[str, str]
    ended: str = ""
    exercise: str = ""
    kept: Kept | None = None
