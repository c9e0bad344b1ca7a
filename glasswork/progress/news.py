"""What Today says of the jar and of letters about a month: that something came from the other. Pure."""

from datetime import date, timedelta

from glasswork.checkin.evening import Evening
from glasswork.lib.directions import isolated
from glasswork.progress.kinds import JAR, LETTERS, Letter, Moment
from glasswork.ui.dates import MONTHS

TAGS = (JAR, LETTERS)
RECENT = timedelta(days=3)


def lines(evening: Evening) -> list[tuple[str, str, date]]:
    """Words, the page they lead to, and the day; at most one line about the jar."""
    name = isolated(evening.partner_name)
    found: dict[str, tuple[str, str, date]] = {}
    for entry in evening.ours:
        if entry.author != evening.spaces.private.me and evening.today - entry.day <= RECENT:
            match entry.value:
                case Moment():
                    found["jar"] = (f"{name} put something in the jar.", "jar", entry.day)
                case Letter(month=month):
                    words = f"{name} sent you a letter about {MONTHS[month.month - 1]}."
                    found[str(month)] = (words, "month_letters", entry.day)
                case _:
                    pass
    return list(found.values())
