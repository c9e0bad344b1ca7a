"""I want to write to them: ten minutes by a stored moment, one's own reasons, and one tap that tells."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from glasswork.letters.actions import own as actions
from glasswork.letters.forms import clean_words
from glasswork.letters.here import DRAFTS, Here
from glasswork.letters.views.pages import guide, here_of, name_of_partner, resting_page, rests, show, to
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import STOPPED
from glasswork.spaces.writing import SpaceClosed
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of, typed


@in_spaces
@require_http_methods(["GET", "POST"])
def pull(request: InSpacesRequest) -> HttpResponse:
    """The ten minutes end by the clock of the server alone. Telling, and saying what happened, never have to wait."""
    here, act = here_of(request), request.POST.get("act", "")
    if request.method == "GET":
        return _page(request, here)
    if act == "tell":
        return _tell(request, here)
    if act == "begin":
        actions.begin_pull(here)
    elif act == "wrote" or (act == "not" and _minutes_left(here) == 0):
        actions.end_pull(here, act)
    return to("pull")


@in_spaces
@require_http_methods(["GET", "POST"])
def reasons(request: InSpacesRequest) -> HttpResponse:
    """Written on a day with better weather, for one's own eyes."""
    here = here_of(request)
    if request.method == "GET":
        return _reasons(request, here)
    clean, once = clean_words(request.POST, if_empty=""), once_of(request)
    if clean.problems:
        DRAFTS.save(here.private, "reasons", clean.words, once="")
        return _reasons(request, here, clean.problems)
    actions.keep_reasons(here, clean.words["words"])
    DRAFTS.end(here.private, "reasons", once=once)
    return to("pull")


def _tell(request: InSpacesRequest, here: Here) -> HttpResponse:
    if rests(request, here):
        return resting_page(request)
    try:
        actions.tell_pull(here)
    except SpaceClosed:
        return _page(request, here, {"": STOPPED})
    return to("pull")


def _minutes_left(here: Here) -> int | None:
    """Whole minutes, begun ones counted; 0 once they are over, None where none run."""
    if here.pull.until is None:
        return None
    left = (here.pull.until - here.now).total_seconds()
    return min(max(0, -int(-left // 60)), 10)  # a clock that was set back makes it longer, and no page says how much


def _page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    left = _minutes_left(here)
    context = {
        "left": left,
        "came": here.pull.came if here.pull.on == here.today else "",
        "reasons": here.pull.reasons,
        "may_tell": here.shared is not None and not rests(request, here),
        "guide": guide("wanting-to-write-to-them"),
        "ending_it": guide("contact-decision"),
        "repairing": guide("repair-after-crossing"),
        "telling": url("tell"),
        "problems": problems,
    }
    return show(request, "pull", context, name_of_partner(here))


def _reasons(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    draft = here.draft("reasons") or {"words": here.pull.reasons}
    context = {"typed": typed(request, ("words",), draft), "problems": problems}
    return show(request, "reasons", context)
