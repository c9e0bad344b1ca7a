"""What is pressed in a talk: an answer to the invitation, each turn, a line, notes, and the cover of a shared phone."""

from contextlib import suppress

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from glasswork.guard.answers import against
from glasswork.hints.beside import hint_at
from glasswork.people.http import open_while_locked
from glasswork.people.sessions import is_locked, lock
from glasswork.safety.gate import read_standing
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.talks import actions
from glasswork.talks.forms import LONGEST, NO_LINE, TOO_LONG, text_of
from glasswork.talks.here import Here, day_of, load_here
from glasswork.talks.live import DRAFTS, LINE, Phase
from glasswork.talks.readiness import is_ready, problems_of
from glasswork.talks.views.now import is_held_here, page
from glasswork.ui.page import render

TYPED = {"notes", "both_say"}
FROM_ELSEWHERE = {"carry-on", "take-back"}  # a talk on one phone also ends from its owner's other device


@in_spaces
@open_while_locked
@require_POST
def turn(request: InSpacesRequest) -> HttpResponse:
    event = request.POST.get("act", "")
    if event not in {"line", "leave"}:
        _keep_typed(request)
    if event not in _ACTS:
        return _act(request, event)
    here = load_here(request.spaces, timezone.now())
    is_held = is_held_here(request, here.live if here else None)
    if not is_held and (is_locked(request.person) or event not in FROM_ELSEWHERE):
        return page(request, here, unsent=text_of(request.POST, "both_say"))
    return _ACTS[event](request, here)


@in_spaces
@open_while_locked
@require_POST
def notes(request: InSpacesRequest) -> HttpResponse:
    """What is being typed during a talk: notes for oneself, or a line that the other has not seen yet."""
    _keep_typed(request)
    return HttpResponse(status=204)


def _keep_typed(request: InSpacesRequest) -> None:
    """On one phone nothing is kept of what somebody typed and did not send."""
    if not TYPED & request.POST.keys():
        return
    here, private = load_here(request.spaces, timezone.now()), request.spaces.private
    if here is None or here.live.phone_of or is_locked(request.person):
        return
    if "notes" in request.POST:
        actions.save_notes(private, here.live.id, text_of(request.POST, "notes")[:LONGEST])
    elif request.POST.get("once") == here.place:
        typed = {name: request.POST.get(name, "")[:LONGEST] for name in ("both_say", "on", "once")}
        DRAFTS.save(private, LINE, typed, once=_step(request))


def _ready(request: InSpacesRequest, here: Here | None) -> HttpResponse:
    """Both questions first; what is answered there goes nowhere (S11)."""
    if problems := problems_of(request.POST):
        return page(request, here, problems)
    # On one phone its owner's own standing was asked when they opened the talk.
    rests = not (here and here.live.phone_of) and read_standing(request.spaces).is_resting
    if rests or not is_ready(request.POST):
        return _not_now(request, here)
    return _act(request, "ready")


def _begin(request: InSpacesRequest, here: Here | None) -> HttpResponse:
    """Between asking and beginning somebody may have told us that they aren't safe: then it does not begin."""
    if read_standing(request.spaces).is_resting:
        return _not_now(request, here)
    return _act(request, "begin")


def _not_tonight(request: InSpacesRequest, here: Here | None) -> HttpResponse:
    if here and here.live.phone_of:
        return _not_now(request, here)
    if here and here.live.phase is Phase.ASKED:
        actions.set_aside(request.spaces.private, here.live.id)
    return HttpResponseRedirect(reverse("today"))


def _not_now(request: InSpacesRequest, here: Here | None) -> HttpResponse:
    """One page for every way of not being ready. On one phone the talk is over with it, whoever looks next."""
    is_one_phone = here is not None and here.live.phone_of is not None
    if is_one_phone:
        actions.take_back(request.spaces, _step(request))
    context = {"is_one_phone": is_one_phone, "names": here.names if here else {}, "me": request.spaces.private.me}
    return render(request, "talks/not_now.html", context)


def _take_back(request: InSpacesRequest, _: Here | None) -> HttpResponse:
    with suppress(SpaceClosed):
        actions.take_back(request.spaces, _step(request))
    return HttpResponseRedirect(reverse("talks"))


def _line(request: InSpacesRequest, here: Here | None) -> HttpResponse:
    words, on, now = text_of(request.POST, "both_say"), day_of(request.POST.get("on", "")), timezone.now()
    problem = NO_LINE if not (words or on) else TOO_LONG if len(words) > LONGEST else against(words)
    if here and "line" in here.may and here.live.step == _step(request):
        if problem:
            return page(request, here, {"both_say": problem})
        # On one phone a hint would stand there for whoever gets it next.
        label = here.turn.keep if here.turn else ""
        if not here.live.phone_of and (beside := hint_at(request, "both_say", label, words)):
            return page(request, here, beside=beside)
    try:
        is_written = not problem and actions.write_line(request.spaces, words, on, _step(request), now)
    except (SpaceClosed, AlreadyWritten):
        is_written = False
    if is_written:
        DRAFTS.end(request.spaces.private, LINE, once=_step(request))
    here = load_here(request.spaces, now)
    is_there = here and here.live.proposal and here.live.proposal.words == words
    return _back() if is_written or is_there else page(request, here, unsent=words)


def _uncover(request: InSpacesRequest, _: Here | None) -> HttpResponse:
    with suppress(SpaceClosed):
        actions.uncover(request.spaces, _step(request), timezone.now())
    return _back()


def _carry_on(request: InSpacesRequest, here: Here | None) -> HttpResponse:
    """The owner of a shared phone goes on with the talk on it: everything else locks again."""
    if here and here.live.phone_of == request.person.id:
        lock(request.person)
    return _back()


_ACTS = {
    "ready": _ready,
    "begin": _begin,
    "not-tonight": _not_tonight,
    "take-back": _take_back,
    "line": _line,
    "here": _uncover,
    "carry-on": _carry_on,
}


def _act(request: InSpacesRequest, event: str) -> HttpResponse:
    is_done, step = False, _step(request)
    with suppress(SpaceClosed, AlreadyWritten):
        is_handed_over = is_locked(request.person)
        is_done = actions.act(request.spaces, event, step, timezone.now(), is_locked=is_handed_over)
    if is_done and event in {"save", "leave"}:
        DRAFTS.end(request.spaces.private, LINE, once=step)
    return _back()


def _step(request: InSpacesRequest) -> str:
    return request.POST.get("step", "")


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("talk_now"))
