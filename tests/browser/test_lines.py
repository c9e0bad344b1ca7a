"""A line of two from the worksheet to its end, what is said about contact, and openness that is offered."""

from playwright.sync_api import expect

from glasswork.agreements.tests.make import a_zone_in_daytime
from tests.browser.acts import arrive, find_path, four_words, invite, pair, type_code
from tests.browser.conftest import Days, Meet
from tests.browser.test_letters import back
from tests.browser.test_promises import enter, fill
from tests.browser.visitor import Visitor

CONTROL = "You give me the password to your phone."
MINE = "I will ask, and not look at your phone."
OURS = "I will ask, and not look at your phone or your letters."
A_LINE = r"/lines/[0-9a-f-]{36}/"


def couple(meet: Meet) -> tuple[Visitor, Visitor]:
    """Both live where it is day, since a yes at night would wait."""
    ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
    pair(ana, ben)
    live_by_day(ana, ben)
    return ana, ben


def live_by_day(*visitors: Visitor) -> None:
    for visitor in visitors:
        visitor.open("/me/settings/").page.locator("#field-zone").select_option(a_zone_in_daytime())
        visitor.press("Keep these settings").arrives_at("/me/")


def test_a_line_from_its_worksheet_to_a_crossing_and_the_gold_seam(meet: Meet) -> None:
    ana, ben = couple(meet)
    suggest(ana)
    find_other_words(ana, ben)
    line = ana.path
    cross(ana, ben)
    look_again(ana.open(line), ben)
    drop(ana, ben)


def suggest(ana: Visitor) -> None:
    """The first words would control; the guard explains it to their writer alone."""
    ana.open("/lines/").look("lines-empty").press("Suggest a line")
    ana.write("What happened? As a camera would have seen it", "The phone lit up at two.").look("line-new")
    ana.next_part().write("I will … or I will not …", CONTROL).press("Some lines to begin from").look("line-new-words")
    ana.next_part().next_part().press("Send it to Ben").is_headed("There is a problem")
    ana.reads("This can turn into control", "Only you see this").look("line-caught")
    ana.write("I will … or I will not …", MINE).next_part().next_part().look("line-new-send")
    ana.press("Send it to Ben").is_headed("Being talked about").reads(MINE, "The phone lit up at two.")


def find_other_words(ana: Visitor, ben: Visitor) -> None:
    ben.open("/today/").reads("Ana put a line into words.").look("today-line")
    ben.open(find_path(ben, A_LINE)).reads(MINE).lacks("The phone lit up", CONTROL).look("line-theirs")
    ben.press("Change a word").next_part().write("I will … or I will not …", OURS).next_part().next_part()
    ben.press("Send it to Ana").is_headed("Being talked about").look("line-both-wordings")
    ana.glances().reads(MINE, OURS).press("I agree").is_headed("Is this your own yes?").look("line-agreement")
    ana.press("Somebody is pressing me").reads("Nothing was sent").look("line-pressed")
    ana.press("Yes, it is my own yes").is_headed("In force").look("line-in-force")
    ben.glances().is_headed("In force").open("/lines/paper/").reads(OURS).look("lines-paper")


def look_again(ana: Visitor, ben: Visitor) -> None:
    """Each chooses apart; the words open together."""
    ana.press("Look at it again").tick("Keep it").write("What has it been like?", "I sleep better.").look("line-review")
    ana.press("Put my word in").is_headed("Your word is in").look("line-review-held")
    line = find_path(ana, A_LINE)
    ben.open(line).is_headed("In force").lacks("I sleep better.").press("Look at it again").tick("Not sure yet")
    ben.press("Put my word in").is_headed("In force").press("How it came about").reads("I sleep better.")
    ben.look("line-history")


def cross(ana: Visitor, ben: Visitor) -> None:
    """Told the same day, opened behind its door, mended, and seen as mended by both."""
    enter(ben.open("/promises/"), "Something to tell Ana").tick("I crossed a line we agreed").next_part()
    ben.write("What happened, and where", "I read the card on the mat").next_part().press("Tell Ana")
    ana.open("/promises/").reads("It is about a line you agreed.").lacks("the mat").press("Go to the door")
    ana.press("Open now").reads("I read the card on the mat", "Told the same day")
    enter(ben.open("/promises/"), "You told about a line you agreed").press("Write how I’ll mend it")
    fill(ben, "I’ll leave the mat alone")
    enter(ana.open("/promises/"), "Ben told about a line you agreed").press("This helps").press("I see it as mended")
    enter(ben.open("/promises/"), "You told about a line you agreed").press("I see it as mended")
    ben.reads("the seam is gold").open("/lines/").reads("In force", OURS)


def drop(ana: Visitor, ben: Visitor) -> None:
    """One wants it gone: it goes when both words are in, and not before."""
    ben.press("Look at it again").tick("Drop it").press("Put my word in").is_headed("Does this line still fit?")
    line = find_path(ben, A_LINE)
    ana.open(line).is_headed("In force").press("Look at it again").tick("Keep it").press("Put my word in")
    ana.is_headed("Stopped").reads("Ben stopped this line").look("line-stopped")
    ben.open(line).is_headed("Stopped").open("/lines/").reads("Stopped").look("lines")


def test_two_people_sort_cards_and_speak_of_contact_and_openness(meet: Meet) -> None:
    ana, ben = couple(meet)
    sort_cards(ana, ben)
    ana.open("/contact/").reads("Nothing has been said here.").look("contact-empty").press(
        "Say something about contact"
    )
    ana.tick("It has ended").look("contact-new").next_part()
    ana.write("What is blocked or closed, and what can’t be?", "The number.").next_part().look("contact-new-send")
    ana.press("State it to Ben").arrives_at("/contact/")
    ben.open("/contact/").reads("Stated by Ana", "The number.").look("contact")
    ben.press("Suggest a plan").look("contact-plan")
    meet_by_chance(ana, ben)
    openness(ana, ben)


def meet_by_chance(ana: Visitor, ben: Visitor) -> None:
    ana.open("/contact/").press("Something to tell Ben").tick("I ran into them").next_part()
    ana.write("What happened, and where", "In the queue, a minute").next_part().press("Tell Ben")
    ben.open("/today/").reads("Ana has something hard to tell you", "It is about contact.").lacks("In the queue")
    ben.press("Go to the door").press("Go to the door").lacks("In the queue").press("Open now")
    ben.reads("In the queue, a minute", "Told the same day. That counts as progress.")


def sort_cards(ana: Visitor, ben: Visitor) -> None:
    for visitor in (ana, ben):
        visitor.open("/lines/cards/").tick("Fine" if visitor is ana else "Over the line").look("cards")
        for _ in range(5):
            visitor.next_part()
        visitor.look("cards-send").press("Put my piles in")
        if visitor is ana:
            visitor.is_headed("Your piles are in").look("cards-held")
    ben.is_headed("Side by side").reads("Here you differ").look("cards-compared")
    ana.open("/lines/cards/").is_headed("Side by side")


def openness(ana: Visitor, ben: Visitor) -> None:
    ana.open("/openness/").look("openness-empty").press("Offer something").press("My plans for the day")
    ana.write("I offer to", "write my plans each morning").look("offer").reads("Saved").page.reload()
    expect(ana.settled().get_by_label("I offer to")).to_have_value("write my plans each morning")
    ana.press("Offer it to Ben").reads("Offered until")
    ben.open("/openness/").look("openness-offered").press("Have a look").look("offer-welcome")
    ben.press("Yes, I’d like that").reads("Shared until")
    ana.open("/openness/").write("Today I …", "Home by six.").look("openness-giving").press("Show it to Ben")
    ben.open("/today/").reads("Ana showed you something").open("/openness/").reads("Home by six.").look("openness")
    ana.open("/openness/").press("Stop this").lacks("Shared until")
    ben.open("/openness/").lacks("Shared until").reads("Home by six.").press("Ask for something")
    ben.look("openness-asking").open("/openness/requests/plans/").look("openness-request").write(
        "One worry, with edges", "Tuesdays are hard."
    )
    ben.press("Ask Ana").arrives_at("/openness/")
    ana.open("/openness/").reads("Tuesdays are hard.").look("openness-asked").open("/openness/people/").look(
        "who-knows"
    )


def test_an_offer_of_openness_ends_by_itself(days: Days) -> None:
    """Nobody does anything: after its last day it is not shared now, and what was shown stays with both."""
    with days(0) as meet:
        ana, ben = couple(meet)
        ana.open("/openness/offers/plans/").write("I offer to", "write my plans each morning").press("Offer it to Ben")
        ben.open("/today/").reads("Ana offers to show you something").open("/openness/").press("Have a look")
        ben.press("Yes, I’d like that").reads("Shared until")
        ana.open("/openness/").write("Today I …", "Home by six.").press("Show it to Ben").reads("Shared until")
    with days(15 * 24) as meet:
        later = back(meet(), ana)
        later.open("/openness/").reads("Ended by itself", "Home by six.").look("openness-ended")
        back(meet(), ben).open("/openness/").lacks("Shared until", "Ended", "write my plans").reads("Home by six.")


def test_somebody_alone_draws_lines_for_themself(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/lines/").arrives_at("/lines/mine/").look("own-lines-empty")
    sam.write("I will … or I will not …", "I will leave when I am shouted at.").tick("Firm").press("Keep it")
    sam.reads("I will leave when I am shouted at.").look("own-lines")
    sam.open(find_path(sam, r"/lines/mine/[0-9a-f-]{36}/")).look("own-line").press("Drop this line")
    sam.arrives_at("/lines/mine/").lacks("shouted at").open("/lines/cards/").is_headed("What counts for me?")
    sam.look("cards-alone").open("/contact/").look("contact-alone").open("/openness/").look("openness-alone")


def test_two_people_without_script_suggest_agree_and_stop_a_line(meet: Meet) -> None:
    ana, ben = arrive(meet(script=False), "Ana"), arrive(meet(script=False), "Ben")
    pair_by_hand(ana, ben)
    live_by_day(ana, ben)
    ana.open("/lines/new/").write("I will … or I will not …", MINE).press("Send it to Ben")
    ana.is_headed("Being talked about").reads(MINE)
    ben.open("/today/").reads("Ana put a line into words.").open(find_path(ben, A_LINE)).reads(MINE)
    ben.press("I agree").press("Yes, it is my own yes").is_headed("In force")
    ana.open("/today/").reads("You’ve both said yes to a line.").open(find_path(ana, A_LINE)).is_headed("In force")
    ana.press("Stop this line").is_headed("Stopped")
    ben.press("Show me the latest").is_headed("Stopped").reads("Ana stopped this line")


def pair_by_hand(one: Visitor, two: Visitor) -> None:
    """No page moves by itself: each goes back to see what the other did."""
    type_code(two, invite(one)).press("Join")
    assert four_words(one) == four_words(two)
    two.press("They match")
    one.press("They match").reads("You two are joined")
    two.open("/pairing/words/").is_headed("You two are joined")


def test_a_line_of_ones_own_without_script(meet: Meet) -> None:
    sam = arrive(meet(script=False), "Sam").open("/lines/mine/").write("I will … or I will not …", MINE)
    sam.press("Keep it").reads(MINE).open("/lines/cards/").tick("Depends").press("Keep my piles").is_headed(
        "Your piles"
    )
