"""Journeys of people through the real server in a real browser. GLASSWORK_SHOTS=1 keeps pictures of every page."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import start_browser
from tests.browser.server import glasswork, neutral_site
from tests.browser.visitor import Size, Visitor

HERE = "tests/browser"
Meet = Callable[..., Visitor]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(item.config.rootpath / HERE):
            item.add_marker(pytest.mark.browser)


# Not for the whole session: while Playwright runs, Django refuses to use a database in this thread.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = start_browser(playwright)
        yield started
        started.close()


@pytest.fixture(scope="package")
def exit_site() -> Iterator[str]:
    with neutral_site() as address:
        yield address


# A module has a server of its own: an hour's limits on new accounts are met by one journey's people, not by all.
@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, exit_site: str) -> Iterator[str]:
    data = tmp_path_factory.mktemp("served")
    with glasswork(data, GLASSWORK_EXIT_URL=exit_site, GLASSWORK_ELEMENTS_PAGE="yes") as started:
        yield started


@pytest.fixture(scope="package")
def seen() -> set[str]:
    return set()


@pytest.fixture
def meet(browser: Browser, address: str, exit_site: str, seen: set[str]) -> Iterator[Meet]:
    """Somebody with a browser of their own; at the end nothing may have gone wrong on any of their pages."""
    met: list[Visitor] = []

    def make(size: Size = "phone", *, script: bool = True) -> Visitor:
        met.append(Visitor(browser, address, exit_site, seen, size=size, script=script))
        return met[-1]

    yield make
    for visitor in met:
        visitor.close()
    for visitor in met:
        visitor.guard.check()
