"""Two people talk on two phones, take space and come back, and talk on one phone with covers between them."""

import re

from playwright.sync_api import expect

from tests.browser.acts import arrive, pair, sign_in
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor


def test_a_talk_on_two_phones_survives_a_line_that_drops(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
    pair(ana, ben)
    ana.guard.expect("ERR_INTERNET_DISCONNECTED")
    ask(ana, ben)
    floor(ana, ben)
    second_floor(ana, ben)
    agree(ana, ben)


def ask(ana: Visitor, ben: Visitor) -> None:
    """Ana asks; Ben says yes at his own time, and finds Ana still there."""
    ana.open("/talk/").press("Guided talks").is_headed("Guided talks").look("talks")
    ana.open("/talks/speaker-listener/").is_headed("One speaks, one listens").look("talk-invitation")
    ana.write("Our subject, in one or two words", "Sundays").press("Ask Ben").reads("There is a problem")
    ana.tick("3", "No").press("Ask Ben").is_headed("You’ve asked Ben").look("talk-waiting")
    ben.open("/today/").reads("Ana would like to talk").press("Look at it").look("talk-asked")
    ben.tick("8", "No").press("I’m ready").is_headed("Not now, then").look("talk-not-now")
    ana.glances().is_headed("You’ve asked Ben")
    ben.open("/talks/now/").tick("4", "No").press("I’m ready").is_headed("You’re ready").look("talk-ready")
    ana.glances().is_headed("Ben is ready").look("talk-begin").press("Begin")
    ana.is_headed("Look at your own half first").write("My notes, only for me", "the car at eleven").look("talk-notes")
    ben.is_headed("Look at your own half first").press("I’m done").reads("Ana isn’t done yet.")
    ana.reads("Saved").press("I’m done").is_headed("You hold the glass").look("talk-holds")


def floor(ana: Visitor, ben: Visitor) -> None:
    """The line drops in the middle of Ana's half, while the talk goes on without her phone."""
    ben.is_headed("Ana holds the glass").look("talk-listens")
    announced(ben, "Ana holds the glass")
    ana.press("Pass it").is_headed("Did Ben hear you?")
    ben.is_headed("Say it back").look("talk-back").press("I’ve said it back")
    announced(ana, "Did Ben hear you?")
    ana.context.set_offline(True)
    ana.reads("The line dropped. Carry on, this page will catch up.").take_shots("talk-dropped")
    ben.reads("Ana will say if that was it.").press("Pause").reads("Paused").look("talk-paused")
    ben.press("Carry on").reads("Ana will say if that was it.")
    ana.context.set_offline(False)
    ana.is_headed("Did Ben hear you?").look("talk-hear")
    ana.press("Yes, that’s it").is_headed("You hold the glass").press("That’s my half")


def second_floor(ana: Visitor, ben: Visitor) -> None:
    ben.is_headed("You hold the glass").press("Pass it")
    ana.is_headed("Say it back").press("I’ve said it back")
    ben.is_headed("Did Ana hear you?").press("Not quite").is_headed("Did Ana hear you?")
    ana.press("I’ve said it back")
    ben.press("Yes, that’s it").press("That’s my half").is_headed("Say one thing you learned").press("I’m done")
    ana.is_headed("Say one thing you learned").press("I’m done").is_headed("Try for one small agreement")


def agree(ana: Visitor, ben: Visitor) -> None:
    ana.look("talk-agree").write("For one week, we try", "Sundays from noon").reads("Saved").open("/talks/now/")
    expect(ana.page.get_by_label("For one week, we try")).to_have_value("Sundays from noon")
    ana.press("Show it to Ben")
    ana.reads("Ben can save it with you")
    ben.reads("Sundays from noon").look("talk-save").press("Save it with Ana").is_headed("One thank-you each")
    ben.press("I’m done")
    ana.is_headed("One thank-you each").press("I’m done").is_headed("That’s the talk").look("talk-over")
    ana.reads("Sundays from noon").tick("Quite good").write("Anything to keep from it", "the car").press("Done")
    ana.arrives_at("/talks/").reads("Kept. Only you can open it.", "Sundays from noon").look("talks-past")
    ben.is_headed("That’s the talk").lacks("the car").press("Done").arrives_at("/talks/")


def announced(visitor: Visitor, words: str) -> None:
    """A live region says whose turn it is, not only that something is new."""
    last_word = words.rsplit(" ", maxsplit=1)[-1]
    expect(visitor.page.locator("body > .visually-hidden[role=status]")).to_contain_text(last_word)


def test_a_time_out_with_a_return_that_is_kept(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet("desktop"), "Ben")
    pair(ana, ben)
    ben.open("/space/").look("wide-space")
    ana.open("/talk/").press("I need space").look("space")
    ana.tick("1 hour", "Walk").press("Take space").reads("Your plan, only for you: walk.").look("space-away")
    ben.glances().reads("Ana is taking space until", "They will come back.").look("wide-space-theirs")
    ben.open("/today/").reads("Ana is taking space until").look("wide-today-space")
    ana.press("A bit more").tick("1 hour more").press("Move my return").reads("You’re taking space until")
    ana.press("I’m back").is_headed("You’re back").lacks("the time you named").look("space-back")
    ben.open("/space/").lacks("Ana is taking space until")
    longer(ana, ben)


def test_space_in_a_talk_says_until_when_on_both_pages(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
    pair(ana, ben)
    ana.open("/talks/mirroring/").tick("10 min", "3", "No").press("Ask Ben").is_headed("You’ve asked Ben")
    ben.open("/talks/now/").tick("3", "No").press("I’m ready").is_headed("You’re ready")
    ana.is_headed("Ben is ready").press("Begin").is_headed("You hold the glass")
    ben.is_headed("Ana holds the glass")
    ana.press("I need space").press("Take space").reads("You’re taking space until")
    ben.reads("Ana is taking space until", "They will come back.").look("talk-space")
    expect(ben.page.get_by_role("button", name="Carry on")).to_have_count(0)
    ana.open("/talks/now/").reads("You’re taking space until").look("talk-own-space")
    ana.press("I’m back, or a bit more").press("I’m back").press("Go on talking").reads("Paused")
    ben.reads("Paused").press("Carry on").is_headed("Ana holds the glass")


def longer(ana: Visitor, ben: Visitor) -> None:
    day = ana.page.evaluate("new Date(Date.now() + 6 * 864e5).toISOString().slice(0, 10)")
    ana.press("Propose longer space").is_headed("Days or weeks of space").look("space-longer")
    ana.write("How we stay in touch meanwhile", "one message at night").write("We meet again on", day)
    ana.press("Propose it to Ben").is_headed("You’ve proposed some space").look("space-proposed")
    ben.open("/today/").press("Ana proposes some longer space.").look("wide-space-answer")
    ben.press("I agree").is_headed("You’ve agreed on some space")
    ana.glances().is_headed("You’ve agreed on some space")


def test_one_phone_with_covers_between(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
    pair(ana, ben)
    other_tab = ana.context.new_page()
    other_tab.goto("/me/")
    ana.open("/talks/mirroring/").tick("10 min", "We share this phone", "2", "No").press("Ask Ben")
    ana.is_headed("Pass the phone to Ben").look("phone-cover")
    expect(other_tab).to_have_url(re.compile("/me/password/again/"))
    other_tab.close()
    ana.press("I’m Ben")
    ana.is_headed("Would you like to talk?").look("phone-asked").tick("3", "No").press("I’m ready")
    ana.is_headed("Pass the phone to Ana").press("I’m Ana").is_headed("You hold the glass").look("phone-turn")
    ana.open("/today/").arrives_at("/me/password/again/")
    ana.open("/talks/now/").press("Pass it").is_headed("Pass the phone to Ben").press("I’m Ben")
    ana.is_headed("Say it back").press("I’ve said it back").press("I’m Ana").is_headed("Did Ben hear you?")
    ben.open("/talks/now/").is_headed("A talk is open on one phone").look("phone-elsewhere")
    ana.press("Yes, that’s it").press("That’s all of it").press("I’m Ben").is_headed("Put it together")
    ana.press("Stop here").is_headed("You stopped here").look("phone-ending").tick("Good").press("Done")
    ana.press("I’m Ana").press("Done").is_headed("Give the phone back to Ana").look("phone-back").press("I’m Ana")
    ana.write("Your password", ana.password).press("Go on").arrives_at("/talks/").reads("Say it back, stopped")


def test_without_script_notes_go_with_the_turn(meet: Meet) -> None:
    scripted, ben, ana = arrive(meet(), "Ana"), arrive(meet(), "Ben"), meet(script=False)
    pair(scripted, ben)
    ana.sign_in_name = scripted.sign_in_name
    sign_in(ana.open("/sign-in/")).arrives_at("/today/")
    ana.open("/talks/lines-talk/").tick("3", "No").press("Ask Ben")
    ben.open("/talks/now/").tick("3", "No").press("I’m ready").is_headed("You’re ready")
    ana.press("Show me the latest").press("Begin").write("My notes, only for me", "the car").press("Keep my notes")
    ana.arrives_at("/talks/now/").write("My notes, only for me", "the car at eleven").press("Pause").press("Carry on")
    expect(ana.page.get_by_label("My notes, only for me")).to_have_value("the car at eleven")
    ana.press("I’m done").reads("Ben isn’t done yet.").press("My notes, only for me").reads("the car at eleven")
    ben.press("I’m done")
    ana.press("Show me the latest").reads("Pass it")


def test_without_script_the_page_shows_the_latest_when_asked(meet: Meet) -> None:
    scripted, ben, ana = arrive(meet(), "Ana"), arrive(meet(), "Ben"), meet(script=False)
    pair(scripted, ben)
    ana.sign_in_name = scripted.sign_in_name
    sign_in(ana.open("/sign-in/")).arrives_at("/today/")
    ana.open("/talks/mirroring/").tick("3", "No").press("Ask Ben").is_headed("You’ve asked Ben")
    ben.open("/talks/now/").tick("3", "No").press("I’m ready").is_headed("You’re ready")
    ana.press("Show me the latest").is_headed("Ben is ready").press("Begin").press("Pass it")
    ben.is_headed("Say it back").press("I’ve said it back")
    ana.press("Show me the latest").press("Yes, that’s it").is_headed("Is there more?").press("Stop here")
    ana.is_headed("You stopped here").press("Done").arrives_at("/talks/")
