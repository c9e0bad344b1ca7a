"""What somebody typed is still there after a reload, an ended session, a second press and a second tab."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.acts import arrive, pair, sign_in, write_evening
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor

LINE = "the kitchen was quiet"


def test_a_draft_survives_a_reload(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/check-in/").tick("Sad", "Tired").next_part().write("because …", LINE)
    sam.reads("Saved").page.reload()
    sam.is_headed("In your own words")  # the part it was left at
    expect(sam.page.get_by_label("because …")).to_have_value(LINE)
    sam.press("Back")
    expect(sam.page.get_by_label("Tired")).to_be_checked()
    # Leaving before the two seconds are over keeps it too; the beacon that brings it may arrive a moment later.
    sam.next_part().write("because …", "I left at once").open("/today/")
    for _ in range(20):
        if sam.open("/check-in/").next_part().page.get_by_label("because …").input_value() == "I left at once":
            return
        sam.page.wait_for_timeout(100)
    raise AssertionError("what was written just before leaving is lost")


def test_words_sent_after_the_session_ended_come_back_to_whoever_wrote_them(meet: Meet) -> None:
    sam = arrive(meet(), "Sam")
    write_evening(sam, feeling="Sad", because=LINE)
    end_session_elsewhere(sam)
    sam.guard.expect("status of 401")
    sam.press("Keep it").is_headed("Sign in").reads("Your words are safe on this page.").lacks(LINE).look(
        "sign-in-carried"
    )
    sign_in(sam, "not the password").is_headed("There is a problem")
    sign_in(sam).is_headed("Welcome back. Nothing was lost.").reads(LINE).look("carry-on").press("Carry on")
    sam.arrives_at("/today/").open("/talk/").reads(f"because {LINE}.")


def test_nobody_else_gets_them(meet: Meet) -> None:
    sam, max_ = arrive(meet(), "Sam"), arrive(meet(), "Max")
    write_evening(sam, feeling="Sad", because=LINE)
    end_session_elsewhere(sam)
    sam.guard.expect("status of 401")
    sam.press("Keep it").is_headed("Sign in")
    sam.sign_in_name = max_.sign_in_name
    sign_in(sam).arrives_at("/today/").reads("Max").lacks(LINE).open("/check-in/")
    assert LINE not in sam.page.content()
    sam.open("/talk/").reads("Nothing here yet.")


@pytest.mark.parametrize("script", [True, False])
def test_a_second_press_sends_once(meet: Meet, *, script: bool) -> None:
    sam = arrive(meet(script=script), "Sam")
    write_evening(sam, feeling="Sad", because=LINE)
    sam.page.get_by_role("button", name="Keep it").dblclick()
    sam.arrives_at("/today/").open("/talk/").reads(f"because {LINE}.")
    expect(sam.page.get_by_text(f"because {LINE}.")).to_have_count(1)


def test_two_tabs_lose_nothing(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet("desktop"), "Ben")
    pair(ana, ben)
    write_evening(ana, feeling="Sad", because=LINE)
    first_tab = ana.new_tab()
    write_evening(ana, feeling="Tired", because="of the second tab").press("Seal it for Ben").is_headed("Sealed")
    write_evening(ben, feeling="Sorry", because="it is late").press("Seal it for Ana").reads("of the second tab")
    ben.look("wide-round")
    ana.glances().is_headed("You’ve both answered").press("Read both answers").write(
        "What I heard you say", "You are sorry"
    )
    round_page, ana.page = ana.page, first_tab
    ana.press("Seal it for Ben").reads("Tonight’s answers are open already, so this was not sent.")
    expect(ana.page.get_by_label("because …")).to_have_value(LINE)
    ana.look("check-in-open-already").next_part().next_part().next_part().press("Keep this one to myself")
    ana.arrives_at("/today/").open("/talk/").press("Only you").reads(f"because {LINE}.")
    ana.open(urlsplit(round_page.url).path).write("What I heard you say", "It is late").press("Send to Ben")
    ana.reads("Ben will say if that was it").page = round_page
    ana.press("Send to Ben").reads("This had moved on already", "You are sorry").look("round-moved-on")


def test_words_of_two_tabs_and_a_change_survive_a_reload(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet("desktop"), "Ben")
    pair(ana, ben)
    write_evening(ana, feeling="Sad", because="of the first tab").press("Seal it for Ben").is_headed("Sealed")
    ana.press("Change it").next_part().write("because …", LINE).reads("Saved")
    first_tab = ana.new_tab()
    expect(ana.open("/check-in/?change=1").next_part().page.get_by_label("because …")).to_have_value(LINE)
    ana.write("because …", "of the second tab").reads("Saved")
    second_tab, ana.page = ana.page, first_tab
    with ana.page.expect_response("**/check-in/draft/"):
        ana.write("because …", f"{LINE} and cold")
    ana.page = second_tab
    ana.open("/today/").open("/check-in/?change=1").press("Words you typed elsewhere").reads("of the second tab")
    ana.look("check-in-apart").press("Use it").next_part()
    expect(ana.page.get_by_label("because …")).to_have_value("of the second tab")
    ana.next_part().next_part().press("Keep this one to myself").reads("Kept. Only you can open it.")
    write_evening(ben, feeling="Sorry", because="it is late").press("Seal it for Ana").is_headed("Sealed")


def test_saying_back_survives_a_reload(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
    pair(ana, ben)
    write_evening(ana, feeling="Sad", because=LINE).press("Seal it for Ben").is_headed("Sealed")
    write_evening(ben, feeling="Sorry", because="it is late").press("Seal it for Ana").reads(LINE)
    ben.write("What I heard you say", "It was quiet").press("My own words").write("Add a line", "And cold")
    ben.reads("Saved").page.reload()
    expect(ben.settled().get_by_label("What I heard you say")).to_have_value("It was quiet")
    expect(ben.page.get_by_label("Add a line")).to_have_value("And cold")
    ben.press("Send to Ana").reads("Ana will say if that was it").page.reload()
    expect(ben.settled().get_by_label("Add a line")).to_have_value("And cold")


def test_enter_saves_and_asks_the_same_question(meet: Meet) -> None:
    for sam in (arrive(meet("desktop"), "Sam"), arrive(meet(script=False), "Max")):
        sam.open("/check-in/").tick("Sad").write("because …", LINE)
        question = sam.page.locator("[name=prompt]").input_value()
        sam.page.get_by_label("Sad", exact=True).press("Enter")
        sam.page.wait_for_url("**/check-in/?more=1")
        expect(sam.settled().get_by_label("because …")).to_have_value(LINE)
        assert sam.page.locator("[name=prompt]").input_value() == question


@pytest.mark.parametrize("script", [True, False])
def test_what_stands_in_one_field_is_there_when_another_is_sent(meet: Meet, *, script: bool) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
    pair(ana, ben)
    write_evening(ana, feeling="Sad", because=LINE).press("Seal it for Ben").is_headed("Sealed")
    write_evening(ben, feeling="Sorry", because="it is late").press("Seal it for Ana").reads(LINE)
    if not script:
        name, ana = ana.sign_in_name, meet(script=False).open("/sign-in/")
        ana.sign_in_name = name
        sign_in(ana).arrives_at("/today/")
    ana.open(ben.path)
    ana.press("My own words").write("Add a line", "And I was cold").write("What I heard you say", "It is late")
    ana.press("Send to Ben").reads("Ben will say if that was it")
    expect(ana.page.get_by_label("Add a line")).to_have_value("And I was cold")
    ana.press("Add it for Ben").reads("And I was cold")


def end_session_elsewhere(visitor: Visitor) -> None:
    """Signs out in another tab of the same browser."""
    here = visitor.new_tab()
    visitor.open("/me/").press("Sign out").arrives_at("/").page.close()
    visitor.page = here
