import unicodedata

import pytest

from glasswork.seal import password
from glasswork.seal.password import (
    CEILING,
    DEFAULT,
    FLOOR,
    Cost,
    PasswordKeys,
    new_salt,
    password_keys,
    verifiers_equal,
)
from glasswork.seal.tests.make import is_refused, make_id

QUICK = Cost(memory_kib=8, passes=1)
SALT = bytes(16)
PEPPER = bytes(32)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password, "FLOOR", QUICK)


@pytest.fixture
def real_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password, "FLOOR", FLOOR)


def make_keys(
    text: str = "a long enough password", *, salt: bytes = SALT, pepper: bytes = PEPPER, account: int = 1
) -> PasswordKeys:
    return password_keys(text, salt=salt, cost=QUICK, pepper=pepper, account=make_id(account))


@pytest.mark.usefixtures("quick")
def test_the_same_password_gives_the_same_keys() -> None:
    assert make_keys() == make_keys()
    assert make_keys().verifier != make_keys().wrap


@pytest.mark.usefixtures("quick")
def test_password_salt_pepper_and_account_all_count() -> None:
    keys = [
        make_keys(),
        make_keys("a long enough passwore"),
        make_keys(salt=bytes(15) + b"\x01"),
        make_keys(pepper=bytes(31) + b"\x01"),
        make_keys(account=2),
    ]
    assert len({part for pair in keys for part in pair}) == 10


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("text", ["café au lait gourmand", "Ångström im Überfluss", "ﬁne ﬂowers and ½ a loaf"])
def test_a_password_typed_on_another_keyboard_is_the_same(text: str) -> None:
    forms = {make_keys(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert forms == {make_keys(text)}


@pytest.mark.usefixtures("real_floor")
@pytest.mark.parametrize(
    "cost",
    [
        FLOOR._replace(memory_kib=FLOOR.memory_kib - 1),
        FLOOR._replace(passes=FLOOR.passes - 1),
        Cost(19_456, 2),
        QUICK,
        Cost(0, 0),
        Cost(-65_536, 3),
        CEILING._replace(memory_kib=CEILING.memory_kib + 1),
        CEILING._replace(passes=CEILING.passes + 1),
    ],
)
def test_a_cost_below_the_floor_or_above_the_ceiling_is_refused(cost: Cost) -> None:
    assert is_refused(password_keys, "password", salt=SALT, cost=cost, pepper=PEPPER, account=make_id(1))


def test_the_floor_is_64_mib_and_three_passes() -> None:
    assert FLOOR == DEFAULT == (65_536, 3)


@pytest.mark.usefixtures("quick")
def test_malformed_salt_pepper_or_text_is_refused() -> None:
    assert is_refused(make_keys, salt=bytes(15))
    assert is_refused(make_keys, pepper=b"")
    assert is_refused(make_keys, "\ud800")


def test_salts_are_new_every_time() -> None:
    assert len(new_salt()) == 16
    assert new_salt() != new_salt()


def test_verifiers_are_compared() -> None:
    assert verifiers_equal(b"a" * 32, b"a" * 32)
    assert not verifiers_equal(b"a" * 32, b"b" * 32)
