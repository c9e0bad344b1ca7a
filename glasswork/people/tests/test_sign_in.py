"""Signing in: who may, what is said, and that a stranger learns nothing from it (Z9)."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings as HostSettings

from glasswork.people import stretching
from glasswork.people.models import Session
from glasswork.people.sessions import COOKIE
from glasswork.people.views.sign_in import WRONG
from glasswork.seal import password
from tests import cast

pytestmark = pytest.mark.django_db
WRONG_PASSWORD = "not the lighthouse at all"


def sign_in(client: Client, name: str, password: str = cast.PASSWORD, **more: str) -> Any:
    return client.post("/sign-in/", {"name": name, "password": password, **more}, secure=True)


def test_name_and_password_lead_to_today(ana: cast.Actor, client: Client) -> None:
    answer = sign_in(client, ana.new.sign_in_name)
    assert (answer.status_code, answer["Location"]) == (302, "/today/")
    assert client.get("/me/", secure=True).status_code == 200


@pytest.mark.parametrize(
    "typed", [str.upper, lambda name: f"  {name.replace('-', ' ')} ", lambda n: n.replace("-", "‑")]
)
def test_a_name_typed_on_a_phone_is_forgiven(ana: cast.Actor, client: Client, typed: Callable[[str], str]) -> None:
    assert sign_in(client, typed(ana.new.sign_in_name)).status_code == 302


def test_known_and_unknown_names_are_answered_alike(ana: cast.Actor, client: Client) -> None:
    name = ana.new.sign_in_name
    known, unknown = sign_in(client, name, WRONG_PASSWORD), sign_in(client, name[::-1], WRONG_PASSWORD)
    assert known.status_code == unknown.status_code == 200
    assert dict(known.items()) == dict(unknown.items())
    assert plain(known, name) == plain(unknown, name[::-1])
    assert WRONG in plain(known, name)


def test_known_and_unknown_names_cost_the_same_work(
    ana: cast.Actor, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[dict[str, Any]] = []
    monkeypatch.setattr(stretching, "password_keys", spy(password.password_keys, runs))
    sign_in(client, ana.new.sign_in_name, WRONG_PASSWORD)
    sign_in(client, "nobody-harbour-11", WRONG_PASSWORD)
    assert len(runs) == 2
    assert runs[0]["cost"] == runs[1]["cost"]


def test_too_many_tries_rest_for_a_minute_and_lock_nobody_out(ana: cast.Actor) -> None:
    thief, owner = Client(REMOTE_ADDR="10.0.0.1"), Client(REMOTE_ADDR="10.0.0.2")
    answers = [sign_in(thief, ana.new.sign_in_name, WRONG_PASSWORD).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert sign_in(thief, ana.new.sign_in_name).status_code == 429
    assert sign_in(owner, ana.new.sign_in_name).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        assert sign_in(thief, ana.new.sign_in_name).status_code == 302


def test_an_unknown_name_is_throttled_like_a_known_one(client: Client) -> None:
    answers = [sign_in(client, "nobody-harbour-11").status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]


def test_a_try_that_worked_forgets_the_ones_before(ana: cast.Actor, client: Client) -> None:
    for _ in range(3):
        for _ in range(4):
            sign_in(client, ana.new.sign_in_name, WRONG_PASSWORD)
        assert sign_in(client, ana.new.sign_in_name).status_code == 302


def test_an_empty_form_says_what_is_missing(client: Client) -> None:
    body = sign_in(client, "  ", "").content.decode()
    assert "Please type your sign-in name" in body
    assert "Please type your password" in body


def test_a_busy_server_says_so_and_keeps_the_name(
    ana: cast.Actor, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretching, "PATIENCE_SECONDS", 0)
    taken = [stretching._places.acquire(blocking=False) for _ in range(stretching.AT_ONCE)]
    try:
        answer = sign_in(client, ana.new.sign_in_name)
    finally:
        for got in taken:
            if got:
                stretching._places.release()
    assert answer.status_code == 503
    assert ana.new.sign_in_name in answer.content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(ana: cast.Actor, client: Client, elsewhere: str) -> None:
    assert sign_in(client, ana.new.sign_in_name, next=elsewhere)["Location"] == "/today/"


def test_signing_in_leads_back_to_the_page_asked_for(ana: cast.Actor, client: Client) -> None:
    asked = client.get("/me/settings/", secure=True)
    assert asked["Location"] == "/sign-in/?next=%2Fme%2Fsettings%2F"
    assert sign_in(client, ana.new.sign_in_name, next="/me/settings/")["Location"] == "/me/settings/"


def test_a_cookie_from_before_plays_no_part(ana: cast.Actor, client: Client) -> None:
    client.cookies[COOKIE] = planted = "A" * 43 + "="
    sign_in(client, ana.new.sign_in_name)
    assert client.cookies[COOKIE].value != planted
    before = client.cookies[COOKIE].value
    sign_in(client, ana.new.sign_in_name)
    assert client.cookies[COOKIE].value != before
    old = Client()
    old.cookies[COOKIE] = before
    assert old.get("/me/", secure=True).status_code == 302


def test_the_page_says_who_runs_the_server(client: Client, settings: HostSettings) -> None:
    settings.GLASSWORK_OPERATOR = "Harbour Street Counselling"
    body = client.get("/sign-in/", secure=True).content.decode()
    assert "Harbour Street Counselling" in body
    assert "Whoever runs it could read what you write while you use it." in body


def test_a_shared_device_signs_out_sooner(ana: cast.Actor, client: Client) -> None:
    sign_in(client, ana.new.sign_in_name, shared="yes")
    assert Session.objects.latest("started_at").idle_minutes == 5


def plain(answer: Any, name: str) -> str:
    body: str = answer.content.decode().replace(name, "NAME")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", body)


def spy(work: Callable[..., Any], runs: list[dict[str, Any]]) -> Callable[..., Any]:
    def counted(*parts: Any, **named: Any) -> Any:
        runs.append(named)
        return work(*parts, **named)

    return counted
