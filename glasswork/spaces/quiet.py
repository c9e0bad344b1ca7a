"""While one of two takes space, nothing new is laid before anybody: a shared fact that rooms beside each other need.

Both know it, because both know of the space. It says until when, and nothing else.
"""

from collections.abc import Iterable
from datetime import datetime

from glasswork.spaces.kinds import Kind, kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_slips_at, slot_of
from glasswork.spaces.writing import drop_slots, save_slip

LONGER = "quiet-longer"  # agreed by both, so either writes it


@kind("spaces.quiet", version=1, tag="quiet")
class Quiet(Kind, frozen=True, kw_only=True):
    """A slip of the shared space, one for each member and one for both."""

    until: datetime


def quiet_names(space: OpenSpace) -> tuple[str, ...]:
    """Names of the slips that say it, for a page that reads slips anyway."""
    return (LONGER, *(f"quiet {member.hex}" for member in space.members))


def quiet_until(values: Iterable[Kind | None], now: datetime) -> datetime | None:
    """The latest moment to come that any of them names."""
    found = [value.until for value in values if isinstance(value, Quiet) and value.until > now]
    return max(found, default=None)


def read_quiet(space: OpenSpace, now: datetime) -> datetime | None:
    """One query."""
    return quiet_until((slip.value for slip in read_slips_at(space, _slots(space))), now)


def keep_quiet(space: OpenSpace, until: datetime) -> None:
    """Until one’s own return; a moment gone by ends it."""
    save_slip(space, Quiet(until=until), f"quiet {space.me.hex}")


def keep_quiet_for_both(space: OpenSpace, until: datetime) -> None:
    """Under the lock: a slip keeps the owner it began with, so the one before is taken away first."""
    drop_slots(space, [slot_of(space, LONGER)])
    save_slip(space, Quiet(until=until), LONGER)


def _slots(space: OpenSpace) -> list[bytes]:
    return [slot_of(space, name) for name in quiet_names(space)]
