"""Longer space, of days or weeks: how to stay in touch and when to meet again, agreed by both (E07)."""

from contextlib import suppress
from datetime import date, timedelta
from secrets import token_urlsafe
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.guard.answers import against
from glasswork.hints.beside import Beside, hint_at
from glasswork.lib.directions import isolated
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.pulse import pulse_token
from glasswork.spaces.reading import Want, read_entries, read_slip
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed, utc_day
from glasswork.talks.actions import TooOften
from glasswork.talks.forms import LONGEST, TOO_LONG, text_of
from glasswork.talks.here import day_of
from glasswork.talks.pauses import LONGEST_SPACE, apart_of
from glasswork.talks.taking_space import Wish, answer_longer, entries_of, propose_longer
from glasswork.ui.page import render

NEED, CONTACT = "What I need, if I want to say it", "How we stay in touch meanwhile"
NO_DAY = "Choose the day you meet again, from tomorrow to twelve weeks from now."
TOO_OFTEN = "You’ve proposed it three times today. Let it rest until tomorrow."
NO_CONTACT = "Say how you two stay in touch meanwhile, even if it is “not at all”."
STOPPED = "Sharing has stopped, so this was not sent. Your words are still here."


@in_spaces
@require_http_methods(["GET", "POST"])
def longer(request: InSpacesRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    today = _today(request)
    wish, problems = _clean(request, today)
    if wish is None or problems:
        return _page(request, problems)
    beside = hint_at(request, "need", NEED, wish.need) or hint_at(request, "contact", CONTACT, wish.contact)
    if beside:
        return _page(request, beside=beside)
    try:
        with suppress(AlreadyWritten):  # a second press
            propose_longer(request.spaces, wish, utc_day(), once=request.POST.get("once") or token_urlsafe(12))
    except (SpaceClosed, TooOften) as problem:
        return _page(request, {"": STOPPED if isinstance(problem, SpaceClosed) else TOO_OFTEN})
    return HttpResponseRedirect(reverse("space_longer"))


@in_spaces
@require_POST
def answer(request: InSpacesRequest) -> HttpResponse:
    act = request.POST.get("act", "")
    with suppress(ValueError, SpaceClosed):  # made up, or nobody to answer any more
        if act in {"agree", "end"}:
            which = UUID(request.POST.get("space", ""))
            answer_longer(request.spaces, which, _today(request), is_yes=act == "agree")
    return HttpResponseRedirect(reverse("space_longer"))


def _clean(request: InSpacesRequest, today: date) -> tuple[Wish | None, dict[str, str]]:
    need, contact = text_of(request.POST, "need"), text_of(request.POST, "contact")
    back_on = day_of(request.POST.get("back_on", ""))
    texts = {"need": need, "contact": contact}
    problems = {name: TOO_LONG if len(text) > LONGEST else against(text) for name, text in texts.items()}
    problems = {name: problem for name, problem in problems.items() if problem}
    if not contact:
        problems["contact"] = NO_CONTACT
    if back_on is None or not today + timedelta(days=1) <= back_on <= today + LONGEST_SPACE:
        return None, {**problems, "back_on": NO_DAY}
    return Wish(need, contact, back_on), problems


def _today(request: InSpacesRequest) -> date:
    settings = read_slip(request.spaces.private, Settings, "settings") or Settings()
    return evening_of(timezone.now(), zone_of(settings.zone))


def _page(
    request: InSpacesRequest, problems: dict[str, str] | None = None, *, beside: Beside | None = None
) -> HttpResponse:
    shared = request.spaces.shared
    if shared is None and not problems:
        return HttpResponseRedirect(reverse("space"))
    entries = entries_of(shared) if shared else []
    names = read_entries(Want(shared, tags=(NAMES,))) if shared else []
    context = {
        "name": isolated(partner_name(shared, names)),
        "apart": apart_of(entries, _today(request)),
        "me": request.spaces.private.me,
        "changes": "change" in request.GET,
        "problems": problems or {},
        "beside": beside,
        "need": NEED,
        "contact": CONTACT,
        "typed": {name: request.POST.get(name, "") for name in ("need", "contact", "back_on")},
        "once": request.POST.get("once") or token_urlsafe(12),
        "token": pulse_token(shared) if shared else "",
        "back": (reverse("space"), "Space"),
    }
    return render(request, "talks/longer.html", context)
