"""What a page knows of the session's end, and what it is told when it asks; it covers itself by script."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from glasswork.people.carrying import owner_mark
from glasswork.people.models import Session
from glasswork.people.sessions import start_session
from tests import cast

pytestmark = pytest.mark.django_db
COVER = re.compile(r"<app-cover([^>]*)>")


def later(**span: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**span), tick=False)


def cover_of(response: Any) -> str:
    (found,) = COVER.findall(response.content.decode())
    return str(found)


def test_a_private_page_knows_when_its_session_ends(ana: cast.Actor) -> None:
    said = cover_of(ana.get("/me/"))
    assert 'data-minutes="15"' in said
    assert 'data-session="/session/"' in said
    assert 'data-sign-in="/sign-in/?next=/me/"' in said
    assert "data-keep" not in said


def test_it_knows_the_shorter_time_of_a_shared_device_and_the_last_minutes_of_a_long_day(ana: cast.Actor) -> None:
    response = HttpResponse()
    start_session(response, ana.account, ana.new.account_key, idle_minutes=5)
    ana.client.cookies.update(response.cookies)
    assert 'data-minutes="5"' in cover_of(ana.get("/me/"))
    now = timezone.now()
    Session.objects.update(started_at=now - timedelta(hours=11, minutes=57), touched_at=now)
    assert 'data-minutes="2"' in cover_of(ana.get("/me/"))


def test_a_page_that_came_with_unsent_words_keeps_them(ana: cast.Actor) -> None:
    said = cover_of(ana.post("/me/name/", {"name": ""}))
    assert "data-keep" in said
    assert 'data-sign-in="/sign-in/"' in said


def test_public_pages_and_the_first_code_are_never_covered_by_time(ana: cast.Actor, client: Client) -> None:
    for path in ("/calm/", "/safety/", "/help/", "/sign-in/"):
        assert cover_of(ana.get(path)) == ""
        assert cover_of(client.get(path, secure=True)) == ""
    sent = {"recovery_code": ana.new.recovery_code, "sign_in_name": ana.new.sign_in_name, "four": "????"}
    assert cover_of(ana.post("/start/recovery-code/", sent)) == ""


def test_asking_says_how_long_and_is_no_use(ana: cast.Actor) -> None:
    begun = Session.objects.get().touched_at
    with time_machine.travel(begun + timedelta(minutes=10), tick=False):
        said: Any = ana.get("/session/")
        assert said["Cache-Control"] == "no-store"
        told = said.json()
    assert told["seconds"] == 5 * 60
    assert told["owner"] == owner_mark(ana.account.id)
    assert Session.objects.get().touched_at == begun


def test_the_token_that_comes_with_it_is_taken(ana: cast.Actor) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    strict.cookies = ana.client.cookies
    token = strict.get("/session/", secure=True).json()["token"]
    sent = {"name": "Anna", "csrfmiddlewaretoken": token}
    headers = {"Referer": "https://testserver/me/name/"}
    assert strict.post("/me/name/", sent, secure=True, headers=headers).status_code == 302


def test_afterwards_it_says_no_more(ana: cast.Actor, client: Client) -> None:
    assert client.get("/session/", secure=True).status_code == 403
    with later(minutes=16):
        assert ana.get("/session/").status_code == 403
    ana.sign_in()
    with later(hours=13):
        Session.objects.update(touched_at=timezone.now())
        assert ana.get("/session/").status_code == 403
    ana.sign_in()
    ana.post("/sign-out/")
    assert ana.get("/session/").status_code == 403


def test_asking_costs_one_query_and_opens_no_key(
    ana: cast.Actor, django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("glasswork.people.sessions.unseal")
    with django_assert_num_queries(1):
        assert ana.get("/session/").status_code == 200
