"""What one person has before them: whose window it is, what its tallies hold now, and their own points of trust.

A tally is folded from the entries since it was last kept, a handful even after years. A page that finds new ones keeps
it, though a GET: docs/decisions/0009 says why, and what that may never come to.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import msgspec

from glasswork.agreements.kinds import LINES
from glasswork.checkin.kinds import TAG as CHECKIN
from glasswork.exercises.kinds import TAG as EXERCISES
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.progress.kinds import JAR, LETTERS, LOOKS, SharedChart, Tally, filled
from glasswork.progress.tally import fold
from glasswork.progress.weeks import Evenings, Weeks, monday
from glasswork.promises.kinds import TAG as PROMISES
from glasswork.promises.kinds_of_acts import SMALL
from glasswork.promises.kinds_of_telling import TELLING
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, SlipHere, Want, read_entries, read_slip, read_slips_at, slot_of
from glasswork.spaces.writing import save_slips, writing
from glasswork.talks.kinds import TAG as TALKS

SHARED_TAGS = (CHECKIN, TALKS, PROMISES, SMALL, TELLING, LINES, JAR)
OWN_TAGS = (CHECKIN, EXERCISES, PROMISES, TELLING, "own-lines", JAR, LETTERS, LOOKS)
TALLY, CHART = "progress-tally", "progress-chart"
MARGIN = timedelta(days=3)  # a clock may have been set back a little between two entries


@dataclass(frozen=True, slots=True)
class Here:
    """``space`` is the window's: what two share, or shared last, or one's own. ``charts`` are by their giver."""

    spaces: Spaces
    now: datetime
    today: date
    space: OpenSpace
    ours: Tally  # of ``space``; for somebody alone the same as ``own``
    own: Tally
    partner_name: str
    charts: dict[UUID, SharedChart]

    @property
    def private(self) -> OpenSpace:
        return self.spaces.private

    @property
    def is_shared(self) -> bool:
        """Whether there is somebody to share with now."""
        return self.spaces.shared is not None

    @property
    def is_of_two(self) -> bool:
        return self.space.is_shared

    @property
    def evenings(self) -> Evenings:
        """One’s own points since these two began to share: what was before is nothing that the two have (S4)."""
        return {day: value for day, value in self.own.evenings.items() if day >= self._first_day}

    @property
    def weeks(self) -> Weeks:
        return {week: each for week, each in self.own.weeks.items() if monday(week).toordinal() >= self._first_day}

    @property
    def _first_day(self) -> int:
        shared = self.spaces.shared
        return shared.opened_on.toordinal() if shared and shared.opened_on else 0

    @property
    def my_chart(self) -> SharedChart | None:
        """What one shows now."""
        chart = self.charts.get(self.private.me)
        return chart if chart and chart.stands(self.today) else None

    @property
    def ended_on(self) -> date | None:
        """The last day of what one showed and didn’t put away, once it is over. Its reader can’t tell how it ended."""
        chart = self.charts.get(self.private.me)
        return chart.last_day if chart and not chart.stands(self.today) else None

    @property
    def their_chart(self) -> SharedChart | None:
        shown = (chart for giver, chart in self.charts.items() if giver != self.private.me)
        return next((chart for chart in shown if chart.stands(self.today)), None)


def load_here(spaces: Spaces, now: datetime, space: OpenSpace | None = None) -> Here:
    """Three statements, and a few more on the first visit after something was written. ``space`` chooses a window."""
    private = spaces.private
    shown = space or window_space(spaces)
    slips = _slips(spaces, shown)
    settings = slips.get(slot_of(private, "settings"))
    today = evening_of(now, zone_of(settings.zone if isinstance(settings, Settings) else "UTC"))
    before = {each.id: _tally(slips.get(tally_slot(private, each))) for each in (private, shown)}
    entries = read_entries(*_wants(private, shown, before, now.astimezone(UTC).date()))
    after = {each.id: _fold(before[each.id], entries, each) for each in (private, shown)}
    for each in {private.id: private, shown.id: shown}.values():
        if after[each.id] is not before[each.id]:
            _keep(private, each, after[each.id])
    charts = {} if spaces.shared is None else _charts(slips, spaces.shared)
    own, name = after[private.id], partner_name(shown if shown.is_shared else None, entries)
    return Here(spaces, now, today, shown, after[shown.id], own, name, charts)


def window_space(spaces: Spaces) -> OpenSpace:
    return spaces.shared or (spaces.former[-1] if spaces.former else spaces.private)


def tally_slot(private: OpenSpace, space: OpenSpace) -> bytes:
    return slot_of(private, TALLY, space.id.bytes)


def change_own(private: OpenSpace, **changes: object) -> None:
    """Changes one's own tally under the lock, so that nothing that was counted meanwhile is lost."""
    with writing(private):
        before = read_slip(private, Tally, TALLY, private.id.bytes) or Tally()
        _save(private, private, msgspec.structs.replace(before, **changes))


def _keep(private: OpenSpace, space: OpenSpace, folded: Tally) -> None:
    """Unless another device was there first; what was hidden in the meantime stays hidden."""
    with writing(private):
        now_there = read_slip(private, Tally, TALLY, space.id.bytes) or Tally()
        if now_there.upto < folded.upto:
            _save(private, space, msgspec.structs.replace(folded, is_hidden=now_there.is_hidden))


def _save(private: OpenSpace, space: OpenSpace, value: Tally) -> None:
    save_slips([(private, filled(value), tally_slot(private, space))])


def _slips(spaces: Spaces, shown: OpenSpace) -> dict[bytes, Kind]:
    private, shared = spaces.private, spaces.shared
    found: list[SlipHere] = read_slips_at(
        private, [slot_of(private, "settings"), tally_slot(private, private), tally_slot(private, shown)]
    )
    if shared and shared.partner:
        found += read_slips_at(shared, [chart_slot(shared, who) for who in shared.members])
    return {slip.slot: slip.value for slip in found}


def chart_slot(shared: OpenSpace, giver: UUID) -> bytes:
    return slot_of(shared, CHART, giver.bytes)


def _charts(slips: dict[bytes, Kind], shared: OpenSpace) -> dict[UUID, SharedChart]:
    found = {giver: slips.get(chart_slot(shared, giver)) for giver in shared.members}
    return {giver: chart for giver, chart in found.items() if isinstance(chart, SharedChart)}


def _tally(found: Kind | None) -> Tally:
    return found if isinstance(found, Tally) else Tally()


def _wants(private: OpenSpace, shown: OpenSpace, tallies: dict[UUID, Tally], day: date) -> list[Want]:
    wants = [Want(private, tags=OWN_TAGS, since=_since(tallies[private.id], day))]
    if shown.is_shared:
        wants += [Want(shown, tags=SHARED_TAGS, since=_since(tallies[shown.id], day)), Want(shown, tags=(NAMES,))]
    return wants


def _since(tally: Tally, day: date) -> date | None:
    """From the start where there is nothing yet, or where the clock was set back: what came since is dated before."""
    return tally.since - MARGIN if tally.since and tally.since <= day else None


def _fold(before: Tally, entries: list[Opened[Kind]], space: OpenSpace) -> Tally:
    return fold(before, [entry for entry in entries if entry.space == space.id], space.members, space.me)
