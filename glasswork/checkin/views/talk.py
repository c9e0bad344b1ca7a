"""The days before, newest first. A day without a check-in is not drawn, and costs nothing."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.checkin.evening import load_evening
from glasswork.checkin.forms import CLOSENESS, TRUST
from glasswork.checkin.kinds import TAG, Alone, Answer, Trust
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.ui.page import render

AT_ONCE = 300  # rows, about a month of a couple's evenings


class Day(NamedTuple):
    """One evening as it stands in the list: the round if both see one, and what is only one's own."""

    day: date
    round: UUID | None
    feelings: list[str]
    closeness: str
    alone: list[Alone]
    trust: Trust | None


@in_spaces
@require_safe
def talk(request: InSpacesRequest) -> HttpResponse:
    before = _day(request.GET.get("before", ""))
    evening = load_evening(request.spaces, timezone.now())
    # a row carries the UTC day it was written on, which may be one past the evening it belongs to
    until = before + timedelta(days=1) if before else None
    wants = [Want(space, tags=(TAG,), until=until) for space in request.spaces.all()]
    entries = read_entries(*wants, newest=AT_ONCE)
    days = [day for day in days_of(entries, request.spaces.private.me) if not before or day.day <= before]
    is_cut = len(entries) == AT_ONCE and len(days) > 1
    shown = days[:-1] if is_cut else days
    context = {
        "evening": evening,
        "partner_name": evening.partner_name,
        "days": shown,
        "older": days[-1].day if is_cut else None,
        "before": before,
        "trust_words": TRUST,
    }
    return render(request, "checkin/talk.html", context)


def days_of(entries: list[Opened[Kind]], me: UUID) -> list[Day]:
    """Newest first. A day that was cut in the middle by the limit comes last."""
    days: dict[date, list[Opened[Kind]]] = {}
    for entry in entries:
        if (day := _evening_of(entry)) is not None:
            days.setdefault(day, []).append(entry)
    return [_one_day(day, days[day], me) for day in sorted(days, reverse=True)]


def _one_day(day: date, entries: list[Opened[Kind]], me: UUID) -> Day:
    mine = [e.value for e in entries if e.author == me]
    answers = [value for value in mine if isinstance(value, Answer)]
    rounds = [e.value.round for e in entries if isinstance(e.value, Answer)]
    alone = [value for value in mine if isinstance(value, Alone)]
    trust = [value for value in mine if isinstance(value, Trust)]
    words = (answers or alone or [None])[-1]
    closeness = words.words.closeness if words else None
    return Day(
        day=day,
        round=(answers[-1].round if answers else rounds[-1] if rounds else None),
        feelings=list(words.words.feelings.values()) if words else [],
        closeness=CLOSENESS[closeness - 1] if closeness else "",
        alone=alone,
        trust=trust[-1] if trust else None,
    )


def _evening_of(entry: Opened[Kind]) -> date | None:
    value = entry.value
    return value.evening if isinstance(value, Answer | Alone | Trust) else None


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year < 9999 else None
