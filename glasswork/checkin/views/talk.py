"""The days before, newest first, and one's own of a day. A day without a check-in is not drawn, and costs nothing."""

from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.checkin.days import Waiting, days_of, folded
from glasswork.checkin.forms import CLOSENESS, TRUST
from glasswork.checkin.kinds import TAG, FirstWords, Held
from glasswork.checkin.rounds import may_choose
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Opened, Want, read_entries, read_own_slips
from glasswork.ui.page import render

AT_ONCE = 300  # rows, about a month of a couple's evenings
TAGS = (TAG, FirstWords.form.tag)
FIRST_YEAR = 2000  # nobody has an evening before; the first days of the calendar have none before them


@in_spaces
@require_safe
def talk(request: InSpacesRequest) -> HttpResponse:
    before = _day(request.GET.get("before", ""))
    shared = request.spaces.shared
    names = read_entries(Want(shared, tags=(NAMES,))) if shared else []
    wants = [Want(space, tags=TAGS, until=before) for space in request.spaces.all()]
    entries, older = _whole_days(read_entries(*wants, newest=AT_ONCE))
    waiting = [each for each in _waiting(request.spaces) if _is_between(each.evening, older, before)]
    newest, months = folded(days_of(entries, request.spaces.private.me, waiting))
    context = {
        "partner_name": partner_name(shared, names),
        "days": newest,
        "months": months,
        "is_alone": shared is None,
        "older": older,
        "before": before,
    }
    return render(request, "checkin/talk.html", context)


@in_spaces
@require_safe
def own_day(request: InSpacesRequest, day: str) -> HttpResponse:
    """What its writer alone has of one evening: trust, which no list shows, and what was kept."""
    evening, private = _day(day), request.spaces.private
    if evening is None or evening.year < FIRST_YEAR:
        raise Http404
    # An answer may be kept long after its evening, so no day ends the reading; a clock may have gone back a little.
    entries = read_entries(Want(private, tags=TAGS, since=evening - timedelta(days=2)))
    found = next((each for each in days_of(entries, private.me) if each.day == evening), None)
    context = {
        "evening": evening,
        "found": found,
        "trust_words": TRUST,
        "closeness_words": CLOSENESS,
        "back": (reverse("talk"), "Talk"),
    }
    return render(request, "checkin/own_day.html", context)


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


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
