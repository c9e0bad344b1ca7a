"""When a question may be laid before the other, pure: at the hour the two chose, and before that by day."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

MORNING, EVENING = time(8), time(21)  # P7: before 21:00
SITTING = timedelta(hours=1)  # so long after the hour that was chosen, a question goes at once
AN_HOUR = timedelta(hours=1)
APART = timedelta(hours=3)  # two clocks that were set to another season drift two hours apart at most, and one to round
_BASE, _LEVELS, _LONGEST = 5, 6, 6  # spans of 1 to 3,125 hours; six of the longest are two years


class Hour(msgspec.Struct, frozen=True):
    """A time of day in UTC, without a place: what one names and the other reads on their own clock."""

    hour: int
    minute: int = 0


class OwnHour(msgspec.Struct, frozen=True):
    """The hour somebody said yes to, as it stood on their own clock then; it stays so when clocks change.

    ``agreed`` says to which hour of the two it belongs; what was laid before ``since`` keeps its place.
    """

    agreed: Hour
    hour: int
    minute: int
    since: datetime

    @property
    def time(self) -> time:
        return time(self.hour, self.minute)


def due_at(now: datetime, zone: ZoneInfo, own: OwnHour | None, quiet: datetime | None = None) -> datetime:
    """``now`` itself when it may go at once; otherwise a full hour (UTC) to come. ``zone`` and ``own`` are the asker’s.

    Nothing is laid before anybody until ``quiet``, while one of the two takes space.
    """
    start = max(now, quiet) if quiet else now
    found = _next_sitting(start, zone, own.time) if own else _next_daytime(start, zone)
    return now if found <= now else full_hour(found)


def shown_from(at: datetime, zone: ZoneInfo, own: OwnHour | None, *, is_agreed: bool) -> datetime:
    """When its reader sees what came ``at``: at the hour on their own clock if one was agreed, or else in their day.

    Only where the two clocks have moved apart since does it come a little after that hour, or wait for it.
    """
    if not is_agreed:
        return _next_daytime(at, zone)
    if own is None or at < own.since:
        return at
    begins = _last(at, zone, own.time)
    return at if at - begins < APART else _next(at, zone, own.time)


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


def on_clock(agreed: Hour, now: datetime, zone: ZoneInfo) -> OwnHour:
    """What the hour is today on somebody’s own clock."""
    there = now.astimezone(UTC).replace(hour=agreed.hour, minute=agreed.minute, second=0, microsecond=0)
    local = there.astimezone(zone)
    return OwnHour(agreed, local.hour, local.minute, now)


def own_hour(agreed: Hour | None, kept: Iterable[OwnHour], now: datetime, zone: ZoneInfo) -> OwnHour | None:
    """The newest of somebody’s own that belongs to the hour both agreed to."""
    if agreed is None:
        return None
    found = [own for own in kept if own.agreed == agreed]
    return found[-1] if found else on_clock(agreed, now, zone)


def _next_sitting(now: datetime, zone: ZoneInfo, hour: time) -> datetime:
    """An hour that began late in the day may still be running after midnight."""
    return now if now - _last(now, zone, hour) < SITTING else _next(now, zone, hour)


def _last(now: datetime, zone: ZoneInfo, hour: time) -> datetime:
    """The newest moment, not after ``now``, at which that clock showed that hour."""
    day = now.astimezone(zone).date()
    days = (day - timedelta(days=back) for back in range(3))
    return next(moment for each in days if (moment := _moment(each, zone, hour)) <= now)


def _next(now: datetime, zone: ZoneInfo, hour: time) -> datetime:
    day = now.astimezone(zone).date()
    days = (day + timedelta(days=on) for on in range(3))
    return next(moment for each in days if (moment := _moment(each, zone, hour)) > now)


def _moment(day: date, zone: ZoneInfo, hour: time) -> datetime:
    """In UTC, so that moments compare as moments when clocks change between them."""
    return datetime.combine(day, hour, zone).astimezone(UTC)


def _next_daytime(now: datetime, zone: ZoneInfo) -> datetime:
    local = now.astimezone(zone)
    if MORNING <= local.time() < EVENING:
        return now
    day = local.date() if local.time() < MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, zone)
