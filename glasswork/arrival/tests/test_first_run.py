"""The first run: one page and one form; nothing is stored before it is sent, everything is sealed after."""

import html
import re
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from pytest_django import Settings as HostSettings

from glasswork.arrival.forms import ADULT, TOO_LONG, WRONG_CODE, ZONE
from glasswork.arrival.tests.make import FILLED, PASSWORD, hidden, send
from glasswork.arrival.views import TOO_MANY
from glasswork.checkin.kinds import FirstWords
from glasswork.people import stretching
from glasswork.people.models import Account, Session
from glasswork.people.sessions import COOKIE, find_person
from glasswork.plan.kinds import Reason
from glasswork.spaces.common_kinds import DisplayName, Settings
from glasswork.spaces.kinds import Kind
from glasswork.spaces.models import Entry
from glasswork.spaces.opening import OpenSpace, open_spaces
from glasswork.spaces.reading import open_entry, read_slip

pytestmark = pytest.mark.django_db
ODD_NAMES = [
    "روبن",
    "🌊🌊",
    "<script>alert(1)</script>",
    "'; DROP TABLE accounts;--",
    "{{ 7 * 7 }}",
    "Zoë\u200d",
]


def private_of(client: Client) -> OpenSpace:
    request: Any = client.get("/me/", secure=True).wsgi_request
    assert COOKIE in client.cookies
    person = find_person(request)
    assert person
    return open_spaces(person).private


def entries(space: OpenSpace) -> list[Kind | None]:
    rows = Entry.objects.filter(space_id=space.id).order_by("sequence")
    return [open_entry(space, row).value for row in rows]


def rows_everywhere() -> int:
    return sum(
        model._default_manager.count() for model in apps.get_models() if model.__module__.startswith("glasswork.")
    )


def test_looking_at_the_page_stores_nothing(client: Client) -> None:
    assert client.get("/start/", secure=True).status_code == 200
    assert rows_everywhere() == 0
    assert set(client.cookies) == {"__Host-gwc"}


def test_calm_and_safety_open_beside_it_so_that_nothing_typed_is_lost(client: Client) -> None:
    """Without script too: it is the page itself that says so."""
    for page in (client.get("/start/", secure=True), send(client, adult=None)):
        body = page.content.decode()
        for path in ("/calm/", "/safety/"):
            links = re.findall(rf'<a [^>]*href="{path}"[^>]*>', body)
            assert links
            assert all('target="_blank" rel="noopener"' in link for link in links)
    assert 'href="/calm/"' in client.get("/", secure=True).content.decode()
    assert '_blank" rel="noopener">' not in client.get("/calm/", secure=True).content.decode().partition("<main")[0]


def test_a_page_that_needs_mending_stores_nothing_either(client: Client) -> None:
    send(client, adult=None)
    assert rows_everywhere() == 0


def test_what_was_written_is_sealed_when_the_account_is_made(client: Client) -> None:
    send(client)
    name, words, reason = entries(private_of(client))
    assert name == DisplayName(name="Robin")
    assert isinstance(words, FirstWords)
    assert words.feelings == {"hurt": "hurt", "tired": "tired"}
    assert (words.feel, words.when, words.because, words.would_help) == tuple(
        FILLED[part] for part in ("feel", "when", "because", "would_help")
    )
    assert (words.asked, words.wish) == ("What do you feel right now?", "One thing you wish they knew")
    assert reason == Reason(asked="What brings you here?", reason="hurt", answer="I was hurt")


def test_nothing_of_it_lies_in_the_clear(client: Client) -> None:
    page = send(client)
    stored = b""
    for model in apps.get_models():
        for row in model._default_manager.values_list():
            stored += b"|".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in row)
    for word in ("Robin", "phone lights", "I was hurt", "tired", "Lisbon", PASSWORD):
        assert word.encode() not in stored
    assert page.context is None


def test_settings_come_from_the_page(client: Client) -> None:
    send(client)
    settings = read_slip(private_of(client), Settings, "settings")
    assert settings
    assert (settings.zone, settings.country) == ("Europe/Lisbon", "PT")
    assert settings.sign_in_name.startswith("robin-")


def chosen_zone(page: Any) -> str:
    field = page.content.decode().partition('id="field-zone"')[2].partition("</select>")[0]
    return next(iter(re.findall(r'value="([^"]*)" selected', field)), "")


def test_the_time_zone_is_asked_and_never_guessed(client: Client) -> None:
    assert chosen_zone(client.get("/start/", secure=True)) == ""
    assert chosen_zone(send(client, zone="", name="")) == ""
    for zone in ("UTC", "Europe/Lisbon"):
        assert chosen_zone(send(client, zone=zone, name="")) == zone


@pytest.mark.parametrize(
    ("reason", "about"),
    [("hurt", "two"), ("hurt-someone", "two"), ("both", "two"), ("alone", "alone"), ("private", ""), (None, "")],
)
def test_the_reason_says_whom_it_is_about(client: Client, reason: Any, about: str) -> None:
    send(client, reason=reason)
    settings = read_slip(private_of(client), Settings, "settings")
    assert settings
    assert (settings.is_alone, settings.is_about_two) == (about == "alone", about == "two")


def test_the_sign_in_name_and_password_work_afterwards(client: Client) -> None:
    send(client)
    settings = read_slip(private_of(client), Settings, "settings")
    assert settings
    sent = {"name": settings.sign_in_name, "password": PASSWORD}
    assert Client().post("/sign-in/", sent, secure=True).status_code == 302


def test_words_are_wanted_but_never_needed(client: Client) -> None:
    parts = dict.fromkeys(("feelings", "reason", "feel", "when", "because", "would_help", "zone"))
    page = send(client, **parts)
    space = private_of(client)
    assert entries(space) == [DisplayName(name="Robin")]
    assert read_slip(space, Settings, "settings") == Settings(zone="UTC", sign_in_name=hidden(page, "sign_in_name"))


def test_words_from_the_longer_list_count_too(client: Client) -> None:
    send(client, more=["lonely"], feelings=None)
    words = entries(private_of(client))[1]
    assert isinstance(words, FirstWords)
    assert list(words.feelings) == ["lonely"]


def test_a_shared_device_signs_out_after_five_minutes(client: Client) -> None:
    send(client, shared="yes")
    assert Session.objects.get().idle_minutes == 5


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": "  "}, "Please type a name. A made-up one is fine."),
        ({"name": "\u200b"}, "Please type a name. A made-up one is fine."),
        ({"name": "x" * 61}, "Please use at most 60 characters for your name."),
        ({"password": "short"}, "Please use at least 12 characters."),
        ({"password": "password1234"}, "Many people use this password, so it is easy to guess."),
        ({"adult": None}, ADULT),
        ({"zone": "Moon/Crater"}, ZONE),
        ({"because": "x" * 100_000}, TOO_LONG),
    ],
)
def test_each_slip_has_its_own_sentence_and_loses_nothing(client: Client, changes: Any, sentence: str) -> None:
    page = send(client, **changes)
    body = html.unescape(page.content.decode())
    assert body.count(sentence) == 2  # in the summary, and beside the field
    assert not Account.objects.exists()
    sent = {**FILLED, **changes}
    for field in ("feel", "when", "because", "would_help", "name"):
        assert sent[field].strip() in body
    for choice in ('value="hurt" checked', 'value="tired" checked'):
        assert choice in body
    assert sent["password"] not in body


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_comes_back_unchanged_and_does_no_harm(client: Client, name: str) -> None:
    send(client, name=name)
    body = client.get("/me/", secure=True).content.decode()
    assert f'<h1 dir="auto">{html.escape(name).replace("&#x27;", "&#39;")}</h1>' in body


@pytest.mark.parametrize("name", ["\u202eRobin", "Robin\u200f", " Ro\u2066bin "])
def test_a_name_that_would_turn_the_words_around_it_is_put_straight(client: Client, name: str) -> None:
    send(client, name=name)
    assert '<h1 dir="auto">Robin</h1>' in client.get("/me/", secure=True).content.decode()


def test_by_code_only_those_with_the_code_come_in(client: Client, settings: HostSettings) -> None:
    settings.GLASSWORK_SIGN_UP, settings.GLASSWORK_SIGN_UP_CODE = "code", "harbour 27"
    assert "The code for this server" in client.get("/start/", secure=True).content.decode()
    assert WRONG_CODE in send(client, code="Harbour").content.decode()
    assert not Account.objects.exists()
    assert "recovery code" in send(client, code=" harbour 27 ").content.decode()


def test_guessing_the_code_is_counted(client: Client, settings: HostSettings) -> None:
    settings.GLASSWORK_SIGN_UP, settings.GLASSWORK_SIGN_UP_CODE = "code", "harbour 27"
    answers = [send(client, code=str(n)).status_code for n in range(21)]
    assert answers == [200] * 20 + [429]


def test_closed_says_so_calmly_and_makes_nothing(client: Client, settings: HostSettings) -> None:
    settings.GLASSWORK_SIGN_UP = "closed"
    for page in (client.get("/start/", secure=True), send(client)):
        assert "No new accounts here just now" in page.content.decode()
        assert "/sign-in/" in page.content.decode()
    assert not Account.objects.exists()


def test_many_accounts_from_one_place_have_to_wait(client: Client) -> None:
    for _ in range(20):
        send(Client())
    page = send(client)
    assert page.status_code == 429
    assert TOO_MANY in page.content.decode()
    assert FILLED["feel"] in page.content.decode()


def test_a_busy_server_says_so_and_keeps_the_words(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: Any, **__: Any) -> None:
        raise stretching.TooBusy

    monkeypatch.setattr("glasswork.people.actions.stretch", busy)
    page = send(client)
    assert page.status_code == 503
    assert FILLED["feel"] in page.content.decode()


def test_the_page_never_speaks_of_a_partner(client: Client) -> None:
    page = client.get("/start/", secure=True).content.decode().lower()
    assert "partner" not in page.replace("badge partner", "")


def test_two_people_of_the_same_name_learn_nothing_of_each_other(client: Client) -> None:
    one, two = send(client), send(Client())
    assert (one.status_code, two.status_code) == (200, 200)
    assert Account.objects.count() == 2


def test_somebody_signed_in_is_not_asked_again(client: Client) -> None:
    send(client)
    assert client.get("/start/", secure=True)["Location"] == "/today/"
