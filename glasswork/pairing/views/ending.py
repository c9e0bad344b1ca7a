"""Stopping: at once, without a reason, and what stays where afterwards (S6, K15)."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.pairing import sentences
from glasswork.pairing.actions import settle, stop_sharing
from glasswork.pairing.doors import to_pairing
from glasswork.pairing.kinds import PARTING_TAG
from glasswork.pairing.partings import MOST_CHARACTERS, Tell, make_parting
from glasswork.people.http import fresh
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.writing import SpaceClosed, utc_day
from glasswork.ui.page import render


@require_http_methods(["GET", "HEAD", "POST"])
@in_spaces
@fresh
def end(request: InSpacesRequest) -> HttpResponse:
    if request.spaces.shared is None:
        return _stopped(request)
    if request.method != "POST":
        return _ask(request, request.spaces.shared, {})
    problems = _problems(request)
    if problems:
        return _ask(request, request.spaces.shared, problems)
    settle(request.person, request.spaces)
    parting = make_parting(Tell(request.POST["tell"]), request.POST.get("words", "").strip(), utc_day())
    try:
        stop_sharing(request.spaces, parting)
    except SpaceClosed:
        request.spaces.former.append(request.spaces.shared)
        return _stopped(request)
    return HttpResponseRedirect(reverse("pairing_end"))


def _problems(request: InSpacesRequest) -> dict[str, str]:
    problems = {}
    if request.POST.get("tell") not in set(Tell):
        problems["tell"] = sentences.CHOOSE_TELLING
    if len(request.POST.get("words", "")) > MOST_CHARACTERS:
        problems["words"] = sentences.TOO_LONG
    return problems


def _ask(request: InSpacesRequest, shared: OpenSpace, problems: dict[str, str]) -> HttpResponse:
    context = {
        "partner_name": partner_name(shared, read_entries(Want(shared, tags=(NAMES,)))),
        "problems": problems,
        "typed": {
            "tell": request.POST.get("tell", Tell.NOT_HERE),
            "words": request.POST.get("words", ""),
        },
    }
    return render(request, "pairing/end.html", context)


def _stopped(request: InSpacesRequest) -> HttpResponse:
    """Where things are now. Words that came too late are given back, since nobody got them."""
    if not request.spaces.former:
        return to_pairing()
    former, words = request.spaces.former[-1], request.POST.get("words", "").strip()
    entries = read_entries(Want(former, tags=(NAMES, PARTING_TAG)))
    sent = [entry.value.as_text() for entry in entries if entry.author == former.me and entry.value]
    context = {"former_name": partner_name(former, entries), "unsent": "" if words in sent else words}
    return render(request, "pairing/ended.html", context)
