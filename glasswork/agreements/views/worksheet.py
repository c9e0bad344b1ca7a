"""The worksheet of a line, one part a page: a new line, or other words for one that is there."""

from secrets import token_urlsafe
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.agreements import actions
from glasswork.agreements.caught import REST, Caught, let_rest
from glasswork.agreements.forms import (
    ANSWERED,
    FIELDS,
    STARTERS,
    TOLD,
    WHOSE,
    Cleaned,
    clean_id,
    clean_line,
    clean_sort,
    fields_of,
    first,
    latest_day,
    usual_day,
)
from glasswork.agreements.here import Here, find_line, load_lines
from glasswork.agreements.kinds import Whose
from glasswork.agreements.terms import Line, Stand
from glasswork.agreements.views.lines import show_line
from glasswork.agreements.waiting import why_wait
from glasswork.guard import checking
from glasswork.guard.answers import ANSWERS
from glasswork.hints.beside import Beside, hint_beside
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import Refused
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.ui.page import render

STOPPED = (
    "Sharing has stopped, so this was not sent. Your words are still here. You can keep them as a line of your own."
)
HEADS = {
    "line": ("Suggest a line", "Other words for this line"),
    "re-contact": ("If they get in touch", "Other words for this plan"),
    "who-knows": ("Who knows what", "Other words for this"),
}
PLANNED = {"told": list(TOLD.items()), "answered": list(ANSWERED.items())}
BACK = {"line": ("lines", "Our lines"), "re-contact": ("contact", "Contact"), "who-knows": ("who_knows", "Who knows")}


class Sheet(NamedTuple):
    """Which worksheet it is: ``line`` is none for a new one."""

    here: Here
    line: Line | None

    @property
    def form(self) -> str:
        return f"line-{self.line.id.hex}" if self.line else "line"


@in_spaces
@require_http_methods(["GET", "POST"])
def new(request: InSpacesRequest) -> HttpResponse:
    here = load_lines(request.spaces)
    if here.space is None and request.method == "GET":
        return HttpResponseRedirect(reverse("own_lines"))
    return _sheet(request, Sheet(here, None))


@in_spaces
@require_http_methods(["GET", "POST"])
def words(request: InSpacesRequest, line_id: UUID) -> HttpResponse:
    here = load_lines(request.spaces)
    found = find_line(here, line_id)
    if found is None:
        raise Http404
    space, line = found
    if line.stand in {Stand.STOPPED, Stand.TAKEN_BACK} or space.is_closed:
        unsent = request.POST.get("text", "")
        return show_line(request, line_id, {"": STOPPED if space.is_closed else actions.GONE}, unsent=unsent)
    return _sheet(request, Sheet(here, line))


@in_spaces
@require_POST
def draft(request: InSpacesRequest) -> HttpResponse:
    """What is being typed, kept sealed in one’s own space: one slip a form, however often it comes."""
    line = clean_id(request.POST.get("line", ""))
    form = f"line-{line.hex}" if line else "line"
    actions.save_draft(request.spaces.private, form, fields_of(request.POST), once=request.POST.get("once", ""))
    return HttpResponse(status=204)


def _sheet(request: InSpacesRequest, sheet: Sheet) -> HttpResponse:
    if request.method == "POST":
        return _send(request, sheet)
    kept = actions.read_draft(sheet.here.private, sheet.form)
    sent = kept.fields if kept and kept.fields else _start(request, sheet)
    return _page(request, sheet, sent)


def _start(request: InSpacesRequest, sheet: Sheet) -> dict[str, list[str]]:
    """A new sheet, or the newest words that are there."""
    said = sheet.line.words if sheet.line else None
    day = usual_day(sheet.here.today).isoformat()
    if said is None:
        return {"sort": [clean_sort(request.GET.get("sort", ""))], "look_again_on": [day]}
    # “I will” in their words is about what they do, so in mine it is what I ask for.
    turned: dict[Whose, Whose] = {"me": "you", "you": "me", "both": "both"}
    newest = (sheet.line.in_force or sheet.line.versions[-1]) if sheet.line else None
    whose = said.whose if newest and newest.author == sheet.here.me else turned[said.whose]
    mine = {"text": said.text, "if_crossed": said.if_crossed, "sort": said.sort}
    mine |= {name: key for name, labels in PLANNED.items() for key, label in labels if label == getattr(said, name)}
    return {**{name: [value] for name, value in mine.items()}, "whose": [whose], "look_again_on": [day]}


def _send(request: InSpacesRequest, sheet: Sheet) -> HttpResponse:
    here, sent = sheet.here, fields_of(request.POST)
    if sheet.line:
        sent["sort"] = [sheet.line.sort]
    said = clean_line(sent, here.today)
    if said.problems:
        return _again(request, sheet, sent, said.problems)
    try:
        let_rest(here.private, "\n".join(part for part in said.sent.values() if part), here.now)
    except Caught as why_not:
        return _again(request, sheet, sent, {"text": REST}, finding=why_not.finding)
    if why := why_wait(here):
        return _again(request, sheet, sent, {"": why})
    if not here.is_with(request.POST.get("space", "")):
        return _again(request, sheet, sent, {"": STOPPED})
    if beside := hint_beside(request, said.sent):
        return _again(request, sheet, sent, {}, beside=beside)
    return _place(request, sheet, sent, said)


def _place(request: InSpacesRequest, sheet: Sheet, sent: dict[str, list[str]], said: Cleaned) -> HttpResponse:
    here, space, once = sheet.here, sheet.here.space, request.POST.get("once") or token_urlsafe(12)
    if space is None:
        raise Http404
    try:
        if sheet.line:
            actions.reword(here.private, space, sheet.line.id, said, here.now, once=once)
            line_id = sheet.line.id
        else:
            line_id = actions.suggest(here.private, space, said, here.now, once=once)
    except Refused as why:
        return _again(request, sheet, sent, {"text": str(why)})
    except SpaceClosed:
        return _again(request, sheet, sent, {"": STOPPED})
    except AlreadyWritten:  # the same form, pressed twice
        return HttpResponseRedirect(reverse("lines"))
    actions.end_draft(here.private, sheet.form, once=once)
    return HttpResponseRedirect(f"{reverse('line', kwargs={'line_id': line_id})}?done=sent")


def _again(
    request: InSpacesRequest,
    sheet: Sheet,
    sent: dict[str, list[str]],
    problems: dict[str, str],
    *,
    finding: checking.Finding | None = None,
    beside: Beside | None = None,
) -> HttpResponse:
    """The form with what is wrong beside its fields; what was typed is kept as a draft as well."""
    actions.save_draft(sheet.here.private, sheet.form, sent)
    return _page(request, sheet, sent, problems, finding, beside=beside)


def _page(
    request: InSpacesRequest,
    sheet: Sheet,
    sent: dict[str, list[str]],
    problems: dict[str, str] | None = None,
    finding: checking.Finding | None = None,
    *,
    beside: Beside | None = None,
) -> HttpResponse:
    here, sort = sheet.here, clean_sort(first(sent, "sort"))
    path, label = BACK[sort]
    context: dict[str, Any] = {
        "here": here,
        "line": sheet.line,
        "sort": sort,
        "head": HEADS[sort][1 if sheet.line else 0],
        "typed": {name: first(sent, name) for name in FIELDS},
        "planned": PLANNED,
        "whose": WHOSE,
        "starters": STARTERS,
        "latest": latest_day(here.today),
        "earliest": usual_day(here.today, 1),
        "problems": problems or {},
        "finding": finding,
        "beside": beside,
        "answer": ANSWERS[finding.kind] if finding else None,
        "once": request.POST.get("once") or token_urlsafe(12),
        "partner_name": here.partner_name,
        "action": reverse("line_words", kwargs={"line_id": sheet.line.id}) if sheet.line else reverse("line_new"),
        "back": (reverse(path), label),
    }
    return render(request, "agreements/worksheet.html", context)
