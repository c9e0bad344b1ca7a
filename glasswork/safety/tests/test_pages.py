"""Pages for everybody: the safety page, Calm and the help lines are the same bytes for everyone (N4, N5)."""

import logging

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from glasswork.people.models import Session
from glasswork.people.sessions import LOCKED
from glasswork.safety.help_lines import countries
from glasswork.spaces.models import Slip
from tests.cast import Actor

PAGES = [
    "/safety/",
    "/calm/",
    "/calm/?country=GB",
    "/help/",
    "/help/?country=GB",
    "/help/?country=XX",
    "/help/?country=%3Cb%3E",
]
PROMISE = (
    "Sealed on the server with keys that only you can unlock. While you are signed in, the server works with your key."
)
NEVER = ["end-to-end", "zero knowledge", "zero-knowledge", "anonymous", "unbreakable", "HIPAA", "100 %", "100%"]


def read(path: str) -> str:
    response = Client().get(path, secure=True)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_the_same_for_everybody(ana: Actor, sam: Actor, path: str) -> None:
    assert ana.get(path).content == sam.get(path).content == read(path).encode()


@pytest.mark.parametrize("path", PAGES)
def test_a_visit_reads_nothing_and_leaves_nothing(
    ana: Actor, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        response = ana.get(path)
    assert not response.cookies
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_a_visit_stands_in_no_log(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[logging.LogRecord] = []
    monkeypatch.setattr(logging.Logger, "handle", lambda _, record: written.append(record))
    read(path)
    assert written == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_typed_or_sent_there(path: str) -> None:
    page = read(path)
    assert "<form" not in page
    assert "csrf" not in page
    assert Client().post(path, secure=True, headers={"Sec-Fetch-Site": "same-origin"}).status_code in {403, 405}


@pytest.mark.parametrize("path", PAGES)
def test_no_page_promises_what_cannot_be_kept(path: str) -> None:
    assert [word for word in NEVER if word.lower() in read(path).lower()] == []


def test_the_safety_page_gives_the_promise_and_its_limits_in_their_exact_words() -> None:
    page = read("/safety/")
    assert PROMISE in page
    assert "Whoever runs it could read what you write while you use it." in page


def test_the_safety_page_says_who_runs_this_server(settings: Settings) -> None:
    settings.GLASSWORK_OPERATOR = "Harbour House <office>"
    assert "Harbour House &lt;office&gt;" in read("/safety/")


@pytest.mark.parametrize("anchor", ["protects", "metadata", "leaving", "device", "afraid"])
def test_other_pages_can_lead_to_a_part_of_the_safety_page(anchor: str) -> None:
    assert f'id="{anchor}"' in read("/safety/")


@pytest.mark.parametrize("path", ["/calm/", "/help/"])
def test_every_line_of_every_country_is_there_without_choosing(path: str) -> None:
    page = read(path)
    for country in countries():
        assert f'href="tel:{country.dial}"' in page
        assert all(f'href="tel:{line.dial}"' in page for line in country.lines if line.dial)


def test_a_chosen_country_comes_first_with_its_emergency_number() -> None:
    page = read("/help/?country=GB").partition("Every country we know")[0]
    numbers = page.partition('id="numbers"')[2]
    assert numbers.index('href="tel:999"') < numbers.index('href="tel:08082000247"')
    assert 'href="tel:911"' not in numbers


def test_calm_puts_a_country_first_and_names_it_once() -> None:
    page = read("/calm/?country=GB").partition('id="numbers"')[2]
    assert page.index('href="tel:999"') < page.index("<details")
    assert page.count("United Kingdom") == read("/calm/").count("United Kingdom")


def test_somebody_is_led_to_the_numbers_of_their_country(ana: Actor, sam: Actor) -> None:
    ana.post("/me/settings/", {"zone": "UTC", "country": "CA"})
    assert ana.get("/help/yours/")["Location"] == "/help/?country=CA"
    sam.post("/me/settings/", {"zone": "UTC", "country": ""})
    assert sam.get("/help/yours/")["Location"] == Client().get("/help/yours/", secure=True)["Location"] == "/help/"


def test_a_phone_in_other_hands_and_a_damaged_setting_lead_to_help_all_the_same(ana: Actor) -> None:
    Session.objects.update(fresh_at=LOCKED)
    assert ana.get("/help/yours/")["Location"] == "/help/"
    ana.sign_in()
    assert ana.get("/help/yours/")["Location"] == "/help/?country=GB"
    Slip.objects.filter(owner=ana.account.id).update(body=b"GW\x01 damaged")
    assert ana.get("/help/yours/")["Location"] == "/help/"


def test_an_unknown_country_is_said() -> None:
    assert "no numbers for that country" in read("/help/?country=JP")
    assert "no numbers for that country" not in read("/help/")


def test_wherever_numbers_stand_it_stands_that_nobody_confirmed_them(ana: Actor) -> None:
    said = "Nobody has confirmed these numbers with the services yet."
    assert "Collected on 21 November 2026" in read("/help/?country=GB")
    assert read("/help/").count(said) == read("/calm/").count(said) == len(countries())
    hark = ana.get("/safety/hark/").content.decode()
    assert hark.index('href="tel:999"') < hark.index(said) < hark.index('href="tel:08082000247"')


def test_where_no_line_is_for_a_whole_country_it_says_what_to_search_for() -> None:
    numbers = read("/help/?country=CA").partition("Every country we know")[0]
    assert "For a line near you, search for" in numbers
    assert "ShelterSafe" in numbers


def test_calm_works_from_its_own_page_alone() -> None:
    page = read("/calm/").partition("<main")[2].partition("<footer")[0]
    assert "Breathe in as you count to four, and out as you count to six." in page
    assert 'href="#feet"' in page
    assert 'href="#numbers"' in page
    assert page.count("<details") == len(countries())
