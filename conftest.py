"""For every test in every room: quick password stretching, and the cast on demand."""

import gc
import secrets
from collections.abc import Iterator

import hypothesis
import pytest
from django.test import override_settings

from glasswork.people import actions
from glasswork.seal import password
from tests import cast

QUICK = password.Cost(memory_kib=8, passes=1)

# The same examples at every run, and no limit on time: a busy machine must not fail a test. To look for new examples:
# pytest --hypothesis-profile=default
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")


PLAIN_STATIC = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: no need to look for garbage in it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A data folder with a pepper of its own, and static files as they lie in the rooms, without hashes."""
    data = tmp_path_factory.mktemp("data")
    (data / "static").mkdir()
    (data / "pepper").write_bytes(secrets.token_bytes(32))
    settings = {"GLASSWORK_DATA": data, "GLASSWORK_PEPPER": data / "pepper", "STATIC_ROOT": data / "static"}
    with override_settings(**settings, STORAGES=PLAIN_STATIC):
        yield


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The real cost is 64 MiB and a tenth of a second; only tests of the cost itself pay it."""
    if "real_passwords" in request.fixturenames or "seal" in request.path.parts:
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
def max_(db: None) -> cast.Actor:
    return cast.make_actor("Max")
