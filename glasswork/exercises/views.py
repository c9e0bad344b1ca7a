"""A guide to walk through, what one wrote in it, and everything one wrote so far."""

from secrets import token_urlsafe
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from markupsafe import Markup

from glasswork.exercises.actions import find_written, keep, read_here, read_written, save_draft
from glasswork.exercises.forms import PREFIX, problems_of, words_of
from glasswork.exercises.kinds import Written
from glasswork.programme.exercises import Exercise, Field
from glasswork.programme.html import html
from glasswork.programme.shelf import SHELF
from glasswork.programme.terms import FOR_WHOM, KNOWN
from glasswork.safety.gate import read_standing
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Opened
from glasswork.spaces.writing import withdraw
from glasswork.ui.page import render

# Nothing here is sent to anybody: words that are meant for the other are said or shown by their writer.
WHEN_TO_SHARE = {
    "only you": "",
    "your partner, when you send it": "Only you. Read it aloud or show it, if and when you choose.",
    "both of you, once both are in": "Only you. Compare when you sit down together.",
    "both of you, once you both agree": "Only you. Say it aloud, and keep what you both agree to.",
}


class Box(NamedTuple):
    """A field as the page shows it."""

    name: str
    label: str
    hint: str
    value: str
    is_number: bool


class Screen(NamedTuple):
    """A step as the page shows it: words and boxes in their order."""

    number: int
    title: str
    parts: list[Markup | Box]


@in_spaces
@require_http_methods(["GET", "POST"])
def guide(request: InSpacesRequest, slug: str) -> HttpResponse:
    exercise = _find(slug)
    if exercise.is_joint and read_standing(request.spaces).is_resting:
        return render(request, "exercises/resting.html", _about(exercise))
    if request.method == "POST":
        return _keep(request, exercise)
    if "kept" in request.GET:
        return render(request, "exercises/kept.html", _about(exercise))
    return _page(request, exercise)


@in_spaces
@require_POST
def draft(request: InSpacesRequest, slug: str) -> HttpResponse:
    """What is being typed, kept sealed in one's own space."""
    exercise, once = _find(slug), request.POST.get("once", "")
    save_draft(request.spaces.private, exercise, words_of(exercise, request.POST), once=once)
    return HttpResponse(status=204)


@in_spaces
@require_safe
def written(request: InSpacesRequest) -> HttpResponse:
    context = {"entries": read_written(request.spaces.private), "back": (reverse("plan"), "Plan")}
    return render(request, "exercises/written.html", context)


@in_spaces
@require_safe
def show_written(request: InSpacesRequest, entry_id: UUID) -> HttpResponse:
    entry = _find_written(request, entry_id)
    is_here = bool(entry.value and entry.value.exercise in SHELF.exercises)
    context = {"entry": entry, "is_here": is_here, "back": (reverse("written"), "What you wrote")}
    return render(request, "exercises/show_written.html", context)


@in_spaces
@require_POST
def erasure(request: InSpacesRequest, entry_id: UUID) -> HttpResponse:
    """One's own words, erased for good."""
    withdraw(request.spaces.private, _find_written(request, entry_id).id)
    return HttpResponseRedirect(reverse("written"))


def _keep(request: InSpacesRequest, exercise: Exercise) -> HttpResponse:
    words, once = words_of(exercise, request.POST), request.POST.get("once") or token_urlsafe(12)
    if problems := problems_of(exercise, words):
        save_draft(request.spaces.private, exercise, words, once="")
        return _page(request, exercise, words, problems)
    keep(request.spaces.private, exercise, words, once=once)
    return HttpResponseRedirect(f"{reverse('exercise', args=[exercise.facts.id])}?kept=1")


def _page(
    request: InSpacesRequest,
    exercise: Exercise,
    typed: dict[str, str] | None = None,
    problems: dict[str, str] | None = None,
) -> HttpResponse:
    here = read_here(request.spaces.private, exercise)
    words = here.draft.words if typed is None else typed
    context = {
        **_about(exercise),
        "screens": _screens(exercise, words),
        "has_draft": request.method == "GET" and any(words.values()),
        "once": request.POST.get("once") or token_urlsafe(12),
        "problems": problems or {},
        "is_on_plan": here.is_on_plan,
    }
    return render(request, "exercises/guide.html", context)


def _about(exercise: Exercise) -> dict[str, Any]:
    facts, step = exercise.facts, SHELF.steps[exercise.facts.step].facts
    texts = {name: html(getattr(exercise, name), "exercises") for name in ("opening", "example", "badly", "not_when")}
    return {
        "facts": facts,
        "texts": texts,
        "last": exercise.last,
        "for_whom": [words for who, words in FOR_WHOM.items() if who in facts.who],
        "known": KNOWN[facts.tag],
        "onward": [SHELF.exercises[name].facts for name in facts.next],
        "step": step,
        "back": (reverse("step", args=[step.id]), step.title),
    }


def _screens(exercise: Exercise, words: dict[str, str]) -> list[Screen]:
    return [
        Screen(number, step.title, [_shown(part, words) for part in step.parts])
        for number, step in enumerate(exercise.steps, 1)
    ]


def _shown(part: str | Field, words: dict[str, str]) -> Markup | Box:
    if isinstance(part, str):
        return html(part, "exercises")
    return Box(PREFIX + part.name, part.label, WHEN_TO_SHARE[part.seen], words.get(part.name, ""), part.is_number)


def _find(slug: str) -> Exercise:
    exercise = SHELF.exercises.get(slug)
    if exercise is None:
        raise Http404
    return exercise


def _find_written(request: InSpacesRequest, entry_id: UUID) -> Opened[Written]:
    entry = find_written(request.spaces.private, entry_id)
    if entry is None:
        raise Http404
    return entry
