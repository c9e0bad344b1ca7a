"""What other rooms ask before and during joint steps. Nothing here may be shown to a partner (S11)."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from glasswork.safety.kinds import TAG, SafetyAnswer
from glasswork.safety.rules import Standing, is_due, standing_after
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.writing import utc_day

__all__ = ["is_question_first", "keeps_to_oneself", "question_path", "read_sittings", "read_standing"]


def is_question_first(standing: Standing) -> bool:
    """Whether HARK comes before somebody invites or joins: unless it was asked there this month.

    Also where it was asked with the private question: whoever sits beside them must not see that from its absence.
    """
    return is_due(standing.gate_on, utc_day())


def keeps_to_oneself(standing: Standing) -> bool:
    """Whether nothing should suggest steps for two to this person, wider than whether those rest."""
    return standing.is_resting or standing.safe == "not-always"


def question_path(next_path: str) -> str:
    """The path that asks HARK, and goes on to ``next_path``."""
    return f"{reverse('hark')}?{urlencode({'next': next_path})}"


def read_standing(spaces: Spaces) -> Standing:
    """Read it on every joint step: it says whether those rest for this person. One query."""
    return standing_after(read_sittings(spaces))


def read_sittings(spaces: Spaces) -> list[tuple[date, SafetyAnswer]]:
    """All of them, oldest first."""
    entries = read_entries(Want(spaces.private, tags=(TAG,)))
    return [(entry.day, entry.value) for entry in entries if isinstance(entry.value, SafetyAnswer)]
