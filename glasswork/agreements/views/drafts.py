"""What is being typed in the smaller forms of this room. The worksheet of a line has a draft of its own."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from glasswork.agreements.actions import read_draft, read_drafts, save_draft
from glasswork.agreements.forms import fields_of, first
from glasswork.agreements.kinds import Draft
from glasswork.agreements.open_forms import CONTACT_TEXTS, OFFER_TEXTS
from glasswork.agreements.openness_kinds import TOPICS
from glasswork.spaces.http import InSpacesRequest, in_spaces

CLOSING, DECLARATION, CARDS, OWN_LINE, REVIEW = "closing", "declaration", "cards", "own-line", "review"
FORMS: dict[str, tuple[str, ...]] = {
    CLOSING: ("closing",),
    DECLARATION: ("space", "state", "on", *CONTACT_TEXTS),
    CARDS: (*(f"card_{n}" for n in range(1, 21)), "over"),
    OWN_LINE: ("text", "firmness", "act_then"),
    REVIEW: ("word", "words", "look_again_on"),
    "offer": ("space", *OFFER_TEXTS, "ends_on"),
    "request": ("space", "words"),
    "shown": ("space", *(f"shown_{topic}" for topic in TOPICS)),
}


@in_spaces
@require_POST
def draft(request: InSpacesRequest, form: str) -> HttpResponse:
    """``form`` is one of those above, with what it is about where there are several: offer-plans, review-<hex>."""
    if form not in FORMS and not _is_about_something(form):
        raise Http404
    fields = fields_of(request.POST, _names(form))
    save_draft(request.spaces.private, form, fields, once=request.POST.get("once", ""))
    return HttpResponse(status=204)


def typed_in(request: InSpacesRequest, form: str) -> dict[str, list[str]]:
    """What stands in a form: what was just sent and came back, kept as a draft as well; or else the draft."""
    if request.method == "POST":
        sent = fields_of(request.POST, _names(form))
        save_draft(request.spaces.private, form, sent, once=request.POST.get("once", ""))
        return sent
    kept = read_draft(request.spaces.private, form)
    return kept.fields if kept and _is_for_now(request, kept) else {}


def shown_in(request: InSpacesRequest) -> dict[str, str]:
    """The forms of what is shown under offers, which stand on one page, by field."""
    fields: dict[str, list[str]] = {}
    for kept in read_drafts(request.spaces.private, *(f"shown-{topic}" for topic in TOPICS)):
        fields |= kept.fields if _is_for_now(request, kept) else {}
    for topic in TOPICS:
        if f"shown_{topic}" in request.POST:
            fields |= typed_in(request, f"shown-{topic}")
    return {name: first(fields, name) for name in FORMS["shown"]}


def _is_for_now(request: InSpacesRequest, kept: Draft) -> bool:
    """What was begun for one person is not put before the next."""
    space = request.spaces.shared
    return first(kept.fields, "space") in {"", str(space.id) if space else ""}


def form_about(form: str, about: UUID) -> str:
    return f"{form}-{about.hex}"


def _names(form: str) -> tuple[str, ...]:
    return FORMS.get(form) or FORMS[form.rpartition("-")[0]]


def _is_about_something(form: str) -> bool:
    name, _, about = form.rpartition("-")
    return name in FORMS and (about in TOPICS or _is_hex(about))


def _is_hex(text: str) -> bool:
    try:
        return UUID(text).hex == text
    except ValueError:
        return False
