"""Keys must not reach a log or an error page through `repr`."""

import pytest

from glasswork.seal import password
from glasswork.seal.code import invitation_keys, new_invitation_code, new_recovery_code, recovery_keys
from glasswork.seal.errors import SealError
from glasswork.seal.identity import new_identity
from glasswork.seal.password import Cost, password_keys
from glasswork.seal.session import new_token, session_keys
from glasswork.seal.tests.make import make_id


def test_keys_do_not_show_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = Cost(8, 1)
    monkeypatch.setattr(password, "FLOOR", cheap)
    from_password = password_keys("words", salt=bytes(16), cost=cheap, pepper=bytes(32), account=make_id(1))
    keys = [
        from_password,
        recovery_keys(new_recovery_code(), make_id(1)),
        invitation_keys(new_invitation_code()),
        session_keys(new_token()),
        new_identity(),
    ]
    assert all(repr(each).endswith("(hidden)") for each in keys)


def test_the_error_says_nothing_about_its_cause() -> None:
    assert str(SealError()) == "This could not be opened."
