"""What the pages of this room share: finding a thread, what was typed, and the names every page needs."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import Any, Concatenate
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from glasswork.agreements.caught import REST, Caught, Why, guarded, let_rest, look_for
from glasswork.hints.beside import hint_beside
from glasswork.lib.directions import isolated
from glasswork.people.carrying import typed_words
from glasswork.promises.forms import Form, Problems
from glasswork.promises.here import Here, load_here
from glasswork.promises.threads import Found, find_thread
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest
from glasswork.ui.page import render
from glasswork.ui.sent import once_of

BACK = "Promises"


def here_of(request: InSpacesRequest) -> Here:
    return load_here(request.spaces, timezone.now(), alone="alone" in request.GET or "alone" in request.POST)


def shared_here(request: InSpacesRequest) -> Here:
    """404 for somebody alone: the page is about two. A form that comes too late gets its words back (words_kept)."""
    here = here_of(request)
    if not here.is_shared:
        raise Http404 if request.method == "GET" else NoLongerTwo
    return here


class NoLongerTwo(Http404):
    """A form for two, and they no longer share. To whoever typed no words it is a page that is not there."""


def words_kept[**P](
    view: Callable[Concatenate[InSpacesRequest, P], HttpResponse],
) -> Callable[Concatenate[InSpacesRequest, P], HttpResponse]:
    """Words written for somebody go to nobody else: not to oneself, and not to whoever came after (`with_whom`)."""

    @wraps(view)
    def door(request: InSpacesRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        known = {"", *(str(space.id) for space in (request.spaces.private, request.spaces.shared) if space)}
        if request.POST.get("space", "") not in known:
            return too_late(request)
        try:
            return view(request, *args, **kwargs)
        except NoLongerTwo:
            if not typed_words(request):
                raise
            return too_late(request)

    return door


def too_late(request: InSpacesRequest) -> HttpResponse:
    """What was typed stands on it, for its writer to copy."""
    return show(request, "too_late", {"words": typed_words(request)}, "")


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


def let_words_rest(form: Form, here: Here, *, as_wish: bool = False, **said: str) -> None:
    """Words for the other that would rule their life rest a day; why is told to their writer alone."""
    if not here.is_shared or form.problems:
        return
    for name, text in said.items():
        try:
            let_rest(here.spaces.private, text, here.now, as_wish=as_wish)
        except Caught:
            form.problems[name] = REST


def offer_hint(request: InSpacesRequest, form: Form, here: Here, *, has_form: bool = True, **said: str) -> None:
    """One hint on words for the other, when all else of the form is well; the second press sends.

    ``has_form``: whether the page to show again still holds the form. Where it doesn’t, no hint may stand in the way.
    """
    if has_form and here.is_shared and not form.problems:
        form.problems.beside = hint_beside(request, said)


def _caught_in(typed_now: dict[str, str], problems: dict[str, str]) -> dict[str, Any]:
    field = next((name for name, sentence in problems.items() if sentence == REST), "")
    found = look_for(typed_now.get(field, ""), as_wish=True) if field else None
    return {"caught_field": field, **guarded(Why(REST, found) if found else None)}


def _with_whom(here: Here | None) -> SafeString:
    """A hidden field: for whom a form was shown."""
    sent = str(here.space.id) if here else ""
    return format_html('<input type="hidden" name="space" value="{}">', sent) if sent else SafeString()


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
        "with_whom": _with_whom(names.get("here")),
        **names,
        "problems": dict(problems),
        "sent_to": request.path,
        **_caught_in(names.get("typed", {}), problems),
        "beside": problems.beside if isinstance(problems, Problems) else None,
    }
    return render(request, f"promises/{template}.html", context)
