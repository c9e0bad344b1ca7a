"""When a question may be laid before the other, pure: at the hour the two chose, and before that by day."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from glasswork.lib.evenings import zone_of

MORNING, EVENING = time(8), time(21)  # P7: before 21:00
SITTING = timedelta(hours=1)  # so long after the hour that was chosen, a question goes at once
AN_HOUR = timedelta(hours=1)
_MOMENT = timedelta(microseconds=1)
APART = timedelta(hours=3)  # two clocks that were set to another season drift two hours apart at most, and one to round
_BASE, _LEVELS, _LONGEST = 5, 6, 6  # spans of 1 to 3,125 hours; six of the longest are two years


class Hour(msgspec.Struct, frozen=True):
    """A full hour in UTC, without a place: what one names and the other reads on their own clock."""

    hour: int
    minute: int = 0  # always 0: quarter hours would name a country


class OwnHour(msgspec.Struct, frozen=True):
    """The hour somebody said yes to, as it stood on their own clock then; it stays so when clocks change.

    ``agreed`` says to which hour of the two it belongs; what was laid before ``since`` comes by day. ``zone`` is where
    one said it: what one asks goes by that clock, so that moving one’s own moves nothing for the other.
    """

    agreed: Hour
    hour: int
    minute: int
    since: datetime
    zone: str = ""

    @property
    def time(self) -> time:
        return time(self.hour, self.minute)


def due_at(now: datetime, zone: ZoneInfo, own: OwnHour | None, quiet: datetime | None = None) -> datetime:
    """``now`` itself when it may go at once; otherwise a full hour (UTC) to come. ``zone`` and ``own`` are the asker’s.

    Nothing is laid before anybody until ``quiet``, while one of the two takes space.
    """
    start = max(now, quiet) if quiet else now
    if is_for_morning(now, zone, own, quiet):
        morning = full_hour(_next_daytime(start, zone) - AN_HOUR + _MOMENT)
        return morning if morning > start else _at_or_after(start, now)
    if own is None:
        return _at_or_after(start, now)
    return _at_or_after(_next_sitting(start, zone_of(own.zone) if own.zone else zone, own.time), now)


def is_for_morning(now: datetime, zone: ZoneInfo, own: OwnHour | None, quiet: datetime | None = None) -> bool:
    """Whether it is asked at night, with no hour agreed: then it comes in its reader’s morning, wherever either is."""
    return own is None and not _is_by_day(max(now, quiet) if quiet else now, zone)


def shown_from(
    at: datetime, zone: ZoneInfo, own: OwnHour | None, *, is_agreed: bool, is_for_morning: bool = False
) -> datetime:
    """When its reader sees what came ``at``: in the hour on their own clock if one was agreed, or else in their day.

    Where seasons have moved the two clocks apart, it comes a little after that hour while it is day, or waits for it.
    """
    if is_agreed and own and at >= own.since:
        return at if _is_sitting(at, zone, own.time) else _next(at, zone, own.time)
    return _next(at - _MOMENT, zone, MORNING) if is_for_morning else _next_daytime(at, zone)


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
    """A full hour on somebody’s own clock, as a full hour in UTC: nobody learns from it where they are."""
    there = full_hour(now.astimezone(zone).replace(hour=hour, minute=0, second=0, microsecond=0))
    return Hour(there.hour)


def on_clock(agreed: Hour, now: datetime, zone: ZoneInfo) -> OwnHour:
    """What the hour is today on somebody’s own clock."""
    there = now.astimezone(UTC).replace(hour=agreed.hour, minute=agreed.minute, second=0, microsecond=0)
    local = there.astimezone(zone)
    return OwnHour(agreed, local.hour, local.minute, now, zone.key)


def own_hour(agreed: Hour | None, kept: Iterable[OwnHour], now: datetime, zone: ZoneInfo) -> OwnHour | None:
    """The newest of somebody’s own that belongs to the hour both agreed to."""
    if agreed is None:
        return None
    found = [own for own in kept if own.agreed == agreed]
    return found[-1] if found else on_clock(agreed, now, zone)


def _next_sitting(now: datetime, zone: ZoneInfo, hour: time) -> datetime:
    """An hour that began late in the day may still be running after midnight."""
    is_running = now < full_hour(_last(now, zone, hour)) + SITTING
    return now if is_running else _next(now, zone, hour)


def _is_sitting(at: datetime, zone: ZoneInfo, hour: time) -> bool:
    """Within the hour that was agreed; or after it by what seasons do to two clocks, and by day."""
    begins = _last(at, zone, hour)
    return at < full_hour(begins) + SITTING or (at - begins < APART and _is_by_day(at, zone))


def _at_or_after(moment: datetime, now: datetime) -> datetime:
    return now if moment <= now else full_hour(moment)


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


def _is_by_day(moment: datetime, zone: ZoneInfo) -> bool:
    return MORNING <= moment.astimezone(zone).time() < EVENING


def _next_daytime(now: datetime, zone: ZoneInfo) -> datetime:
    local = now.astimezone(zone)
    if _is_by_day(now, zone):
        return now
    day = local.date() if local.time() < MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, zone)
