"""Journeys of people through the real server in a real browser. GLASSWORK_SHOTS=1 keeps pictures of every page."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.chromium import start_browser
from tests.browser.server import glasswork, neutral_site
from tests.browser.visitor import Size, Visitor

HERE = "tests/browser"
LATER = Path(__file__).parent / "later"
Meet = Callable[..., Visitor]
Days = Callable[[int], AbstractContextManager[Meet]]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(item.config.rootpath / HERE):
            item.add_marker(pytest.mark.browser)


# Not for the whole session: while Playwright runs, Django refuses to use a database in this thread.
@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = start_browser(playwright)
    yield started
    started.close()


@pytest.fixture(scope="package")
def exit_site() -> Iterator[str]:
    with neutral_site() as address:
        yield address


@pytest.fixture(scope="package")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="package")
def served(data: Path, exit_site: str) -> Iterator[str]:
    with glasswork(data, GLASSWORK_EXIT_URL=exit_site, GLASSWORK_ELEMENTS_PAGE="yes") as address:
        yield address


@pytest.fixture
def address(data: Path, served: str) -> str:
    """Where Glasswork is. An hour has passed since the journey before, so its new accounts don't count any more."""
    with closing(sqlite3.connect(data / "glasswork.sqlite3")) as database, database:
        database.execute("DELETE FROM people_throttle")
    return served


@pytest.fixture(scope="package")
def seen() -> set[str]:
    return set()


@pytest.fixture
def meet(browser: Browser, address: str, exit_site: str, seen: set[str]) -> Iterator[Meet]:
    """Somebody with a browser of their own; at the end nothing may have gone wrong on any of their pages."""
    met: list[Visitor] = []

    def make(size: Size = "phone", *, script: bool = True, worker: bool = False) -> Visitor:
        met.append(Visitor(browser, address, exit_site, seen, size=size, script=script, worker=worker))
        return met[-1]

    yield make
    for visitor in met:
        visitor.close()
    for visitor in met:
        visitor.guard.check()


@pytest.fixture
def days(browser: Browser, exit_site: str, seen: set[str], tmp_path: Path) -> Days:
    """A Glasswork of its own, started so many hours from now; whoever comes then has a new browser."""

    @contextmanager
    def start(hours: int) -> Iterator[Meet]:
        met: list[Visitor] = []
        moved = {"PYTHONPATH": str(LATER), "HOURS_LATER": str(hours)}
        with glasswork(tmp_path, GLASSWORK_EXIT_URL=exit_site, **moved) as address:

            def meet() -> Visitor:
                met.append(Visitor(browser, address, exit_site, seen))
                return met[-1]

            yield meet
            for visitor in met:
                visitor.close()
        for visitor in met:
            visitor.guard.check()

    return start
