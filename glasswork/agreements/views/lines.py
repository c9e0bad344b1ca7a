"""Our lines: the list, one line with both wordings and its history, and what either may do with it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.agreements import actions
from glasswork.agreements.forms import clean_id
from glasswork.agreements.here import Here, find_line, load_here, load_lines, read_aside, shared_spaces
from glasswork.agreements.kinds import LINES, Moment, Sort, Word
from glasswork.agreements.terms import Line, Stand, Version
from glasswork.agreements.waiting import why_rest, why_wait
from glasswork.guard import checking
from glasswork.guard.answers import ANSWERS, FORCED
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.pulse import pulse_token
from glasswork.spaces.refused import Refused
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.ui.page import render

FEW = 5
STOPPED_SHARING = "Sharing has stopped, so nothing was changed. What you two had stays readable."
REVIEW_WORDS: dict[Word, str] = {"keep": "Keep it", "change": "Change it", "drop": "Drop it", "unsure": "Not sure yet"}
SAID = {"sent": "Sent. It stands here until you both say yes, or one of you takes it back."}


class Group(NamedTuple):
    """Lines that stand alike, for the list. ``folded`` are those that nobody looks for first."""

    title: str
    lines: list[Line]
    folded: list[Line] = []


@in_spaces
@require_safe
def lines(request: InSpacesRequest) -> HttpResponse:
    here, aside = load_lines(request.spaces), read_aside(request.spaces.private)
    if not shared_spaces(request.spaces):
        return HttpResponseRedirect(reverse("own_lines"))
    context = {
        "here": here,
        "groups": groups_of(here, [line for line in here.lines(here.space).values() if line.id not in aside.away]),
        "away": [line for line in here.lines(here.space).values() if line.id in aside.away],
        "before": [_newest(here.name_in(space), here.lines(space).values()) for space in request.spaces.former[::-1]],
        "partner_name": here.partner_name,
    }
    return render(request, "agreements/lines.html", context)


def groups_of(here: Here, some: list[Line]) -> list[Group]:
    """Lines alone, in the order in which they ask for something; those of other pages stand there."""
    of = {stand: [line for line in some if line.sort == "line" and line.stand is stand] for stand in Stand}
    due = [line for line in of[Stand.IN_FORCE] if line.is_due(here.today)]
    in_force = [line for line in of[Stand.IN_FORCE] if line not in due]
    groups = [
        Group("Time to look again", due),
        Group("In force", in_force),
        Group("Being talked about", of[Stand.TALKED]),
        _newest("Stopped", of[Stand.STOPPED]),
    ]
    return [group for group in groups if group.lines]


def of_sort(here: Here, sort: Sort) -> Group:
    """Those of another page: what stands or is talked about, and what is over."""
    found = [line for line in here.lines(here.space).values() if line.sort == sort]
    is_over = {Stand.STOPPED, Stand.TAKEN_BACK}
    return Group(sort, [each for each in found if each.stand not in is_over], [e for e in found if e.stand in is_over])


def _newest(title: str, some: Iterable[Line]) -> Group:
    newest = list(some)[::-1]
    return Group(title, newest[:FEW], newest[FEW:])


@in_spaces
@require_safe
def paper(request: InSpacesRequest) -> HttpResponse:
    """The lines in force on one sheet."""
    here = load_here(request.spaces, (LINES,))
    found = [line for line in here.lines(here.space).values() if line.stand is Stand.IN_FORCE and line.words]
    context = {"here": here, "found": found, "partner_name": here.partner_name, "back": (reverse("lines"), "Our lines")}
    return render(request, "agreements/paper.html", context)


@in_spaces
@require_safe
def line(request: InSpacesRequest, line_id: UUID) -> HttpResponse:
    return show_line(request, line_id)


@in_spaces
@require_http_methods(["GET", "POST"])
def agreement(request: InSpacesRequest, line_id: UUID) -> HttpResponse:
    """A yes to exactly one wording, asked once more in private: one’s own yes, or none today."""
    here = load_lines(request.spaces)
    space, found = _find(here, line_id)
    wording = clean_id(request.POST.get("wording", request.GET.get("wording", "")))
    version = next((version for version in found.open if version.id == wording), None)
    if version is None or space.is_closed:
        already = found.in_force and found.in_force.id == wording
        return _to(line_id) if already else show_line(request, line_id, {"": _why_gone(space, found)})
    act = request.POST.get("act", "")
    if act == "yes":
        return _agree(request, here, space, version, line_id)
    if act == "sleep":
        actions.sleep_on(here.private, line_id, here.now)
    if act in {"sleep", "not-today"}:
        return _to(line_id)
    context = _one(here, space, found) | {
        "version": version,
        "is_pressed": act == "pressed",
        "wait": why_wait(here, read_aside(here.private), line_id),
        "back": (reverse("line", kwargs={"line_id": line_id}), "Back"),
    }
    return render(request, "agreements/agreement.html", context)


def _agree(request: InSpacesRequest, here: Here, space: OpenSpace, version: Version, line_id: UUID) -> HttpResponse:
    if why := why_wait(here, read_aside(here.private), line_id):
        return show_line(request, line_id, {"": why})
    try:
        actions.agree(here.private, space, line_id, version.id, here.now)
    except Refused as why:
        return show_line(request, line_id, {"": str(why)})
    except SpaceClosed:
        return show_line(request, line_id, {"": STOPPED_SHARING})
    except AlreadyWritten:  # the same button, pressed twice
        return _to(line_id)
    return _to(line_id)


@in_spaces
@require_POST
def stop(request: InSpacesRequest, line_id: UUID) -> HttpResponse:
    return _act(request, line_id, lambda here, space, _: actions.stop(here.private, space, line_id))


@in_spaces
@require_POST
def talk(request: InSpacesRequest, line_id: UUID) -> HttpResponse:
    wording = clean_id(request.POST.get("wording", "")) or line_id

    def ask(here: Here, space: OpenSpace, _: Line) -> None:
        if why := why_rest(here):
            raise Refused(why)
        actions.ask_to_talk(here.private, space, line_id, wording)

    return _act(request, line_id, ask)


@in_spaces
@require_POST
def withdrawal(request: InSpacesRequest, line_id: UUID) -> HttpResponse:
    """One’s own words, taken back; also after sharing has stopped."""
    return _act(request, line_id, lambda here, space, _: actions.take_back(here.private, space, line_id))


@in_spaces
@require_POST
def aside(request: InSpacesRequest, line_id: UUID) -> HttpResponse:
    """Out of one’s own list, or back into it. Only its person knows."""
    here = load_lines(request.spaces)
    _find(here, line_id)
    if request.POST.get("act") == "back":
        actions.bring_back(here.private, line_id)
        return _to(line_id)
    actions.put_away(here.private, line_id)
    return HttpResponseRedirect(reverse("lines"))


def show_line(
    request: InSpacesRequest, line_id: UUID, problems: dict[str, str] | None = None, *, unsent: str = ""
) -> HttpResponse:
    here = load_here(request.spaces, (LINES,), own=(LINES,))
    space, found = _find(here, line_id)
    context = _one(here, space, found) | {
        "problems": problems or {},
        "unsent": unsent,
        "said": SAID.get(request.GET.get("done", ""), ""),
        "moments": [e.value for e in here.of(here.private) if isinstance(e.value, Moment) and e.value.line == line_id],
        "aside": read_aside(here.private),
        "token": pulse_token(space),
        "back": (reverse("lines"), "Our lines"),
    }
    return render(request, "agreements/line.html", context)


def _one(here: Here, space: OpenSpace, found: Line) -> dict[str, Any]:
    return {
        "here": here,
        "space": space,
        "line": found,
        "me": space.me,
        "partner": space.other,
        "partner_name": here.name_in(space),
        "findings": {version.id: checking.check(version.words.as_text()) for version in found.open if version.words},
        "answers": ANSWERS,
        "forced": FORCED,
        "review_words": REVIEW_WORDS,
        "is_over": space.is_closed,
    }


def _act(request: InSpacesRequest, line_id: UUID, do: Callable[[Here, OpenSpace, Line], None]) -> HttpResponse:
    here = load_lines(request.spaces)
    space, found = _find(here, line_id)
    try:
        do(here, space, found)
    except Refused as why:
        return show_line(request, line_id, {"": str(why)})
    except SpaceClosed:
        return show_line(request, line_id, {"": STOPPED_SHARING})
    except AlreadyWritten:
        return _to(line_id)
    return _to(line_id)


def _find(here: Here, line_id: UUID) -> tuple[OpenSpace, Line]:
    found = find_line(here, line_id)
    if found is None:
        raise Http404
    return found


def _why_gone(space: OpenSpace, found: Line) -> str:
    if space.is_closed:
        return STOPPED_SHARING
    return actions.GONE if found.stand is not Stand.TALKED and not found.open else actions.OLD_WORDS


def _to(line_id: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("line", kwargs={"line_id": line_id}))
