"""The sorts of letters: how long each rests, and what its parts become. What they ask for is content. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from glasswork.letters.kinds import Part
from glasswork.programme.letters import LETTERS, Letter, LetterId, Prompt

LAND = timedelta(hours=48)  # between the three things heard and a letter back
BY = "by"  # the field of the day that a part may have


class Sort(NamedTuple):
    """``has_hints``: the writing helper looks at it; ``first`` is the class of hints that then comes before others."""

    words: Letter
    rest: timedelta
    has_hints: bool
    first: int = 0

    @property
    def id(self) -> str:
        return self.words.id

    @property
    def title(self) -> str:
        return self.words.title

    @property
    def guide(self) -> str:
        """The exercise behind it."""
        return self.words.guide

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        return self.words.prompt

    @property
    def answers(self) -> Mapping[str, str]:
        """What its reader may say, without a wait."""
        return {answer.id: answer.text for answer in self.words.answer}

    @property
    def fields(self) -> tuple[str, ...]:
        """Of its form."""
        has_day = any(ask.by for ask in self.prompts)
        return (*(ask.id for ask in self.prompts), *((BY,) if has_day else ()))

    def parts_of(self, words: Mapping[str, str], day: date | None = None) -> tuple[Part, ...]:
        return tuple(
            Part(ask.id, ask.text, words[ask.id], day if ask.by else None) for ask in self.prompts if words.get(ask.id)
        )


def _sort(name: LetterId, *, rest: timedelta = timedelta(), has_hints: bool = True, first: int = 0) -> Sort:
    return Sort(LETTERS[name], rest, has_hints, first)


IMPACT = _sort("impact", rest=timedelta(hours=24), has_hints=False)
OWNERSHIP, PERSPECTIVE = _sort("ownership"), _sort("perspective")
APOLOGY = _sort("apology", first=6)  # “if”, “but” and “because you” unmake it
SORTS = {sort.id: sort for sort in (IMPACT, OWNERSHIP, APOLOGY, PERSPECTIVE)}
NEEDS_WORDS = {answer.id: answer.if_empty for sort in SORTS.values() for answer in sort.words.answer if answer.if_empty}
ASKING = "forgive"  # the part of an apology that is off until its writer opens it
MENDS = "mend"  # the part that offers an act of repair
MORE = "more"  # the answer that its writer may say back once
