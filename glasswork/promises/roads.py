"""Where the two go from here, pure: ninety days, when to look back, the three roads and their endings."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.promises.here import Here
from glasswork.promises.kinds import Board
from glasswork.promises.kinds_of_roads import Commitment, Decided, LastWords, Review, Stopped
from glasswork.promises.threads import ROOT, Key, Thread, keys_of
from glasswork.spaces.opening import OpenSpace

MOST_DAYS = 90
REVIEWS = (30, 90, 180)
DUE_FOR = timedelta(days=14)  # a day to look back or again is named so long, and then rests
NEWEST, NEWEST_NINETY = 8, 4
STOPPED = "stopped"
ROADS = {"stay": "Stay and build", "part": "Part, as well as we can", "wait": "Wait, and look again"}


class Road(NamedTuple):
    """One commitment, for one reader."""

    thread: Thread
    commitment: Commitment
    today: date

    @property
    def is_mine(self) -> bool:
        return self.thread.is_mine

    @property
    def is_stopped(self) -> bool:
        return self.thread.said(self.thread.opener, STOPPED, Stopped) is not None

    @property
    def is_running(self) -> bool:
        return not self.is_stopped and self.today <= self.commitment.ends_on

    @property
    def middle(self) -> date:
        return self.commitment.began_on + (self.commitment.ends_on - self.commitment.began_on) / 2


def roads_of(here: Here, threads: dict[UUID, Thread]) -> list[Road]:
    """Newest first."""
    found = [Road(t, found, here.today) for t in _newest(threads) if (found := t.root(Commitment))]
    return sorted(found, key=lambda road: not road.is_mine)


def shared_reviews(threads: dict[UUID, Thread]) -> list[tuple[Thread, Review]]:
    return [(thread, found) for thread in _newest(threads) if (found := thread.root(Review))]


def decided(threads: dict[UUID, Thread]) -> dict[UUID, Decided]:
    """The newest choice that each has shared, by person."""
    found: dict[UUID, Decided] = {}
    for thread in _newest(threads):
        choice = thread.root(Decided)
        if choice:
            found.setdefault(thread.opener, choice)
    return found


def last_words(threads: dict[UUID, Thread]) -> list[tuple[Thread, LastWords]]:
    return [(thread, found) for thread in _newest(threads) if (found := thread.root(LastWords))]


def road_keys(space: OpenSpace, *boards: Board) -> list[Key]:
    threads = {thread for board in boards for thread in (*board.ahead[-NEWEST:], *board.ninety[-NEWEST_NINETY:])}
    return [key for thread in threads for key in keys_of(space, thread, (ROOT, STOPPED))]


def review_days(began_on: date) -> list[tuple[int, date]]:
    return [(days, began_on + timedelta(days=days)) for days in REVIEWS]


def days_ahead(roads: list[Road], today: date) -> list[tuple[int, date]]:
    """Of one’s newest ninety days, also once they are over; none where they were stopped."""
    newest = next((road for road in roads if road.is_mine), None)
    if newest is None or newest.is_stopped:
        return []
    return [(days, on) for days, on in review_days(newest.commitment.began_on) if today < on + DUE_FOR]


def _newest(threads: dict[UUID, Thread]) -> list[Thread]:
    rooted = [thread for thread in threads.values() if any(part == ROOT for _, part in thread.parts)]
    return sorted(rooted, key=lambda thread: thread.parts[thread.opener, ROOT].sequence, reverse=True)
