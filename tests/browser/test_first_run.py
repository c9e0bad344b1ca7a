"""Somebody who was never here makes an account: a step at a time, or all on one page without script."""

from playwright.sync_api import expect

from tests.browser.acts import fill_account, note_codes, write_evening
from tests.browser.conftest import Meet


def test_somebody_arrives_a_step_at_a_time(meet: Meet) -> None:
    robin = meet(worker=True).open("/").look("landing").press("Start")
    robin.is_headed("What do you feel right now?").tick("Sad", "Tired").look("first-run-feeling")
    robin.press("Next").is_headed("Before you go on").look("first-run-before")
    robin.press("Next").tick("I was hurt").write("I feel …", "tired of guessing")
    robin.write("It would help if …", "you told me first").look("first-run-reason")
    robin.press("Next").is_headed("A place of your own")
    expect(robin.page.get_by_label("Your time zone")).to_be_hidden()
    robin.press("Make my account").is_headed("There is a problem").look("first-run-problems")
    fill_account(robin, "Robin")
    robin.press("Show password").look("first-run-account")
    robin.press("Make my account").is_headed("Your account is made").look("first-code")
    note_codes(robin, "Robin")
    robin.press("I’ve written it down").write("The last four characters of your code", "0000").press("Go on")
    robin.is_headed("There is a problem").look("first-code-problem")
    robin.write("The last four characters of your code", robin.recovery_code[-4:].lower()).press("Go on")
    robin.is_headed("Do you feel safe with your partner?").look("safety-question").press("Yes")
    robin.is_headed("Thank you").look("safety-thanks").press("Go on").look("safety-kept").press("Go on")
    robin.arrives_at("/today/").reads("Robin").lacks("Joining with someone").look("today-first")
    write_evening(robin, feeling="Sad", because="it is quiet").press("Keep it").arrives_at("/today/")
    robin.reads("Joining with someone").look("today-joining").press("See how it works")
    robin.arrives_at("/pairing/", "Joining with someone").look("pairing-joining").open("/today/")
    robin.is_headed("Nothing needed").lacks("Joining with someone")


def test_steps_go_back_and_forth_and_keep_what_was_written(meet: Meet) -> None:
    robin = meet().open("/start/").tick("Sad").press("Next").press("Next")
    robin.write("I feel …", "unsure").page.go_back()
    robin.is_headed("Before you go on").press("Back").is_headed("What do you feel right now?")
    expect(robin.page.get_by_label("Sad")).to_be_checked()
    robin.press("Next").press("Next")
    expect(robin.page.get_by_label("I feel …")).to_have_value("unsure")


def test_somebody_arrives_without_script(meet: Meet) -> None:
    sam = meet(script=False).open("/").press("Start")
    for heading in ("What do you feel right now?", "Before you go on", "What brings you here?", "A place of your own"):
        sam.is_headed(heading)
    with sam.context.expect_page() as opened:
        sam.write("because …", "it is late").press("Calm (opens a new tab)")
    opened.value.wait_for_url("**/calm/")
    opened.value.close()
    expect(sam.page.get_by_label("because …")).to_have_value("it is late")
    sam.tick("Sad").press("More words").tick("Lonely").tick("I’m on my own, or it was a past relationship").write(
        "I feel …", "ready to rest"
    )
    fill_account(sam, "Sam")
    sam.page.get_by_label("Your time zone").select_option("Europe/Lisbon")
    sam.press("Make my account").is_headed("Your account is made")
    note_codes(sam, "Sam")
    sam.write("The last four characters of your code", sam.recovery_code[-4:]).press("Go on")
    sam.arrives_at("/today/").reads("Sam")
    sam.open("/me/settings/")
    expect(sam.page.get_by_label("Your time zone")).to_have_value("Europe/Lisbon")
