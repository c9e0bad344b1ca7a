"""Arriving: an account, a session and a private space, with the words that were written before sealed into it."""

from typing import NamedTuple

from django.db import transaction
from django.http import HttpResponse

from glasswork.arrival import questions
from glasswork.arrival.forms import FirstRun
from glasswork.checkin.kinds import FirstWords
from glasswork.lib import clock
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.lib.zones import country_of
from glasswork.people.actions import create_account
from glasswork.people.person import Person
from glasswork.people.sessions import IDLE_MINUTES, IDLE_MINUTES_SHARED_DEVICE, start_session
from glasswork.plan.kinds import Reason
from glasswork.spaces.actions import make_private_space
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.writing import append


class Arrived(NamedTuple):
    """Name and code are shown once and stored nowhere in the clear."""

    person: Person
    sign_in_name: str
    recovery_code: str


def arrive(response: HttpResponse, run: FirstRun) -> Arrived:
    """``response`` gets the session's cookie. Raises TooBusy when too many people sign in at this moment."""
    made = create_account(display_name=run.name, password=run.password)
    idle = IDLE_MINUTES_SHARED_DEVICE if run.is_shared_device else IDLE_MINUTES
    settings = Settings(
        zone=run.zone,
        country=country_of(run.zone),
        sign_in_name=made.sign_in_name,
        is_alone=run.reason == questions.ALONE,
        is_about_two=run.reason in questions.ABOUT_TWO,
    )
    with transaction.atomic():
        session = start_session(response, made.account, made.account_key, idle_minutes=idle)
        person = Person(made.account, session, made.account_key, made.keyring)
        space = make_private_space(person, display_name=run.name, settings=settings)
        _seal_words(space, run)
    return Arrived(person, made.sign_in_name, made.recovery_code)


def _seal_words(space: OpenSpace, run: FirstRun) -> None:
    if run.feelings or any(run.frame.values()):
        asked = {"asked": questions.FEELINGS, "wish": questions.WISH}
        tonight = evening_of(clock.now(), zone_of(run.zone))
        append(space, FirstWords(evening=tonight, feelings=run.feelings, **asked, **run.frame))
    if run.reason:
        answer = dict(questions.REASONS)[run.reason]
        append(space, Reason(asked=questions.REASON, reason=run.reason, answer=answer))
