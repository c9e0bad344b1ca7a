"""Counting tries by account and client together (S3, B8)."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings as HostSettings

from glasswork.people.models import Throttle
from glasswork.people.throttles import Limit, client_of, forget, is_allowed

pytestmark = pytest.mark.django_db
THREE = Limit("tests", 3, timedelta(hours=1))


def request_from(address: str, **headers: str) -> HttpRequest:
    return RequestFactory(REMOTE_ADDR=address).get("/", headers=headers)


def tries(count: int, address: str = "10.0.0.1", subject: bytes = b"ana") -> list[bool]:
    return [is_allowed(THREE, request_from(address), subject) for _ in range(count)]


def test_so_many_tries_and_no_more() -> None:
    assert tries(5) == [True, True, True, False, False]


def test_other_clients_and_other_subjects_have_their_own() -> None:
    tries(4)
    assert tries(1, "10.0.0.2") == [True]
    assert tries(1, subject=b"ben") == [True]


def test_it_ends_with_its_span_even_when_somebody_keeps_trying() -> None:
    begun = timezone.now()
    for minutes in range(0, 60, 5):
        with time_machine.travel(begun + timedelta(minutes=minutes)):
            tries(1)
    with time_machine.travel(begun + timedelta(minutes=61)):
        assert tries(4) == [True, True, True, False]


def test_a_clock_set_back_keeps_nobody_out() -> None:
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        tries(4)
    assert tries(1) == [True]


def test_a_try_that_worked_starts_afresh() -> None:
    tries(3)
    forget(THREE, request_from("10.0.0.1"), b"ana")
    assert tries(3) == [True, True, True]


def test_a_row_names_neither_account_nor_client() -> None:
    tries(1)
    key = bytes(Throttle.objects.get().key)
    assert len(key) == 32
    assert b"10.0.0.1" not in key


def test_a_forwarded_address_counts_only_behind_our_own_proxy(settings: HostSettings) -> None:
    request = request_from("127.0.0.1", **{"X-Forwarded-For": "1.1.1.1, 9.9.9.9"})
    settings.GLASSWORK_BEHIND_PROXY = False
    assert client_of(request) == "127.0.0.1"
    settings.GLASSWORK_BEHIND_PROXY = True
    assert client_of(request) == "9.9.9.9"
