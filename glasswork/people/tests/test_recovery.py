"""A lost password, mended with the recovery code (K15), and nothing to learn from trying (Z9)."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from glasswork.people.actions import account_key_by_password, account_key_by_recovery_code
from glasswork.people.models import Session
from glasswork.people.sessions import COOKIE
from glasswork.people.views.recovery import TOO_MANY, WRONG
from tests import cast
from tests.markup import shown_code

pytestmark = pytest.mark.django_db
NEW = "a quieter lighthouse further north"
OTHER_CODE = "0000-0000-0000-0000-0000-0000-0000-0000-0000"


def recover(client: Client, name: str, code: str, password: str = NEW) -> Any:
    return client.post("/recovery/", {"name": name, "code": code, "new_password": password}, secure=True)


def test_a_wrong_code_loses_nothing_and_the_right_one_opens(ana: cast.Actor, client: Client) -> None:
    wrong = recover(client, ana.new.sign_in_name, OTHER_CODE)
    assert WRONG in wrong.content.decode()
    assert ana.new.sign_in_name in wrong.content.decode()
    assert OTHER_CODE in wrong.content.decode()
    right = recover(client, ana.new.sign_in_name, ana.new.recovery_code.lower().replace("-", " "))
    assert right.status_code == 200
    assert client.get("/me/", secure=True).status_code == 200
    assert account_key_by_password(ana.account, NEW) == ana.new.account_key


def test_the_old_code_is_spent_and_the_new_one_works(ana: cast.Actor, client: Client) -> None:
    page = recover(client, ana.new.sign_in_name, ana.new.recovery_code)
    assert WRONG in recover(Client(), ana.new.sign_in_name, ana.new.recovery_code).content.decode()
    assert account_key_by_recovery_code(ana.account, shown_code(page)) == ana.new.account_key
    assert page["Cache-Control"] == "no-store"


def test_every_session_ends_but_the_new_one(ana: cast.Actor, client: Client) -> None:
    recover(client, ana.new.sign_in_name, ana.new.recovery_code)
    assert ana.get("/me/").status_code == 302
    assert Session.objects.count() == 1


def test_whoever_used_this_browser_before_is_signed_out_and_knows_no_form_token(
    ana: cast.Actor, max_: cast.Actor
) -> None:
    max_.get("/me/")
    token, cookie = (max_.client.cookies[name].value for name in (settings.CSRF_COOKIE_NAME, COOKIE))
    page = recover(max_.client, ana.new.sign_in_name, ana.new.recovery_code)
    assert shown_code(page)
    assert max_.client.cookies[settings.CSRF_COOKIE_NAME].value != token
    max_.client.cookies[COOKIE] = cookie
    assert max_.get("/me/").status_code == 302


def test_what_was_sealed_opens_as_before(ana: cast.Actor, client: Client) -> None:
    recover(client, ana.new.sign_in_name, ana.new.recovery_code)
    ana.client.cookies[COOKIE] = client.cookies[COOKIE].value
    assert "Ana" in ana.get("/me/").content.decode()


@pytest.mark.parametrize(
    "slip", [lambda c: c[:-1], lambda c: f"{c}7", lambda c: c[1] + c[0] + c[2:], lambda _: "", lambda c: "ü" + c]
)
def test_a_slip_of_the_pen_is_a_wrong_code(ana: cast.Actor, client: Client, slip: Callable[[str], str]) -> None:
    code = ana.new.recovery_code
    if slip(code) != code:
        assert WRONG in recover(client, ana.new.sign_in_name, slip(code)).content.decode()


def test_known_and_unknown_names_are_answered_alike(ana: cast.Actor, client: Client) -> None:
    answers = []
    for name in (ana.new.sign_in_name, "nobody-harbour-11"):
        answer = recover(client, name, OTHER_CODE)
        body = answer.content.decode().replace(name, "NAME")
        answers.append((answer.status_code, re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", body)))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("is_known", [True, False])
def test_three_tries_an_hour_from_one_place_lock_nobody_out(ana: cast.Actor, is_known: bool) -> None:
    name = ana.new.sign_in_name if is_known else "nobody-harbour-11"
    thief = Client(REMOTE_ADDR="10.0.0.1")
    answers = [recover(thief, name, OTHER_CODE) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert TOO_MANY in answers[3].content.decode()
    assert recover(Client(REMOTE_ADDR="10.0.0.2"), ana.new.sign_in_name, ana.new.recovery_code).status_code == 200


def test_a_weak_new_password_spends_neither_code_nor_try(ana: cast.Actor, client: Client) -> None:
    for _ in range(5):
        assert "at least 12 characters" in recover(client, ana.new.sign_in_name, OTHER_CODE, "short").content.decode()
    assert shown_code(recover(client, ana.new.sign_in_name, ana.new.recovery_code))
