"""My own lines: for somebody alone, for dating, or beside the lines of two. Nobody else can open them."""

from secrets import token_urlsafe
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.agreements.forms import LONGEST, NO_WORDS, STARTERS, TOO_LONG, has_letters
from glasswork.agreements.here import Here, load_here
from glasswork.agreements.kinds import Firmness, OwnLine
from glasswork.agreements.own_lines import SORTS, by_sort, own_lines_in
from glasswork.lib.typed import as_typed
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import slot_of
from glasswork.spaces.writing import AlreadyWritten, append
from glasswork.ui.page import render

TAG = OwnLine.form.tag
MOST = 60
ENOUGH = "Sixty lines are more than anybody can keep in mind. Drop one first."


@in_spaces
@require_http_methods(["GET", "POST"])
def own_lines(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, (), own=(TAG,))
    if request.method == "POST":
        return _keep(request, here, uuid4(), None)
    return _list(request, here)


@in_spaces
@require_http_methods(["GET", "POST"])
def own_line(request: InSpacesRequest, own_id: UUID) -> HttpResponse:
    """Changed words are a new entry, and so is dropping it."""
    here = load_here(request.spaces, (), own=(TAG,))
    found = own_lines_in(here.of(here.private), here.me).get(own_id)
    if found is None:
        raise Http404
    if request.method == "GET":
        return _edit(request, here, found)
    if request.POST.get("act") == "drop":
        append(here.private, OwnLine(line=own_id, is_dropped=True))
        return HttpResponseRedirect(reverse("own_lines"))
    return _keep(request, here, own_id, found)


def _keep(request: InSpacesRequest, here: Here, own_id: UUID, before: OwnLine | None) -> HttpResponse:
    typed = {name: as_typed(request.POST.get(name, "")) for name in ("text", "act_then")}
    problems = {name: TOO_LONG for name, text in typed.items() if len(text) > LONGEST}
    if not has_letters(typed["text"]):
        problems["text"] = NO_WORDS
    if before is None and len(own_lines_in(here.of(here.private), here.me)) >= MOST:
        problems[""] = ENOUGH
    said = OwnLine(
        line=own_id,
        text=typed["text"],
        act=typed["act_then"],
        sort=_sort(request.POST.get("firmness", "")),
    )
    if problems:
        return _edit(request, here, said, problems) if before else _list(request, here, said, problems)
    once = request.POST.get("once", "")
    try:
        append(here.private, said, slot=slot_of(here.private, "own-line", once) if once else None)
    except AlreadyWritten:  # the same form, pressed twice
        return HttpResponseRedirect(reverse("own_lines"))
    return HttpResponseRedirect(reverse("own_lines"))


def _list(
    request: InSpacesRequest, here: Here, typed: OwnLine | None = None, problems: dict[str, str] | None = None
) -> HttpResponse:
    context = _page(request, here, typed, problems) | {
        "groups": by_sort(own_lines_in(here.of(here.private), here.me).values()),
        "has_two": bool(request.spaces.shared or request.spaces.former),
    }
    return render(request, "agreements/own_lines.html", context)


def _edit(request: InSpacesRequest, here: Here, typed: OwnLine, problems: dict[str, str] | None = None) -> HttpResponse:
    context = _page(request, here, typed, problems) | {"back": (reverse("own_lines"), "My own lines")}
    return render(request, "agreements/own_line.html", context)


def _page(
    request: InSpacesRequest, here: Here, typed: OwnLine | None, problems: dict[str, str] | None
) -> dict[str, Any]:
    return {
        "here": here,
        "typed": typed or OwnLine(line=uuid4()),
        "sorts": SORTS,
        "starters": dict(reversed(STARTERS.items())),
        "problems": problems or {},
        "once": request.POST.get("once") or token_urlsafe(12),
        "partner_name": here.partner_name,
    }


def _sort(text: str) -> Firmness:
    return next((sort for sort, _ in SORTS if sort == text), "firm")
