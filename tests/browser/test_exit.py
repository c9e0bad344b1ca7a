"""Exit leaves at once, and Back shows nothing of what was open."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, expect
from playwright.sync_api import Error as PlaywrightError

from tests.browser.acts import arrive
from tests.browser.chromium import start_browser
from tests.browser.conftest import Meet
from tests.browser.server import NEUTRAL, neutral_site
from tests.browser.visitor import Visitor

SECRET = "words for nobody else"


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One that keeps pages alive for Back, as people's do: Exit has to hold there too."""
    started = start_browser(playwright, keeps_pages=True)
    assert keeps_pages(started)
    yield started
    started.close()


def keeps_pages(browser: Browser) -> bool:
    """Whether a page comes back from Back as it was left."""
    page = browser.new_page()
    with neutral_site() as first, neutral_site() as second:
        page.goto(first)
        page.evaluate("document.title = 'kept'")
        page.goto(second)
        page.go_back(wait_until="commit")
        title = page.title()
    page.close()
    return title == "kept"


def test_exit_leaves_and_back_shows_nothing(meet: Meet, exit_site: str) -> None:
    imogen = arrive(meet(worker=True), "Imogen")
    write_something(imogen)
    cookies = imogen.context.cookies()
    imogen.exits()
    has_left(imogen, exit_site)
    shows_nothing_on_back(imogen)
    # Whoever kept the cookie has nothing either: the session has ended on the server.
    imogen.context.add_cookies([dict(cookie) for cookie in cookies])
    imogen.open("/today/").arrives_at("/sign-in/")


def test_shift_three_times_leaves(meet: Meet, exit_site: str) -> None:
    imogen = arrive(meet("desktop", worker=True), "Imogen")
    write_something(imogen)
    imogen.page.keyboard.press("Shift")
    imogen.reads("Press Shift twice more to exit.")
    imogen.page.keyboard.press("a")
    imogen.lacks("Press Shift twice more to exit.")
    for _ in range(3):
        imogen.page.keyboard.press("Shift")
    has_left(imogen, exit_site)
    shows_nothing_on_back(imogen)


def test_exit_works_without_script(meet: Meet, exit_site: str) -> None:
    imogen = arrive(meet(script=False), "Imogen")
    imogen.open("/talk/").open("/me/")
    imogen.exits()
    has_left(imogen, exit_site)
    imogen.page.go_back()
    imogen.is_headed("Sign in").lacks("Imogen")


@pytest.mark.parametrize("steps", [0, 2])
def test_exit_of_the_first_run_leaves_no_words_behind(meet: Meet, exit_site: str, steps: int) -> None:
    imogen = meet(worker=True).open("/").press("Start").tick("Sad")
    for _ in range(steps):
        imogen.press("Next")
    if steps:
        imogen.write("I feel …", SECRET)
    imogen.exits()
    has_left(imogen, exit_site)
    for _ in range(steps + 1):
        imogen.page.go_back()
        assert SECRET not in shown(imogen)
        assert imogen.page.locator("input:checked").count() == 0


def write_something(imogen: Visitor) -> None:
    """Two private pages deep, with words in a field."""
    imogen.open("/me/").open("/today/").press("Start my check-in").next_part().write("I feel …", SECRET)


def has_left(imogen: Visitor, exit_site: str) -> None:
    imogen.page.wait_for_url(exit_site)
    expect(imogen.page.get_by_role("heading", name=NEUTRAL)).to_be_visible()
    for _ in range(100):
        if not any(cookie["name"] == "__Host-gw" for cookie in imogen.context.cookies()):
            return
        imogen.page.wait_for_timeout(20)  # the beacon may still be on its way
    raise AssertionError("the session's cookie is still there")


def shows_nothing_on_back(imogen: Visitor) -> None:
    for _ in range(4):
        go_back(imogen)
        assert SECRET not in shown(imogen)
        expect(imogen.page.get_by_text("Imogen").locator("visible=true")).to_have_count(0)
    imogen.open("/today/").arrives_at("/sign-in/").is_headed("Sign in")


def go_back(imogen: Visitor) -> None:
    """To a page that was sent and may not be kept, a browser may say so itself: that shows nothing, too."""
    try:
        imogen.page.go_back()
    except PlaywrightError as problem:
        if "ERR_CACHE_MISS" not in str(problem):
            raise


def shown(imogen: Visitor) -> str:
    """The page with what its fields hold."""
    fields = imogen.page.locator("textarea, input").evaluate_all("(all) => all.map((field) => field.value)")
    return " ".join([imogen.page.content(), *fields])
