"""Days as people live them: a day turns at 04:00 in one's own zone, so that 00:10 still belongs to the evening."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

TURN = time(4)
EVENING = time(17)


def zone_of(name: str) -> ZoneInfo:
    """The IANA zone of that name, or UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def is_zone(name: str) -> bool:
    return name in available_timezones()


def evening_of(moment: datetime, zone: ZoneInfo) -> date:
    """The day that ``moment`` (aware) belongs to in ``zone``."""
    local = moment.astimezone(zone)
    return local.date() if local.time() >= TURN else local.date() - timedelta(days=1)


def evening_end(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment, in ``zone``, at which the day of ``moment`` turns into the next."""
    return datetime.combine(evening_of(moment, zone) + timedelta(days=1), TURN, zone)


def tonight_or_today(moment: datetime, zone: ZoneInfo) -> str:
    """What people call the rest of the day: “tonight” from 17:00 in ``zone`` until it turns, “today” before."""
    clock = moment.astimezone(zone).time()
    return "today" if TURN <= clock < EVENING else "tonight"
