"""Sessions (K16): their cookie, their ends, and that the table alone opens nothing (Z8)."""

import base64
from datetime import timedelta

import pytest
import time_machine
from django.db.models import BinaryField
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from glasswork.people.models import Session
from glasswork.people.sessions import COOKIE, start_session
from glasswork.seal.envelope import Place, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.session import session_keys
from tests import cast

pytestmark = pytest.mark.django_db


def is_in(actor: cast.Actor) -> bool:
    return actor.get("/me/").status_code == 200


def later(**span: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**span), tick=False)


def test_the_cookie_is_bound_to_this_site_and_to_the_browser(ana: cast.Actor, client: Client) -> None:
    client.post("/sign-in/", {"name": ana.new.sign_in_name, "password": cast.PASSWORD}, secure=True)
    cookie = client.cookies[COOKIE]
    assert COOKIE.startswith("__Host-")
    assert cookie["secure"]
    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["path"]) == ("Strict", "/")
    assert (cookie["domain"], cookie["max-age"], cookie["expires"]) == ("", "", "")
    assert len(base64.urlsafe_b64decode(cookie.value)) == 32


def test_the_table_alone_opens_nothing(ana: cast.Actor) -> None:
    row, token = Session.objects.get(), base64.urlsafe_b64decode(ana.client.cookies[COOKIE].value)
    stored = [bytes(getattr(row, field.name)) for field in row._meta.fields if isinstance(field, BinaryField)]
    assert token not in b"".join(stored)
    place = Place("session", ana.account.id.bytes, bytes(row.id)[:16], 0, ana.account.id.bytes)
    for found in (bytes(row.id), *(stored[1][at : at + 32] for at in range(len(stored[1]) - 31))):
        with pytest.raises(SealError):
            unseal(found, place, bytes(row.wrapped_key))
    assert unseal(session_keys(token).wrap, place, bytes(row.wrapped_key)) == ana.new.account_key


def test_a_session_moved_to_another_account_opens_nothing(ana: cast.Actor, sam: cast.Actor) -> None:
    Session.objects.filter(account=ana.account).update(account=sam.account)
    assert not is_in(ana)


@pytest.mark.parametrize("junk", ["", "x", "?" * 44, "A" * 44, "=" * 10, "ä" * 44, "A" * 100_000])
def test_a_made_up_cookie_is_nobody(ana: cast.Actor, client: Client, junk: str) -> None:
    client.cookies[COOKIE] = junk
    assert client.get("/me/", secure=True).status_code == 302


def test_it_ends_after_fifteen_minutes_without_use(ana: cast.Actor) -> None:
    with later(minutes=14):
        assert is_in(ana)
    with later(minutes=28):
        assert is_in(ana)
    with later(minutes=44):
        assert not is_in(ana)
    assert not Session.objects.exists()


def test_it_ends_after_twelve_hours_however_busy(ana: cast.Actor) -> None:
    for minutes in range(10, 12 * 60, 10):
        with later(minutes=minutes):
            assert is_in(ana)
    with later(hours=12, seconds=1):
        assert not is_in(ana)


def test_on_a_shared_device_it_ends_after_five(ana: cast.Actor) -> None:
    response = HttpResponse()
    start_session(response, ana.account, ana.new.account_key, idle_minutes=5)
    ana.client.cookies[COOKIE] = response.cookies[COOKIE].value
    with later(minutes=4):
        assert is_in(ana)
    with later(minutes=10):
        assert not is_in(ana)


def test_its_row_is_touched_at_most_once_a_minute(ana: cast.Actor) -> None:
    begun = Session.objects.get().touched_at
    with later(seconds=50):
        is_in(ana)
    assert Session.objects.get().touched_at == begun
    with later(seconds=70):
        is_in(ana)
    assert Session.objects.get().touched_at > begun


@pytest.mark.parametrize("back", [timedelta(minutes=5), timedelta(hours=3), timedelta(days=400)])
def test_a_clock_set_back_ends_it_rather_than_prolong_it(ana: cast.Actor, back: timedelta) -> None:
    with later(hours=-4):
        ana.sign_in()
    Session.objects.update(touched_at=timezone.now())
    with time_machine.travel(timezone.now() - back, tick=False):
        assert not is_in(ana)


def test_a_clock_corrected_by_seconds_ends_nothing(ana: cast.Actor) -> None:
    with later(seconds=-20):
        assert is_in(ana)


def test_signing_out_ends_it_on_the_server(ana: cast.Actor) -> None:
    kept = ana.client.cookies[COOKIE].value
    answer = ana.post("/sign-out/")
    assert (answer.status_code, answer["Clear-Site-Data"]) == (302, '"cache"')
    ana.client.cookies[COOKIE] = kept
    assert not is_in(ana)


def test_signed_in_pages_are_never_stored(ana: cast.Actor) -> None:
    assert ana.get("/me/")["Cache-Control"] == "no-store"


def test_what_somebody_else_does_keeps_no_session_alive(ana: cast.Actor) -> None:
    """An open page fetches itself when there is something new; that is nobody being there."""
    begun = Session.objects.get().touched_at
    with time_machine.travel(begun + timedelta(minutes=10), tick=False):
        ana.get("/today/", headers={"X-News": "1"})
        assert Session.objects.get().touched_at == begun
        ana.get("/today/")
        assert Session.objects.get().touched_at > begun
