"""What the pages of this room share: finding a thread, what was typed, and the names every page needs."""

from collections.abc import Callable, Iterable
from datetime import date
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from glasswork.lib.directions import isolated
from glasswork.promises.actions.writing import Enough, NotYours
from glasswork.promises.forms import MOVED_ON, STOPPED
from glasswork.promises.here import Here, load_here
from glasswork.promises.threads import Found, find_thread
from glasswork.safety.gate import read_standing
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.ui.page import render

BACK = "Promises"


def here_of(request: InSpacesRequest) -> Here:
    return load_here(request.spaces, timezone.now(), alone="alone" in request.GET or "alone" in request.POST)


def shared_here(request: InSpacesRequest) -> Here:
    """404 for somebody alone: the page is about two."""
    here = here_of(request)
    if not here.is_shared:
        raise Http404
    return here


def until_of(request: InSpacesRequest) -> date | None:
    """The last day that a page of older things shows; None for the newest."""
    try:
        return date.fromisoformat(request.GET.get("until", ""))
    except ValueError:
        return None


def find(request: InSpacesRequest, thread: UUID, parts: Iterable[str] = ()) -> Found:
    """404 for whoever can't read it, as for a thread that never was."""
    found = find_thread(request.spaces, thread, parts)
    if found is None:
        raise Http404
    return found


def once_of(request: InSpacesRequest) -> str:
    return request.POST.get("once") or token_urlsafe(12)


def typed(request: InSpacesRequest, names: Iterable[str], draft: dict[str, str] | None = None) -> dict[str, str]:
    """What the form's fields hold: as just sent, or as they were left."""
    sent = request.POST if request.method == "POST" else (draft or {})
    return {name: sent.get(name, "") for name in names}


def place(name: str, **arguments: Any) -> str:
    """The path of a page that another room may have; nothing where there is none."""
    try:
        return reverse(name, kwargs=arguments)
    except NoReverseMatch:
        return ""


def reason_against(act: Callable[[], object]) -> str | None:
    """Does it. None when it went well; otherwise the sentence that says why not."""
    try:
        act()
    except Enough as enough:
        return enough.sentence
    except SpaceClosed:
        return STOPPED
    except (AlreadyWritten, NotYours):
        return MOVED_ON
    return None


def to(name: str, here: Here | None = None, **arguments: Any) -> HttpResponse:
    is_apart = here is not None and here.spaces.shared is not None and not here.is_shared
    return HttpResponseRedirect(reverse(name, kwargs=arguments) + ("?alone=1" if is_apart else ""))


def taken_back(
    request: InSpacesRequest, found: Found, problems: dict[str, str] | None = None, *, unsent: str = ""
) -> HttpResponse:
    """For a thread whose first words are erased; what this reader said to them is still theirs."""
    said = [entry.value for (author, _), entry in found.thread.parts.items() if author == found.thread.me]
    remain = [value.as_text() for value in said if value and value.as_text()]
    context = {"thread": found.thread, "remain": remain, "problems": problems, "unsent": unsent}
    return show(request, "taken_back", context, found.partner_name)


def is_resting(request: InSpacesRequest) -> bool:
    """Whether steps for two rest for this person; alone there are none. One query."""
    return request.spaces.shared is not None and read_standing(request.spaces).is_resting


def show(request: InSpacesRequest, template: str, names: dict[str, Any], partner_name: str) -> HttpResponse:
    """``partner`` is for the middle of a sentence, ``partner_name`` for elements of its own; both empty alone.

    ``rests``: steps for two rest for this reader, so no page holds one out to them.
    """
    problems = names.get("problems") or {}
    context = {
        "back": (reverse("promises"), BACK),
        "partner_name": partner_name,
        "partner": isolated(partner_name),
        "once": once_of(request),
        "is_alone": "alone" in request.GET or "alone" in request.POST,
        "unsent": "",
        "rests": is_resting(request),
        **names,
        "problems": problems,
    }
    return render(request, f"promises/{template}.html", context)
