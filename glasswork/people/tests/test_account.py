"""Making an account: what is stored opens nothing without the password or the code (K1-K4), and tidying."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings as HostSettings

from glasswork.people import host
from glasswork.people.actions import (
    account_key_by_password,
    account_key_by_recovery_code,
    create_account,
    is_recovery_code,
    tidy,
)
from glasswork.people.models import Host, Session, Throttle
from glasswork.seal import password
from glasswork.seal.errors import SealError
from tests import cast

pytestmark = pytest.mark.django_db


def test_password_and_code_open_the_same_key(ana: cast.Actor) -> None:
    assert account_key_by_password(ana.account, cast.PASSWORD) == ana.new.account_key
    assert account_key_by_recovery_code(ana.account, ana.new.recovery_code) == ana.new.account_key
    assert is_recovery_code(ana.account, ana.new.recovery_code)


def test_the_code_of_another_opens_nothing(ana: cast.Actor, sam: cast.Actor) -> None:
    assert account_key_by_recovery_code(ana.account, sam.new.recovery_code) is None
    assert not is_recovery_code(ana.account, "")


def test_without_the_pepper_the_right_password_opens_nothing(
    ana: cast.Actor, settings: HostSettings, tmp_path: Path
) -> None:
    stranger = tmp_path / "pepper"
    stranger.write_bytes(bytes(host.PEPPER_BYTES))
    settings.GLASSWORK_PEPPER = stranger
    assert account_key_by_password(ana.account, cast.PASSWORD) is None


def test_a_stored_cost_below_the_floor_is_refused(ana: cast.Actor) -> None:
    account = ana.account
    account.passes = 0
    with pytest.raises(SealError):
        account_key_by_password(account, cast.PASSWORD)


def test_the_real_cost_is_what_the_floor_asks(real_passwords: None) -> None:
    made = create_account(display_name="Robin", password=cast.PASSWORD)
    assert (made.account.memory_kib, made.account.passes) >= password.FLOOR == (65_536, 3)
    assert account_key_by_password(made.account, cast.PASSWORD) == made.account_key


def test_tidying_deletes_what_has_ended_and_nothing_else(ana: cast.Actor, sam: cast.Actor) -> None:
    now = timezone.now()
    Session.objects.filter(account=ana.account).update(started_at=now - timedelta(hours=13))
    Throttle.objects.create(key=b"old", count=1, ends_at=now - timedelta(minutes=1))
    Throttle.objects.create(key=b"new", count=1, ends_at=now + timedelta(minutes=1))
    assert tidy() == 2
    assert Session.objects.get().account == sam.account
    assert bytes(Throttle.objects.get().key) == b"new"


def test_a_database_remembers_its_pepper(settings: HostSettings, tmp_path: Path) -> None:
    host.check_pepper()
    host.check_pepper()
    assert Host.objects.count() == 1
    other = tmp_path / "other"
    other.write_bytes(b"x" * host.PEPPER_BYTES)
    settings.GLASSWORK_PEPPER = other
    with pytest.raises(host.HostError, match="belongs to another pepper"):
        host.check_pepper()


@pytest.mark.parametrize(("content", "sentence"), [(None, "is missing"), (b"short", "exactly 32 bytes")])
def test_a_pepper_that_cannot_be_right_is_said_in_a_sentence(
    settings: HostSettings, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    settings.GLASSWORK_PEPPER = tmp_path / "pepper"
    if content is not None:
        settings.GLASSWORK_PEPPER.write_bytes(content)
    with pytest.raises(host.HostError, match=sentence):
        host.pepper()
