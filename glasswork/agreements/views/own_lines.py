"""My own lines: for somebody alone, for dating, or beside the lines of two. Nobody else can open them."""

from contextlib import suppress
from secrets import token_urlsafe
from typing import Any
from uuid import UUID, uuid4

import msgspec
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.agreements.actions import end_draft
from glasswork.agreements.forms import LONGEST, NO_WORDS, STARTERS, TOO_LONG, first, has_letters
from glasswork.agreements.here import Here, load_here
from glasswork.agreements.kinds import Firmness, OwnLine
from glasswork.agreements.own_lines import SORTS, by_sort, own_lines_in
from glasswork.agreements.views.drafts import OWN_LINE, form_about, typed_in
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
        end_draft(here.private, form_about(OWN_LINE, own_id), once="")
        return HttpResponseRedirect(reverse("own_lines"))
    return _keep(request, here, own_id, found)


def _keep(request: InSpacesRequest, here: Here, own_id: UUID, before: OwnLine | None) -> HttpResponse:
    typed = {name: as_typed(request.POST.get(name, "")) for name in ("text", "act_then")}
    problems = {name: TOO_LONG for name, text in typed.items() if len(text) > LONGEST}
    if not has_letters(typed["text"]):
        problems["text"] = NO_WORDS
    if before is None and len(own_lines_in(here.of(here.private), here.me)) >= MOST:
        problems[""] = ENOUGH
    if problems:
        return _edit(request, here, before, problems) if before else _list(request, here, problems)
    said = OwnLine(
        line=own_id,
        text=typed["text"],
        act=typed["act_then"],
        sort=_sort(request.POST.get("firmness", "")),
    )
    once = request.POST.get("once", "")
    with suppress(AlreadyWritten):  # the same form, pressed twice
        append(here.private, said, slot=slot_of(here.private, "own-line", once) if once else None)
    end_draft(here.private, _form_of(before), once=once)
    return HttpResponseRedirect(reverse("own_lines"))


def _list(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    context = _page(request, here, None, problems) | {
        "groups": by_sort(own_lines_in(here.of(here.private), here.me).values()),
        "has_two": bool(request.spaces.shared or request.spaces.former),
    }
    return render(request, "agreements/own_lines.html", context)


def _edit(request: InSpacesRequest, here: Here, line: OwnLine, problems: dict[str, str] | None = None) -> HttpResponse:
    context = _page(request, here, line, problems) | {"back": (reverse("own_lines"), "My own lines")}
    return render(request, "agreements/own_line.html", context)


def _page(
    request: InSpacesRequest, here: Here, line: OwnLine | None, problems: dict[str, str] | None
) -> dict[str, Any]:
    return {
        "here": here,
        "typed": _typed(request, line),
        "draft": _form_of(line),
        "sorts": SORTS,
        "starters": dict(reversed(STARTERS.items())),
        "problems": problems or {},
        "once": request.POST.get("once") or token_urlsafe(12),
        "partner_name": here.partner_name,
    }


def _typed(request: InSpacesRequest, line: OwnLine | None) -> OwnLine:
    """What the form holds: the line as it stands, unless somebody has begun to change it."""
    start, sent = line or OwnLine(line=uuid4()), typed_in(request, _form_of(line))
    if not sent:
        return start
    sort = _sort(first(sent, "firmness"))
    return msgspec.structs.replace(start, text=first(sent, "text"), act=first(sent, "act_then"), sort=sort)


def _form_of(line: OwnLine | None) -> str:
    return form_about(OWN_LINE, line.line) if line else OWN_LINE


def _sort(text: str) -> Firmness:
    return next((sort for sort, _ in SORTS if sort == text), "firm")
