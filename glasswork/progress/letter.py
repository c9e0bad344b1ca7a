"""A letter about a month, put together from what its reader wrote in it: thanks, laughs, kept promises, good things."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from glasswork.checkin.kinds import TAG as CHECKIN
from glasswork.checkin.kinds import Alone, Answer
from glasswork.progress.kinds import JAR, Moment
from glasswork.promises.kinds import TAG as PROMISES
from glasswork.promises.kinds import Outcome
from glasswork.promises.kinds_of_acts import SMALL, Done, Thanks
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.ui import dates

SHARED_TAGS, OWN_TAGS = (CHECKIN, PROMISES, SMALL, JAR), (CHECKIN, PROMISES, JAR)
HEADINGS = {
    "thanks": "I said thank you for:",
    "laugh": "We laughed, or I did:",
    "kept": "I kept my word:",
    "good": "Small good things:",
    "honest": "Small honest moments:",
}


def month_of(text: str, today: date) -> date | None:
    """The first day of a month such as 2026-11; None for anything else, or a month to come."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return first if first <= today and first.isoformat() == f"{text}-01" else None


def months_before(today: date, since: date | None, number: int = 6) -> list[date]:
    """The first days of this month and the ones before, newest first; none from before there was anything."""
    found = [today.replace(day=1)]
    while len(found) < number and (since is None or since < found[-1]):
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found


def title_of(month: date) -> str:
    return dates.month(month)


def read_month(private: OpenSpace, shared: OpenSpace | None, month: date) -> list[Opened[Kind]]:
    """One query: what lies in that month in one's own space and in the shared one."""
    until = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    wants = [Want(private, tags=OWN_TAGS, since=month, until=until)]
    if shared:
        wants.append(Want(shared, tags=SHARED_TAGS, since=month, until=until))
    return read_entries(*wants)


def compose(entries: Iterable[Opened[Kind]], me: UUID, month: date) -> str:
    """A text to go on from. Only what its writer said themself is in it; empty when there was nothing."""
    found: dict[str, list[str]] = {sort: [] for sort in HEADINGS}
    done: dict[UUID, str] = {}
    for entry in entries:
        if isinstance(entry.value, Done):
            done[entry.id] = entry.value.words
        elif entry.author == me:
            _sort(entry.value, found, done)
    parts = [
        "\n".join((HEADINGS[sort], *(f"– {line}" for line in dict.fromkeys(lines))))
        for sort, lines in found.items()
        if lines
    ]
    return "\n\n".join((f"My {dates.MONTHS[month.month - 1]}", *parts)) if parts else ""


def _sort(value: Kind | None, found: dict[str, list[str]], done: dict[UUID, str]) -> None:
    match value:
        case Thanks() as thanks:
            lines = [line for line in (done.get(thanks.done, ""), thanks.words) if line]
            found["thanks"] += [": ".join(lines)] if lines else []
        case Moment() as moment:
            found[moment.sort].append(moment.words)
        case Outcome(what="kept") as said:
            found["kept"].append(said.promised)
        case Answer() | Alone() as evening:
            found["good"] += [evening.words.good] if evening.words.good else []
        case _:
            pass
