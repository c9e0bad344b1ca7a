"""The days before, newest first. A day without a check-in is not drawn, and costs nothing."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.checkin.forms import CLOSENESS, TRUST
from glasswork.checkin.kinds import TAG, Alone, Answer, FirstWords, Held, Trust
from glasswork.checkin.rounds import PARTS_OF_A_ROUND, entries_by_round, evening_of_round, may_choose
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Opened, Want, read_entries, read_own_slips
from glasswork.ui.page import render

AT_ONCE = 300  # rows, about a month of a couple's evenings


class Waiting(NamedTuple):
    """One's own sealed answer. ``may_choose``: it opens no more by itself, its writer decides."""

    evening: date
    may_choose: bool


class Day(NamedTuple):
    """One evening as it stands in the list: the rounds both see, what waits sealed, and what is only one's own."""

    day: date
    rounds: list[UUID]
    waiting: list[Waiting]
    feelings: str
    closeness: str
    alone: list[Alone]
    trust: Trust | None
    first_words: list[str]
    has_taken_back: bool


@in_spaces
@require_safe
def talk(request: InSpacesRequest) -> HttpResponse:
    before = _day(request.GET.get("before", ""))
    shared = request.spaces.shared
    names = read_entries(Want(shared, tags=(NAMES,))) if shared else []
    tags = (TAG, FirstWords.form.tag)
    wants = [Want(space, tags=tags, until=before) for space in request.spaces.all()]
    entries, older = _whole_days(read_entries(*wants, newest=AT_ONCE))
    waiting = [each for each in _waiting(request.spaces) if _is_between(each.evening, older, before)]
    context = {
        "partner_name": partner_name(shared, names),
        "days": days_of(entries, request.spaces.private.me, waiting),
        "older": older,
        "before": before,
        "trust_words": TRUST,
    }
    return render(request, "checkin/talk.html", context)


def _whole_days(entries: list[Opened[Kind]]) -> tuple[list[Opened[Kind]], date | None]:
    """Only days of writing that were read whole, and the day to go on from when there may be more."""
    if len(entries) < AT_ONCE or entries[0].day == entries[-1].day:
        return entries, None
    cut = entries[0].day
    return [entry for entry in entries if entry.day > cut], cut


def _waiting(spaces: Spaces) -> list[Waiting]:
    """One's own answers that wait, also where sharing has stopped since; a partner's are not fetched (S11)."""
    shared, now = [space for space in spaces.all() if space.is_shared], timezone.now()
    held = [slip for slip in read_own_slips(*shared) if isinstance(slip.value, Held)] if shared else []
    here = spaces.shared.id if spaces.shared else None
    return [
        Waiting(slip.value.evening, may_choose(slip.value, now) or slip.space != here)
        for slip in held
        if isinstance(slip.value, Held)
    ]


def _is_between(evening: date, older: date | None, before: date | None) -> bool:
    return (before is None or evening <= before) and (older is None or evening > older)


def days_of(entries: list[Opened[Kind]], me: UUID, waiting: Sequence[Waiting] = ()) -> list[Day]:
    """Evenings, newest first. What was written later belongs to the evening it is about."""
    evenings = {round_id: evening_of_round(part) for round_id, part in entries_by_round(entries).items()}
    days: dict[date, list[Opened[Kind]]] = {}
    for entry in entries:
        days.setdefault(_evening_of(entry, evenings), []).append(entry)
    for each in waiting:
        days.setdefault(each.evening, [])
    return [_one_day(day, days[day], me, waiting) for day in sorted(days, reverse=True)]


def _one_day(day: date, entries: list[Opened[Kind]], me: UUID, waiting: Sequence[Waiting]) -> Day:
    mine = [entry.value for entry in entries if entry.author == me]
    answers = [value for value in mine if isinstance(value, Answer)]
    alone = [value for value in mine if isinstance(value, Alone)]
    trust = [value for value in mine if isinstance(value, Trust)]
    words = (answers or alone or [None])[-1]
    closeness = words.words.closeness if words else None
    return Day(
        day=day,
        rounds=list(entries_by_round(entries)),
        waiting=[each for each in waiting if each.evening == day],
        feelings=", ".join(words.words.feelings.values()) if words else "",
        closeness=CLOSENESS[closeness - 1] if closeness else "",
        alone=alone,
        trust=trust[-1] if trust else None,
        first_words=[text for value in mine if isinstance(value, FirstWords) and (text := value.as_text())],
        has_taken_back=any(entry.value is None for entry in entries),
    )


def _evening_of(entry: Opened[Kind], evenings: dict[UUID, date]) -> date:
    value = entry.value
    if isinstance(value, Alone | Trust | FirstWords):
        return value.evening or entry.day
    return evenings[value.round] if isinstance(value, PARTS_OF_A_ROUND) else entry.day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
