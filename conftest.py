"""For every test in every room: quick password stretching, and the cast on demand."""

from collections.abc import Iterator

import pytest

from glasswork.people import actions
from glasswork.seal import password
from tests import cast

QUICK = password.Cost(memory_kib=8, passes=1)


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The real cost is 64 MiB and a tenth of a second; only tests of the cost itself pay it."""
    if "real_passwords" in request.fixturenames:
        return
    monkeypatch.setattr(password, "FLOOR", QUICK)
    monkeypatch.setattr(actions, "DEFAULT", QUICK)


@pytest.fixture
def real_passwords() -> None:
    """Ask for it to stretch passwords at full cost."""


@pytest.fixture
def ana(db: None) -> cast.Actor:
    return cast.make_actor("Ana")


@pytest.fixture
def sam(db: None) -> cast.Actor:
    return cast.make_actor("Sam")


@pytest.fixture
def couple(db: None) -> tuple[cast.Actor, cast.Actor]:
    return cast.make_couple()


@pytest.fixture
def max_(db: None) -> Iterator[cast.Actor]:
    yield cast.make_actor("Max")
