"""The password of somebody who is signed in: given again, changed; and a new recovery code."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.people.actions import Outpaced, change_password, replace_recovery_code
from glasswork.people.carrying import belongs_to, carry_on, still_carried
from glasswork.people.http import SignedInRequest, open_while_leaving, open_while_locked, signed_in
from glasswork.people.passwords import password_problem
from glasswork.people.paths import local_path
from glasswork.people.present_password import present_password_problem
from glasswork.people.sessions import renew_session
from glasswork.people.stretching import BUSY, TooBusy
from glasswork.ui.page import render


@signed_in
@open_while_locked
@open_while_leaving
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: SignedInRequest) -> HttpResponse:
    """Asks for the password once more before something that matters; a form that waits goes on from here."""
    next_path = local_path(request.POST.get("next", request.GET.get("next", "")))
    carried = still_carried(request)
    problem = present_password_problem(request) if request.method == "POST" else ""
    if request.method != "POST" or problem:
        problems = {"password": problem} if problem else {}
        context = {"problems": problems, "next": next_path, "carried": carried, "back": _to_me()}
        return render(request, "people/again.html", context)
    response: HttpResponse
    if carried and belongs_to(carried, request.person.id):
        response = render(request, "people/carry_on.html", carry_on(carried))
    else:
        response = HttpResponseRedirect(next_path or reverse("today"))
    renew_session(response, request.person)
    return response


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: SignedInRequest) -> HttpResponse:
    """A new password, against the present one: an unlocked phone is not enough to take an account over."""
    if request.method != "POST":
        return render(request, "people/password.html", {"problems": {}, "back": _to_me()})
    new = request.POST.get("new_password", "")
    found = {"password": present_password_problem(request), "new_password": password_problem(new)}
    problems = {field: sentence for field, sentence in found.items() if sentence}
    if not problems:
        try:
            change_password(request.person, password=new)
        except (TooBusy, Outpaced):
            problems = {"new_password": BUSY}
    if problems:
        return render(request, "people/password.html", {"problems": problems, "back": _to_me()})
    response = HttpResponseRedirect(f"{reverse('me')}?done=password")
    renew_session(response, request.person)
    return response


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def recovery_code(request: SignedInRequest) -> HttpResponse:
    """A new recovery code, against the password; the old one stops working at once."""
    problem = present_password_problem(request) if request.method == "POST" else ""
    code = ""
    if request.method == "POST" and not problem:
        try:
            code = replace_recovery_code(request.person)
        except Outpaced:
            problem = BUSY
    if not code:
        problems = {"password": problem} if problem else {}
        return render(request, "people/recovery_code.html", {"problems": problems, "back": _to_me()})
    context = {"code": code, "sign_in_name": "", "onward": reverse("me"), "back": None}
    return render(request, "people/new_code.html", context)


def _to_me() -> tuple[str, str]:
    return (reverse("me"), "Me")
