"""Days as pages say them, in English and never by locale."""

from datetime import date

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


def short_day(when: date) -> str:
    """19 November 2026"""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def month(when: date) -> str:
    """November 2026"""
    return f"{MONTHS[when.month - 1]} {when.year}"


def weekday(when: date) -> str:
    """Thursday"""
    return DAYS[when.weekday()]
