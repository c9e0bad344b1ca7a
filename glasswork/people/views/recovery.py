"""A lost password, mended with the recovery code (K15). An operator can reset nothing."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.people import throttles
from glasswork.people.actions import Outpaced, account_key_by_recovery_code, recover
from glasswork.people.models import Account
from glasswork.people.passwords import password_problem
from glasswork.people.sessions import forget_session, start_session
from glasswork.people.sign_in_names import clean_sign_in_name, hash_sign_in_name
from glasswork.people.stretching import BUSY, TooBusy
from glasswork.ui.page import render

WRONG = "That name and code don’t belong together. Look for swapped letters, then try again."
TOO_MANY = "That was a few tries in a row. Please wait an hour, then try again."


@require_http_methods(["GET", "POST"])
def recovery(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return _page(request, {})
    name, code = request.POST.get("name", ""), request.POST.get("code", "")
    problem = password_problem(request.POST.get("new_password", ""))
    if problem:
        return _page(request, {"new_password": problem})
    subject = hash_sign_in_name(name)
    if not throttles.is_allowed(throttles.RECOVERY, request, subject):
        return _page(request, {"code": TOO_MANY}, status=429)
    account = Account.objects.filter(sign_in=subject).first()
    key = account_key_by_recovery_code(account, code) if account else None
    if account is None or key is None:
        return _page(request, {"code": WRONG})
    throttles.forget(throttles.RECOVERY, request, subject)
    return _recovered(request, account, key)


def _recovered(request: HttpRequest, account: Account, key: bytes) -> HttpResponse:
    try:
        new_code = recover(account, key, password=request.POST["new_password"])
    except (TooBusy, Outpaced):
        return _page(request, {"code": BUSY}, status=503)
    context = {"code": new_code, "sign_in_name": clean_sign_in_name(request.POST["name"]), "back": None}
    context["onward"] = reverse("today")
    rotate_token(request)  # as at sign-in: whoever used this browser before knew the old one
    response = render(request, "people/new_code.html", context)
    forget_session(request)
    start_session(response, account, key)
    return response


def _page(request: HttpRequest, problems: dict[str, str], *, status: int = 200) -> HttpResponse:
    typed = {"name": request.POST.get("name", ""), "code": request.POST.get("code", "")}
    context = {"problems": problems, "typed": typed, "back": (reverse("sign_in"), "Sign in")}
    return render(request, "people/recovery.html", context, status=status)
