"""The form of a goal: a new one of one's own or for two, and other words for one that is there."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.goals import actions
from glasswork.goals.forms import FIELDS, Form, fields_of
from glasswork.goals.here import DRAFTS, Found, Here
from glasswork.goals.starters import STARTERS
from glasswork.goals.views.goal import goal_page
from glasswork.goals.views.pages import (
    AT_REST,
    find,
    here_of,
    is_for_now,
    look_before_it_goes,
    reason_against,
    resting_page,
    show,
)
from glasswork.hints.beside import Beside
from glasswork.programme.shelf import SHELF
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.refused import STOPPED
from glasswork.ui.sent import once_of

MINE, OURS, WORDS = "mine", "ours", "words"
FORMS = {MINE: FIELDS, OURS: FIELDS, WORDS: ("words", "why", "day"), "growth": ("growth",)}


@in_spaces
@require_http_methods(["GET", "POST"])
def my_new(request: InSpacesRequest) -> HttpResponse:
    return _new(request, here_of(request), request.spaces.private, MINE)


@in_spaces
@require_http_methods(["GET", "POST"])
def our_new(request: InSpacesRequest) -> HttpResponse:
    """404 for somebody alone. When sharing stops under a form, its words are shown again, and kept."""
    here, shared = here_of(request), request.spaces.shared
    if shared is None or (request.method == "POST" and not is_for_now(request)):
        if shared is None and (request.method == "GET" or not request.spaces.former):
            raise Http404
        return _page(request, here, OURS, fields_of(request.POST, FIELDS), {"": STOPPED})
    return resting_page(request) if is_resting(request) else _new(request, here, shared, OURS)


@in_spaces
@require_http_methods(["GET", "POST"])
def words(request: InSpacesRequest, goal_id: UUID) -> HttpResponse:
    here = here_of(request)
    found = find(here, goal_id)
    if found.goal.ended or found.goal.words is None or not found.may_change:
        why = AT_REST if found.may_change else STOPPED
        is_sent = request.method == "POST"
        return (
            goal_page(request, goal_id, {"": why}) if is_sent else HttpResponseRedirect(reverse("goal", args=[goal_id]))
        )
    if found.is_shared and is_resting(request):
        return resting_page(request)
    if request.method == "GET":
        return _words_page(request, found, here.draft(WORDS, str(goal_id)) or _now(found))
    form = Form(request.POST, here.today, standing=found.goal.words.day)
    said, once = form.goal(), once_of(request)
    beside = look_before_it_goes(request, here, form, "words", "why") if found.is_shared else None
    if not form.problems and not beside:
        problem = reason_against(lambda: actions.reword(here.spaces.private, found.space, goal_id, said))
        if not problem:
            DRAFTS.end(here.spaces.private, WORDS, once=once, about=str(goal_id))
            return HttpResponseRedirect(reverse("goal", args=[goal_id]))
        form.problems[""] = problem
    typed = fields_of(request.POST, FIELDS)
    DRAFTS.save(here.spaces.private, WORDS, typed, once="", about=str(goal_id))
    return _words_page(request, found, typed, form.problems, beside)


@in_spaces
@require_POST
def draft(request: InSpacesRequest, form: str) -> HttpResponse:
    """What is being typed, kept sealed in one's own space."""
    if form not in FORMS:
        raise Http404
    about = request.POST.get("about", "")[:60]
    fields = fields_of(request.POST, FORMS[form])
    DRAFTS.save(request.spaces.private, form, fields, once=request.POST.get("once", "")[:40], about=about)
    return HttpResponse(status=204)


def _new(request: InSpacesRequest, here: Here, space: OpenSpace, form_name: str) -> HttpResponse:
    about = request.POST.get("about", "")[:60]
    if request.method == "GET":
        about = _origin(request)
        return _page(request, here, form_name, here.draft(form_name, about) or _start(about), about=about)
    form = Form(request.POST, here.today)
    said, step, once = form.goal(), form.step(is_wanted=False), once_of(request)
    beside = look_before_it_goes(request, here, form, "words", "why", "first_step") if space.is_shared else None
    if not form.problems and not beside:
        problem = reason_against(lambda: actions.begin(here.spaces.private, space, said, step, once=once))
        if not problem:
            DRAFTS.end(here.spaces.private, form_name, once=once, about=about)
            return HttpResponseRedirect(reverse("our_goals" if space.is_shared else "my_goals"))
        form.problems[""] = problem
    typed = fields_of(request.POST, FIELDS)
    DRAFTS.save(here.spaces.private, form_name, typed, once="", about=about)
    return _page(request, here, form_name, typed, form.problems, beside=beside, about=about)


def _origin(request: InSpacesRequest) -> str:
    """The starter or the exercise that a goal comes from: its id alone stands in the address."""
    starter, exercise = request.GET.get("starter", ""), request.GET.get("exercise", "")
    return starter if starter in STARTERS else exercise if exercise in SHELF.exercises else ""


def _start(about: str) -> dict[str, str]:
    starter = STARTERS.get(about)
    return {"words": starter.words, "first_step": starter.first_step} if starter else {}


def _now(found: Found) -> dict[str, str]:
    """The newest words that are there."""
    said = found.goal.versions[-1].words
    return {"words": said.words, "why": said.why, "day": said.day.isoformat() if said.day else ""}


def _page(
    request: InSpacesRequest,
    here: Here,
    form_name: str,
    typed: dict[str, str],
    problems: dict[str, str] | None = None,
    *,
    beside: Beside | None = None,
    about: str = "",
) -> HttpResponse:
    shared = request.spaces.shared if form_name == OURS and is_for_now(request) else None
    name = partner_name(shared, read_entries(Want(shared, tags=(NAMES,)))) if shared else ""
    exercise = request.POST.get("exercise", "") or about
    context: dict[str, Any] = {
        "sheet": form_name,
        "action": reverse("our_goal_new" if form_name == OURS else "my_goal_new"),
        "typed": {name: typed.get(name, "") for name in FIELDS},
        "about": about,
        "space_id": request.POST.get("space", "") or (str(shared.id) if shared else ""),
        "exercise": SHELF.exercises[exercise].facts if exercise in SHELF.exercises else None,
        "today": here.today,
        "problems": problems or {},
        "beside": beside,
        "back": (reverse("our_goals"), "Our goals") if form_name == OURS else (reverse("my_goals"), "My goals"),
    }
    return show(request, "new", context, name)


def _words_page(
    request: InSpacesRequest,
    found: Found,
    typed: dict[str, str],
    problems: dict[str, str] | None = None,
    beside: Beside | None = None,
) -> HttpResponse:
    context = {
        "goal": found.goal,
        "is_shared": found.is_shared,
        "typed": {name: typed.get(name, "") for name in FIELDS},
        "problems": problems or {},
        "beside": beside,
        "back": (reverse("goal", args=[found.goal.id]), "Back"),
    }
    return show(request, "words", context, found.partner_name)
