"""A form that reaches an ended session: the text comes back to the account that wrote it, and to nobody else (K16)."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from glasswork.people.carrying import MACHINE_FIELDS, owner_mark
from glasswork.people.models import Session
from tests import cast
from tests.house import files

pytestmark = pytest.mark.django_db
WORDS = "Line one\nline two “quoted” <b>& more"
# The four words, which are read aloud; one part of what somebody feels; and of a line they suggest.
SHOWN_ANYWAY = {"words", "because", "if_crossed", "q"}


def fields_in(page: Any) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.content.decode())
    return {name: html.unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def owner_of(actor: cast.Actor) -> dict[str, str]:
    return {name: value for name, value in fields_in(actor.get("/me/name/")).items() if name == "_owner"}


def send_too_late(actor: cast.Actor, **fields: str) -> Any:
    sent = {**owner_of(actor), **fields}
    assert "_owner" in sent
    Session.objects.all().delete()
    return actor.post("/me/name/", sent)


def sign_in_with(page: Any, actor: cast.Actor, client: Client, password: str = cast.PASSWORD) -> Any:
    return client.post(
        "/sign-in/", {**fields_in(page), "name": actor.new.sign_in_name, "password": password}, secure=True
    )


def test_the_same_account_gets_its_words_back_and_carries_on(ana: cast.Actor) -> None:
    asked = send_too_late(ana, name="Anabel Lee")
    assert asked.status_code == 401
    assert "Your words are safe on this page" in asked.content.decode()
    back = sign_in_with(asked, ana, ana.client)
    assert "Welcome back. Nothing was lost." in back.content.decode()
    assert "Anabel Lee" in back.content.decode()
    assert fields_in(back)["name"] == "Anabel Lee"
    assert ana.post("/me/name/", fields_in(back))["Location"] == "/me/?done=name"
    assert "Anabel Lee" in ana.get("/me/").content.decode()


def test_words_come_through_unchanged(ana: cast.Actor) -> None:
    back = sign_in_with(send_too_late(ana, name=WORDS), ana, ana.client)
    assert fields_in(back)["name"] == WORDS


def test_one_word_is_shown_as_well(ana: cast.Actor) -> None:
    back = sign_in_with(send_too_late(ana, name="Anabel", once="f00d"), ana, ana.client).content.decode()
    shown = back.partition("<form")[0]
    assert "Anabel" in shown
    assert "f00d" not in shown


def test_every_field_that_is_no_text_of_a_person_is_known() -> None:
    """What is hidden, a button or a choice is never shown as “What you typed”: a new name belongs in MACHINE_FIELDS."""
    named = re.compile(r'type="hidden" name="(\w+)"|[ (,]name="(\w+)", value|el\.(?:picks|scale|select|tick)\("(\w+)"')
    for path, text in files(".html", under="glasswork"):
        found = {"".join(names) for names in named.findall(text)}
        found = {f"{name}1" if name.endswith("_") else name for name in found}  # one of a numbered row
        assert found - MACHINE_FIELDS <= SHOWN_ANYWAY, path


def test_a_wrong_password_in_between_loses_nothing(ana: cast.Actor) -> None:
    wrong = sign_in_with(send_too_late(ana, name="Anabel Lee"), ana, ana.client, "not the lighthouse at all")
    assert fields_in(sign_in_with(wrong, ana, ana.client))["name"] == "Anabel Lee"


def test_another_account_gets_nothing_of_it(ana: cast.Actor, max_: cast.Actor) -> None:
    asked = send_too_late(ana, name="Anabel Lee")
    answer = sign_in_with(asked, max_, Client())
    assert (answer.status_code, answer["Location"]) == (302, "/today/")
    assert b"Anabel" not in answer.content


def test_a_form_that_names_no_owner_is_not_carried(ana: cast.Actor, client: Client) -> None:
    asked = client.post("/me/name/", {"name": "Anabel Lee"}, secure=True)
    assert asked.status_code == 401
    assert b"Anabel" not in asked.content


def test_passwords_and_codes_are_never_carried(ana: cast.Actor) -> None:
    secrets = {"password": "one lighthouse", "new_password": "two lighthouses", "recovery_code": "ABCD-EFGH"}
    asked = send_too_late(ana, name="Anabel Lee", **secrets)
    assert not [value for value in secrets.values() if value in asked.content.decode()]


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_a_carried_form_never_goes_to_another_site(ana: cast.Actor, to: str) -> None:
    asked = send_too_late(ana, name="Anabel Lee")
    fields = {**fields_in(asked), "carried_to": to, "name": ana.new.sign_in_name, "password": cast.PASSWORD}
    assert ana.post("/sign-in/", fields)["Location"] == "/today/"


def test_several_values_of_one_field_all_come_back(ana: cast.Actor) -> None:
    sent = {**owner_of(ana), "feelings": ["sad", "tired"], "name": ""}
    Session.objects.all().delete()
    body = ana.post("/me/name/", sent).content.decode()
    assert re.findall(r'name="carried:feelings" value="(\w+)"', body) == ["sad", "tired"]


def test_a_form_of_somebody_elses_page_never_lands_in_this_account(couple: tuple[cast.Actor, cast.Actor]) -> None:
    """Ana's page stayed open, and Ben signed in in the same browser: her words come back to her, not to him."""
    ana, ben = couple
    sent = {"feel": "only for Ana", "_owner": owner_mark(ana.account.id)}
    for path in ("/check-in/draft/", "/check-in/"):
        answer = ben.post(path, {**sent, "act": "keep"})
        assert answer.status_code == 401
        assert "only for Ana" in answer.content.decode()
    assert "only for Ana" not in ben.get("/check-in/").content.decode()
