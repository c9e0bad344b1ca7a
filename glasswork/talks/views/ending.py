"""How a talk was, for oneself alone. On one phone it is asked under a cover and kept nowhere."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from glasswork.people.http import open_while_locked
from glasswork.people.sessions import is_locked
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.talks import actions
from glasswork.talks.forms import LONGEST, TOO_LONG, number_of, talk_of, text_of
from glasswork.talks.here import Here, load_here
from glasswork.talks.kinds import TAG, Ending, Held
from glasswork.talks.live import Phase
from glasswork.talks.views.now import is_held_here, page

NEWEST = 200


@in_spaces
@open_while_locked
@require_POST
def ending(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, timezone.now())
    if is_locked(request.person) or (here and here.live.phone_of):
        return _under_cover(request, here)
    talk, words = talk_of(request.POST.get("step", "")), text_of(request.POST, "words")
    is_here = here is not None and here.live.id == talk and here.live.phase is Phase.OVER
    if is_here and len(words) > LONGEST:
        return page(request, here, {"words": TOO_LONG})
    held = _held(request, talk) if len(words) <= LONGEST else None
    if talk is None or held is None:
        return page(request, here, unsent=words)
    is_kept = _keep(request, held, words)
    if is_here:
        actions.set_aside(request.spaces.private, talk)
    return HttpResponseRedirect(reverse("talks") + ("?kept=1" if is_kept else ""))


def _under_cover(request: InSpacesRequest, here: Here | None) -> HttpResponse:
    """On one phone: what was answered is let go, and the phone goes on."""
    if here and is_held_here(request, here.live):
        with suppress(SpaceClosed):
            actions.leave_ending(request.spaces, request.POST.get("step", ""), timezone.now())
    return HttpResponseRedirect(reverse("talk_now"))


def _held(request: InSpacesRequest, talk: UUID | None) -> Held | None:
    """The talk as the record has it: another may have begun since the page asked, or sharing may have stopped."""
    wants = [Want(space, tags=(TAG,)) for space in request.spaces.all() if space.is_shared]
    entries = read_entries(*wants, newest=NEWEST) if talk else []
    return next((each.value for each in entries if isinstance(each.value, Held) and each.value.talk == talk), None)


def _keep(request: InSpacesRequest, held: Held, words: str) -> bool:
    """False where nothing was answered."""
    how, heard = number_of(request.POST, "how", most=5), number_of(request.POST, "accuracy", most=10)
    if not (how or heard is not None or words):
        return False
    with suppress(AlreadyWritten):  # a second press
        value = Ending(talk=held.talk, title=held.title, how=how or None, heard=heard, words=words)
        actions.keep_ending(request.spaces.private, value)
    return True
