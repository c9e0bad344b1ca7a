"""The sealed keyring (K5): two devices never lose each other's keys, and nothing foreign opens it."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from glasswork.people.actions import rekey
from glasswork.people.http import SignedInRequest, signed_in
from glasswork.people.keyring import SpaceKey, open_keyring, seal_keyring
from glasswork.people.models import Account
from glasswork.people.person import change_keyring
from glasswork.seal.envelope import new_key
from glasswork.seal.errors import SealError
from tests import cast

pytestmark = pytest.mark.django_db


def a_key() -> SpaceKey:
    return SpaceKey({1: new_key()}, new_key())


def test_two_devices_that_add_a_key_at_once_both_keep_it(ana: cast.Actor) -> None:
    phone, laptop = ana.person, ana.person
    one, two = uuid4(), uuid4()
    change_keyring(phone, lambda ring: ring.with_space(one, a_key()))
    change_keyring(laptop, lambda ring: ring.with_space(two, a_key()))
    assert {one, two} <= set(ana.person.keyring.spaces)
    assert {one, two} <= set(laptop.keyring.spaces)


def test_reading_a_page_never_writes_it(ana: cast.Actor) -> None:
    before = Account.objects.values_list("keyring", "keyring_version").get()
    for path in ("/me/", "/me/settings/", "/record/"):
        assert ana.get(path).status_code == 200
    assert Account.objects.values_list("keyring", "keyring_version").get() == before


def test_it_opens_only_for_its_account_key_and_version(ana: cast.Actor) -> None:
    ring, key, account = ana.person.keyring, ana.new.account_key, ana.account.id
    sealed = seal_keyring(ring, account=account, account_key=key, version=7)
    assert open_keyring(sealed, account=account, account_key=key, version=7) == ring
    wrong = [(uuid4(), key, 7), (account, new_key(), 7), (account, key, 6)]
    for other, other_key, version in wrong:
        with pytest.raises(SealError):
            open_keyring(sealed, account=other, account_key=other_key, version=version)


def test_an_older_keyring_put_back_signs_nobody_in(ana: cast.Actor) -> None:
    old = bytes(ana.account.keyring)
    change_keyring(ana.person, lambda ring: ring.with_space(uuid4(), a_key()))
    Account.objects.update(keyring=old)
    assert ana.get("/me/").status_code == 302


def test_a_device_whose_account_got_new_keys_in_that_moment_is_asked_to_sign_in(ana: cast.Actor) -> None:
    def view(request: SignedInRequest) -> HttpResponse:
        rekey(ana.person, ana.person.keyring, password="a quieter lighthouse further north", meanwhile=lambda: None)
        change_keyring(request.person, lambda ring: ring.with_space(uuid4(), a_key()))
        return HttpResponse()

    request = RequestFactory().post("/me/", {"words": "still here"}, secure=True)
    request.COOKIES = {name: cookie.value for name, cookie in ana.client.cookies.items()}
    answer = signed_in(view)(request)
    assert answer.status_code == 401
    assert "still here" in answer.content.decode()
