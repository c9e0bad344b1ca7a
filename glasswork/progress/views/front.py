"""The window with what stands around it; a picture of its own, to look at and to print."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from glasswork.progress import actions
from glasswork.progress.actions import DRAFTS
from glasswork.progress.here import Here, load_here
from glasswork.progress.letter import month_of
from glasswork.progress.milestones import milestones_of
from glasswork.progress.pictures import being_filled, glass_of
from glasswork.progress.trust import chart_of
from glasswork.progress.views.pages import here_of, show
from glasswork.progress.weeks import line_of
from glasswork.progress.window import window_of
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.writing import utc_day

FIRSTS = 5
RETURNS = {"jar": "jar", "letters": "month_letters", "looking-back": "looking_back"}
FORMS = {"jar": ("words", "sort"), "trust": ("purpose", "length"), "looking-back": ("happened", "held", "onward")}
LETTER = "letter-"  # a letter has a draft for each month: letter-2026-11


@in_spaces
@require_safe
def how_far(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    window = window_of(here)
    milestones = milestones_of(here.ours if here.is_of_two else None, here.own)
    line = line_of(here.evenings, here.weeks, here.today)
    context = {
        "window": window,
        "picture": (shown := being_filled(window.pictures)),
        "glass": None if here.own.is_hidden else glass_of(shown, here.space.id, window.newest_in(shown)),
        "others": _other_windows(here),
        "firsts": milestones[:FIRSTS],
        "firsts_before": milestones[FIRSTS:],
        "chart": chart_of(line, window.events),
        "back": None,
    }
    return show(request, "show", here, context)


@in_spaces
@require_safe
def picture(request: InSpacesRequest, space_id: UUID, number: int) -> HttpResponse:
    """One picture of a window that this person can see, as large as the page."""
    space = next((space for space in request.spaces.all() if space.id == space_id), None)
    if space is None:
        raise Http404
    here = load_here(request.spaces, timezone.now(), space)
    window = window_of(here)
    if here.own.is_hidden or not 1 <= number <= len(window.pictures):
        raise Http404
    shown = window.pictures[number - 1]
    context = {"window": window, "picture": shown, "glass": glass_of(shown, space.id, window.newest_in(shown))}
    return show(request, "picture", here, context)


@in_spaces
@require_POST
def hiding(request: InSpacesRequest) -> HttpResponse:
    """For oneself alone: the other keeps theirs, and is not told."""
    actions.hide(request.spaces.private, is_hidden=request.POST.get("act") == "hide")
    return HttpResponseRedirect(reverse("how_far"))


@in_spaces
@require_POST
def draft(request: InSpacesRequest, form: str) -> HttpResponse:
    """What is being typed, kept sealed in one's own space."""
    is_letter = form.startswith(LETTER) and month_of(form.removeprefix(LETTER), utc_day() + timedelta(days=1))
    names = ("words",) if is_letter else FORMS.get(form)
    if names is None:
        raise Http404
    fields = {name: request.POST.get(name, "")[:40_000] for name in names}
    DRAFTS.save(request.spaces.private, form, fields, once=request.POST.get("once", ""))
    return HttpResponse(status=204)


@in_spaces
@require_POST
def erasure(request: InSpacesRequest, entry_id: UUID) -> HttpResponse:
    """Takes one's own words back. Its pane stays."""
    if not actions.take_back(request.spaces, entry_id):
        raise Http404
    return HttpResponseRedirect(reverse(RETURNS.get(request.POST.get("came_from", ""), "how_far")))


def _other_windows(here: Here) -> list[tuple[str, UUID]]:
    """Those that came before: what was shared with somebody, and one's own. Name, or nothing, and space."""
    return [
        (space.partner.name if space.partner else "", space.id)
        for space in here.spaces.all()
        if space.id != here.space.id and (space.is_shared or not here.is_shared)
    ]
