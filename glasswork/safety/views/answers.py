"""Keeps a safety answer, and shows its owner what follows. Status, address and row are alike for every answer."""

from secrets import token_hex
from urllib.parse import urlencode

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from glasswork.people.http import fresh
from glasswork.safety.actions import keep_answer
from glasswork.safety.gate import read_sittings
from glasswork.safety.hark import HARK
from glasswork.safety.help_lines import find_country, lines_for
from glasswork.safety.rules import SAFE_ANSWERS, make_answer, standing_after
from glasswork.safety.views.paths import country_of, next_path
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.ui.page import render

JUST_NOW_SECONDS = 300
_kept = TimestampSigner(salt="glasswork.safety.kept")


@in_spaces
@require_POST
def answer(request: InSpacesRequest) -> HttpResponse:
    safe, hark = _sent(request)
    if not safe and hark is None:
        return HttpResponseRedirect(reverse("safety_question"))
    keep_answer(request.spaces, make_answer(safe, hark), once=request.POST.get("once", "") or token_hex(16))
    query = urlencode({"kept": _kept.sign(request.form_owner), "next": next_path(request)})
    return HttpResponseRedirect(f"{reverse('support')}?{query}")


@in_spaces
@require_safe
def support(request: InSpacesRequest) -> HttpResponse:
    """What somebody's newest answers mean for them.

    Straight after a sitting it goes by that sitting alone: whoever made them answer “Yes” must not read from it
    what they had answered before. Later it asks for the password: an unlocked phone must not tell (Z14).
    """
    return _support(request, is_just_kept=True) if _is_just_kept(request) else _support_later(request)


@fresh
def _support_later(request: InSpacesRequest) -> HttpResponse:
    return _support(request, is_just_kept=False)


def _support(request: InSpacesRequest, *, is_just_kept: bool) -> HttpResponse:
    sittings, code = read_sittings(request.spaces), country_of(request)
    if not sittings:
        return HttpResponseRedirect(reverse("safety_question"))
    standing = standing_after(sittings[-1:] if is_just_kept else sittings)
    context = {
        "standing": standing,
        "country": lines_for(code),
        "is_known": find_country(code) is not None,
        "next": next_path(request),
        "back": (reverse("today"), "Today"),
    }
    return render(request, "safety/resting.html" if standing.is_resting else "safety/kept.html", context)


def _is_just_kept(request: InSpacesRequest) -> bool:
    try:
        return _kept.unsign(request.GET.get("kept", ""), max_age=JUST_NOW_SECONDS) == request.form_owner
    except BadSignature:
        return False


def _sent(request: HttpRequest) -> tuple[str, dict[str, str] | None]:
    """The answer to the private question, empty for none; and those to HARK, None when it was not asked."""
    safe = request.POST.get("safe", "")
    given = {item.id: request.POST.get(item.id, "") for item in HARK.items}
    return safe if safe in SAFE_ANSWERS else "", given if "hark" in request.POST else None
