"""Me: the name one goes by, settings, and the ways to what looks after an account."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.lib.evenings import is_zone
from glasswork.lib.zones import zone_choices
from glasswork.me.actions import change_name, change_settings, read_settings, set_shared_device
from glasswork.people import throttles
from glasswork.people.display_names import clean_display_name, display_name_problem
from glasswork.people.http import SignedInRequest, signed_in
from glasswork.people.sessions import IDLE_MINUTES_SHARED_DEVICE, end_other_sessions, other_sessions
from glasswork.safety.help_lines import countries, find_country
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.reading import Want, read_entries
from glasswork.ui.appearance import FACE_COOKIE, THEME_COOKIE, face_of, faces, theme_of
from glasswork.ui.page import render

YEAR_SECONDS = 365 * 24 * 3600
THEMES = (("light", "Light"), ("dark", "Dark"), ("auto", "Auto"))
TOO_MANY_NAMES = "You’ve changed your name a few times today. You can change it again tomorrow."
ZONE = "Please choose a time zone from the list."
DONE = {
    "name": "Your name is changed.",
    "password": "Your password is changed. You’re signed out everywhere else.",
    "places": "You’re signed out everywhere else.",
    "settings": "Your settings are kept.",
}


@in_spaces
@require_safe
def show(request: InSpacesRequest) -> HttpResponse:
    settings = read_settings(request.spaces.private)
    context = {
        **_names(request),
        "sign_in_name": settings.sign_in_name,
        "is_alone": settings.is_alone and not (request.spaces.shared or request.spaces.former),
        "other_places": len(other_sessions(request.person)),
        "has_record": bool(request.spaces.shared or request.spaces.former),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "me/show.html", context)


@in_spaces
@require_http_methods(["GET", "POST"])
def name(request: InSpacesRequest) -> HttpResponse:
    typed = clean_display_name(request.POST.get("name", ""))
    names, is_new = _names(request), request.method == "GET"
    problem = "" if is_new else display_name_problem(typed)
    if not (is_new or problem or typed == names["my_name"] or _may_rename(request)):
        problem = TOO_MANY_NAMES
    if is_new or problem:
        context = {"problems": {"name": problem} if problem else {}, "typed": names["my_name"] if is_new else typed}
        status = 429 if problem == TOO_MANY_NAMES else 200
        return render(request, "me/name.html", {**names, **context, "back": _back()}, status=status)
    change_name(request.spaces, name=typed)
    return _to_me("name")


def _may_rename(request: InSpacesRequest) -> bool:
    """Each new name is an entry for good in the record of two, so there are not endlessly many."""
    return throttles.is_allowed(throttles.RENAMING, request, request.person.id.bytes)


@in_spaces
@require_http_methods(["GET", "POST"])
def settings(request: InSpacesRequest) -> HttpResponse:
    """Theme and face belong to the device, as cookies; zone and country to the person; idle time to this session."""
    sent, kept = request.POST, read_settings(request.spaces.private)
    zone = sent.get("zone", kept.zone)
    if request.method == "GET" or not is_zone(zone):
        problems = {"zone": ZONE} if request.method == "POST" else {}
        return render(request, "me/settings.html", {**_settings_page(request, zone, problems), "back": _back()})
    country = find_country(sent.get("country", ""))
    change_settings(
        request.spaces.private,
        zone=zone,
        country=country.code if country else "",
        is_without_hints="without_hints" in sent,
    )
    set_shared_device(request.person, is_shared="shared" in sent)
    response = _to_me("settings")
    _set_choice(response, THEME_COOKIE, sent.get("theme", ""), {"light", "dark"})
    _set_choice(response, FACE_COOKIE, sent.get("face", ""), {face.key for face in faces()[1:]})
    return response


@signed_in
@require_POST
def other_places(request: SignedInRequest) -> HttpResponse:
    """Signs out every other phone and browser of this person."""
    end_other_sessions(request.person)
    return _to_me("places")


def _settings_page(request: InSpacesRequest, zone: str, problems: dict[str, str]) -> dict[str, Any]:
    sent, kept, is_new = request.POST, read_settings(request.spaces.private), request.method == "GET"
    idle = request.person.session.idle_minutes
    return {
        "problems": problems,
        "themes": THEMES,
        "chosen_theme": (theme_of(request) or "auto") if is_new else sent.get("theme", ""),
        "faces": [(face.key, face.name) for face in faces()],
        "chosen_face": face_of(request).key if is_new else sent.get("face", ""),
        "zones": zone_choices(zone),
        "zone": zone,
        "countries": [("", [("", "Not chosen"), *((each.code, each.name) for each in countries())])],
        "country": kept.country if is_new else sent.get("country", ""),
        "is_without_hints": kept.is_without_hints if is_new else "without_hints" in sent,
        "is_shared_device": idle <= IDLE_MINUTES_SHARED_DEVICE if is_new else "shared" in sent,
    }


def _set_choice(response: HttpResponse, cookie: str, value: str, known: set[str]) -> None:
    if value in known:
        response.set_cookie(cookie, value, max_age=YEAR_SECONDS, secure=True, httponly=True, samesite="Strict")
    else:
        response.delete_cookie(cookie, samesite="Strict")


def _names(request: InSpacesRequest) -> dict[str, str]:
    spaces = request.spaces
    wanted = [spaces.private, *([spaces.shared] if spaces.shared else [])]
    entries = read_entries(*(Want(space, tags=(NAMES,)) for space in wanted))
    mine = names_in(entry for entry in entries if entry.space == spaces.private.id)
    return {"my_name": mine.get(request.person.id, ""), "partner_name": partner_name(spaces.shared, entries)}


def _to_me(done: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('me')}?done={done}")


def _back() -> tuple[str, str]:
    return (reverse("me"), "Me")
