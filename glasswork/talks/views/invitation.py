"""One talk before it begins: what it is, when it is not for you, and asking for it."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from glasswork.hints.beside import Beside, hint_at
from glasswork.lib.directions import isolated
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.people.sessions import lock
from glasswork.programme.conversations import Flow
from glasswork.programme.flows import FLOWS
from glasswork.programme.terms import KNOWN
from glasswork.safety.gate import read_standing
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.reading import Want, read_entries, read_slip
from glasswork.spaces.solo import is_solo_week
from glasswork.spaces.writing import SpaceClosed, utc_day
from glasswork.talks.actions import AlreadyOpen, TooOften, Wish, ask
from glasswork.talks.forms import clean_invitation
from glasswork.talks.here import load_here
from glasswork.talks.kinds import TAG, Held
from glasswork.talks.readiness import LEVELS, is_ready
from glasswork.talks.taking_space import is_somebody_away
from glasswork.ui.page import render

ANSWERS = ("calm", "alcohol")
FIELDS = ("topic", "minutes", "first", "phones")
TOO_OFTEN = "You’ve asked a few times since yesterday. Let it rest until tomorrow."
STILL_OPEN = "An invitation between you two is still open. Once it has rested, you can ask."
STOPPED = "Sharing has stopped, so this was not sent."


@in_spaces
@require_http_methods(["GET", "POST"])
def invitation(request: InSpacesRequest, slug: str) -> HttpResponse:
    flow = FLOWS.get(slug)
    if flow is None:
        raise Http404
    if request.method != "POST":
        return _page(request, flow)
    found = clean_invitation(flow, request.POST)
    if found.problems:
        return _page(request, flow, found.problems)
    # Resting, too stirred up, a drink: one page for all, so that whoever looks over a shoulder can't tell which (S11).
    if read_standing(request.spaces).is_resting or not is_ready(request.POST):
        return _page(request, flow, is_not_now=True)
    if (flow.facts.heavy and _is_solo(request)) or _is_away(request):
        return _page(request, flow)
    if beside := hint_at(request, "topic", flow.facts.topic, found.topic):
        return _page(request, flow, beside=beside)
    wish = Wish(flow, found.minutes, found.topic, found.is_first, found.on_one_phone)
    return _ask(request, flow, wish)


def _ask(request: InSpacesRequest, flow: Flow, wish: Wish) -> HttpResponse:
    try:
        ask(request.spaces, wish, timezone.now())
    except AlreadyOpen:
        if load_here(request.spaces, timezone.now()) is None:  # put aside by this person, and still waiting
            return _page(request, flow, {"": STILL_OPEN})
        return HttpResponseRedirect(reverse("talk_now"))
    except TooOften:
        return _page(request, flow, {"": TOO_OFTEN})
    except SpaceClosed:
        return _page(request, flow, {"": STOPPED})
    if wish.on_one_phone:
        lock(request.person)
    return HttpResponseRedirect(reverse("talk_now"))


def _is_solo(request: InSpacesRequest) -> bool:
    """Whether this is one of the weeks in which no heavy talk begins: the two work it out alike, whatever they said."""
    shared = request.spaces.shared
    settings = read_slip(request.spaces.private, Settings, "settings") or Settings()
    return shared is not None and is_solo_week(shared, evening_of(timezone.now(), zone_of(settings.zone)))


def _is_away(request: InSpacesRequest) -> bool:
    """While one of the two takes space, nobody is asked to talk."""
    shared = request.spaces.shared
    return shared is not None and is_somebody_away(shared, timezone.now())


def _page(
    request: InSpacesRequest,
    flow: Flow,
    problems: dict[str, str] | None = None,
    *,
    is_not_now: bool = False,
    beside: Beside | None = None,
) -> HttpResponse:
    """``is_not_now``: the form again with the words still in it, beside what helps until later.

    What was answered about oneself is not on that page: with it one could tell which reason it was.
    """
    shared = request.spaces.shared
    entries = read_entries(Want(shared, tags=(NAMES, TAG))) if shared else []
    name = partner_name(shared, entries)
    held = [entry.day for entry in entries if isinstance(entry.value, Held) and entry.value.flow == flow.id]
    is_soon = bool(held) and (utc_day() - held[-1]).days < flow.facts.rest_days
    context: dict[str, Any] = {
        "flow": flow,
        "known": KNOWN[flow.facts.tag],
        "name": isolated(name),
        "is_shared": shared is not None,
        "levels": [(level, level) for level in LEVELS],
        "last_day": held[-1] if is_soon else None,
        "typed": {
            **{field: request.POST.get(field, "") for field in FIELDS},
            **{field: "" if is_not_now else request.POST.get(field, "") for field in ANSWERS},
        },
        "problems": problems or {},
        "beside": beside,
        "rests": flow.facts.heavy and _is_solo(request),
        "is_away": _is_away(request),
        "is_not_now": is_not_now,
        "back": (reverse("talks"), "Guided talks"),
    }
    return render(request, "talks/invitation.html", context)
