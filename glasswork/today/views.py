"""Today: one next thing, and a way to put it off."""

from datetime import datetime

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from glasswork.checkin.evening import Evening, load_evening
from glasswork.lib.directions import isolated
from glasswork.pairing.actions import settle
from glasswork.pairing.waiting import has_words_to_compare, parting_line
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import read_slip
from glasswork.spaces.writing import save_slip, utc_day
from glasswork.today.kinds import PutOff
from glasswork.today.news import News, news_from
from glasswork.today.next_step import Next, Situation, next_step, put_it_off
from glasswork.ui.page import render

SLIP = "put-off"


@in_spaces
@require_safe
def today(request: InSpacesRequest) -> HttpResponse:
    evening = load_evening(request.spaces, timezone.now())
    news = (
        news_from(evening.shared, evening.entries, isolated(evening.partner_name), evening.today)
        if evening.shared
        else []
    )
    here = _situation(request, evening, news)
    found = evening.slip(request.spaces.private, SLIP)
    chosen = next_step(here, found if isinstance(found, PutOff) else PutOff(evening=evening.today))
    shown = here.my_turn if chosen in {Next.READ, Next.READ_ON} else None
    context = {
        "evening": evening,
        "here": here,
        "next": chosen,
        "news": [item for item in news if item != shown],
        "partner_name": evening.partner_name,
        "my_name": evening.my_name,
        "greeting": _greeting(evening.now.astimezone(evening.zone)),
        "parting": parting_line(request.spaces, evening.entries, utc_day()),
        "was_kept": "kept" in request.GET,
    }
    return render(request, "today/show.html", context)


@in_spaces
@require_POST
def put_off(request: InSpacesRequest) -> HttpResponse:
    """Later, or Not today. Kept for this person alone, and forgotten when the day turns."""
    settle(request.person, request.spaces)
    private, step = request.spaces.private, request.POST.get("step", "")
    if step in set(Next):
        evening = load_evening(request.spaces, timezone.now())
        before = read_slip(private, PutOff, SLIP) or PutOff(evening=evening.today)
        after = put_it_off(Next(step), request.POST.get("how", ""), evening.today, evening.now, before)
        save_slip(private, after, SLIP)
    return HttpResponseRedirect(reverse("today"))


def _situation(request: InSpacesRequest, evening: Evening, news: list[News]) -> Situation:
    has_words = has_words_to_compare(request.spaces, evening.slips)
    old = [held for held in evening.held if evening.may_choose(held)]
    is_done = evening.round_tonight is not None or evening.is_alone_done
    return Situation(
        today=evening.today,
        now=evening.now,
        is_shared=evening.shared is not None,
        waiting=evening.held_tonight,
        may_choose=old[0] if old else None,
        my_turn=next((item for item in news if item.is_my_turn), None),
        is_done=is_done,
        has_words=has_words,
        may_invite=not (evening.shared or request.spaces.former or evening.settings.is_alone),
    )


def _greeting(local: datetime) -> str:
    if 4 <= local.hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= local.hour < 17 else "Good evening"
