"""One's own trust as a line; showing it to the other, and what they show."""

from contextlib import suppress
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from glasswork.hints.beside import hint_at
from glasswork.progress import actions, forms
from glasswork.progress.actions import DRAFTS
from glasswork.progress.here import Here
from glasswork.progress.trust import chart_of
from glasswork.progress.views.pages import here_of, show
from glasswork.progress.weeks import BACK, USUAL, line_of, line_of_weeks
from glasswork.progress.window import window_of
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.writing import SpaceClosed
from glasswork.ui.sent import once_of

FORM, LABEL = "trust", "What it is for"


@in_spaces
@require_safe
def chart(request: InSpacesRequest) -> HttpResponse:
    return _page(request, here_of(request), {})


def _page(request: InSpacesRequest, here: Here, problems: dict[str, str], beside: Any = None) -> HttpResponse:
    typed = request.POST if request.method == "POST" else DRAFTS.read(request.spaces.private, FORM)
    chosen = request.GET.get("back", "")
    back = chosen if chosen in BACK else USUAL
    line = line_of(here.evenings, here.weeks, here.today, back)
    context = {
        "chart": chart_of(line, window_of(here).events),
        "ranges": BACK,
        "range": back,
        "has_points": bool(here.evenings or here.weeks),
        "question": question_of(here),
        "rests": is_resting(request),
        "lengths": forms.LENGTHS,
        "label": LABEL,
        "typed": {"purpose": typed.get("purpose", ""), "length": typed.get("length", forms.LENGTHS[0][0])},
        "problems": problems,
        "beside": beside,
    }
    return show(request, "trust", here, context)


@in_spaces
@require_POST
def sharing(request: InSpacesRequest) -> HttpResponse:
    """A copy of the points up to today, for some days, or away with it."""
    if request.POST.get("act") == "away":
        actions.put_chart_away(request.spaces)
    elif not is_resting(request):
        here, problems = here_of(request), dict[str, str]()
        purpose = forms.line_of(request.POST, "purpose", problems)
        beside = None if problems else hint_at(request, "purpose", LABEL, purpose)
        if problems or beside:
            return _page(request, here, problems, beside)
        with suppress(SpaceClosed):  # the page then says that there is nobody to show it to
            actions.show_chart(here, question_of(here), days=forms.length_of(request.POST), purpose=purpose)
        DRAFTS.end(request.spaces.private, FORM, once=once_of(request))
    return HttpResponseRedirect(reverse("trust_chart"))


@in_spaces
@require_safe
def theirs(request: InSpacesRequest) -> HttpResponse:
    """What the other shows, on a page of its own: two lines are never laid over each other."""
    here = here_of(request)
    if not here.is_shared:
        raise Http404
    shown = here.their_chart
    chart = chart_of(line_of_weeks(shown.weeks), (), whose="This line") if shown else None
    return show(request, "theirs", here, {"shown": shown, "chart": chart, "back": (reverse("trust_chart"), "Trust")})


def question_of(here: Here) -> str:
    """As the check-in asks it; empty after parting, when the line goes through more than one question."""
    if here.is_shared:
        return f"How much do you trust {here.partner_name} today?"
    return "" if here.is_of_two else "How much do you trust yourself today?"
