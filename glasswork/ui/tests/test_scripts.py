"""The custom elements in a real browser, on pages made here: nothing but our own static files is served."""

import json
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from glasswork.ui.tests.make import STATIC
from tests.browser.chromium import start_browser

pytestmark = pytest.mark.browser

HOME = "http://localhost:1"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
EXIT = (
    '<exit-now data-exit="/exit/" data-site="/weather/" data-installed="/timer/">'
    '<a data-exit href="/exit/">Exit</a></exit-now>'
)

type Answer = Callable[[Route], object]


class Stage:
    """A page whose addresses answer as a test says; ``asked`` keeps method, path and body of every request."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str, str]] = []
        page.route("**/*", self._answer)

    def show(self, body: str) -> None:
        """Opens /here/ with this body and all scripts."""
        self.say("/here/", html(body))
        self.page.goto(f"{HOME}/here/")
        self.page.wait_for_function("[...document.querySelectorAll('*')].every(one => one.matches(':defined'))")

    def say(self, path: str, body: str = "", status: int = 200, kind: str = "text/html") -> None:
        self.answers[path] = lambda route: route.fulfill(status=status, body=body, content_type=kind)

    def times(self, method: str, path: str) -> int:
        return sum(one[:2] == (method, path) for one in self.asked)

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/ui/"):
            file = STATIC / path.removeprefix("/static/ui/")
            route.fulfill(path=file, content_type=KINDS[file.suffix])
            return
        self.asked.append((route.request.method, path, route.request.post_data or ""))
        answer = self.answers.get(path)
        if answer:
            answer(route)
        else:
            route.fulfill(status=404)


def html(body: str) -> str:
    sheets = "".join(f'<link rel="stylesheet" href="/static/ui/{name}.css">' for name in ("tokens", "base", "pictures"))
    script = '<script type="module" src="/static/ui/app.js"></script>'
    return (
        f'<!doctype html><html lang="en"><title>Here</title>{sheets}{script}<main>{body}</main><app-cover></app-cover>'
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = start_browser(playwright)
        yield started
        started.close()


@pytest.fixture
def stage(browser: Browser) -> Iterator[Stage]:
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(5000)
    yield Stage(context.new_page())
    context.close()


STEPS = """<form method="post" action="/sent/"><step-by-step data-next="Next" data-back="Back">
<section data-step><h2>One</h2><input name="a" aria-label="a"></section>
<section data-step><h2>Two</h2><input name="b" aria-label="b"{}></section>
<section data-step><h2>Three</h2><button name="act" value="go">Send</button></section></step-by-step></form>"""


def test_a_form_shows_one_step_at_a_time_and_back_goes_back(stage: Stage) -> None:
    stage.show(STEPS.format(""))
    expect(stage.page.get_by_text("Part 1 of 3")).to_be_visible()
    stage.page.get_by_role("button", name="Next").click()
    expect(stage.page.get_by_role("heading", name="Two")).to_be_focused()
    assert stage.page.url == f"{HOME}/here/"
    stage.page.go_back()
    expect(stage.page.get_by_role("heading", name="One")).to_be_visible()
    expect(stage.page.get_by_role("heading", name="Two")).to_be_hidden()


def test_enter_in_a_field_goes_to_the_next_step_and_sends_nothing(stage: Stage) -> None:
    stage.show(STEPS.format(""))
    stage.page.get_by_label("a").fill("words")
    stage.page.keyboard.press("Enter")
    expect(stage.page.get_by_role("heading", name="Two")).to_be_visible()
    assert stage.times("POST", "/sent/") == 0


def test_a_form_opens_at_the_step_with_the_problem(stage: Stage) -> None:
    stage.show(STEPS.format(' aria-invalid="true"'))
    expect(stage.page.get_by_role("heading", name="Two")).to_be_visible()


def test_a_second_press_sends_nothing_more(stage: Stage) -> None:
    stage.answers["/sent/"] = str  # no answer yet
    stage.show('<form method="post" action="/sent/"><button name="act" value="go">Send</button></form>')
    stage.page.evaluate("document.querySelector('button').click(), document.querySelector('button').click()")
    stage.page.wait_for_timeout(300)
    assert [one for one in stage.asked if one[0] == "POST"] == [("POST", "/sent/", "act=go")]


DRAFT = """<auto-save data-href="/draft/"><form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="t">
<textarea name="words" aria-label="Words"></textarea></form><p role="status" data-saved></p></auto-save>"""


def test_words_are_saved_and_tried_again_when_that_fails(stage: Stage) -> None:
    stage.page.clock.install()
    stage.say("/draft/", status=503)
    stage.show(DRAFT)
    stage.page.get_by_label("Words").fill("hello")
    stage.page.clock.run_for(2100)
    expect(stage.page.get_by_role("status")).to_have_text("Not saved yet, we’ll try again")
    stage.say("/draft/", status=204)
    stage.page.clock.run_for(4100)
    expect(stage.page.get_by_role("status")).to_have_text("Saved")
    assert ("POST", "/draft/", "csrfmiddlewaretoken=t&words=hello") in stage.asked


def test_words_typed_just_before_leaving_are_saved(stage: Stage) -> None:
    stage.say("/draft/", status=204)
    stage.show(DRAFT)
    stage.page.get_by_label("Words").fill("last")
    with stage.page.expect_request("**/draft/") as sent:
        stage.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert sent.value.post_data == "csrfmiddlewaretoken=t&words=last"


def test_an_ended_session_is_said_and_the_words_stay(stage: Stage) -> None:
    stage.page.clock.install()
    stage.say("/draft/", status=403)
    stage.show(DRAFT)
    stage.page.get_by_label("Words").fill("hello")
    stage.page.clock.run_for(2100)
    expect(stage.page.get_by_role("status")).to_contain_text("You are signed out")
    expect(stage.page.get_by_label("Words")).to_have_value("hello")


LIVE = """<live-part id="round" data-pulse="/pulse/" data-token="{token}" data-every="1"><p>{words}</p>
<textarea id="field-reply" aria-label="Reply"></textarea></live-part>"""


def pulse(stage: Stage, *, new: bool) -> None:
    stage.say("/pulse/", json.dumps({"new": new, "token": "next"}), kind="application/json")


def test_a_waiting_page_shows_what_is_new(stage: Stage) -> None:
    stage.page.clock.install()
    pulse(stage, new=False)
    stage.show(LIVE.format(token="first", words="sealed"))
    stage.page.clock.run_for(1100)
    expect(stage.page.get_by_text("sealed")).to_be_visible()
    stage.say("/here/", html(LIVE.format(token="third", words="open")))
    pulse(stage, new=True)
    stage.page.clock.run_for(1100)
    expect(stage.page.get_by_text("open", exact=True)).to_be_visible()
    expect(stage.page.get_by_role("status")).to_have_text("This page has something new.")


def test_nothing_moves_under_somebody_who_types(stage: Stage) -> None:
    stage.page.clock.install()
    pulse(stage, new=True)
    stage.show(LIVE.format(token="first", words="sealed"))
    stage.say("/here/", html(LIVE.format(token="third", words="open")))
    stage.page.get_by_label("Reply").fill("my words")
    stage.page.clock.run_for(1100)
    expect(stage.page.get_by_role("button", name="Show what is new")).to_be_visible()
    expect(stage.page.get_by_label("Reply")).to_have_value("my words")
    stage.page.get_by_role("button", name="Show what is new").click()
    expect(stage.page.get_by_text("open", exact=True)).to_be_visible()
    expect(stage.page.get_by_label("Reply")).to_have_value("my words")


def test_words_whose_field_has_gone_stay_on_the_page(stage: Stage) -> None:
    stage.page.clock.install()
    pulse(stage, new=True)
    stage.show(LIVE.format(token="first", words="sealed"))
    stage.say("/here/", html('<live-part id="round" data-pulse="/pulse/" data-token="t"><p>closed</p></live-part>'))
    stage.page.get_by_label("Reply").fill("my words")
    stage.page.clock.run_for(1100)
    stage.page.get_by_role("button", name="Show what is new").click()
    expect(stage.page.get_by_text("closed")).to_be_visible()
    expect(stage.page.get_by_text("my words")).to_be_visible()


def test_a_page_that_may_not_ask_stops_asking(stage: Stage) -> None:
    stage.page.clock.install()
    stage.say("/pulse/", status=403)
    stage.show(LIVE.format(token="first", words="sealed"))
    stage.page.clock.run_for(1100)
    stage.page.wait_for_timeout(200)
    stage.page.clock.run_for(2100)
    stage.page.wait_for_timeout(200)
    stage.page.clock.run_for(10000)
    stage.page.wait_for_timeout(200)
    # the second time with the fresh token of the page itself
    assert stage.times("GET", "/pulse/") == 2


def test_a_page_that_slept_goes_on_with_a_fresh_token(stage: Stage) -> None:
    stage.page.clock.install()
    stage.say("/pulse/", status=403)
    stage.show(LIVE.format(token="old", words="sealed"))
    stage.say("/here/", html(LIVE.format(token="fresh", words="open")))
    stage.page.clock.run_for(1100)
    expect(stage.page.get_by_text("open", exact=True)).to_be_visible()
    expect(stage.page.locator("live-part")).to_have_attribute("data-token", "fresh")
    pulse(stage, new=False)
    stage.page.clock.run_for(1100)
    expect(stage.page.locator("live-part")).to_have_attribute("data-token", "next")


@pytest.mark.parametrize("way", ["click", "shift"])
def test_exit_ends_the_session_and_leaves_no_way_back(stage: Stage, way: str) -> None:
    stage.say("/before/", html("words of before"))
    stage.say("/exit/", status=204)
    stage.say("/weather/", "<title>Weather</title>")
    stage.page.goto(f"{HOME}/before/")
    stage.show(EXIT + "<p>words</p>")
    if way == "click":
        stage.page.get_by_role("link", name="Exit").click()
    else:
        for _ in range(3):
            stage.page.keyboard.press("Shift")
    stage.page.wait_for_url(f"{HOME}/weather/")
    assert stage.times("POST", "/exit/") == 1
    stage.page.go_back()
    assert stage.page.url == f"{HOME}/before/"


def test_two_presses_of_shift_show_dots_and_another_key_takes_them_away(stage: Stage) -> None:
    stage.show(EXIT)
    stage.page.keyboard.press("Shift")
    stage.page.keyboard.press("Shift")
    expect(stage.page.get_by_role("status")).to_have_text("Press Shift once more to exit.")
    stage.page.keyboard.press("a")
    expect(stage.page.get_by_role("status")).to_have_count(0)


def test_a_page_that_is_left_stays_covered(stage: Stage) -> None:
    stage.show("<p>words</p>")
    stage.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(stage.page.locator("app-cover")).to_be_visible()
    with stage.page.expect_navigation():
        stage.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")


def test_a_minute_of_breathing_starts_and_stops_when_asked(stage: Stage) -> None:
    stage.page.clock.install()
    stage.show(
        "<breathe-pane><p data-words role='status' hidden></p><button data-start hidden>Start</button>"
        "<button data-stop hidden>Stop</button></breathe-pane>"
    )
    expect(stage.page.get_by_role("status")).to_be_hidden()
    stage.page.get_by_role("button", name="Start").click()
    expect(stage.page.get_by_role("status")).to_have_text("Breathe in")
    stage.page.clock.run_for(4100)
    expect(stage.page.get_by_role("status")).to_have_text("Breathe out")
    stage.page.clock.run_for(60000)
    expect(stage.page.get_by_role("status")).to_have_text("That was one minute.")


def test_a_starter_goes_to_the_end_or_to_the_caret(stage: Stage) -> None:
    stage.show(
        '<textarea id="field-a">So</textarea>'
        '<add-starter data-for="field-a"><button data-text="because ">because</button></add-starter>'
    )
    stage.page.get_by_role("button", name="because").click()
    expect(stage.page.get_by_role("textbox")).to_have_value("So because ")
    stage.page.evaluate("document.querySelector('textarea').setSelectionRange(0, 0)")
    stage.page.get_by_role("button", name="because").click()
    expect(stage.page.get_by_role("textbox")).to_have_value("Because So because ")


def test_a_starter_begins_a_sentence_or_goes_on_with_one(stage: Stage) -> None:
    for before, after in (("", "When "), ("You feel small", "You feel small when "), ("Late.", "Late. When ")):
        button = '<add-starter data-for="field-a"><button data-text="when ">when</button></add-starter>'
        stage.show(f'<textarea id="field-a">{before}</textarea>{button}')
        stage.page.get_by_role("button", name="when").click()
        expect(stage.page.get_by_role("textbox")).to_have_value(after)
