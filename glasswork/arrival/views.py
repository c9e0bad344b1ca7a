"""The way in: the landing page, the first run, and the recovery code that is shown once."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.arrival import questions
from glasswork.arrival.actions import arrive
from glasswork.arrival.forms import FirstRun, clean, code_problem, problems_of
from glasswork.lib.zones import zone_choices
from glasswork.people import throttles
from glasswork.people.actions import is_recovery_code
from glasswork.people.http import SignedInRequest, as_signed_in, recognise, signed_in
from glasswork.people.paths import local_path
from glasswork.people.stretching import BUSY, TooBusy
from glasswork.programme.feelings import FEELINGS, FIRST_SCREEN, Feeling
from glasswork.programme.frame import PARTS
from glasswork.seal.code import clean_code
from glasswork.seal.errors import SealError
from glasswork.ui.page import render

TOO_MANY = "Many accounts were made from here just now. Please wait an hour, then try again."
NOT_THOSE = "Those aren’t the last four characters. Please look at your code again."
CHECKED = 4


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    if recognise(request):
        return HttpResponseRedirect(reverse("today"))
    return render(request, "arrival/landing.html")


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """One page and one form. Nothing of it is stored before the account is made."""
    if recognise(request):
        # The form was sent twice: making a second account would leave the first one's code on somebody's paper.
        return HttpResponseRedirect(reverse("first_code" if request.method == "POST" else "today"))
    if settings.GLASSWORK_SIGN_UP == "closed":
        return render(request, "arrival/closed.html", {"back": _to_landing()})
    run = clean(request.POST)
    return _page(request, run) if request.method == "GET" else _sent(request, run)


def _sent(request: HttpRequest, run: FirstRun) -> HttpResponse:
    if problems := problems_of(run):
        return _page(request, run, problems)
    if not throttles.is_allowed(throttles.SIGN_UP, request):
        return _page(request, run, {"": TOO_MANY}, status=429)
    if problems := code_problem(run):
        return _page(request, run, problems)
    return _arrived(request, run)


def _arrived(request: HttpRequest, run: FirstRun) -> HttpResponse:
    response = HttpResponse()
    try:
        arrived = arrive(response, run)
    except TooBusy:
        return _page(request, run, {"": BUSY}, status=503)
    signed_in_request = as_signed_in(request, arrived.person)
    next_path = _after_code(run, local_path(request.POST.get("next", "")))
    page = _code_page(signed_in_request, arrived.recovery_code, arrived.sign_in_name, next_path)
    response.content = page.content
    return response


def _after_code(run: FirstRun, next_path: str) -> str:
    """The private safety question, unless somebody is on their own; then where they were going."""
    next_path = next_path or reverse("today")
    if run.reason == questions.ALONE:
        return next_path
    return f"{reverse('safety_question')}?{urlencode({'next': next_path})}"


@signed_in
@require_http_methods(["GET", "POST"])
def first_code(request: SignedInRequest) -> HttpResponse:
    """Checks that the code was written down. It lives in the page alone, which sends it back to be compared."""
    code, next_path = request.POST.get("recovery_code", ""), local_path(request.POST.get("next", ""))
    if not is_recovery_code(request.person.account, code):
        return render(request, "arrival/made.html", {"back": None, "next": next_path or reverse("today")})
    if _last_four(request.POST.get("four", "")) != _last_four(code):
        name = request.POST.get("sign_in_name", "")
        return _code_page(request, code, name, next_path, {"four": NOT_THOSE})
    return HttpResponseRedirect(next_path or reverse("today"))


def _last_four(text: str) -> str:
    try:
        return clean_code(text)[-CHECKED:]
    except SealError:
        return ""


def _code_page(
    request: SignedInRequest, code: str, sign_in_name: str, next_path: str, problems: dict[str, str] | None = None
) -> HttpResponse:
    context = {
        "code": code,
        "sign_in_name": sign_in_name,
        "next": next_path,
        "problems": problems or {},
        "typed": {"four": request.POST.get("four", "")},
        "session_minutes": 0,  # it is shown only this once, and whoever looks for a pen must find it again
        "back": None,
    }
    return render(request, "arrival/code.html", context)


def _page(
    request: HttpRequest, run: FirstRun, problems: dict[str, str] | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        "run": run,
        "problems": problems or {},
        "next": local_path(request.POST.get("next", request.GET.get("next", ""))),
        "questions": questions,
        "feelings": _words(FEELINGS[:FIRST_SCREEN]),
        "more_feelings": _words(FEELINGS[FIRST_SCREEN:]),
        "has_more": any(each.id in run.feelings for each in FEELINGS[FIRST_SCREEN:]),
        "frame": [(part.name, f"{part.lead} …", run.frame[part.name]) for part in PARTS],
        "zones": zone_choices(run.zone),
        "needs_code": settings.GLASSWORK_SIGN_UP == "code",
        "back": _to_landing(),
    }
    return render(request, "arrival/start.html", context, status=status)


def _words(feelings: Sequence[Feeling]) -> list[tuple[str, str]]:
    return [(each.id, each.word.capitalize()) for each in feelings]


def _to_landing() -> tuple[str, str]:
    return (reverse("landing"), "Back")
