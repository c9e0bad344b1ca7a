"""A page that stays open when its session ends by time shows nothing any more, and loses nothing that was typed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.acts import arrive, sign_in, write_evening
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor

LINE = "the kitchen was quiet"
COVERED = "You were away for a while"
MINUTE = 60_000


@pytest.fixture
def sam(meet: Meet) -> Visitor:
    """At home, with a clock in the browser that can be put forward."""
    visitor = meet()
    visitor.page.clock.install()
    visitor.guard.expect("status of 403")
    return arrive(visitor, "Sam")


def end_sessions(data: Path) -> None:
    """As if everybody had been away for a while: the server's clock can't be put forward."""
    with closing(sqlite3.connect(data / "glasswork.sqlite3")) as database, database:
        database.execute("UPDATE people_session SET touched_at = '2020-01-01', started_at = '2020-01-01'")


def be_away(visitor: Visitor, data: Path) -> None:
    end_sessions(data)
    visitor.page.clock.fast_forward(16 * MINUTE)


def sign_in_again(visitor: Visitor, who: Visitor) -> None:
    """In the new tab that the cover opens; then back in the old one."""
    with visitor.context.expect_page() as opened:
        visitor.press("Sign in again (opens a new tab)")
    tab, visitor.page = visitor.page, opened.value
    visitor.sign_in_name = who.sign_in_name
    sign_in(visitor).arrives_at("/check-in/").page.close()
    visitor.page = tab
    visitor.glances()


def test_typed_words_are_covered_until_their_writer_is_back(sam: Visitor, data: Path) -> None:
    write_evening(sam, feeling="Sad", because=LINE).reads("Saved")
    be_away(sam, data)
    sam.is_headed(COVERED).look("time-out")
    for hidden in ("main", "header"):
        expect(sam.page.locator(hidden)).to_have_css("visibility", "hidden")
    expect(sam.page.get_by_role("button", name="Keep it")).to_have_count(0)
    sign_in_again(sam, sam)
    expect(sam.page.get_by_role("button", name="Keep it")).to_be_visible()
    sam.press("Keep it").arrives_at("/today/").open("/talk/").reads(f"because {LINE}.")


def test_nobody_else_uncovers_them(sam: Visitor, meet: Meet, data: Path) -> None:
    max_ = arrive(meet(), "Max")
    write_evening(sam, feeling="Sad", because=LINE).reads("Saved")
    be_away(sam, data)
    sam.is_headed(COVERED)
    sign_in_again(sam, max_)
    sam.arrives_at("/sign-in/")
    assert LINE not in sam.page.content()


def test_a_page_with_nothing_typed_makes_room_for_the_sign_in_page(sam: Visitor, data: Path) -> None:
    sam.open("/me/").reads("Sam")
    be_away(sam, data)
    sam.arrives_at("/sign-in/", "Sign in").lacks("Sam")
    sign_in(sam).arrives_at("/me/")


def test_a_session_that_is_used_elsewhere_covers_nothing(sam: Visitor) -> None:
    sam.open("/me/").page.clock.fast_forward(16 * MINUTE)
    sam.glances().is_headed("Sam")
    expect(sam.page.locator("main")).to_have_css("visibility", "visible")


def test_somebody_who_is_typing_is_not_interrupted(sam: Visitor, data: Path) -> None:
    sam.open("/me/name/").page.clock.fast_forward(15 * MINUTE - 5000)
    sam.write("What shall we call you?", "Samuel")
    end_sessions(data)
    sam.page.clock.fast_forward(20_000)
    expect(sam.page.get_by_label("What shall we call you?")).to_be_visible()
    sam.page.clock.fast_forward(MINUTE)
    sam.is_headed(COVERED)


def test_without_a_connection_it_is_covered_and_comes_back(sam: Visitor) -> None:
    sam.guard.expect("ERR_INTERNET_DISCONNECTED")
    sam.open("/me/").context.set_offline(True)
    sam.page.clock.fast_forward(16 * MINUTE)
    sam.is_headed(COVERED).context.set_offline(False)
    sam.glances().is_headed("Sam")
