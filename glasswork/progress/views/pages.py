"""What the pages of this room share."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from glasswork.checkin.before_it_goes import Beside, is_left_out
from glasswork.hints.hint import hint_for
from glasswork.lib.directions import isolated
from glasswork.progress.here import Here, load_here
from glasswork.safety.gate import read_standing
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import partner_name
from glasswork.spaces.reading import Opened
from glasswork.ui.page import render
from glasswork.ui.sent import once_of

RESTS = "This can’t go out just now. Your words are still here. You can keep them for yourself."
STOPPED = "Sharing has stopped, so this was not sent. Your words are still here, for you to copy."


def here_of(request: InSpacesRequest) -> Here:
    return load_here(request.spaces, timezone.now())


def rests(request: InSpacesRequest) -> bool:
    """Whether nothing goes to the other just now; only this person can tell (S11). One query with a partner."""
    return request.spaces.shared is not None and read_standing(request.spaces).is_resting


def hint_before(request: InSpacesRequest, field: str, label: str, text: str) -> Beside | None:
    """The one hint on words that go to the other, unless it was shown already."""
    hint = None if request.POST.get("hinted") else hint_for(text)
    return None if hint is None or is_left_out(hint, request.spaces.private) else Beside(hint, label, field)


def author_of(here: Here, entry: Opened[Kind]) -> str:
    """Whoever wrote it, as they are called in the space it lies in: it may be of an earlier time, with another."""
    if entry.author == here.private.me:
        return "You"
    space = next(space for space in here.spaces.all() if space.id == entry.space)
    return isolated(here.partner_name if space.id == here.space.id else partner_name(space, ()))


def show(request: InSpacesRequest, template: str, here: Here, names: dict[str, Any]) -> HttpResponse:
    """``partner`` is for the middle of a sentence, ``partner_name`` for elements; both empty without somebody now."""
    name = here.partner_name if here.is_shared else ""
    context = {
        "here": here,
        "partner_name": name,
        "partner": isolated(name),
        "once": once_of(request),
        "problems": {},
        "back": (reverse("how_far"), "How far"),
        **names,
    }
    return render(request, f"progress/{template}.html", context)
