"""How a talk was, for oneself alone. On one phone it is asked under a cover and kept nowhere."""

from contextlib import suppress

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from glasswork.people.http import open_while_locked
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.talks import actions
from glasswork.talks.forms import LONGEST, TOO_LONG, mark_of, number_of, text_of
from glasswork.talks.here import Here, load_here
from glasswork.talks.kinds import Ending
from glasswork.talks.live import Phase
from glasswork.talks.views.now import page


@in_spaces
@open_while_locked
@require_POST
def ending(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, timezone.now())
    if here is None or here.live.phase is not Phase.OVER:
        return HttpResponseRedirect(reverse("talk_now"))
    if here.live.phone_of:
        with suppress(SpaceClosed):
            actions.leave_ending(request.spaces, mark_of(request.POST), timezone.now())
        return HttpResponseRedirect(reverse("talk_now"))
    if len(text_of(request.POST, "words")) > LONGEST:
        return page(request, here, {"words": TOO_LONG})
    return _keep(request, here)


def _keep(request: InSpacesRequest, here: Here) -> HttpResponse:
    how, heard = number_of(request.POST, "how", most=5), number_of(request.POST, "accuracy", most=10)
    words, title = text_of(request.POST, "words"), here.flow.facts.title if here.flow else here.live.flow
    is_kept = bool(how or heard is not None or words)
    if is_kept:
        with suppress(AlreadyWritten):  # a second press
            value = Ending(talk=here.live.id, title=title, how=how or None, heard=heard, words=words)
            actions.keep_ending(request.spaces.private, value)
    actions.set_aside(request.spaces.private, here.live.id)
    return HttpResponseRedirect(reverse("talks") + ("?kept=1" if is_kept else ""))
