"""Signing in, and giving back what was typed when the session ended in between."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.people import throttles
from glasswork.people.actions import account_key_by_password, spend_the_same_time
from glasswork.people.carrying import Carried, belongs_to, carry_on, still_carried
from glasswork.people.host import put_back_lately
from glasswork.people.models import Account
from glasswork.people.paths import local_path
from glasswork.people.sessions import IDLE_MINUTES, IDLE_MINUTES_SHARED_DEVICE, forget_session, start_session
from glasswork.people.sign_in_names import clean_sign_in_name, hash_sign_in_name
from glasswork.people.stretching import BUSY, TooBusy
from glasswork.ui.page import render

WRONG = "That name and password don’t belong together. Both can be tried again."


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, next_path=local_path(request.GET.get("next", "")))
    name, password = request.POST.get("name", ""), request.POST.get("password", "")
    next_path, carried = local_path(request.POST.get("next", "")), still_carried(request)
    problems = _missing(name, password)
    if problems:
        return _page(request, problems, next_path=next_path, carried=carried)
    subject = hash_sign_in_name(name)
    limits = [(throttles.SIGN_IN, subject), (throttles.SIGN_IN_CLIENT, b"")]
    if not all(throttles.is_allowed(limit, request, what) for limit, what in limits):
        return _page(request, {"name": throttles.TOO_MANY}, next_path=next_path, carried=carried, status=429)
    account = Account.objects.filter(sign_in=subject).first()
    key = None
    try:
        if account:
            key = account_key_by_password(account, password)
        else:
            spend_the_same_time(password)
    except TooBusy:
        return _page(request, {"name": BUSY}, next_path=next_path, carried=carried, status=503)
    if account is None or key is None:
        return _page(request, {"name": WRONG}, next_path=next_path, carried=carried)
    throttles.forget(throttles.SIGN_IN, request, subject)
    return _welcome(request, account, key, next_path, carried)


def _welcome(
    request: HttpRequest, account: Account, key: bytes, next_path: str, carried: Carried | None
) -> HttpResponse:
    response: HttpResponse
    rotate_token(request)  # the form token of whoever used this browser before is not this person's
    if carried and belongs_to(carried, account.id):
        response = render(request, "people/carry_on.html", carry_on(carried))
    else:
        response = HttpResponseRedirect(next_path or reverse("today"))
    is_shared = bool(request.POST.get("shared"))
    idle = IDLE_MINUTES_SHARED_DEVICE if is_shared else IDLE_MINUTES
    forget_session(request)
    start_session(response, account, key, idle_minutes=idle)
    return response


def _missing(name: str, password: str) -> dict[str, str]:
    problems = {}
    if not clean_sign_in_name(name):
        problems["name"] = "Please type your sign-in name, such as robin‑harbour‑27."
    if not password:
        problems["password"] = "Please type your password."
    return problems


def _page(
    request: HttpRequest,
    problems: dict[str, str] | None = None,
    *,
    next_path: str = "",
    carried: Carried | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "problems": problems or {},
        "typed": {"name": request.POST.get("name", ""), "shared": bool(request.POST.get("shared"))},
        "next": next_path,
        "carried": carried,
        "put_back_on": put_back_lately(),
        "back": (reverse("landing"), "Back"),
    }
    return render(request, "people/sign_in.html", context, status=status)
