"""An evening alone: a check-in with oneself, put off, kept, looked back at."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from glasswork.lib.evenings import tonight_or_today
from tests.browser.acts import arrive
from tests.browser.conftest import Meet

HOSTILE = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>"


def test_somebody_has_an_evening_alone(meet: Meet) -> None:
    tonight = tonight_or_today(datetime.now(UTC), ZoneInfo("Europe/London"))
    sam = arrive(meet(), "Sam").press(f"Later {tonight}").is_headed(f"Later {tonight}, then").look("today-later")
    sam.press("Start it now").reads("About two minutes. Skip any part.").look("check-in-alone")
    sam.press("Next").press("Next").press("Next").look("check-in-alone-send")
    sam.press("Keep it").is_headed("There is a problem").look("check-in-problem")
    sam.press("More words").tick("Lonely").press("Next").write("I feel …", "far from everyone")
    sam.write("It would help if …", "I rang Jo")
    sam.press("Next").write("One good thing from today", HOSTILE).press("Next")
    sam.lacks("Since yesterday, it …").tick("Quite a lot").write("What made the difference?", "I said no")
    sam.press("Keep it").arrives_at("/today/").reads("Kept. Only you can open it.").lacks("Joining with someone")
    sam.is_headed("Nothing needed").look("today-quiet")
    sam.open("/check-in/").is_headed("That’s all for today").look("check-in-done").press("Look back")
    sam.reads("I feel far from everyone. It would help if I rang Jo.", HOSTILE).lacks("Quite a lot").look("talk-alone")
    sam.settled().locator(".goto").first.click()
    sam.reads("Quite a lot", "I said no", HOSTILE).look("own-day")


def test_somebody_leaves_it_for_today(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").press("Not today")
    sam.is_headed("Nothing needed").open("/talk/").is_headed("Talk").look("talk-empty")


def test_somebody_has_an_evening_alone_without_script(meet: Meet) -> None:
    sam = arrive(meet(script=False), "Sam").press("Start my check-in")
    sam.tick("Tired", "Some").write("because …", "the days are long").press("Show me another")
    expect(sam.page.get_by_label("because …")).to_have_value("the days are long")
    sam.press("Keep it").arrives_at("/today/").open("/talk/").reads("Because the days are long.")
