"""The pulse of the waiting page: it says that something is new, and nothing that the page would not say."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from glasswork.pairing.tests.make import (
    answer_offer,
    invite,
    join,
    make_accepted,
    make_two,
    match,
    page,
    type_code,
)
from tests.cast import Actor, make_actor


def token_of(actor: Actor) -> str:
    found = re.search(r'data-token="([^"]+)"', page(actor))
    assert found is not None
    return found[1]


def ask(actor: Actor, token: str) -> tuple[int, bytes]:
    answer = actor.client.get(reverse("pairing_pulse"), secure=True, headers={"X-Pulse": token})
    return answer.status_code, answer.content


def is_new(actor: Actor, token: str) -> bool:
    status, content = ask(actor, token)
    said = json.loads(content)
    assert (status, set(said)) == (200, {"new", "token"})
    return bool(said["new"])


def test_it_tells_the_inviter_when_somebody_joined_but_not_that_somebody_looked(db: None) -> None:
    ana, ben = make_two()
    code = invite(ana)
    token = token_of(ana)
    type_code(ben, code)
    answer_offer(ben, "later")
    assert not is_new(ana, token)
    join(ben, code)
    assert is_new(ana, token)


def test_it_never_tells_that_the_other_pressed_first_only_that_both_have(db: None) -> None:
    ana, ben = make_accepted()
    before = token_of(ana)
    match(ben)
    assert not is_new(ana, before)
    waiting = token_of(ben)
    assert not is_new(ben, waiting)
    match(ana)
    assert is_new(ben, waiting)


def test_it_tells_that_it_ended(db: None) -> None:
    ana, ben = make_accepted()
    token = token_of(ben)
    ana.post(reverse("pairing_withdrawal"))
    assert is_new(ben, token)


def test_one_query_and_no_key(db: None, django_assert_num_queries: object) -> None:
    ana, _ = make_two()
    invite(ana)
    token = token_of(ana)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert ask(ana, token)[0] == 200


@pytest.mark.parametrize("token", ["", "x", "a:b:c"])
def test_a_wrong_token_is_refused(db: None, token: str) -> None:
    ana, _ = make_two()
    assert ask(ana, token)[0] == 403


def test_without_a_session_or_with_an_ended_one_it_is_over(db: None) -> None:
    ana, _ = make_two()
    invite(ana)
    token = token_of(ana)
    assert Client().get(reverse("pairing_pulse"), secure=True, headers={"X-Pulse": token}).status_code == 403
    with time_machine.travel(timezone.now() + timedelta(seconds=121)):
        assert ask(ana, token)[0] == 403
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert ask(ana, token)[0] == 403


def test_somebody_elses_token_says_the_same_as_one_of_nothing(db: None) -> None:
    ana, _ = make_two()
    invite(ana)
    assert is_new(make_actor("Max"), token_of(ana))
