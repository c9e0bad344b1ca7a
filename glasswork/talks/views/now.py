"""The talk that is open, as it shows: the invitation, each turn, its end, and a phone that is to be given back."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.hints.beside import Beside
from glasswork.lib.directions import isolated
from glasswork.people.http import open_while_locked
from glasswork.people.sessions import is_locked, keep_in_talk
from glasswork.programme.conversations import PARTNER
from glasswork.programme.html import html
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.reading import Want, read_entries
from glasswork.talks import actions
from glasswork.talks.forms import HOW
from glasswork.talks.here import Here, load_here
from glasswork.talks.kinds import TAG
from glasswork.talks.lines import KeptLine, lines_of
from glasswork.talks.live import Live, Phase
from glasswork.talks.presence import SETTLING, is_other_away
from glasswork.talks.pulses import talk_token
from glasswork.talks.readiness import LEVELS
from glasswork.talks.slip import read_talk
from glasswork.talks.waiting import waiting
from glasswork.ui.page import render

MOVED_ON = "The talk had gone on already, so these words were not sent. They are still here, for you to copy."
EVERY_FIVE = 5
FIELDS = ("both_say", "on", "calm", "alcohol")


@in_spaces
@open_while_locked
@require_safe
def talk_now(request: InSpacesRequest) -> HttpResponse:
    return page(request, load_here(request.spaces, timezone.now()))


def is_held_here(request: InSpacesRequest, live: Live | None) -> bool:
    """Whether this browser may act in the talk: in one on a shared phone that phone alone, and nothing else on it.

    Whoever holds a locked phone is not its owner, and never answers in the owner’s name.
    """
    if live is None or live.phone_of is None:
        return not is_locked(request.person)
    return live.phone_of == request.person.id and is_locked(request.person)


def page(
    request: InSpacesRequest,
    here: Here | None,
    problems: dict[str, str] | None = None,
    *,
    unsent: str = "",
    beside: Beside | None = None,
) -> HttpResponse:
    """``problems`` and ``beside`` show the form again with what was sent."""
    shared, live = request.spaces.shared, here.live if here else None
    if is_locked(request.person) and not is_held_here(request, live):
        return _locked(request)
    sent = request.POST if problems or beside else here.draft if here else {}
    context: dict[str, Any] = {
        "unsent": unsent,
        "moved_on": MOVED_ON,
        "problems": problems or {},
        "beside": beside,
        "typed": {name: sent.get(name, "") for name in FIELDS},
        "levels": [(level, level) for level in LEVELS],
    }
    if here is None or shared is None:
        digest = read_talk(request.spaces).digest
        token = talk_token(shared, None, digest, timezone.now()) if shared else ""
        return render(request, "talks/none.html", {**context, "token": token, "every": EVERY_FIVE})
    return render(request, "talks/now.html", {**context, **_shown(request, here)})


def _shown(request: InSpacesRequest, here: Here) -> dict[str, Any]:
    """What the page of a talk that is there shows of it."""
    view = view_of(here, is_held=is_held_here(request, here.live))
    is_away = _is_other_away(request, here) if view == "turn" else None
    waits = waiting(request.spaces, here)
    back = waits.until if waits else None
    return {
        "here": here,
        "view": view,
        "is_away": is_away,
        "waits": waits,
        "text": html(here.side.text, "conversations").replace(PARTNER, here.partner_name),
        "token": talk_token(here.space, here.live, here.digest, here.now, is_away=is_away, back=back),
        "every": EVERY_FIVE if here.live.phase is Phase.ASKED else 1,
        "lines": _lines(here),
        "how": HOW,
        "is_locked": is_locked(request.person),
    }


def _is_other_away(request: InSpacesRequest, here: Here) -> bool | None:
    """None where nothing says so: on one phone, in a pause, or once the talk should long be over."""
    live, session = here.live, request.person.session
    if live.phone_of or live.paused_at or not live.alive_until or here.now >= live.alive_until:
        return None
    keep_in_talk(bytes(session.pk), session.in_talk_at, here.now)
    has_just_begun = live.begun_at is not None and here.now < live.begun_at + SETTLING
    return not has_just_begun and is_other_away(here.space.id, bytes(session.pk), here.now)


def view_of(here: Here, *, is_held: bool) -> str:
    """Which of its faces the page shows."""
    live = here.live
    if live.phone_of:
        if not is_held:
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


def _locked(request: InSpacesRequest) -> HttpResponse:
    """The talk on this phone is over. A new one, on two phones, is none of whoever still holds it."""
    space = request.spaces.shared
    names = names_in(read_entries(Want(space, tags=(NAMES,)))) if space else {}
    owner = isolated(names.get(request.person.id, "") or "whoever it belongs to")
    return render(request, "talks/locked.html", {"owner": owner})


def _lines(here: Here) -> list[KeptLine]:
    """What both have saved in this talk, for its last page."""
    if here.live.phase is not Phase.OVER:
        return []
    entries = read_entries(Want(here.space, tags=(TAG,)), newest=60)
    return lines_of(entries).get(here.live.id, [])
