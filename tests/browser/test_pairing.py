"""Two people join by comparing four words, open an evening together, and part and join again."""

from playwright.sync_api import Page, expect

from tests.browser.acts import (
    answer_hard_questions,
    arrive,
    check_code,
    four_words,
    invite,
    make_account,
    pair,
    type_code,
    write_evening,
)
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor

MARK = "window.isSameDocument = true"


def test_two_people_join_and_hear_each_other_on_live_pages(meet: Meet) -> None:
    ana, ben = arrive(meet(worker=True), "Ana"), meet(worker=True)
    code = invite(ana)
    join_from_picture(ana, ben, code)
    compare_words(ana, ben)
    open_the_evening(ana, ben)
    say_back(ana, ben)
    add_and_take_back(ana, ben)


def join_from_picture(ana: Visitor, ben: Visitor, code: str) -> None:
    """Ben has no account yet: the picture's address brings the code along, and the browser's alone."""
    ana.look("pairing-sent").press("Show a picture to scan")
    picture = ana.page.get_by_role("img", name="Your code as a picture for a camera")
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("(image) => image.naturalWidth") > 100
    mark(ana.page)
    ben.open(f"/pairing/join/#{code}").is_headed("You were invited").reads(code).look("join-first")
    assert code not in ben.page.url
    ben.press("Start")
    check_code(make_account(ben, "Ben"))
    answer_hard_questions(ben).arrives_at("/pairing/join/").look("pairing-join")
    ben.write("The code", "7KQ2-M9TA-4X0C-88RD").press("Look at it").is_headed("There is a problem")
    ben.look("pairing-join-problem").write("The code", code.lower().replace("-", " ")).press("Look at it")
    ben.is_headed("Ana asked you to join").look("pairing-offer")


def compare_words(ana: Visitor, ben: Visitor) -> None:
    ana.lacks("Ben")
    ben.press("Join").is_headed("Do you both see these words?").look("pairing-words")
    ana.is_headed("Compare four words").reads("Ben").look("pairing-compare")
    assert is_same_document(ana.page)
    assert four_words(ana) == ben.page.locator(".lights li").all_inner_texts()
    ben.press("They match").is_headed("You’ve said that they match").look("pairing-waiting")
    mark(ben.page)
    ana.press("They match").is_headed("You two are joined").look("pairing-joined").press("Go on").arrives_at("/today/")
    ben.is_headed("You two are joined")
    assert is_same_document(ben.page)
    ben.press("Go on").arrives_at("/today/").reads("From Ana").look("today-shared")


def open_the_evening(ana: Visitor, ben: Visitor) -> None:
    """Whoever answers first waits, and learns nothing; whoever has not answered is told nothing."""
    write_evening(ana, feeling="Hurt", because="the phone was face down again")
    ana.tick("Some").press("Seal it for Ben").is_headed("Sealed").look("check-in-sealed")
    mark(ana.page)
    ben.open("/today/").is_headed("Your check-in is waiting").lacks("Ana shared", "sealed")
    ben.open("/check-in/").tick("Sorry", "Quite close").look("check-in-shared-feelings").press("Next")
    ben.write("I feel …", "ashamed").write("because …", "I hid it").look("check-in-shared-frame").press("Next")
    ben.look("check-in-shared-question").press("Next").look("check-in-shared-send").press("Seal it for Ana")
    ben.is_headed("You’ve both answered").reads("the phone was face down again").look("round-say-back")
    ana.is_headed("You’ve both answered")
    assert is_same_document(ana.page)
    ana.look("check-in-open").press("Read both answers").is_headed("You’ve both answered").reads("I hid it")


def say_back(ana: Visitor, ben: Visitor) -> None:
    """Ben says back what Ana said, twice; each step comes to the other's open page by itself."""
    mark(ana.page)
    mark(ben.page)
    ben.write("What I heard you say", "You are angry with me").press("Send to Ana")
    ana.glances().reads("You are angry with me").look("round-confirm")
    assert is_same_document(ana.page)
    ana.write("What I’d add, if anything", "More hurt than angry").press("Not quite")
    mark(ana.page)
    ben.glances().reads("More hurt than angry").look("round-say-again")
    ben.write("What I heard you say", "It hurt to see the phone").press("Send to Ana").reads("It hurt to see the phone")
    mark(ben.page)
    # Somebody who is typing is not interrupted: they are offered what is new, and keep their words.
    ana.write("What I heard you say", "You are ashamed that you hid it")
    ana.glances().reads("Show what is new").press("Send to Ben").reads("It hurt to see the phone")
    ana.press("Yes, that’s it").reads("Ben heard it", "You said it back")
    ben.glances().reads("Would you like to reply?").look("round-reply-and-confirm")
    assert is_same_document(ben.page)
    ben.write("My reply", "Thank you for telling me").press("Send to Ana").reads("You replied")
    ana.glances().reads("Thank you for telling me").look("round-replied")
    ana.open("/today/").reads("Ben replied.").look("today-news")
    ana.open("/talk/").reads("hurt").look("talk-shared")


def add_and_take_back(ana: Visitor, ben: Visitor) -> None:
    ana.open(ben.path).press("My own words").write("Add a line", "And I am tired").look("round-own-words")
    ana.press("Add it for Ben").reads("And I am tired")
    ben.glances().reads("And I am tired")
    ana.press("My own words").press("Take my words back").press("Yes, erase them").reads("Taken back by you").look(
        "round-taken-back"
    )
    ben.glances().reads("Taken back by Ana").lacks("the phone was face down again")


def test_two_people_part_and_join_again(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
    pair(ana, ben)
    write_evening(ana, feeling="Hopeful", because="we talked").press("Seal it for Ben")
    write_evening(ben, feeling="Tired", because="it was a long day").press("Seal it for Ana")
    ben.write("What I heard you say", "You are hopeful")
    part(ana)
    ben.press("Send to Ana").reads("Sharing has stopped, so this was not sent.", "You are hopeful").look(
        "round-stopped"
    )
    ben.open("/today/").reads("Ana left you some words").look("today-parted")
    ben.open("/pairing/").reads("I need some time").look("pairing-parted")
    code = invite(ben)
    type_code(ana, code).is_headed("Ben asked you to join").press("Join")
    assert four_words(ana) == four_words(ben)
    ben.press("They match")
    ana.press("They match").reads("You two are joined")
    ben.glances().is_headed("You two are joined").press("Go on").arrives_at("/today/").reads("From Ana").lacks(
        "I need some time"
    )
    ben.open("/record/").press("Check now").reads("Your record is whole.").look("record")
    write_evening(ben, feeling="Tired", because="it was a long day")
    part(ana)
    ben.press("Seal it for Ana").reads("Sharing has stopped").look("check-in-stopped")
    expect(ben.page.get_by_label("because …")).to_have_value("it was a long day")
    ben.press("Next").press("Next").press("Next").press("Keep it").arrives_at("/today/")


def part(ana: Visitor) -> None:
    ana.open("/pairing/").look("pairing-shared").page.get_by_role("link", name="Stop sharing").click()
    ana.is_headed("Stop sharing with Ben")
    ana.tick("Now, in these words").write("Your words, if you want any", "I need some time").look("pairing-end")
    ana.press("Stop sharing with Ben").is_headed("Sharing has stopped").look("pairing-ended")


def mark(page: Page) -> None:
    page.evaluate(MARK)


def is_same_document(page: Page) -> bool:
    """Whether the page has become what it is without being loaded again."""
    return bool(page.evaluate("window.isSameDocument === true"))
