"""A round that is open: both answers, saying back, and a reply (P2)."""

from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from msgspec.structs import replace

from glasswork.checkin.actions import add_part
from glasswork.checkin.before_it_goes import hint_beside
from glasswork.checkin.draft_slips import read_saying, save_saying
from glasswork.checkin.drafts import Form, mark_of, said
from glasswork.checkin.forms import CLOSENESS, LONGEST, TOO_LONG
from glasswork.checkin.kinds import Correction, Enough, Heard, Reply, Saying, Verdict
from glasswork.checkin.open_rounds import Round, find_round
from glasswork.checkin.rounds import Step
from glasswork.hints.beside import Beside
from glasswork.lib.typed import as_typed
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.pulse import pulse_token
from glasswork.spaces.refused import MOVED_ON, STOPPED
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed, remember_head, withdraw, writing
from glasswork.ui.page import render

EMPTY = "Write what you heard first, even if it is only a few words."
EMPTY_REPLY = "Write a line first, or leave it for tonight."
TEXTS = ("heard", "adds", "reply", "correction")


@in_spaces
@require_safe
def show_round(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    return _page(request, _find(request, round_id))


@in_spaces
@require_POST
def round_draft(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    """What is being typed, kept sealed in one's own space; or letting go of what was not sent."""
    found, private = _find(request, round_id), request.spaces.private
    with writing(private):
        kept, form = read_saying(private, found.id), _marks(request)
        if kept.ended and kept.ended == form.once:
            return HttpResponse(status=204)
        kept = said(kept, _typed(request), form)
        if is_let_go := request.POST.get("act") == "let-go":
            may = found.open_fields()
            kept = replace(kept, fields={name: text for name, text in kept.fields.items() if name in may}, apart={})
        save_saying(private, found.id, kept)
    return _to_round(found) if is_let_go else HttpResponse(status=204)


@in_spaces
@require_POST
def heard(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    found, text = _find(request, round_id), _text(request, "heard")
    aloud = request.POST.get("act") == "aloud"
    if "heard" not in found.open_fields():
        return _too_late(request, found, "heard")
    if problem := _problem(text, "" if aloud else EMPTY):
        return _page(request, found, {"heard": problem})
    attempt = found.theirs.attempt
    value = Heard(round=found.id, attempt=attempt, text="" if aloud else text, aloud=aloud)
    return _add(request, found, f"heard-{attempt}", value, "" if aloud else "heard")


@in_spaces
@require_POST
def verdict(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    found, text = _find(request, round_id), _text(request, "adds")
    if "adds" not in found.open_fields():
        return _too_late(request, found, "adds")
    if problem := _problem(text, ""):
        return _page(request, found, {"adds": problem})
    if beside := _hint(request, "adds"):
        return _page(request, found, beside=beside)
    attempt, is_it = found.mine.attempt, request.POST.get("act") == "yes"
    value = Verdict(round=found.id, attempt=attempt, is_it=is_it, adds=text)
    return _add(request, found, f"verdict-{attempt}", value, "adds")


@in_spaces
@require_POST
def reply(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    found, text = _find(request, round_id), _text(request, "reply")
    if "reply" not in found.open_fields():
        return _too_late(request, found, "reply")
    if problem := _problem(text, EMPTY_REPLY):
        return _page(request, found, {"reply": problem})
    if beside := _hint(request, "reply"):
        return _page(request, found, beside=beside)
    return _add(request, found, "reply", Reply(round=found.id, text=text), "reply")


@in_spaces
@require_POST
def enough(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    found = _find(request, round_id)
    if found.mine.step is not Step.ENOUGH:
        return _back_to(request, found)
    return _add(request, found, "enough", Enough(round=found.id))


@in_spaces
@require_POST
def correction(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    """A line added to one's own words later; they themselves stay as they were (S7)."""
    found, text = _find(request, round_id), _text(request, "correction")
    part = found.free_correction()
    if part is None or "correction" not in found.open_fields():
        return _too_late(request, found, "correction")
    if problem := _problem(text, EMPTY_REPLY):
        return _page(request, found, {"correction": problem})
    return _add(request, found, part, Correction(round=found.id, text=text), "correction")


@in_spaces
@require_POST
def withdrawal(request: InSpacesRequest, round_id: UUID) -> HttpResponse:
    """One's own words of this round, taken back; it stays visible that they were (S7). Also after sharing stopped."""
    found = _find(request, round_id)
    for entry in found.mine_to_take_back():
        withdraw(found.space, entry)
    remember_head(request.spaces.private, found.space)
    return _back_to(request, found)


def _find(request: InSpacesRequest, round_id: UUID) -> Round:
    found = find_round(request.spaces, round_id)
    if found is None:
        raise Http404
    return found


def _add(request: InSpacesRequest, found: Round, part: str, value: Kind, field: str = "") -> HttpResponse:
    """Places a part; ``field`` is the one whose words it holds."""
    private = request.spaces.private
    try:
        add_part(private, found.space, part, value, round_id=found.id, draft=_kept(request, found, field))
    except SpaceClosed:
        return _page(request, found, {"": STOPPED}, may=set())
    except AlreadyWritten:
        return _too_late(request, _find(request, found.id), field)
    return _back_to(request, found, sent=field)


def _too_late(request: InSpacesRequest, found: Round, field: str) -> HttpResponse:
    """A second press changes nothing; other words from another tab or device are shown, so that they can be kept."""
    text = _text(request, field)
    if not text or found.has_said(text):
        return _back_to(request, found, sent=field)
    return _page(request, found, {"": STOPPED if found.space.is_closed else MOVED_ON})


def _back_to(request: InSpacesRequest, found: Round, *, sent: str = "") -> HttpResponse:
    """The round again. Words that were typed beside what was ``sent`` are shown again: a redirect would lose them."""
    if any(_text(request, field) for field in TEXTS if field != sent):
        return _page(request, _find(request, found.id), sent=sent)
    return _to_round(found)


def _to_round(found: Round) -> HttpResponse:
    return HttpResponseRedirect(reverse("round", kwargs={"round_id": found.id}))


def _kept(request: InSpacesRequest, found: Round, sent: str) -> Saying:
    """What is being typed in this round. Once something of a form was ``sent``, a draft of that form is late."""
    before, form = read_saying(request.spaces.private, found.id), _marks(request)
    if request.method != "POST":
        return before
    after = said(before, {**_typed(request), **({sent: ""} if sent else {})}, form)
    return replace(after, ended=form.once, once="") if sent else after


def _marks(request: InSpacesRequest) -> Form:
    return Form(request.POST.get("once", ""), request.POST.get("follows", ""))


def _typed(request: InSpacesRequest) -> dict[str, str]:
    return {field: request.POST[field] for field in TEXTS if field in request.POST}


def _text(request: InSpacesRequest, field: str) -> str:
    return as_typed(request.POST.get(field, ""))


def _hint(request: InSpacesRequest, field: str) -> Beside | None:
    """Once; a second press sends."""
    return None if "hinted" in request.POST else hint_beside(field, _text(request, field), request.spaces.private)


def _problem(text: str, if_empty: str) -> str:
    return TOO_LONG if len(text) > LONGEST else if_empty if not text else ""


def _page(
    request: InSpacesRequest,
    found: Round,
    problems: dict[str, str] | None = None,
    *,
    sent: str = "",
    may: set[str] | None = None,
    beside: Beside | None = None,
) -> HttpResponse:
    """``may``: the fields that are open, where that is known better. Typed words without an open field stand apart."""
    me, partner = found.space.me, found.partner
    may = found.open_fields() if may is None else may
    kept = _kept(request, found, sent)
    if request.method == "POST":
        save_saying(request.spaces.private, found.id, kept)
    typed = {field: kept.fields.get(field, "") for field in TEXTS}
    unsent = [text for field, text in typed.items() if text.strip() and field not in may]
    context: dict[str, Any] = {
        "round": found,
        "me": me,
        "partner": partner,
        "partner_name": found.names[partner],
        "my_name": found.names.get(me, ""),
        "closeness": CLOSENESS,
        "token": pulse_token(found.space),
        "may": may,
        "typed": typed,
        "problems": problems or {},
        "beside": beside,
        "unsent": list(dict.fromkeys([*unsent, *(text for texts in kept.apart.values() for text in texts)])),
        "once": token_urlsafe(12) if sent else request.POST.get("once") or token_urlsafe(12),
        "follows": mark_of(kept.fields),
        "back": (reverse("today"), "Today"),
    }
    return render(request, "checkin/round.html", context)
