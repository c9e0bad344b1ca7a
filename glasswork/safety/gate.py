"""What other rooms ask before and during joint steps. Nothing here may be shown to a partner (S11)."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from glasswork.safety.kinds import TAG, SafetyAnswer
from glasswork.safety.rules import Standing, is_due, standing_after
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.spaces.writing import utc_day

__all__ = ["TAG", "is_question_due", "is_resting", "needs_question", "read_sittings", "read_standing", "standing_of"]


def needs_question(spaces: Spaces, *, next_path: str = "") -> str | None:
    """Where to send somebody before they invite or join: the path that asks HARK, unless it was asked this month."""
    if not is_due(read_standing(spaces).hark_on, utc_day()):
        return None
    return reverse("hark") + (f"?{urlencode({'next': next_path})}" if next_path else "")


def is_resting(spaces: Spaces) -> bool:
    """Whether joint steps rest for this person. Read it on every joint step; one query."""
    return read_standing(spaces).is_resting


def is_question_due(standing: Standing) -> bool:
    """Whether the private question may be offered again, whatever was answered before."""
    return is_due(standing.safe_on, utc_day())


def read_standing(spaces: Spaces) -> Standing:
    return standing_after(read_sittings(spaces))


def read_sittings(spaces: Spaces) -> list[tuple[date, SafetyAnswer]]:
    """All of them, oldest first."""
    return _sittings(spaces, read_entries(Want(spaces.private, tags=(TAG,))))


def standing_of(spaces: Spaces, entries: Iterable[Opened[Kind]]) -> Standing:
    """The standing from entries already read, for pages that want the private space's ``TAG`` in their own query."""
    return standing_after(_sittings(spaces, entries))


def _sittings(spaces: Spaces, entries: Iterable[Opened[Kind]]) -> list[tuple[date, SafetyAnswer]]:
    mine = [entry for entry in entries if entry.space == spaces.private.id]
    return [(entry.day, entry.value) for entry in mine if isinstance(entry.value, SafetyAnswer)]
