"""What the pages of this room share: finding a goal, hints before words go to the other, and the names pages need."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from glasswork.agreements.caught import REST, Caught, let_rest, look_for
from glasswork.goals.forms import Form
from glasswork.goals.here import Found, Here, find_goal, load_here
from glasswork.goals.starters import STARTERS
from glasswork.guard.answers import ANSWERS
from glasswork.hints.beside import Beside, hint_beside
from glasswork.lib.directions import isolated
from glasswork.people.carrying import typed_words
from glasswork.spaces import refused
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.reading import Want
from glasswork.ui.page import render
from glasswork.ui.sent import once_of

AT_REST = "This goal is at rest now, so this was not kept. Your words are still here, for you to copy."
GUARDED = ("words", "first_step")  # what both would say yes to
OUR_WORDS = {text for each in STARTERS.values() for text in (each.words, each.first_step)}
LABELS = {
    "words": "What you would both like",
    "why": "Why it matters",
    "first_step": "A small step",
    "growth": "One sentence about yourself",
}


def here_of(request: InSpacesRequest) -> Here:
    return load_here(request.spaces, timezone.now())


def find(here: Here, goal: UUID, also: tuple[Want, ...] = ()) -> Found:
    """404 for whoever can't read it, as for a goal that never was."""
    found = find_goal(here, goal, also)
    if found is None:
        raise Http404
    return found


def reason_against(act: Callable[[], object]) -> str | None:
    """Two devices at the same moment are no reason: one of them did it."""
    return refused.reason_against(act, already=None)


def is_for_now(request: InSpacesRequest) -> bool:
    """Whether a form was shown for the one whom this person shares with now: words go to nobody who came after."""
    sent, shared = request.POST.get("space", ""), request.spaces.shared
    return shared is not None and sent in {"", str(shared.id)}


def look_before_it_goes(request: InSpacesRequest, here: Here, form: Form, *fields: str) -> Beside | None:
    """For words that go to the other, once all else is well: a goal that would rule their life rests a day (Z14)."""
    if form.problems:
        return None
    sent = {name: request.POST.get(name, "") for name in fields}
    for name, text in sent.items():
        if name in GUARDED and text.strip() not in OUR_WORDS:
            try:
                let_rest(here.spaces.private, text, here.now)
            except Caught:
                form.problems[name] = REST
    return None if form.problems else hint_beside(request, sent)


def resting_page(request: InSpacesRequest) -> HttpResponse:
    """What was typed stands on it, for its writer to copy."""
    return show(request, "resting", {"words": typed_words(request), "back": (reverse("our_goals"), "Our goals")})


def show(request: InSpacesRequest, template: str, names: dict[str, Any], partner_name: str = "") -> HttpResponse:
    """``partner`` is for the middle of a sentence, ``partner_name`` for elements of its own."""
    context = {
        "back": (reverse("plan"), "Plan"),
        "once": once_of(request),
        "partner_name": partner_name,
        "partner": isolated(partner_name),
        "problems": {},
        "beside": None,
        "labels": LABELS,
        "tab": "plan",
        **_caught_in(names),
        **names,
    }
    return render(request, f"goals/{template}.html", context)


def _caught_in(names: dict[str, Any]) -> dict[str, Any]:
    """Why words rest, for their writer alone."""
    field = next((name for name, sentence in names.get("problems", {}).items() if sentence == REST), "")
    found = look_for(names["typed"].get(field, "")) if field else None
    return {"caught_field": field, "finding": found, "answer": ANSWERS[found.kind] if found else None}
