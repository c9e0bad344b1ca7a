"""Reads what a guide's form sends: one text a field of the exercise, and nothing else."""

from django.http import QueryDict

from glasswork.lib.typed import as_typed
from glasswork.programme.exercises import Exercise

LONGEST = 20_000
PREFIX = "w-"  # a field may be called anything; the names that forms have for themselves stay free
TOO_LONG = "This is longer than one page can hold. Please keep it under 20,000 characters."
NOTHING_YET = "Write a line first, anywhere on this page. Or stop here for today."


def words_of(exercise: Exercise, sent: QueryDict) -> dict[str, str]:
    return {
        field.name: as_typed(sent.get(PREFIX + field.name, ""))
        for field in exercise.fields
        if PREFIX + field.name in sent
    }


def problems_of(exercise: Exercise, words: dict[str, str]) -> dict[str, str]:
    """Name of field (as the form has it) to sentence; empty when the rest may be kept."""
    if not any(words.values()):
        return {PREFIX + exercise.fields[0].name: NOTHING_YET}
    return {PREFIX + name: TOO_LONG for name, text in words.items() if len(text) > LONGEST}
