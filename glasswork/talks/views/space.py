"""A time-out: how long, what the other sees, coming back, or a little more."""

from contextlib import suppress
from datetime import datetime
from secrets import token_urlsafe
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.lib.directions import isolated
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.pulse import pulse_token
from glasswork.spaces.reading import Want, read_entries, read_slip
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.talks.kinds import SpacePlan
from glasswork.talks.pauses import LONGEST, SHORTEST, apart_of, in_words, pause_of, pauses_of, until_of
from glasswork.talks.taking_space import come_back, entries_of, move_return, take_space
from glasswork.ui.page import render

LENGTHS = [
    ("20", "20 minutes"),
    ("30", "30 minutes"),
    ("60", "1 hour"),
    ("tomorrow", "Until tomorrow"),
    ("pick", "Pick a time"),
]
USUAL = "30"
MORE = [("20", "20 minutes more"), ("60", "1 hour more"), ("pick", "Pick a time")]
PLANS = [("walk", "Walk"), ("shower", "Shower"), ("breathe", "Breathe"), ("rest", "Lie down"), ("call", "Ring someone")]
CHOOSE = "Choose how long. You can move it later, as long as it isn’t over."
TOO_SHORT = "Take at least twenty minutes. A body needs that long to settle."
NO_TIME = "Write the time you’ll be back, as 20:40."


@in_spaces
@require_http_methods(["GET", "POST"])
def space(request: InSpacesRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    now = timezone.now()
    until, problem = _until(request, now, [value for value, _ in LENGTHS])
    if until is None or problem:
        return _page(request, problem)
    plan = request.POST.get("doing", "")
    once = request.POST.get("once") or token_urlsafe(12)
    with suppress(AlreadyWritten, SpaceClosed):  # a second press; or nobody is there to tell any more
        take_space(request.spaces, until, plan if plan in dict(PLANS) else "", now, once=once)
    return HttpResponseRedirect(reverse("space"))


@in_spaces
@require_POST
def back(request: InSpacesRequest) -> HttpResponse:
    """I’m back, or a bit more."""
    now = timezone.now()
    if request.spaces.shared is None:
        return HttpResponseRedirect(reverse("space"))
    if request.POST.get("act") == "more":
        mine = pause_of(pauses_of(entries_of(request.spaces.shared)), request.person.id, now)
        until, problem = _until(request, now, [value for value, _ in MORE], mine.until if mine else None)
        if until is None or problem:
            return _page(request, problem)
        with suppress(SpaceClosed):
            move_return(request.spaces, until, now)
        return HttpResponseRedirect(reverse("space"))
    was_away = False
    with suppress(SpaceClosed):
        was_away = come_back(request.spaces, now)
    return HttpResponseRedirect(reverse("space") + ("?back=1" if was_away else ""))


def _until(
    request: InSpacesRequest, now: datetime, lengths: list[str], since: datetime | None = None
) -> tuple[datetime | None, str]:
    """The return and what is wrong with it. ``since``: from when more minutes count."""
    length, zone = request.POST.get("length", ""), zone_of(_settings(request).zone)
    if length not in lengths:
        return None, CHOOSE
    until = until_of(length, request.POST.get("hour", ""), now, zone, since)
    if until is None:
        return None, NO_TIME
    return min(until, now + LONGEST), TOO_SHORT if until < now + SHORTEST else ""


def _settings(request: InSpacesRequest) -> Settings:
    return read_slip(request.spaces.private, Settings, "settings") or Settings()


def _page(request: InSpacesRequest, problem: str = "") -> HttpResponse:
    shared, now = request.spaces.shared, timezone.now()
    base: dict[str, Any] = {
        "lengths": LENGTHS,
        "more": MORE,
        "plans": PLANS,
        "problems": {"length": problem} if problem else {},
        "typed": {"length": USUAL, "hour": "", "doing": "", **request.POST.dict()},
        "once": request.POST.get("once") or token_urlsafe(12),
        "was_back": "back" in request.GET,
        "back": (reverse("talks"), "Guided talks"),
    }
    if shared is None:
        return render(request, "talks/space_alone.html", base)
    zone, entries = zone_of(_settings(request).zone), entries_of(shared)
    names = read_entries(Want(shared, tags=(NAMES,)))
    pauses = pauses_of(entries)
    mine, theirs = pause_of(pauses, shared.me, now), pause_of(pauses, shared.other, now)
    plan = read_slip(request.spaces.private, SpacePlan, "space-plan") if mine else None
    context = {
        **base,
        "name": isolated(partner_name(shared, names)),
        "my_name": isolated(names_in(names).get(shared.me, "")),
        "mine": mine,
        "theirs": theirs,
        "until": in_words(mine.until, now, zone) if mine else "",
        "their_until": in_words(theirs.until, now, zone) if theirs else "",
        "is_late": mine is not None and now > mine.until,
        "may_move": mine is not None and mine.may_move(now),
        "plan": dict(PLANS).get(plan.plan, "") if plan and mine and plan.time_out == mine.id else "",
        "last": next((pause for pause in reversed(pauses) if pause.author == shared.me), None),
        "apart": apart_of(entries, evening_of(now, zone)),
        "me": shared.me,
        "token": pulse_token(shared),
    }
    return render(request, "talks/space.html", context)
