"""“From <partner>”: what both can see by now and this person may want to look at. Pure; no read marks are kept."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.checkin.rounds import Step, entries_by_round, evening_of_round, hearing, parts_of, round_of
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened

RECENT = timedelta(days=3)
MY_TURN_TO_SAY = {Step.SAY_BACK, Step.SAY_AGAIN}
MY_TURN_TO_JUDGE = {Step.CONFIRM, Step.ENOUGH}


class News(NamedTuple):
    """One round with a line on where it stands. ``is_my_turn``: something in it waits for this person."""

    round: UUID
    evening: date
    line: str
    is_my_turn: bool


def news_from(space: OpenSpace, entries: list[Opened[Kind]], name: str, today: date) -> list[News]:
    """Newest first. Only rounds of the last days in which something is new or waits."""
    if space.partner is None:
        return []
    here = [entry for entry in entries if entry.space == space.id]
    rounds = [news for part in entries_by_round(here).values() if (news := _one(space, part, name, today))]
    return rounds[::-1]


def _one(space: OpenSpace, entries: list[Opened[Kind]], name: str, today: date) -> News | None:
    """None where nothing happened lately, or nothing that the partner did."""
    is_recent = today - max(entry.day for entry in entries) <= RECENT
    if not is_recent or not any(entry.author == space.other for entry in entries):
        return None
    parts = parts_of(entries)
    mine = hearing(parts, speaker=space.me, listener=space.other).step
    theirs = hearing(parts, speaker=space.other, listener=space.me).step
    line = _line(mine, theirs, name)
    is_my_turn = mine in MY_TURN_TO_JUDGE or theirs in MY_TURN_TO_SAY
    return News(round_of(entries), evening_of_round(entries), line, is_my_turn) if line else None


def _line(mine: Step, theirs: Step, name: str) -> str:
    lines = [
        (mine is Step.CONFIRM, f"{name} said your words back. Was that it?"),
        (mine is Step.ENOUGH, "You both tried. Enough for now?"),
        (theirs is Step.SAY_AGAIN, f"Not quite, said {name}. One more try, if you like."),
        (theirs is Step.SAY_BACK and mine is Step.NOTHING, f"{name} shared an answer with you."),
        (theirs is Step.SAY_BACK, "You’ve both answered. You can say it back."),
        (mine is Step.REPLIED, f"{name} replied."),
        (theirs is Step.HEARD, f"“Yes, that’s it,” said {name}. You can reply."),
    ]
    return next((line for holds, line in lines if holds), "")
