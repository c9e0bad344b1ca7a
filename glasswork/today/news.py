"""“From <partner>”: what both can see by now and this person may want to look at. Pure; no read marks are kept."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.checkin.kinds import Answer
from glasswork.checkin.rounds import Step, hearing, parts_by_round
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
    partner, found = space.partner.account, []
    here = [entry for entry in entries if entry.space == space.id]
    for round_id, parts in parts_by_round(here).items():
        evening = max(value.evening for value in parts.values() if isinstance(value, Answer))
        if today - evening > RECENT or not any(author == partner for author, _ in parts):
            continue
        mine = hearing(parts, speaker=space.me, listener=partner).step
        theirs = hearing(parts, speaker=partner, listener=space.me).step
        is_my_turn = mine in MY_TURN_TO_JUDGE or theirs in MY_TURN_TO_SAY
        if line := _line(mine, theirs, name):
            found.append(News(round_id, evening, line, is_my_turn))
    return found[::-1]


def _line(mine: Step, theirs: Step, name: str) -> str:
    lines = [
        (mine is Step.CONFIRM, f"{name} said your words back. Was that it?"),
        (mine is Step.ENOUGH, "You both tried. Enough for tonight?"),
        (theirs is Step.SAY_AGAIN, f"Not quite, said {name}. One more try, if you like."),
        (theirs is Step.SAY_BACK and mine is Step.NOTHING, f"{name} shared an answer with you."),
        (theirs is Step.SAY_BACK, "You’ve both answered. You can say it back."),
        (mine is Step.REPLIED, f"{name} replied."),
        (theirs is Step.HEARD, f"“Yes, that’s it,” said {name}. You can reply."),
    ]
    return next((line for holds, line in lines if holds), "")
