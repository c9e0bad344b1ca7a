"""Taking space, pure: who is away until when, whether a return was kept, and longer space (P4, E07)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened
from glasswork.talks.kinds import Back, Longer, LongerEnd, LongerYes, Moved, TimeOut
from glasswork.ui import dates

SHORTEST, LONGEST = timedelta(minutes=20), timedelta(hours=24)
GRACE = timedelta(minutes=10)  # whoever is this late has come back at the time they named
SHOWN_AFTER = timedelta(hours=24)  # so long a return that did not come still shows
REST_FOR = timedelta(days=7)
REST = (
    "Two time-outs went past their time lately. You could rest the heavy talks for a week. "
    "Those are “One speaks, one listens”, lines, forgiving, hard questions, and letters about what it did. "
    "Evenings and small things go on."
)
LONGEST_SPACE = timedelta(weeks=12)
MORNING = time(9)


@dataclass(frozen=True, slots=True)
class Pause:
    """One time-out. ``is_kept`` is None until its author is back; one that was too short is neither kept nor missed."""

    id: UUID
    author: UUID
    called_at: datetime
    until: datetime
    is_kept: bool | None = None
    is_early: bool = False

    def is_on(self, now: datetime) -> bool:
        return self.is_kept is None and now < self.until + SHOWN_AFTER

    def may_move(self, now: datetime) -> bool:
        """Before it lapses, and while there is time left until a day after it was called."""
        return self.is_on(now) and now < min(self.until, self.called_at + LONGEST - SHORTEST)

    def ended(self, now: datetime) -> Back:
        """What its author’s return comes to: less than twenty minutes apart is no time-out yet (P4)."""
        is_early = now < self.called_at + SHORTEST
        return Back(time_out=self.id, is_kept=not is_early and now <= self.until + GRACE, is_early=is_early)

    def is_missed(self, now: datetime) -> bool:
        is_late = self.is_kept is False and not self.is_early
        return is_late or (self.is_kept is None and now > self.until + GRACE)


@dataclass(frozen=True, slots=True)
class Apart:
    """Longer space: proposed by ``author``, and agreed once the other has said yes.

    ``asked``: other words that one of the two would like instead. What was agreed stands until both say yes to them.
    """

    value: Longer
    author: UUID
    is_agreed: bool = False
    asked: "Apart | None" = None

    def waits_for(self, person: UUID) -> bool:
        """Whether words of the other's wait for this person's yes or no."""
        waiting = self.asked if self.is_agreed else self
        return waiting is not None and waiting.author != person


def pauses_of(entries: Iterable[Opened[Kind]]) -> list[Pause]:
    """Oldest first. Only its author moves a return or comes back."""
    found: dict[UUID, Pause] = {}
    for entry in entries:
        value = entry.value
        if isinstance(value, TimeOut):
            found[value.id] = Pause(value.id, entry.author, value.called_at, value.until)
        elif isinstance(value, Moved | Back):
            before = found.get(value.time_out)
            if before and before.author == entry.author and before.is_kept is None:
                found[before.id] = _after(before, value)
    return list(found.values())


def pause_of(pauses: list[Pause], author: UUID, now: datetime) -> Pause | None:
    """The time-out that this person is in now."""
    return next((pause for pause in reversed(pauses) if pause.author == author and pause.is_on(now)), None)


def advises_rest(pauses: list[Pause], now: datetime) -> bool:
    """After two returns that did not come in a fortnight: heavy talks could rest for a week. Advice, and no lock."""
    late = [pause.until for pause in pauses if pause.is_missed(now) and now - pause.until < 2 * REST_FOR]
    return len(late) >= 2 and now - max(late) < REST_FOR


def apart_of(entries: Iterable[Opened[Kind]], today: date) -> Apart | None:
    """The longer space that nobody has ended, until the day they meet again, with the newest proposal."""
    agreed: Apart | None = None
    asked: Apart | None = None
    for entry in entries:
        value = entry.value
        if isinstance(value, Longer):
            asked = Apart(value, entry.author)
        elif isinstance(value, LongerYes) and _is_of(asked, value.longer) and asked and entry.author != asked.author:
            agreed, asked = replace(asked, is_agreed=True), None
        elif isinstance(value, LongerEnd):
            agreed = None if _is_of(agreed, value.longer) else agreed
            asked = None if _is_of(asked, value.longer) else asked
    agreed, asked = (each if each and today <= each.value.back_on else None for each in (agreed, asked))
    return replace(agreed, asked=asked) if agreed else asked


def _is_of(apart: Apart | None, longer: UUID) -> bool:
    return apart is not None and apart.value.id == longer


def until_of(length: str, hour: str, now: datetime, zone: ZoneInfo, since: datetime | None = None) -> datetime | None:
    """The return that a form names; None where it names none. ``length``: minutes, “tomorrow” or “pick”.

    ``since``: from when the minutes count, now unless told.
    """
    if length in {"20", "30", "60"}:
        return (since or now) + timedelta(minutes=int(length))
    local = now.astimezone(zone)
    if length == "tomorrow":
        morning = datetime.combine(local.date() + timedelta(days=1), MORNING, zone)
        return min(morning, now + LONGEST)
    try:
        chosen = datetime.combine(local.date(), time.fromisoformat(hour), zone)
    except ValueError:
        return None
    return chosen if chosen > now else chosen + timedelta(days=1)


def in_words(until: datetime, now: datetime, zone: ZoneInfo) -> str:
    """20:40, or tomorrow at 9:00, or Friday at 9:00, for whoever reads it, in their own zone."""
    then, today = until.astimezone(zone), now.astimezone(zone).date()
    clock = f"{then.hour}:{then.minute:02}"
    if then.date() == today:
        return clock
    day = "tomorrow" if then.date() == today + timedelta(days=1) else dates.weekday(then.date())
    return f"{day} at {clock}"


def _after(pause: Pause, value: Moved | Back) -> Pause:
    if isinstance(value, Back):
        return replace(pause, is_kept=value.is_kept, is_early=value.is_early)
    return replace(pause, until=value.until)
