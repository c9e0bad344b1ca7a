"""The plan, the library and a guide: reading, flicking through cards, writing, and coming back to it."""

import re

from playwright.sync_api import expect

from glasswork.library.decks import DECKS
from glasswork.programme.shelf import SHELF
from tests.browser.acts import arrive
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor

WORDS = "The bus, my sister and my own two hands"
GUIDE = "/exercises/trust-ladder/"
SIDES = ("top", "right", "bottom", "left")


def test_somebody_goes_from_the_plan_to_a_page_and_finds_help(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/plan/").is_headed("Plan").look("plan")
    sam.press("Get support").arrives_at("/plan/support/").look("step")
    sam.press("Finding help near you").is_headed("Finding help near you").look("directory")
    sam.open("/plan/stages/steady/").look("stage")
    sam.open("/library/").look("library").follow("What betrayal does to body and sleep").look("library-page")
    sam.open("/library/enquiries/").look("enquiries")
    sam.open("/library/paper/accountability-table/").look("sheet")


def test_somebody_flicks_through_cards(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/library/cards/talk/").look("deck")
    deck = sam.page.locator(".deck")
    expect(deck.locator(".card").nth(0)).to_be_in_viewport()
    deck.focus()
    sam.page.keyboard.press("ArrowRight")
    expect(deck.locator(".card").nth(0)).not_to_be_in_viewport()
    expect(deck.locator(".card").nth(1)).to_be_in_viewport()
    sam.press("Brave").reads("What is hard for you to ask for?").open("/library/cards/grounding/").look("deck-steps")
    sam.open("/library/cards/scenarios/").press("Choose a pile").look("deck-many-piles").press("AI companion")
    expect(deck.locator(".card")).to_have_count(len(DECKS["scenarios"].of_pile("AI companion")))


def test_somebody_searches_with_a_slip_of_the_thumb(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/plan/").write("Look for something", "jelousy").press("Search")
    sam.is_headed("Found").reads("Jealousy").look("search")
    assert sam.path == "/search/"
    sam.write("Look for something", "zzyzx").press("Search").is_headed("Nothing found").look("search-nothing")


def test_somebody_walks_through_a_guide_and_comes_back_to_it(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open(GUIDE).look("guide").write("What still holds", WORDS)
    expect(sam.page.locator("[data-saved]")).to_have_text("Saved")
    sam.press("Stop here for today").arrives_at("/plan/self/").open(GUIDE).reads("What you wrote last time")
    expect(sam.page.get_by_label("What still holds")).to_have_value(WORDS)
    to_the_end(sam).look("guide-end").press("Keep what I wrote").is_headed("Kept").look("guide-kept")
    sam.press("What you wrote").is_headed("What you wrote").look("written").follow("The trust ladder")
    sam.reads(WORDS).look("show-written").press("Erase these words").press("Erase for good")
    sam.reads("Nothing here yet").look("written-empty")


def test_a_guide_works_without_script(meet: Meet) -> None:
    sam = arrive(meet(script=False), "Sam").open(GUIDE).write("What still holds", WORDS).press("Keep what I wrote")
    sam.is_headed("Kept").open("/exercises/written/").follow("The trust ladder").reads(WORDS)


def test_reading_on_a_wide_screen(meet: Meet) -> None:
    sam = arrive(meet("desktop"), "Sam")
    for name, path in {"plan": "/plan/", "step": "/plan/talk/", "guide": GUIDE, "library": "/library/"}.items():
        sam.open(path).look(f"wide-{name}")
    sam.open("/library/cards/dates/").look("wide-deck")


def test_a_sheet_fills_one_page_of_paper(meet: Meet) -> None:
    sam = arrive(meet(), "Sam")
    for name in SHELF.paper:
        printed = sam.open(f"/library/paper/{name}/").page.pdf(format="A4", margin=dict.fromkeys(SIDES, "14mm"))
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, name


def test_a_guide_is_printed_whole(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open(GUIDE)
    sam.settled().emulate_media(media="print")
    expect(sam.page.locator("[data-step]:visible")).to_have_count(len(SHELF.exercises["trust-ladder"].steps))


def to_the_end(visitor: Visitor) -> Visitor:
    button = visitor.settled().get_by_role("button", name="Next", exact=True)
    while button.is_visible():
        button.click()
    return visitor
