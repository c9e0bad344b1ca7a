"""What nobody else ever sees: letters never sent, and a place for anger. Neither page has a way to send."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.letters.actions.own import keep_own
from glasswork.letters.forms import clean_unsent, clean_words, one_part
from glasswork.letters.here import DRAFTS, Here
from glasswork.letters.kinds import OWN, Kept
from glasswork.letters.sorts import SORTS
from glasswork.letters.understood import LEVELS, is_heard, read_understood
from glasswork.letters.views.pages import guide, here_of, show, to
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.spaces.writing import withdraw
from glasswork.ui.sent import once_of, typed

AT_ONCE = 200


@in_spaces
@require_http_methods(["GET", "POST"])
def never_sent(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    if request.method == "GET":
        return _never_sent(request, here)
    clean, once = clean_unsent(request.POST), once_of(request)
    DRAFTS.save(here.private, "never", clean.words, once="")
    if clean.problems:
        return _never_sent(request, here, clean.problems)
    parts = one_part("A letter that is never sent", clean.words["words"])
    keep_own(here, Kept(sort="never", goes="never", parts=parts, to=clean.words["to"]), once=once)
    DRAFTS.end(here.private, "never", once=once)
    return to("never_sent", "kept=1")


@in_spaces
@require_http_methods(["GET", "POST"])
def anger(request: InSpacesRequest) -> HttpResponse:
    """Burnt words are not looked at and not stored: their button belongs to a form that doesn't even carry them."""
    here, act = here_of(request), request.POST.get("act", "")
    if act == "burn":
        return to("anger", "burnt=1")
    if act == "keep":
        clean = clean_words(request.POST)
        if clean.problems:
            return _anger(request, here, clean.problems)
        kept = Kept(sort="anger", goes="anger", parts=one_part("Anger", clean.words["words"]))
        keep_own(here, kept, once=once_of(request))
        return to("anger", "kept=1")
    return _anger(request, here)


@in_spaces
@require_safe
def kept(request: InSpacesRequest, entry_id: UUID) -> HttpResponse:
    value = find_kept(request, entry_id)
    back = {"never": "never_sent", "anger": "anger"}.get(value.goes, "letters")
    context = {
        "entry_id": entry_id,
        "kept": value,
        "sort": SORTS.get(value.sort),
        "back_to": back,
        "is_heard": is_heard(value),
        "understood": read_understood(request.spaces.private, entry_id) if is_heard(value) else None,
        "levels": [(level, level) for level in LEVELS],
    }
    return show(request, "kept", context)


@in_spaces
@require_POST
def erasure(request: InSpacesRequest, entry_id: UUID) -> HttpResponse:
    value = find_kept(request, entry_id)
    withdraw(request.spaces.private, entry_id)
    return to("anger", "burnt=1") if value.goes == "anger" else to("never_sent" if value.goes == "never" else "letters")


def _never_sent(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    draft = here.draft("never")
    context = {
        "typed": typed(request, ("to", "words"), draft),
        "has_draft": request.method == "GET" and any(draft.values()),
        "kept": _kept(here, "never"),
        "was_kept": "kept" in request.GET,
        "problems": problems,
    }
    return show(request, "never_sent", context)


def _anger(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    context = {
        "typed": typed(request, ("words",)),
        "kept": _kept(here, "anger"),
        "was_kept": "kept" in request.GET,
        "was_burnt": "burnt" in request.GET,
        "guide": guide("place-for-anger"),
        "problems": problems,
    }
    return show(request, "anger", context)


def _kept(here: Here, goes: str) -> list[tuple[Opened[Kind], Kept]]:
    own = read_entries(Want(here.private, tags=(OWN,)), newest=AT_ONCE)
    return [(entry, entry.value) for entry in own if isinstance(entry.value, Kept) and entry.value.goes == goes][::-1]


def find_kept(request: InSpacesRequest, entry_id: UUID) -> Kept:
    for entry in read_entries(Want(request.spaces.private, tags=(OWN,))):
        if entry.id == entry_id and isinstance(entry.value, Kept):
            return entry.value
    raise Http404
