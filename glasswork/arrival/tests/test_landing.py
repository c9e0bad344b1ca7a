"""The landing page: the first thing a stranger sees."""

import re

import pytest
from django.test import Client
from pytest_django import Settings as HostSettings

from tests import cast

pytestmark = pytest.mark.django_db


def test_a_stranger_sees_the_way_in_and_who_runs_it(client: Client, settings: HostSettings) -> None:
    settings.GLASSWORK_OPERATOR = "Harbour Street Counselling"
    body = client.get("/", secure=True).content.decode()
    for link in ('href="/start/"', 'href="/pairing/join/"', 'href="/sign-in/"', 'href="/safety/#promise"'):
        assert link in body
    assert "Harbour Street Counselling" in body
    assert "Whoever runs it could read what you write while you use it." in body


def test_without_a_name_it_still_reads_as_a_sentence(client: Client) -> None:
    for path in ("/", "/start/", "/sign-in/", "/safety/"):
        body = re.sub("<[^>]+>", "", client.get(path, secure=True).content.decode())
        assert re.search(r"(Run|is run) by the person who started it on this computer\.", body), path


def test_exit_is_explained_before_it_is_first_met(client: Client) -> None:
    body = client.get("/", secure=True).content.decode()
    assert "Every page has an Exit button. It hides the page at once. It can’t erase your history." in body


def test_somebody_signed_in_goes_to_today(ana: cast.Actor) -> None:
    assert ana.get("/")["Location"] == "/today/"


def test_looking_leaves_no_session_behind(client: Client) -> None:
    client.get("/", secure=True)
    assert not client.cookies
