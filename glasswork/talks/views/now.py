"""The talk that is open: the invitation, each turn, and what everybody may do in it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from glasswork.people.http import open_while_locked
from glasswork.people.sessions import is_locked, lock
from glasswork.programme.conversations import PARTNER
from glasswork.programme.html import html
from glasswork.safety.gate import read_standing
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.talks import actions
from glasswork.talks.forms import HOW, LONGEST, NO_LINE, TOO_LONG, mark_of, text_of
from glasswork.talks.here import Here, day_of, lines_of, load_here
from glasswork.talks.kinds import TAG
from glasswork.talks.live import Phase
from glasswork.talks.pulses import talk_token
from glasswork.talks.readiness import LEVELS, is_ready, problems_of
from glasswork.talks.slip import read_talk
from glasswork.ui.page import render

MOVED_ON = "The talk had gone on already, so these words were not sent. They are still here, for you to copy."
EVERY_FIVE = 5


@in_spaces
@open_while_locked
@require_safe
def talk_now(request: InSpacesRequest) -> HttpResponse:
    return page(request, load_here(request.spaces, timezone.now()))


@in_spaces
@open_while_locked
@require_POST
def turn(request: InSpacesRequest) -> HttpResponse:
    event = request.POST.get("act", "")
    if event in _ACTS:
        return _ACTS[event](request)
    try:
        actions.act(request.spaces, event, mark_of(request.POST), timezone.now())
    except (SpaceClosed, AlreadyWritten):
        return _back()
    return _back()


@in_spaces
@open_while_locked
@require_POST
def notes(request: InSpacesRequest) -> HttpResponse:
    """What is noted during a talk, for oneself; on one phone nobody notes anything here."""
    here = load_here(request.spaces, timezone.now())
    if here and here.live.phone_of is None:
        actions.save_notes(request.spaces.private, here.live.id, text_of(request.POST, "notes")[:LONGEST])
    return HttpResponse(status=204)


def _ready(request: InSpacesRequest) -> HttpResponse:
    """Both questions first; what is answered there goes nowhere (S11)."""
    here = load_here(request.spaces, timezone.now())
    if problems := problems_of(request.POST):
        return page(request, here, problems)
    # On one phone its owner's own standing was asked when they opened the talk.
    rests = not (here and here.live.phone_of) and read_standing(request.spaces).is_resting
    if rests or not is_ready(request.POST):
        return _not_now(request, here)
    try:
        actions.act(request.spaces, "ready", mark_of(request.POST), timezone.now())
    except SpaceClosed:
        return _back()
    return _back()


def _not_tonight(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, timezone.now())
    if here and here.live.phone_of:
        return _not_now(request, here)
    if here and here.live.phase is Phase.ASKED:
        actions.set_aside(request.spaces.private, here.live.id)
    return HttpResponseRedirect(reverse("today"))


def _not_now(request: InSpacesRequest, here: Here | None) -> HttpResponse:
    """One page for every way of not being ready. On one phone the talk is over with it, whoever looks next."""
    is_one_phone = here is not None and here.live.phone_of is not None
    if is_one_phone:
        actions.take_back(request.spaces, mark_of(request.POST))
    context = {"is_one_phone": is_one_phone, "names": here.names if here else {}, "me": request.spaces.private.me}
    return render(request, "talks/not_now.html", context)


def _take_back(request: InSpacesRequest) -> HttpResponse:
    if request.spaces.shared:
        actions.take_back(request.spaces, mark_of(request.POST))
    return HttpResponseRedirect(reverse("talks"))


def _line(request: InSpacesRequest) -> HttpResponse:
    words, on, now = text_of(request.POST, "both_say"), day_of(request.POST.get("on", "")), timezone.now()
    problem = NO_LINE if not (words or on) else TOO_LONG if len(words) > LONGEST else ""
    here = load_here(request.spaces, now)
    if problem and here and "line" in here.may:
        return page(request, here, {"both_say": problem})
    try:
        is_written = not problem and actions.write_line(request.spaces, words, on, mark_of(request.POST), now)
    except (SpaceClosed, AlreadyWritten):
        is_written = False
    here = load_here(request.spaces, now)
    is_there = here and here.live.proposal and here.live.proposal.words == words
    return _back() if is_written or is_there else page(request, here, unsent=words)


def _uncover(request: InSpacesRequest) -> HttpResponse:
    if request.spaces.shared:
        actions.uncover(request.spaces, mark_of(request.POST), timezone.now())
    return _back()


def _carry_on(request: InSpacesRequest) -> HttpResponse:
    """The owner of a shared phone goes on with the talk on it: everything else locks again."""
    lock(request.person)
    return _back()


_ACTS = {
    "ready": _ready,
    "not-tonight": _not_tonight,
    "take-back": _take_back,
    "line": _line,
    "here": _uncover,
    "carry-on": _carry_on,
}


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("talk_now"))


def page(
    request: InSpacesRequest, here: Here | None, problems: dict[str, str] | None = None, *, unsent: str = ""
) -> HttpResponse:
    shared = request.spaces.shared
    sent = request.POST if problems else {}
    context: dict[str, Any] = {
        "unsent": unsent,
        "moved_on": MOVED_ON,
        "problems": problems or {},
        "typed": {name: sent.get(name, "") for name in ("both_say", "on", "calm", "alcohol")},
        "levels": [(level, level) for level in LEVELS],
    }
    if here is None or shared is None:
        digest = read_talk(request.spaces).digest
        token = talk_token(shared, None, digest, timezone.now()) if shared else ""
        return render(request, "talks/none.html", {**context, "token": token, "every": EVERY_FIVE})
    context |= {
        "here": here,
        "view": view_of(here, is_locked_here=is_locked(request.person)),
        "text": html(here.side.text, "conversations").replace(PARTNER, here.partner_name),
        "token": talk_token(shared, here.live, here.digest, here.now),
        "every": EVERY_FIVE if here.live.phase is Phase.ASKED else 2 if here.is_awaited else 1,
        "lines": _lines(here),
        "how": HOW,
    }
    return render(request, "talks/now.html", context)


def view_of(here: Here, *, is_locked_here: bool) -> str:
    """Which of its faces the page shows."""
    live, me = here.live, here.space.me
    if live.phone_of:
        if live.phone_of != me or not is_locked_here:
            return "elsewhere"
        waits = actions.expected(live)
        if waits is None or live.in_hand != waits:
            return "given-back" if waits is None else "cover"
    if live.phase in {Phase.ASKED, Phase.READY} and not live.is_open(here.now):
        return "lapsed"
    if live.phase is Phase.ASKED:
        return "waiting" if live.opener == here.me else "asked"
    if live.phase is Phase.READY:
        return "begin" if live.opener == here.me else "soon"
    return "turn" if live.phase is Phase.ON else "over"


def _lines(here: Here) -> list[Any]:
    """What both have saved in this talk, for its last page."""
    if here.live.phase is not Phase.OVER:
        return []
    entries = read_entries(Want(here.space, tags=(TAG,)), newest=60)
    return [line for _, line in lines_of(entries).get(here.live.id, [])]
