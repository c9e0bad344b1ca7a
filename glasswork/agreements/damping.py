"""What is held back, kindly, and never because of who somebody is (Z14). Pure.

A yes can wait for the morning, and so can a suggestion. Three new lines a day are plenty. Words that one person stopped
may come back after a month, or at once from whoever stopped them. Whoever takes lines back and sends them anew is asked
to rest. Stopping and taking back themselves are never held back.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz

from glasswork.agreements.terms import Line, Stand
from glasswork.ui.dates import day

NIGHT_FROM, NIGHT_TO = time(22), time(7)
NEW_A_DAY = 3
OPEN_AT_ONCE = 6
WORDINGS_A_DAY = 5
TAKEN_BACK_A_WEEK, WEEK = 2, timedelta(days=7)
STATEMENTS_A_DAY = 3
REQUESTS_A_DAY = 2
QUIET_AFTER_STOP = timedelta(days=30)
SAME_WORDS = 88  # of 100; a changed name or day stays below

LATE = "It’s late, and this can wait for the morning. Your words are kept here. Come back after seven."
ENOUGH_TODAY = "That’s three new lines today, and three is plenty. Your words are kept here for tomorrow."
ENOUGH_OPEN = "Six of your lines wait to be talked about. Take one up together first, or take one back."
ENOUGH_WORDS = "You’ve changed these words five times today. Talking may help more. Your words are kept here."
ENOUGH_TAKEN_BACK = "You’ve taken back two lines this week. Let the next one wait a few days. Your words are kept here."
ENOUGH_STATED = "You’ve said three things about contact today. The rest can be told face to face, or tomorrow."
ENOUGH_ASKED = "You’ve asked for two things today. Let these be answered or left first. Your words are still here."
SAME_OPEN = "You’ve suggested this already, and it is still open."


def is_night(now: datetime, zone: ZoneInfo) -> bool:
    """Between ten and seven in one’s own zone: no hour for a yes that is to last."""
    local = now.astimezone(zone).time()
    return local >= NIGHT_FROM or local < NIGHT_TO


def why_not_suggest(lines: Iterable[Line], me: UUID, text: str, today: date) -> str:
    """A sentence, or nothing when the line may be suggested now."""
    mine = [line for line in lines if line.versions and line.versions[0].author == me]
    if sum(line.versions[0].day == today for line in mine) >= NEW_A_DAY:
        return ENOUGH_TODAY
    lately = [line for line in mine if today - line.versions[0].day < WEEK]
    if sum(line.stand is Stand.TAKEN_BACK for line in lately) >= TAKEN_BACK_A_WEEK:
        return ENOUGH_TAKEN_BACK
    talked = [line for line in mine if line.stand is Stand.TALKED and not line.in_force]
    if any(_is_same(text, line) for line in talked):
        return SAME_OPEN
    return ENOUGH_OPEN if len(talked) >= OPEN_AT_ONCE else ""


def why_not_again(lines: Iterable[Line], me: UUID, texts: Iterable[str], today: date) -> str:
    """Whether any of these words were stopped by the other a short while ago."""
    said = [text for text in texts if text]
    for line in lines:
        if line.stopped_on and line.stopped_by != me and any(_is_same(text, line) for text in said):
            until = line.stopped_on + QUIET_AFTER_STOP
            if today < until:
                return f"This line was stopped on {day(line.stopped_on)}. Let it rest until {day(until)}."
    return ""


def why_not_reword(line: Line, me: UUID, today: date) -> str:
    mine = [version for version in line.versions if version.author == me and version.day == today]
    return ENOUGH_WORDS if len(mine) >= WORDINGS_A_DAY else ""


def _is_same(text: str, line: Line) -> bool:
    return any(
        fuzz.token_sort_ratio(_plain(text), _plain(v.words.text)) >= SAME_WORDS for v in line.versions if v.words
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
