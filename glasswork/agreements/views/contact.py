"""Contact: what each has stated themselves, the plan if they get in touch, and a closing message for oneself."""

from secrets import token_urlsafe
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.agreements import actions
from glasswork.agreements.caught import Why, guarded, let_rest, offer_hint, why_not_sent
from glasswork.agreements.contact_kinds import CONTACT, Contact
from glasswork.agreements.declarations import declarations, state
from glasswork.agreements.forms import first
from glasswork.agreements.here import Here, load_here, shared_spaces
from glasswork.agreements.kinds import LINES
from glasswork.agreements.open_forms import CONTACT_TEXTS, STATES, clean_contact
from glasswork.agreements.views.drafts import CLOSING, DECLARATION, typed_in
from glasswork.agreements.views.lines import of_sort
from glasswork.agreements.waiting import why_rest
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.refused import STOPPED, Refused
from glasswork.spaces.writing import SpaceClosed
from glasswork.ui.page import render


@in_spaces
@require_safe
def contact(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, (CONTACT, LINES))
    kept = actions.read_draft(here.private, CLOSING)
    context = _names(here) | {
        "spoken": [_spoken(here, space) for space in shared_spaces(request.spaces)],
        "plans": of_sort(here, "re-contact"),
        "closing": kept.fields.get("closing", [""])[0] if kept else "",
        "states": dict(STATES),
    }
    return render(request, "agreements/contact.html", context)


@in_spaces
@require_http_methods(["GET", "POST"])
def declaration(request: InSpacesRequest) -> HttpResponse:
    """One’s own statement. Nobody else can make it, and nothing private feeds it (S11)."""
    here = load_here(request.spaces, (CONTACT,))
    if request.method == "GET":
        return HttpResponseRedirect(reverse("contact")) if here.space is None else _form(request, here)
    value, problems = clean_contact(request.POST, here.today)
    if problems:
        return _form(request, here, problems)
    why = why_not_sent(lambda: _state(request, here, value), stopped=STOPPED)
    if why:
        return _form(request, here, why.at(""), why)
    actions.end_draft(here.private, DECLARATION, once=request.POST.get("once", ""))
    return HttpResponseRedirect(reverse("contact"))


def _state(request: InSpacesRequest, here: Here, value: Contact) -> None:
    """Raises Refused, SpaceClosed or AlreadyWritten."""
    if here.space is None or not here.is_with(request.POST.get("space", "")):
        raise SpaceClosed
    if why := why_rest(here):
        raise Refused(why)
    let_rest(here.private, value.as_text(), here.now)
    offer_hint(request, **{name: getattr(value, name) for name in CONTACT_TEXTS})
    state(here.private, here.space, value, once=request.POST.get("once", ""))


@in_spaces
@require_POST
def closing(request: InSpacesRequest) -> HttpResponse:
    """A message nobody gets from here: a draft to copy."""
    text = request.POST.get("closing", "").strip()
    actions.save_draft(request.spaces.private, CLOSING, {"closing": [text[:20_000]]})
    return HttpResponseRedirect(f"{reverse('contact')}#closing")


def _spoken(here: Here, space: OpenSpace) -> dict[str, Any]:
    return {
        "name": here.name_in(space),
        "is_over": space.is_closed,
        "by": [(here.name_of(space, author), said) for author, said in declarations(here.of(space)).items()],
    }


def _form(
    request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None, why: Why | None = None
) -> HttpResponse:
    sent = typed_in(request, DECLARATION)
    before = declarations(here.of(here.space)).get(here.me, [])
    start = before[-1].value if before and isinstance(before[-1].value, Contact) else None
    typed = {name: first(sent, name) if name in sent else getattr(start, name, "") for name in CONTACT_TEXTS}
    context = _names(here) | {
        "typed": {**typed, "state": first(sent, "state"), "on": first(sent, "on") or here.today.isoformat()},
        "states": STATES if start else STATES[:2],
        "problems": problems or {},
        **guarded(why),
        "once": request.POST.get("once") or token_urlsafe(12),
        "back": (reverse("contact"), "Contact"),
    }
    return render(request, "agreements/declaration.html", context)


def _names(here: Here) -> dict[str, Any]:
    return {"here": here, "partner_name": here.partner_name, "me": here.me}
