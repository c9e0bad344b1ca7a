"""Sharing how one grows: one sentence about oneself, when and if one wishes (E56). It can be taken back."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.goals import actions
from glasswork.goals.forms import NO_SENTENCE, Form
from glasswork.goals.here import DRAFTS
from glasswork.goals.views.pages import (
    find,
    here_of,
    is_for_now,
    look_before_it_goes,
    reason_against,
    resting_page,
    show,
)
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.refused import STOPPED
from glasswork.ui.sent import once_of

GROWTH = "growth"


@in_spaces
@require_http_methods(["GET", "POST"])
def growth(request: InSpacesRequest, goal_id: UUID) -> HttpResponse:
    """From a goal of one's own; the goal and its words stay private."""
    here = here_of(request)
    found, shared, about = find(here, goal_id), request.spaces.shared, str(goal_id)
    if found.is_shared or (shared is None and request.method == "GET"):
        raise Http404
    if is_resting(request):
        return resting_page(request)
    form, beside = Form(request.POST, here.today), None
    if request.method == "POST":
        words, once = form.line("growth", NO_SENTENCE), once_of(request)
        if shared is None or not is_for_now(request):
            form.problems[""] = STOPPED
        elif not (beside := look_before_it_goes(request, here, form, "growth")) and not form.problems:
            act = lambda: actions.share_growth(request.spaces, shared, goal_id, words, here.today)  # noqa: E731
            problem = reason_against(act)
            if not problem:
                DRAFTS.end(here.spaces.private, GROWTH, once=once, about=about)
                return HttpResponseRedirect(reverse("goal", args=[goal_id]))
            form.problems[""] = problem
        DRAFTS.save(here.spaces.private, GROWTH, {"growth": words}, once="", about=about)
    name = partner_name(shared, read_entries(Want(shared, tags=(NAMES,)))) if shared and is_for_now(request) else ""
    typed = request.POST.get("growth", "") or here.draft(GROWTH, about).get("growth", "")
    context = {
        "goal": found.goal,
        "typed": {"growth": typed},
        "space_id": request.POST.get("space", "") or (str(shared.id) if shared else ""),
        "problems": form.problems,
        "beside": beside,
        "back": (reverse("goal", args=[goal_id]), "Back"),
    }
    return show(request, "growth", context, name)


@in_spaces
@require_POST
def growth_withdrawal(request: InSpacesRequest, entry_id: UUID) -> HttpResponse:
    actions.take_growth_back(request.spaces, entry_id)
    return HttpResponseRedirect(reverse("our_goals") if len(request.spaces.all()) > 1 else reverse("my_goals"))
