"""The days before, newest first. A day without a check-in is not drawn, and costs nothing."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from glasswork.checkin.forms import CLOSENESS, TRUST
from glasswork.checkin.kinds import TAG, Alone, Answer, FirstWords, Trust
from glasswork.checkin.rounds import PARTS_OF_A_ROUND, entries_by_round, evening_of_round
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.ui.page import render

AT_ONCE = 300  # rows, about a month of a couple's evenings


class Day(NamedTuple):
    """One evening as it stands in the list: the rounds both see, and what is only one's own."""

    day: date
    rounds: list[UUID]
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
    context = {
        "partner_name": partner_name(shared, names),
        "days": days_of(entries, request.spaces.private.me),
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


def days_of(entries: list[Opened[Kind]], me: UUID) -> list[Day]:
    """Evenings, newest first. What was written later belongs to the evening it is about."""
    evenings = {round_id: evening_of_round(part) for round_id, part in entries_by_round(entries).items()}
    days: dict[date, list[Opened[Kind]]] = {}
    for entry in entries:
        days.setdefault(_evening_of(entry, evenings), []).append(entry)
    return [_one_day(day, days[day], me) for day in sorted(days, reverse=True)]


def _one_day(day: date, entries: list[Opened[Kind]], me: UUID) -> Day:
    mine = [entry.value for entry in entries if entry.author == me]
    answers = [value for value in mine if isinstance(value, Answer)]
    alone = [value for value in mine if isinstance(value, Alone)]
    trust = [value for value in mine if isinstance(value, Trust)]
    words = (answers or alone or [None])[-1]
    closeness = words.words.closeness if words else None
    return Day(
        day=day,
        rounds=list(entries_by_round(entries)),
        feelings=", ".join(words.words.feelings.values()) if words else "",
        closeness=CLOSENESS[closeness - 1] if closeness else "",
        alone=alone,
        trust=trust[-1] if trust else None,
        first_words=[text for value in mine if isinstance(value, FirstWords) and (text := value.as_text())],
        has_taken_back=any(entry.value is None for entry in entries),
    )


def _evening_of(entry: Opened[Kind], evenings: dict[UUID, date]) -> date:
    value = entry.value
    if isinstance(value, Alone | Trust):
        return value.evening
    return evenings[value.round] if isinstance(value, PARTS_OF_A_ROUND) else entry.day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
