"""From six short pages to a plan: somebody who was hurt, and somebody alone who dates again. On a phone."""

from playwright.sync_api import expect

from tests.browser.acts import arrive, pair
from tests.browser.conftest import Meet


def test_somebody_who_was_hurt_gets_a_plan(meet: Meet) -> None:
    robin = arrive(meet(), "Robin").open("/plan/").is_headed("A plan that fits you").look("plan-none")
    robin.press("Make a plan").is_headed("What you’d like").look("intake-goals")
    robin.tick("Feel calmer", "Well-being and life satisfaction", "Just me").press("Next")
    robin.is_headed("You, and how it is").tick("I was hurt", "We are together").look("intake-role").press("Next")
    robin.is_headed("What happened, in broad strokes").tick("Secret messages", "In the last weeks")
    robin.write("Anything you’d like to add", "I found the second phone").reads("Saved")
    robin.look("intake-happened").open("/plan/").press("Make a plan")
    robin.is_headed("What happened, in broad strokes")
    expect(robin.page.get_by_label("Anything you’d like to add")).to_have_value("I found the second phone")
    robin.press("Next").is_headed("Contact").look("intake-contact").press("Skip this page")
    robin.is_headed("How you are").tick("I wake a lot", "Nobody knows").look("intake-how").press("Next")
    robin.is_headed("Your pace").tick("A few steps a week").look("intake-pace").press("Show me my plan")
    robin.is_headed("Three steps to begin with").look("first-steps")
    robin.press("Add").is_headed("On your plan").press("Change").press("No thanks").look("first-steps-added")
    robin.press("See the whole plan").is_headed("Plan").reads("On now:", "Steady").look("plan-mine")
    robin.press("Look at it").reads("Because you chose it.").look("plan-step")
    robin.press("Start").reads("Only you see what you write here").open("/plan/").press("Look at it")
    robin.tick("In a week").press("It’s done").arrives_at("/plan/").reads("Have a quiet evening.")
    robin.press("Something changed").is_headed("Something changed").look("plan-changes")
    robin.tick("It’s a very hard time right now").press("Change my plan")
    robin.reads("Your plan rests for a week.").look("plan-changed")


def test_somebody_alone_gets_a_plan_after_the_first_check_in(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/check-in/?alone=1").tick("Tired")
    sam.next_part().next_part().next_part().press("Keep it").arrives_at("/today/")
    sam.reads("A plan that fits you").look("today-plan-offered").press("Make a plan")
    sam.tick("Trust somebody new").press("Next")
    sam.tick("I’m on my own, or it was a past relationship", "I’m dating again, or would like to").press("Next")
    sam.tick("Years ago").press("Next").is_headed("Contact").reads("Are you still in touch with them?")
    sam.lacks("partner").press("Enough, show me a plan").is_headed("Three steps to begin with").look(
        "first-steps-dating"
    )
    sam.press("Go to Today").reads("One thing for now").look("today-plan-step").press("Not today").is_headed(
        "Nothing needed"
    )


def test_two_are_ready(meet: Meet) -> None:
    robin, alex = arrive(meet(), "Robin"), arrive(meet(), "Alex")
    pair(robin, alex)
    robin.open("/plan/mine/date-night/").press("I’m ready tonight").reads("You’ve said that you’re ready tonight.")
    robin.look("plan-ready")
    alex.open("/plan/mine/date-night/").lacks("You’ve said that you’re ready tonight.").press("I’m ready tonight")
    alex.reads("You were both ready").look("plan-both-ready")
    robin.open("/plan/mine/date-night/").reads("You were both ready")


def test_a_plan_without_script(meet: Meet) -> None:
    sam = arrive(meet(script=False), "Sam").open("/plan/intake/")
    for _ in range(5):
        sam.press("Next")
    sam.press("Show me my plan").is_headed("Three steps to begin with").press("Add").is_headed("On your plan")


def test_whoever_answers_again_gets_a_plan_that_fits_by_now(meet: Meet) -> None:
    """The five kinds of person who are not met above, one after the other: answers may change at any time."""
    sam = arrive(meet(), "Sam")
    together, hurt = "We are together", "I was hurt"
    for ticks, step, reason in (
        (["I’m on my own, or it was a past relationship"], "Check in with myself", "at your own pace."),
        (["I hurt someone", together], "Ending the contact, or making it small", "before anything can mend."),
        (["We both want this", together], "A map of what I feel", "Because you both want to begin"),
        ([hurt, "I don’t know if it’s worth working on"], "Is it worth working on?", "Because you don’t know yet"),
        ([hurt, "They left"], "Whom to tell, and how much", "Because it ended"),
    ):
        sam.open("/plan/intake/2/").is_headed("You, and how it is").tick(*ticks).press("Enough, show me a plan")
        sam.is_headed("Three steps to begin with").is_headed(step).reads(reason)
    sam.open("/plan/").lacks("Ideas for two").look("plan-alone")
