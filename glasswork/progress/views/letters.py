"""A letter about a month: put together for its reader alone, to keep, or to send once its words were shown."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.hints.beside import hint_at
from glasswork.progress import actions
from glasswork.progress.actions import DRAFTS
from glasswork.progress.forms import SAY_LETTER, text_of
from glasswork.progress.here import Here
from glasswork.progress.kinds import LETTERS, Letter
from glasswork.progress.letter import compose, month_of, months_before, read_month, title_of
from glasswork.progress.views.pages import RESTS, author_of, here_of, show
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened
from glasswork.spaces.refused import STOPPED
from glasswork.spaces.writing import SpaceClosed
from glasswork.ui.sent import once_of

LABEL = "The letter"


class Shown(NamedTuple):
    id: UUID
    title: str
    who: str
    letter: Letter
    is_mine: bool
    is_kept: bool


@in_spaces
@require_safe
def month_letters(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    found = reversed(actions.read_in(request.spaces.all(), LETTERS))
    letters = [_shown(here, entry, entry.value) for entry in found if isinstance(entry.value, Letter)]
    months = [(title_of(month), month.isoformat()[:7]) for month in months_before(here.today, _first_day(here))]
    return show(request, "letters", here, {"letters": letters, "months": months})


@in_spaces
@require_http_methods(["GET", "POST"])
def month_letter(request: InSpacesRequest, month: str) -> HttpResponse:
    here = here_of(request)
    first = month_of(month, here.today)
    if first is None:
        raise Http404
    if request.method == "GET":
        form = f"letter-{month}"
        words = DRAFTS.read(request.spaces.private, form).get("words") or _composed(request, first)
        return _page(request, here, first, words)
    problems: dict[str, str] = {}
    words = text_of(request.POST, "words", problems, if_empty=SAY_LETTER)
    act = request.POST.get("act", "")
    if problems or act == "change":
        return _page(request, here, first, request.POST.get("words", ""), problems)
    letter = Letter(month=first, words=words)
    if act in {"send", "show"}:
        if answer := _send(request, here, letter, is_shown=act == "send"):
            return answer
    else:
        actions.keep(request.spaces.private, letter, once=once_of(request))
    DRAFTS.end(request.spaces.private, f"letter-{month}", once=once_of(request))
    return HttpResponseRedirect(reverse("month_letters"))


def _first_day(here: Here) -> date | None:
    """Of one's own space, or of what was written in it before that: a clock may have been set back."""
    opened_on = here.private.opened_on
    return min(opened_on, *here.own.firsts.values()) if opened_on and here.own.firsts else opened_on


def _shown(here: Here, entry: Opened[Kind], letter: Letter) -> Shown:
    me, is_kept = here.private.me, entry.space == here.private.id
    return Shown(entry.id, title_of(letter.month), author_of(here, entry), letter, entry.author == me, is_kept)


def _send(request: InSpacesRequest, here: Here, letter: Letter, *, is_shown: bool) -> HttpResponse | None:
    """First the words as they will be read; then, on a second press, they go."""
    if here.is_shared and is_resting(request):
        return _page(request, here, letter.month, letter.words, {"": RESTS})
    if beside := hint_at(request, "words", LABEL, letter.words):
        return _page(request, here, letter.month, letter.words, beside=beside)
    if here.is_shared and not is_shown:
        return _page(request, here, letter.month, letter.words, template="letter_shown")
    try:
        actions.share(request.spaces, letter, once=once_of(request))
    except SpaceClosed:
        return _page(request, here, letter.month, letter.words, {"": STOPPED})
    return None


def _composed(request: InSpacesRequest, month: date) -> str:
    entries = read_month(request.spaces.private, request.spaces.shared, month)
    return compose(entries, request.spaces.private.me, month)


def _page(
    request: InSpacesRequest,
    here: Here,
    month: date,
    words: str,
    problems: dict[str, str] | None = None,
    *,
    beside: Any = None,
    template: str = "letter",
) -> HttpResponse:
    context = {
        "title": title_of(month),
        "month": month.isoformat()[:7],
        "label": LABEL,
        "words": words,
        "problems": problems or {},
        "beside": beside,
        "rests": is_resting(request),
        "back": (reverse("month_letters"), "Letters"),
    }
    return show(request, template, here, context)
