"""A password of somebody signed in: asked for again, changed; and a new recovery code."""

from datetime import timedelta
from typing import Any
from unittest.mock import Mock

import pytest
import time_machine
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from glasswork.people import actions, sessions
from glasswork.people.actions import account_key_by_password, account_key_by_recovery_code
from glasswork.people.carrying import owner_mark
from glasswork.people.models import Session
from glasswork.people.present_password import WRONG
from glasswork.people.sessions import COOKIE
from glasswork.people.stretching import stretch
from glasswork.seal.password import PasswordKeys
from tests import cast
from tests.markup import shown_code, shows

pytestmark = pytest.mark.django_db
NEW = "a quieter lighthouse further north"


def stale(actor: cast.Actor) -> None:
    Session.objects.filter(account=actor.account).update(fresh_at=timezone.now() - timedelta(minutes=6))


def test_a_new_password_takes_the_place_of_the_old_one(ana: cast.Actor) -> None:
    assert (
        ana.post("/me/password/", {"password": cast.PASSWORD, "new_password": NEW})["Location"] == "/me/?done=password"
    )
    assert account_key_by_password(ana.account, NEW) == ana.new.account_key
    assert account_key_by_password(ana.account, cast.PASSWORD) is None


def test_it_ends_every_other_session_and_keeps_this_one(ana: cast.Actor) -> None:
    other = Client()
    other.cookies[COOKIE] = ana.client.cookies[COOKIE].value
    ana.sign_in()
    ana.post("/me/password/", {"password": cast.PASSWORD, "new_password": NEW})
    assert ana.get("/me/").status_code == 200
    assert other.get("/me/", secure=True).status_code == 302
    assert Session.objects.count() == 1


def test_a_password_is_stretched_while_nothing_is_locked(ana: cast.Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes a tenth of a second and more, and on SQLite everybody who writes would wait for it."""
    depth, seen = len(connection.savepoint_ids), []

    def stretched(*args: Any, **kwargs: Any) -> PasswordKeys:
        seen.append(len(connection.savepoint_ids) - depth)
        return stretch(*args, **kwargs)

    monkeypatch.setattr(actions, "stretch", stretched)
    actions.change_password(ana.person, password=NEW)
    actions.recover(ana.account, ana.new.account_key, password=cast.PASSWORD)
    assert seen == [0, 0]


def test_a_new_cookie_that_cannot_be_made_leaves_the_old_one_working(
    ana: cast.Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = ana.person
    monkeypatch.setattr(sessions, "seal", Mock(side_effect=OperationalError))
    with pytest.raises(OperationalError):
        sessions.renew_session(HttpResponse(), person)
    assert ana.get("/me/").status_code == 200


def test_the_cookie_is_a_new_one_afterwards(ana: cast.Actor) -> None:
    before = ana.client.cookies[COOKIE].value
    ana.post("/me/password/", {"password": cast.PASSWORD, "new_password": NEW})
    assert ana.client.cookies[COOKIE].value != before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("short", "at least 12 characters"),
        ("password1234", "Many people use this password"),
        ("ababababababab", "repeats the same few characters"),
        ("x" * 201, "at most 200 characters"),
    ],
)
def test_a_weak_password_is_refused_with_its_own_sentence(ana: cast.Actor, typed: str, sentence: str) -> None:
    answer = ana.post("/me/password/", {"password": cast.PASSWORD, "new_password": typed})
    assert sentence in answer.content.decode()
    assert account_key_by_password(ana.account, cast.PASSWORD) == ana.new.account_key


@pytest.mark.parametrize("path", ["/me/password/", "/me/recovery-code/"])
def test_an_unlocked_phone_is_not_enough(ana: cast.Actor, path: str) -> None:
    """However fresh the session is, whoever changes these must know the password."""
    for sent in ({"new_password": NEW}, {"new_password": NEW, "password": "not the password at all"}):
        assert WRONG in ana.post(path, sent).content.decode()
    assert account_key_by_password(ana.account, cast.PASSWORD) is not None
    assert account_key_by_recovery_code(ana.account, ana.new.recovery_code) is not None


def test_giving_it_again_opens_the_way_with_a_new_cookie(ana: cast.Actor) -> None:
    stale(ana)
    before = ana.client.cookies[COOKIE].value
    answer = ana.post("/me/password/again/", {"password": cast.PASSWORD, "next": "/me/password/"})
    assert answer["Location"] == "/me/password/"
    assert ana.get("/me/password/").status_code == 200
    assert ana.client.cookies[COOKIE].value != before


def test_giving_it_again_does_not_prolong_the_twelve_hours(ana: cast.Actor) -> None:
    begun = Session.objects.get().started_at
    ana.post("/me/password/again/", {"password": cast.PASSWORD})
    assert Session.objects.get().started_at == begun


def test_a_wrong_password_says_so_and_can_be_tried_again(ana: cast.Actor) -> None:
    answer = ana.post("/me/password/again/", {"password": "something else entirely", "next": "/me/password/"})
    assert WRONG in answer.content.decode()
    assert 'value="/me/password/"' in answer.content.decode()


def test_a_clock_set_back_makes_no_password_fresh(couple: tuple[cast.Actor, cast.Actor]) -> None:
    Session.objects.update(fresh_at=timezone.now() + timedelta(hours=1))
    assert "/again/" in couple[0].get("/pairing/end/")["Location"]


def test_a_form_waits_while_the_password_is_asked_for(couple: tuple[cast.Actor, cast.Actor]) -> None:
    ana, _ = couple
    stale(ana)
    sent = {"tell": "now", "words": "Please give me time", "_owner": owner_mark(ana.account.id)}
    page = ana.post("/pairing/end/", sent).content.decode()
    assert "Please give me time" in page
    carried = {f"carried:{name}": value for name, value in sent.items()}
    answer = ana.post("/me/password/again/", {"password": cast.PASSWORD, "carried_to": "/pairing/end/", **carried})
    assert "Please give me time" in answer.content.decode()
    assert 'action="/pairing/end/"' in answer.content.decode()


def test_a_new_recovery_code_spends_the_old_one(ana: cast.Actor) -> None:
    page = ana.post("/me/recovery-code/", {"password": cast.PASSWORD})
    code = shown_code(page)
    assert account_key_by_recovery_code(ana.account, code) == ana.new.account_key
    assert account_key_by_recovery_code(ana.account, ana.new.recovery_code) is None
    assert not shows(ana.get("/me/recovery-code/"), code)


def test_guessing_it_again_and_again_rests_for_a_minute(ana: cast.Actor) -> None:
    for _ in range(5):
        ana.post("/me/password/again/", {"password": "something else entirely"})
    assert "Please wait a minute" in ana.post("/me/password/again/", {"password": cast.PASSWORD}).content.decode()
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        assert ana.post("/me/password/again/", {"password": cast.PASSWORD}).status_code == 302
