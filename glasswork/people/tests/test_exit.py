"""Quick exit (N3): ends the session on the server and leads away, whatever the browser can do."""

import pytest
from django.test import Client
from pytest_django import Settings as HostSettings

from glasswork.people.models import Session
from glasswork.people.sessions import COOKIE
from tests import cast

pytestmark = pytest.mark.django_db


def test_exit_ends_the_session_and_leads_to_the_neutral_site(ana: cast.Actor, settings: HostSettings) -> None:
    settings.GLASSWORK_EXIT_URL = "https://weather.example/"
    kept = ana.client.cookies[COOKIE].value
    answer = ana.get("/exit/")
    assert (answer.status_code, answer["Location"]) == (302, "https://weather.example/")
    assert not Session.objects.exists()
    ana.client.cookies[COOKIE] = kept
    assert ana.get("/me/").status_code == 302


def test_exit_clears_the_cache_alone_so_that_calm_stays_offline(ana: cast.Actor) -> None:
    answer = ana.get("/exit/")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert answer["Cache-Control"] == "no-store"
    gone = answer.cookies[COOKIE]
    assert (gone.value, gone["max-age"], gone["samesite"]) == ("", 0, "Strict")
    assert gone["secure"]


def test_the_beacon_ends_the_session_without_a_token(ana: cast.Actor) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[COOKIE] = ana.client.cookies[COOKIE].value
    assert client.post("/exit/", secure=True).status_code == 204
    assert not Session.objects.exists()


def test_exit_works_for_whoever_is_not_signed_in(client: Client, settings: HostSettings) -> None:
    assert client.get("/exit/", secure=True)["Location"] == settings.GLASSWORK_EXIT_URL


@pytest.mark.parametrize("path", ["/", "/start/", "/sign-in/", "/recovery/"])
def test_every_page_before_signing_in_has_it_twice(client: Client, path: str) -> None:
    body = client.get(path, secure=True).content.decode()
    assert body.count('href="/exit/"') == 2
