"""The doors of signed-in pages: who may pass, and what happens to a form whose session has ended."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from glasswork.people.carrying import OWNER, carry, owner_mark
from glasswork.people.person import NoLongerSignedIn, Person
from glasswork.people.sessions import find_person, is_fresh, is_locked, minutes_for_page
from glasswork.ui.page import render

SAFE_METHODS = {"GET", "HEAD"}


class SignedInRequest(HttpRequest):
    """A request that a signed-in person makes; ``form_owner`` goes into every form (see ``carrying``).

    ``session_minutes``: after how many the page covers itself and asks to sign in again.
    """

    person: Person
    form_owner: str
    session_minutes: int


type View[**P] = Callable[Concatenate[SignedInRequest, P], HttpResponse]


def signed_in[**P](view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Lets only signed-in people pass; everybody else is asked to sign in and loses nothing they typed."""

    @wraps(view)
    def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        person = find_person(request)
        if person is None or _is_somebody_elses(request, person):
            return _ask_to_sign_in(request)
        signed_in_request = as_signed_in(request, person)
        signed_in_request.session_minutes = minutes_for_page(person.session, timezone.now())
        if is_locked(person) and not getattr(view, "is_open_while_locked", False):
            return _ask_for_password(signed_in_request)
        if person.account.leaves_on and not getattr(view, "is_open_while_leaving", False):
            return HttpResponseRedirect(reverse("leaving"))
        try:
            return view(signed_in_request, *args, **kwargs)
        except NoLongerSignedIn:
            return _ask_to_sign_in(request)

    door.is_signed_in_only = True  # type: ignore[attr-defined]  # read by the access tests
    return door


def fresh[R: SignedInRequest, **P](
    view: Callable[Concatenate[R, P], HttpResponse],
) -> Callable[Concatenate[R, P], HttpResponse]:
    """Inside ``signed_in``: asks for the password again when it was last given over five minutes ago (K16)."""

    @wraps(view)
    def door(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return view(request, *args, **kwargs) if is_fresh(request.person) else _ask_for_password(request)

    return door


def open_while_locked[**P](view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Under the door: this page also opens on a phone that its owner has handed to somebody (``sessions.lock``)."""
    view.is_open_while_locked = True  # type: ignore[attr-defined]  # read by the door
    return view


def open_while_leaving[**P](view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Under the door: this page also opens once its owner has asked for the account to be deleted."""
    view.is_open_while_leaving = True  # type: ignore[attr-defined]  # read by the door
    return view


def recognise(request: HttpRequest) -> Person | None:
    """For public pages that look a little different to somebody who is signed in."""
    person = find_person(request)
    if person:
        as_signed_in(request, person)
    return person


def as_signed_in(request: Any, person: Person) -> SignedInRequest:
    """Also for the answer that makes somebody's first session, when no cookie has come yet."""
    request.person, request.form_owner = person, owner_mark(person.id)
    signed_in_request: SignedInRequest = request
    return signed_in_request


def _is_somebody_elses(request: HttpRequest, person: Person) -> bool:
    """A form that another account's page made, when two people use one browser: it must not land here."""
    owner = request.POST.get(OWNER, "") if request.method not in SAFE_METHODS else ""
    return bool(owner) and owner != owner_mark(person.id)


def _ask_for_password(request: SignedInRequest) -> HttpResponse:
    if request.method in SAFE_METHODS:
        return HttpResponseRedirect(f"{reverse('again')}?{urlencode({'next': request.path})}")
    context: dict[str, object] = {
        "carried": carry(request),
        "problems": {},
        "next": request.path,
        "back": None,
    }
    return render(request, "people/again.html", context, status=401)


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method in SAFE_METHODS:
        return HttpResponseRedirect(f"{reverse('sign_in')}?{urlencode({'next': request.path})}")
    context: dict[str, object] = {
        "carried": carry(request),
        "problems": {},
        "typed": {},
        "next": "",
        "back": None,
    }
    return render(request, "people/sign_in.html", context, status=401)
