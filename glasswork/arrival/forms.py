"""Cleans what the first run sends. Whatever is wrong comes back with its sentence; only the password is not kept."""

from typing import NamedTuple

from django.conf import settings
from django.http import QueryDict
from django.utils.crypto import constant_time_compare

from glasswork.arrival.questions import REASONS
from glasswork.lib.evenings import is_zone
from glasswork.lib.typed import as_typed
from glasswork.people.display_names import clean_display_name, display_name_problem
from glasswork.people.passwords import password_problem
from glasswork.programme.feelings import FEELINGS
from glasswork.programme.frame import PARTS

LONGEST = 20_000
TOO_LONG = "This is longer than one sentence can hold. Please keep it under 20,000 characters."
ADULT = "Please tick this if you are 18 or over. This place is for adults."
ZONE = "Please choose a time zone from the list."
WRONG_CODE = "That isn’t the code for this server. Please ask whoever gave it to you."


class FirstRun(NamedTuple):
    """Everything of the page as typed. ``feelings`` is content id to word, ``frame`` the four parts by name.

    ``zone`` is UTC where none was chosen.
    """

    feelings: dict[str, str]
    is_shared_device: bool
    reason: str
    frame: dict[str, str]
    name: str
    password: str
    is_adult: bool
    code: str
    zone: str
    has_zone: bool


def clean(sent: QueryDict) -> FirstRun:
    reason, felt = sent.get("reason", ""), {*sent.getlist("feelings"), *sent.getlist("more")}
    return FirstRun(
        feelings={each.id: each.word for each in FEELINGS if each.id in felt},
        is_shared_device="shared" in sent,
        reason=reason if reason in dict(REASONS) else "",
        frame={part.name: _text(sent, part.name) for part in PARTS},
        name=clean_display_name(sent.get("name", "")),
        password=sent.get("password", ""),
        is_adult="adult" in sent,
        code=sent.get("code", "").strip(),
        zone=sent.get("zone", "") or "UTC",
        has_zone=bool(sent.get("zone", "")),
    )


def problems_of(run: FirstRun) -> dict[str, str]:
    """Field to sentence, in the order of the page; the sign-up code is asked last, by ``code_problem``."""
    found = {part: TOO_LONG for part, text in run.frame.items() if len(text) > LONGEST}
    found["name"] = display_name_problem(run.name)
    found["password"] = password_problem(run.password)
    found["adult"] = "" if run.is_adult else ADULT
    found["zone"] = "" if is_zone(run.zone) else ZONE
    return {field: sentence for field, sentence in found.items() if sentence}


def code_problem(run: FirstRun) -> dict[str, str]:
    """Call it after counting the try: a sign-up code can be guessed at."""
    if settings.GLASSWORK_SIGN_UP != "code" or constant_time_compare(run.code, settings.GLASSWORK_SIGN_UP_CODE):
        return {}
    return {"code": WRONG_CODE}


def _text(sent: QueryDict, field: str) -> str:
    return as_typed(sent.get(field, ""))
