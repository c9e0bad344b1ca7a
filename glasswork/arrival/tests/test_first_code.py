"""The recovery code, shown once: written down, checked by four of its characters, kept nowhere (K15)."""

from typing import Any

import pytest
from django.test import Client

from glasswork.arrival.tests import make
from glasswork.arrival.tests.make import hidden, send
from glasswork.arrival.views import NOT_THOSE
from glasswork.people.actions import is_recovery_code
from glasswork.people.models import Account
from tests import cast
from tests.markup import shown_code, shows

pytestmark = pytest.mark.django_db
QUESTION = "/safety/question/?next=%2Ftoday%2F"


def check(client: Client, page: Any, four: str) -> Any:
    fields = {name: hidden(page, name) for name in ("recovery_code", "sign_in_name", "next")}
    return client.post("/start/recovery-code/", {**fields, "four": four}, secure=True)


def test_name_and_code_are_shown_and_never_cached(client: Client) -> None:
    page = send(client)
    code = hidden(page, "recovery_code")
    assert page["Cache-Control"] == "no-store"
    assert shown_code(page) == code
    assert hidden(page, "sign_in_name") in page.content.decode()
    assert is_recovery_code(Account.objects.get(), code)


def test_the_code_stands_in_groups_that_never_break_apart(client: Client) -> None:
    page = send(client)
    groups = hidden(page, "recovery_code").split("-")
    assert [len(group) for group in groups] == [4] * 9
    shown = "<wbr>".join(f"<span>{group}-</span>" for group in groups[:-1])
    assert f"{shown}<wbr><span>{groups[-1]}</span>" in page.content.decode()


@pytest.mark.parametrize("typed", [lambda c: c[-4:], lambda c: c[-4:].lower(), lambda c: f" {c[-4:]} ", lambda c: c])
def test_the_last_four_lead_on_to_the_private_question(client: Client, typed: Any) -> None:
    page = send(client)
    assert check(client, page, typed(hidden(page, "recovery_code")))["Location"] == QUESTION


@pytest.mark.parametrize("four", ["", "????", "ü", "ZZZZZZZZ", "x" * 5000])
def test_wrong_ones_lose_nothing_and_can_be_tried_again(client: Client, four: str) -> None:
    page = send(client)
    code = hidden(page, "recovery_code")
    again = check(client, page, four)
    assert NOT_THOSE in again.content.decode()
    assert hidden(again, "recovery_code") == code
    assert check(client, again, code[-4:])["Location"] == QUESTION


def test_whoever_is_on_their_own_is_not_asked_about_a_partner(client: Client) -> None:
    page = send(client, reason="alone")
    assert check(client, page, hidden(page, "recovery_code")[-4:])["Location"] == "/today/"


@pytest.mark.parametrize(
    ("reason", "leads_to"), [("alone", "/pairing/join/"), ("hurt", "/safety/question/?next=%2Fpairing%2Fjoin%2F")]
)
def test_whoever_was_invited_ends_at_the_invitation(client: Client, reason: str, leads_to: str) -> None:
    assert hidden(client.get("/start/?next=/pairing/join/", secure=True), "next") == "/pairing/join/"
    page = send(client, reason=reason, next="/pairing/join/")
    assert check(client, page, hidden(page, "recovery_code")[-4:])["Location"] == leads_to


def test_it_never_leads_to_another_site(client: Client) -> None:
    assert "example.org" not in client.get("/start/?next=https://example.org/", secure=True).content.decode()
    page = send(client, reason="alone", next="//example.org/")
    assert hidden(page, "next") == "/today/"
    fields = {"recovery_code": hidden(page, "recovery_code"), "next": "https://example.org/"}
    sent = {**fields, "four": fields["recovery_code"][-4:]}
    assert client.post("/start/recovery-code/", sent, secure=True)["Location"] == "/today/"


def test_sending_the_first_page_twice_makes_one_account(client: Client) -> None:
    page = send(client)
    again = send(client)
    assert again["Location"] == "/start/recovery-code/"
    assert Account.objects.count() == 1
    assert is_recovery_code(Account.objects.get(), hidden(page, "recovery_code"))
    made: Any = client.get("/start/recovery-code/", secure=True)
    assert "/me/recovery-code/" in made.content.decode()
    assert not shows(made, hidden(page, "recovery_code"))


def test_the_code_of_somebody_else_is_never_shown_back(ana: cast.Actor, sam: cast.Actor) -> None:
    sent = {"recovery_code": sam.new.recovery_code, "four": sam.new.recovery_code[-4:]}
    page = ana.post("/start/recovery-code/", sent)
    assert page.status_code == 200
    assert not shows(page, sam.new.recovery_code)


def test_a_code_replaced_in_between_is_not_taken_for_the_right_one(client: Client) -> None:
    page = send(client)
    client.post("/me/recovery-code/", {"password": make.PASSWORD}, secure=True)
    assert "Your account is made" in check(client, page, hidden(page, "recovery_code")[-4:]).content.decode()
