"""Days and times as pages say them, in English and never by locale."""

from datetime import date, datetime, time

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(when: date) -> str:
    """Thursday 19 November"""
    return f"{DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def full_day(when: date) -> str:
    """Thursday 19 November 2026"""
    return f"{day(when)} {when.year}"


def short_day(when: date) -> str:
    """19 November 2026"""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def weekday(when: date) -> str:
    """Thursday"""
    return DAYS[when.weekday()]


def month(when: date) -> str:
    """November 2026"""
    return f"{MONTHS[when.month - 1]} {when.year}"


def clock(when: datetime | time) -> str:
    """8 pm, 9:30 am; the caller has already moved a datetime to the person's own zone."""
    hour = when.hour % 12 or 12
    minutes = f":{when.minute:02}" if when.minute else ""
    return f"{hour}{minutes} {'am' if when.hour < 12 else 'pm'}"
