"""The five steps with their tools, the stages behind them, and a search that leaves no trace."""

from secrets import token_urlsafe
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.people.http import SignedInRequest, signed_in
from glasswork.plan.here import load_here
from glasswork.plan.shown import Mine, goals_of, line_on_changes, offered, shown
from glasswork.plan.tools import TOOLS, Tool, lead_for, tools_for
from glasswork.programme.html import html
from glasswork.programme.pages import Reading, StageFacts, StepFacts
from glasswork.programme.shelf import SHELF
from glasswork.programme.terms import KNOWN
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.ui.page import render

# Sign and tone of each step, in the order people meet them.
SIGNS = {
    "talk": ("chat", "you"),
    "support": ("care", "partner"),
    "lines": ("lines", "kept"),
    "together": ("sun", "gold"),
    "self": ("leaf", ""),
}


class Link(NamedTuple):
    """Somewhere to go from a page of the plan."""

    label: str
    href: str


class StepCard(NamedTuple):
    """One of the five steps, as the front of the plan shows it."""

    facts: StepFacts
    lead: str
    symbol: str
    tone: str
    tools: list[Link]
    mine: list[Mine]


@in_spaces
@require_safe
def show(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, timezone.now())
    mine = shown(here)
    cards = [
        StepCard(
            page.facts,
            lead_for(page.facts, here.facts),
            *SIGNS[name],
            [_link(tool) for tool in tools_for(name, here.facts)],
            [each for each in mine if each.where == name],
        )
        for name, page in SHELF.steps.items()
    ]
    context = {
        "cards": cards,
        "stages": _stages(),
        "here": here,
        "stage": _stages()[here.stage - 1] if here.course else None,
        "line": line_on_changes(here),
        "offers": offered(here),
        "removed": [each for each in mine if not each.where],
        "choice": here.choice,
        "once": token_urlsafe(12),
        "partner_name": here.evening.partner_name,
        **goals_of(here),
    }
    return render(request, "plan/show.html", context)


@signed_in
@require_safe
def step(request: SignedInRequest, slug: str) -> HttpResponse:
    page = _find(SHELF.steps, slug)
    first = set(page.facts.first)
    context = {
        **_reading(page, "steps"),
        "tools": [_link(tool) for tool in TOOLS[slug]],
        "others": [each.facts for each in SHELF.exercises_of(slug) if each.facts.id not in first],
        "readings": [each.facts for each in SHELF.library.values() if each.facts.step == slug],
        "back": (reverse("plan"), "Plan"),
    }
    return render(request, "plan/step.html", context)


@signed_in
@require_safe
def stage(request: SignedInRequest, slug: str) -> HttpResponse:
    page = _find(SHELF.stages, slug)
    context = {**_reading(page, "stages"), "stages": _stages(), "back": (reverse("plan"), "Plan")}
    return render(request, "plan/stage.html", context)


def _link(tool: Tool) -> Link:
    return Link(tool.label, reverse(tool.page, args=[tool.argument] if tool.argument else []))


def _stages() -> list[StageFacts]:
    return [page.facts for page in SHELF.stages.values()]


def _reading(page: Reading[Any], folder: str) -> dict[str, Any]:
    return {
        "facts": page.facts,
        "opening": html(page.opening, folder),
        "parts": [(heading, html(text, folder)) for heading, text in page.parts],
        "last": page.last,
        "first": [SHELF.exercises[name].facts for name in page.facts.first],
        "known": KNOWN[page.facts.tag],
    }


def _find[T](pages: dict[str, Reading[T]], slug: str) -> Reading[T]:
    if slug not in pages:
        raise Http404
    return pages[slug]
