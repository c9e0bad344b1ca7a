"""The pages of making every key new, of leaving, and of coming back in time."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.people.actions import Outpaced
from glasswork.people.http import SignedInRequest, fresh, open_while_leaving, signed_in
from glasswork.people.passwords import password_problem
from glasswork.people.present_password import present_password_problem
from glasswork.people.sessions import end_session, renew_session
from glasswork.people.stretching import BUSY, TooBusy
from glasswork.privacy.actions import DAYS_TO_COME_BACK, last_day, make_new_keys, stay
from glasswork.privacy.actions import leave as leave_for_good
from glasswork.spaces.erasing import erase_person
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.writing import utc_day
from glasswork.ui.page import render

WORDS = {"stay": "They stay where they are", "back": "Take my words back"}
WHEN = {"later": f"In {DAYS_TO_COME_BACK} days, so that I can change my mind", "now": "Now, for good"}
SAME = "Please choose another one. Somebody may know this one."
CHOOSE = "Please choose one of these."


@in_spaces
@require_http_methods(["GET", "HEAD", "POST"])
def new_keys(request: InSpacesRequest) -> HttpResponse:
    """“Someone may know my password” (K15)."""
    if request.method != "POST":
        return _new_keys_page(request, {})
    new = request.POST.get("new_password", "")
    known = SAME if new == request.POST.get("password", "") else ""
    found = {"password": present_password_problem(request), "new_password": password_problem(new) or known}
    if problems := {field: sentence for field, sentence in found.items() if sentence}:
        return _new_keys_page(request, problems)
    try:
        code = make_new_keys(request.person, request.spaces.private, password=new)
    except (TooBusy, Outpaced):
        return _new_keys_page(request, {"new_password": BUSY})
    context = {"code": code, "sign_in_name": "", "onward": reverse("me"), "back": None}
    response = render(request, "privacy/new_code.html", context)
    renew_session(response, request.person)
    return response


@in_spaces
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: InSpacesRequest) -> HttpResponse:
    """Deleting one's account, with the password: a phone that lies open must not be enough."""
    problems = _problems(request) if request.method == "POST" else {}
    if request.method != "POST" or problems:
        return _leave_page(request, problems)
    leave_for_good(
        request.person,
        request.spaces,
        takes_back=request.POST.get("words") == "back",
        at_once=request.POST["how"] == "now",
    )
    return _goodbye(request)


@signed_in
@open_while_leaving
@require_http_methods(["GET", "HEAD", "POST"])
def leaving(request: SignedInRequest) -> HttpResponse:
    """All that opens between leaving and going: the day, and the ways to stay or to go now."""
    leaves_on = request.person.account.leaves_on
    if leaves_on is None:
        return HttpResponseRedirect(reverse("me"))
    act = request.POST.get("act", "")
    if act == "stay":
        stay(request.person)
        return HttpResponseRedirect(reverse("today"))
    if act == "go":
        return _go_now(request)
    return render(request, "privacy/leaving.html", {"last_day": max(last_day(leaves_on), utc_day())})


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """The same for everybody, signed in or not: it tells nobody that there was an account."""
    return render(request, "privacy/left.html", {"days": DAYS_TO_COME_BACK})


@fresh
def _go_now(request: SignedInRequest) -> HttpResponse:
    erase_person(request.person.id)
    return _goodbye(request)


def _goodbye(request: HttpRequest) -> HttpResponse:
    response = HttpResponseRedirect(reverse("left"))
    end_session(request, response)
    return response


def _problems(request: InSpacesRequest) -> dict[str, str]:
    found = {
        "words": "" if request.POST.get("words") in WORDS or not _has_shared(request) else CHOOSE,
        "how": "" if request.POST.get("how") in WHEN else CHOOSE,
    }
    found["password"] = "" if any(found.values()) else present_password_problem(request)
    return {field: sentence for field, sentence in found.items() if sentence}


def _new_keys_page(request: InSpacesRequest, problems: dict[str, str]) -> HttpResponse:
    return render(request, "privacy/new_keys.html", {"problems": problems, "back": (reverse("me"), "Me")})


def _leave_page(request: InSpacesRequest, problems: dict[str, str]) -> HttpResponse:
    shared = request.spaces.shared
    context = {
        "problems": problems,
        "partner_name": partner_name(shared, read_entries(Want(shared, tags=(NAMES,)))) if shared else "",
        "has_shared": _has_shared(request),
        "words": list(WORDS.items()),
        "how": list(WHEN.items()),
        "typed": {"words": request.POST.get("words", ""), "how": request.POST.get("how", "later")},
        "back": (reverse("me"), "Me"),
    }
    return render(request, "privacy/leave.html", context)


def _has_shared(request: InSpacesRequest) -> bool:
    return bool(request.spaces.shared or request.spaces.former)
