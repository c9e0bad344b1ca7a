"""The jar: small honest moments and laughs. They go in by the sentence, and come out one at a time."""

from secrets import choice
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.hints.beside import hint_at
from glasswork.progress import actions
from glasswork.progress.actions import DRAFTS
from glasswork.progress.forms import SAY_ONE, SORTS, line_of
from glasswork.progress.here import Here
from glasswork.progress.kinds import JAR, Moment
from glasswork.progress.views.pages import RESTS, author_of, here_of, show
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened
from glasswork.spaces.refused import STOPPED
from glasswork.spaces.writing import SpaceClosed
from glasswork.ui.sent import once_of

FORM, LABEL = "jar", "One sentence about it"


@in_spaces
@require_http_methods(["GET", "POST"])
def jar(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    if request.method == "GET":
        return _page(request, here, {})
    problems: dict[str, str] = {}
    words = line_of(request.POST, "words", problems, if_empty=SAY_ONE)
    sort = next((name for name, _ in SORTS if name == request.POST.get("sort")), SORTS[0][0])
    moment = Moment(sort=sort, words=words, on=here.today)
    if problems:
        return _page(request, here, problems)
    if request.POST.get("act") == "share":
        if problem := _share(request, here, moment):
            return problem
    else:
        actions.keep(request.spaces.private, moment, once=once_of(request))
    DRAFTS.end(request.spaces.private, FORM, once=once_of(request))
    return HttpResponseRedirect(reverse("jar") + "?in=1")


@in_spaces
@require_safe
def one(request: InSpacesRequest) -> HttpResponse:
    """Any of them, by chance."""
    here = here_of(request)
    found = _moments(here)
    out = choice(found) if found else None
    context = {
        "entry": out,
        "who": author_of(here, out) if out else "",
        "is_mine": out is not None and out.author == here.private.me,
        "is_private": out is not None and out.space == here.private.id,
        "back": (reverse("jar"), "The jar"),
    }
    return show(request, "jar_one", here, context)


def _share(request: InSpacesRequest, here: Here, moment: Moment) -> HttpResponse | None:
    if is_resting(request):
        return _page(request, here, {"": RESTS})
    if beside := hint_at(request, "words", LABEL, moment.words):
        return _page(request, here, {}, beside=beside)
    try:
        actions.share(request.spaces, moment, once=once_of(request))
    except SpaceClosed:
        return _page(request, here, {"": STOPPED})
    return None


def _moments(here: Here) -> list[Opened[Kind]]:
    """One's own, and those of the window that is shown: nobody meets an earlier partner's words by chance."""
    return [entry for entry in actions.read_in([here.private, here.space], JAR) if isinstance(entry.value, Moment)]


def _page(request: InSpacesRequest, here: Here, problems: dict[str, str], beside: Any = None) -> HttpResponse:
    typed = request.POST if request.method == "POST" else DRAFTS.read(request.spaces.private, FORM)
    context = {
        "sorts": SORTS,
        "label": LABEL,
        "typed": {"words": typed.get("words", ""), "sort": typed.get("sort", SORTS[0][0])},
        "problems": problems,
        "beside": beside,
        "rests": is_resting(request),
        "is_in": "in" in request.GET,
    }
    return show(request, "jar", here, context)
