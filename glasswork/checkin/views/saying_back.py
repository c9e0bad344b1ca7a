"""A round that is open: both answers, saying back, and a reply (P2)."""

from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from glasswork.checkin.actions import add_part, part_slot
from glasswork.checkin.forms import CLOSENESS, LONGEST, TOO_LONG
from glasswork.checkin.kinds import Answer, Enough, Heard, Reply, Verdict
from glasswork.checkin.rounds import PARTS, Hearing, Step, hearing
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.pulse import pulse_token
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.ui.page import render

EMPTY = "Write what you heard first, even if it is only a few words."
EMPTY_REPLY = "Write a line first, or leave it for tonight."
STOPPED = "Sharing has stopped, so this was not sent. Your words are still here, for you to copy."
TEXTS = ("heard", "adds", "reply")


class Round(NamedTuple):
    """An open round in its space. ``parts`` is by author and part, as ``rounds.hearing`` reads it."""

    id: UUID
    space: OpenSpace
    partner: UUID
    names: dict[UUID, str]
    parts: dict[tuple[UUID, str], Kind | None]
    entries: dict[tuple[UUID, str], Opened[Kind]]

    @property
    def mine(self) -> Hearing:
        """How far the partner got with my words."""
        return hearing(self.parts, speaker=self.space.me, listener=self.partner)

    @property
    def theirs(self) -> Hearing:
        """How far I got with the partner's words."""
        return hearing(self.parts, speaker=self.partner, listener=self.space.me)


@in_spaces
@require_GET
def show_round(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    return _page(request, _find(request, round_id))


@in_spaces
@require_POST
def heard(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    found, text = _find(request, round_id), _text(request, "heard")
    aloud = request.POST.get("act") == "aloud"
    if found.theirs.step not in {Step.SAY_BACK, Step.SAY_AGAIN}:
        return _back_to(found)
    if problem := _problem(text, "" if aloud else EMPTY):
        return _page(request, found, {"heard": problem})
    attempt = found.theirs.attempt
    value = Heard(round=found.id, attempt=attempt, text="" if aloud else text, aloud=aloud)
    return _add(request, found, f"heard-{attempt}", value)


@in_spaces
@require_POST
def verdict(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    found, text = _find(request, round_id), _text(request, "adds")
    if found.mine.step is not Step.CONFIRM:
        return _back_to(found)
    if problem := _problem(text, ""):
        return _page(request, found, {"adds": problem})
    attempt, is_it = found.mine.attempt, request.POST.get("act") == "yes"
    value = Verdict(round=found.id, attempt=attempt, is_it=is_it, adds=text)
    return _add(request, found, f"verdict-{attempt}", value)


@in_spaces
@require_POST
def reply(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    found, text = _find(request, round_id), _text(request, "reply")
    if found.theirs.step is not Step.HEARD:
        return _back_to(found)
    if problem := _problem(text, EMPTY_REPLY):
        return _page(request, found, {"reply": problem})
    return _add(request, found, "reply", Reply(round=found.id, text=text))


@in_spaces
@require_POST
def enough(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    found = _find(request, round_id)
    if found.mine.step is not Step.ENOUGH:
        return _back_to(found)
    return _add(request, found, "enough", Enough(round=found.id))


def _find(request: InSpacesRequest, round_id: UUID) -> Round:
    """The round, wherever this person may read it; 404 for everybody else, as for a round that never was."""
    spaces = [space for space in request.spaces.all() if space.is_shared and space.partner]
    wants = [Want(space, tags=(NAMES,), slots=tuple(_slots(space, round_id))) for space in spaces]
    entries = check_authors(read_entries(*wants), spaces)
    for space in spaces:
        if found := _in_space(space, round_id, [entry for entry in entries if entry.space == space.id]):
            return found
    raise Http404


def _in_space(space: OpenSpace, round_id: UUID, entries: list[Opened[Kind]]) -> Round | None:
    slots = _slots(space, round_id)
    by_part = {slots[entry.slot]: entry for entry in entries if entry.slot in slots}
    partner = space.partner
    if partner is None or not any(part == "answer" for _, part in by_part):
        return None
    parts = {key: entry.value for key, entry in by_part.items()}
    names = {partner.account: partner.name, **names_in(entries)}
    return Round(round_id, space, partner.account, names, parts, by_part)


def _slots(space: OpenSpace, round_id: UUID) -> dict[bytes, tuple[UUID, str]]:
    authors = [space.me, *([space.partner.account] if space.partner else [])]
    return {part_slot(space, round_id, author, part): (author, part) for author in authors for part in PARTS}


def _add(request: InSpacesRequest, found: Round, part: str, value: Kind) -> HttpResponse:
    try:
        add_part(request.spaces.private, found.space, part, value, round_id=found.id)
    except SpaceClosed:
        return _page(request, found, {"": STOPPED})
    except AlreadyWritten:
        pass  # a second press of the same button; the first one counts
    return _back_to(found)


def _back_to(found: Round) -> HttpResponse:
    return HttpResponseRedirect(reverse("round", kwargs={"round_id": found.id}))


def _text(request: InSpacesRequest, field: str) -> str:
    return request.POST.get(field, "").replace("\r\n", "\n").strip()


def _problem(text: str, if_empty: str) -> str:
    return TOO_LONG if len(text) > LONGEST else if_empty if not text else ""


def _page(request: InSpacesRequest, found: Round, problems: dict[str, str] | None = None) -> HttpResponse:
    me, partner = found.space.me, found.partner
    context: dict[str, Any] = {
        "round": found,
        "my_answer": _answer(found, me),
        "their_answer": _answer(found, partner),
        "my_words_taken_back": (me, "answer") in found.entries and found.parts[me, "answer"] is None,
        "their_words_taken_back": (partner, "answer") in found.entries and found.parts[partner, "answer"] is None,
        "partner_name": found.names[partner],
        "my_name": found.names.get(me, ""),
        "closeness": CLOSENESS,
        "token": pulse_token(found.space),
        "typed": {field: request.POST.get(field, "") for field in TEXTS},
        "problems": problems or {},
        "back": (reverse("today"), "Today"),
        "is_closed": found.space.is_closed,
        "day": next(entry.day for (_, part), entry in found.entries.items() if part == "answer"),
    }
    return render(request, "checkin/round.html", context)


def _answer(found: Round, author: UUID) -> Answer | None:
    value = found.parts.get((author, "answer"))
    return value if isinstance(value, Answer) else None
