"""One's own steps: the first plan, one step with what to do with it, readiness for two, and what has changed."""

from contextlib import suppress
from secrets import token_urlsafe
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.plan.actions import ACTS, act_on, let_go, say_changed
from glasswork.plan.changes import CHANGES, changes_for
from glasswork.plan.forms import AGAIN_CHOICES, day_again
from glasswork.plan.here import Here, load_here
from glasswork.plan.order import is_heavy, is_strictly_for_two
from glasswork.plan.shown import offered, reason_for, shown
from glasswork.plan.together import not_ready, say_ready
from glasswork.programme.shelf import SHELF
from glasswork.programme.terms import KNOWN
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.ui.page import render

RETURNS = {"today": "today", "first": "first_steps"}
CHOOSE = "Please choose what has changed, or go back."


@in_spaces
@require_safe
def first_steps(request: InSpacesRequest) -> HttpResponse:
    """Three steps with their reasons, to add, to change or to leave."""
    here = load_here(request.spaces, timezone.now())
    context = {
        "here": here,
        "offers": offered(here),
        "chosen": shown(here),
        "once": token_urlsafe(12),
        "back": (reverse("plan"), "Plan"),
    }
    return render(request, "plan/first_steps.html", context)


@in_spaces
@require_http_methods(["GET", "POST"])
def step(request: InSpacesRequest, slug: str) -> HttpResponse:
    here = load_here(request.spaces, timezone.now())
    if slug not in SHELF.exercises:
        return _removed(request, here, slug)
    if request.method == "POST":
        return _act(request, here, slug)
    exercise = SHELF.exercises[slug]
    about = exercise.facts
    context = {
        "here": here,
        "facts": about,
        "known": KNOWN[about.tag],
        "reason": reason_for(here, slug),
        "is_chosen": slug in here.facts.chosen,
        "is_started": slug in here.facts.started,
        "again_on": here.facts.again.get(slug),
        "is_for_two": is_strictly_for_two(exercise) and here.evening.shared is not None,
        "heavy": is_heavy(exercise),
        "rests": exercise.is_joint and here.facts.is_resting,
        "held": here.held(slug),
        "both": next((each for each in here.both_ready() if each.exercise == slug), None),
        "again": AGAIN_CHOICES,
        "once": token_urlsafe(12),
        "partner_name": here.evening.partner_name,
        "back": (reverse("plan"), "Plan"),
    }
    return render(request, "plan/mine.html", context)


@in_spaces
@require_POST
def readiness(request: InSpacesRequest, slug: str) -> HttpResponse:
    """“I’m ready”, or not after all. Nothing on the other’s pages changes until both are."""
    exercise = SHELF.exercises.get(slug)
    if exercise is None or not is_strictly_for_two(exercise):
        raise Http404
    here = load_here(request.spaces, timezone.now())
    with suppress(AlreadyWritten, SpaceClosed):
        if request.POST.get("act") == "not-ready":
            not_ready(here.evening, slug)
        elif not (here.facts.is_resting or here.rests_this_week(exercise)):
            say_ready(here.evening, exercise)
    return _return(request, reverse("plan_step", args=[slug]))


@in_spaces
@require_http_methods(["GET", "POST"])
def changes(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, timezone.now())
    what, once = request.POST.get("what", ""), request.POST.get("once", "")
    if request.method == "POST" and what in CHANGES:
        say_changed(request.spaces.private, what, here.evening.today, once=once, deeds=here.deeds)
        return HttpResponseRedirect(reverse("plan"))
    context = {
        "options": changes_for(is_over=here.facts.is_over),
        "once": token_urlsafe(12),
        "problems": {"what": CHOOSE} if request.method == "POST" else {},
        "back": (reverse("plan"), "Plan"),
    }
    return render(request, "plan/changes.html", context)


def _act(request: InSpacesRequest, here: Here, slug: str) -> HttpResponse:
    act, exercise = request.POST.get("act", ""), SHELF.exercises[slug]
    if act in ACTS:
        today = here.evening.today
        until = day_again(request.POST, today) if act == "done" else None
        once = request.POST.get("once", "")
        act_on(request.spaces.private, exercise, act, today, until=until, once=once, deeds=here.deeds)
    if act == "started":
        return HttpResponseRedirect(reverse("exercise", args=[slug]))
    return _return(request, reverse("exercise", args=[slug]) if _came_from_it(request) else reverse("plan"))


def _came_from_it(request: InSpacesRequest) -> bool:
    """From the exercise’s own page, where it was put on the plan."""
    return request.POST.get("came_from") == "exercise"


def _removed(request: InSpacesRequest, here: Here, slug: str) -> HttpResponse:
    """A step that this release no longer has: its owner still sees its title, and may take it off."""
    title = here.course.chosen.get(slug, "") if here.course else ""
    if not title:
        raise Http404
    if request.method == "POST":
        let_go(request.spaces.private, slug, title, here.evening.today)
        return HttpResponseRedirect(reverse("plan"))
    context: dict[str, Any] = {"title": title, "slug": slug, "back": (reverse("plan"), "Plan")}
    return render(request, "plan/removed.html", context)


def _return(request: InSpacesRequest, otherwise: str) -> HttpResponse:
    name = RETURNS.get(request.POST.get("came_from", ""))
    return HttpResponseRedirect(reverse(name) if name else otherwise)
