"""When a question may be laid before the other, pure: at the hour the two chose, and before that by day."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

MORNING, EVENING = time(8), time(21, 30)
SITTING = timedelta(hours=1)  # so long after the hour that was chosen, a question goes at once
AN_HOUR = timedelta(hours=1)
_BASE, _LEVELS, _LONGEST = 5, 6, 6  # spans of 1 to 3,125 hours; six of the longest are two years


class Hour(msgspec.Struct, frozen=True):
    """A time of day that both agreed to, without a place.

    It is UTC, or ``is_local`` where both read the same hour off their clocks.
    """

    hour: int
    minute: int = 0
    is_local: bool = False


def due_at(now: datetime, zone: ZoneInfo, agreed: Hour | None, quiet: datetime | None = None) -> datetime:
    """``now`` itself when it may go at once; otherwise a full hour (UTC) to come. ``zone`` is the asker’s.

    Nothing is laid before anybody until ``quiet``, while one of the two takes space.
    """
    start = max(now, quiet) if quiet else now
    found = _next_sitting(start, zone, agreed) if agreed else _next_daytime(start, zone)
    return now if found <= now else full_hour(found)


def shown_from(at: datetime, zone: ZoneInfo, *, is_agreed: bool) -> datetime:
    """When its reader sees what came ``at``: at the hour both agreed to, or else in their own day."""
    return at if is_agreed else _next_daytime(at, zone)


def marks_of(due: datetime) -> tuple[str, ...]:
    """Its hour, and the longer spans it lies in: five times as long at every level, up to some four months."""
    hour = _hour_number(due)
    return tuple(f"{level}-{hour // _BASE**level}" for level in range(_LEVELS))


def marks_gone(now: datetime) -> Iterator[str]:
    """Marks that may be looked under now: together every hour of two years and more, and none of an hour to come.

    A span counts once it is over, so of each level no more than four are needed before the next longer one serves.
    """
    ends = _hour_number(now) + 1
    for level in range(_LEVELS):
        over = ends // _BASE**level
        is_longest = level == _LEVELS - 1
        since = over - _LONGEST if is_longest else ends // _BASE ** (level + 1) * _BASE
        yield from (f"{level}-{span}" for span in range(since, over))


def _hour_number(moment: datetime) -> int:
    return int(moment.timestamp()) // 3600


def full_hour(moment: datetime) -> datetime:
    """The same moment in UTC, or the next full hour after it: half-hour zones wait a little longer."""
    floor = moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return floor if floor == moment else floor + AN_HOUR


def named(hour: int, now: datetime, zone: ZoneInfo) -> Hour:
    """A full hour on somebody’s own clock, as UTC: nobody learns from it where they are."""
    there = now.astimezone(zone).replace(hour=hour, minute=0, second=0, microsecond=0).astimezone(UTC)
    return Hour(there.hour, there.minute)


def in_zone(agreed: Hour, now: datetime, zone: ZoneInfo) -> time:
    """What the hour is today on somebody’s own clock."""
    there = _at(agreed, now.astimezone(zone if agreed.is_local else UTC))
    return there.astimezone(zone).time()


def _next_sitting(now: datetime, zone: ZoneInfo, agreed: Hour) -> datetime:
    local = now.astimezone(zone if agreed.is_local else UTC)
    begins = _at(agreed, local)
    before = begins - timedelta(days=1)  # an hour named late in the day may still be running after midnight
    if begins <= local < begins + SITTING or before <= local < before + SITTING:
        return now
    return begins if begins > local else begins + timedelta(days=1)


def _at(agreed: Hour, local: datetime) -> datetime:
    return local.replace(hour=agreed.hour, minute=agreed.minute, second=0, microsecond=0)


def _next_daytime(now: datetime, zone: ZoneInfo) -> datetime:
    local = now.astimezone(zone)
    if MORNING <= local.time() < EVENING:
        return now
    day = local.date() if local.time() < MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, zone)
