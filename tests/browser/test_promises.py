"""Promises between two: one kept, one late, one seen differently; something told behind its door, and mended."""

from tests.browser.acts import arrive, pair
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor, part


def test_promises_are_made_kept_and_seen_differently(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet("desktop"), "Ben")
    pair(ana, ben)
    ana.open("/promises/").is_headed("Promises").look("promises-empty")
    make(ben, "I’ll tell you before I work late")
    make(ben, "Milk by eight")
    make(ben, "I’ll ask, not look at your phone")
    outcome(ben, "I’ll tell you before I work late", "Kept")
    outcome(ben, "Milk by eight", "Late, and said so", "It was ten past")
    outcome(ben, "I’ll ask, not look at your phone", "Kept")
    ana.open("/promises/").reads("Ben says: kept").look("promises-claims")
    enter(ana, "Milk by eight").reads("It was ten past").look("promise-word").press("Yes, it was").reads(
        "“Yes, it was”"
    )
    enter(ana.open("/promises/"), "I’ll ask, not look at your phone").write("A line with it, if you like", "You looked")
    ana.press("Not quite").reads("You two saw this differently").look("promise-differently").press("Park it")
    ana.reads("You would like to park it for now")
    ben.open("/promises/").reads("kept; seen differently").look("promises-desktop")
    enter(ben, "I’ll ask, not look at your phone").reads("You looked").press("Talk about it").reads("Ana would like to")


def test_something_told_waits_behind_its_door_and_is_mended(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
    pair(ana, ben)
    enter(ana.open("/promises/"), "How I’d like hard news").tick("Face to face first, sitting down")
    ana.look("hard-news").press("Share this with Ben").arrives_at("/promises/")
    tell(ben)
    ana.open("/today/").reads("Ben has something hard to tell you").lacks("At the station").look("today-hard-news")
    ana.open("/promises/").reads("It is about contact.").lacks("At the station").look("promises-door")
    ana.press("Go to the door").look("told-door").press("Open later").arrives_at("/promises/")
    ana.press("Go to the door").press("Open now").reads("At the station", "Told the same day").look("told-open")
    ana.press("Thank you for telling me").reads("“Thank you for telling me”")
    mend(ben)
    enter(ana.open("/promises/"), "Ben told about contact").reads("I’ll call you first").look("told-repair")
    ana.press("Not enough yet").reads("“Not enough yet”")
    enter(ben.open("/promises/"), "You told about contact").press("Change the plan")
    fill(ben, "The phone lives in the hall")
    ana.open(ana.path).press("This helps").press("I see it as mended").reads("There is no hurry for Ben")
    enter(ben.open("/promises/"), "You told about contact").press("I see it as mended").reads("the seam is gold")
    ben.look("told-mended").open("/promises/").reads("Mended. You both said so").look("promises-mended")
    enter(ben, "Something to tell Ana").tick("They got in touch").press("Tell Ana").arrives_at(
        "/promises/"
    )  # three taps
    ana.open("/today/").reads("Ben has something hard to tell you")


def test_acts_small_and_big_and_the_road_ahead(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet("desktop"), "Ben")
    pair(ana, ben)
    ana.open("/promises/small/").write("One small thing", "Put your phone in the hall").press("Ask Ben")
    ben.open("/promises/small/").press("I did this today: Put your phone in the hall").reads("You did this today")
    ana.open("/promises/small/").press("Say thank you").reads("You said thank you").look("small-things")
    ben.look("small-things-desktop").press("Not ready yet").look("not-ready").press("Keep it for myself")
    ben.reads("This list waits").open("/promises/big/").look("big-things").press("Offer one").look("big-new")
    ben.write("I’d like to …", "I’ll ask for another shift").write("What it would cost me", "Two friends")
    ben.press("Offer it to Ana")
    enter(ana.open("/promises/big/"), "I’ll ask for another shift").look("big").press("Yes, that would help")
    ana.reads("Ben says here when it has begun")
    ben.open("/promises/putting-right/").tick("Be open. Told before being asked")
    ben.write("I …", "I told you before supper").look("putting-right-new")
    ben.press("Write it down for Ana").reads("What you did")
    ana.open("/promises/putting-right/").look("putting-right").press("It landed: I told you before supper")
    ana.reads("“It landed”").open("/promises/road/").look("road").press("Write my ninety days")
    ana.write("I will …", "I will sleep in this house").look("ninety-days").press("Share it now")
    enter(ana, "My own choice").tick("Wait, and look again").look("choice").press("Keep it for myself")
    ana.reads("On").look("road-full").press("Look back, in my own words").look("looking-back")
    ana.open("/promises/road/parting/").write("What", "Keys to the neighbour").look("parting").press(
        "Put it on the list"
    )
    ben.open("/promises/road/").reads("I will sleep in this house").lacks("Wait, and look again").look("road-desktop")
    ben.open("/promises/before/").reads("Keys to the neighbour").look("months-before")


def test_parting_well(meet: Meet) -> None:
    """One wants to part and the other to wait; the list, kind words, and the record that both keep."""
    ana, ben = arrive(meet(), "Ana"), arrive(meet("desktop"), "Ben")
    pair(ana, ben)
    ben.open("/promises/road/choice/").tick("Wait, and look again").press("Keep it for myself")
    ana.open("/promises/road/").lacks("Ben shared").open("/promises/road/choice/").tick("Part, as well as we can")
    ana.page.locator("summary", has_text="when you are ready").click()
    ana.write("In these words", "I wish us quiet rooms")
    ana.press("Share my choice with Ben").arrives_at("/promises/road/")
    ben.open("/promises/road/").reads("Ana shared", "I wish us quiet rooms").look("road-parting")
    ben.open("/promises/road/parting/").write("What", "Keys to the neighbour").write("Who does it", "Ben")
    ben.press("Put it on the list").press("Done: Keys to the neighbour").reads("Done")
    ana.open("/promises/road/parting/").reads("Keys to the neighbour").press("Kind words, if there are any")
    ana.write("Thank you for … I’m sorry that … I hope …", "Thank you for the garden").press("Send them to Ben")
    ben.open("/promises/road/").reads("Thank you for the garden")
    part_ways(ana)
    ben.open("/promises/before/").reads("Keys to the neighbour", "Thank you for the garden", "I wish us quiet rooms")


def part_ways(ana: Visitor) -> None:
    ana.open("/pairing/").page.get_by_role("link", name="Stop sharing").click()
    ana.is_headed("Stop sharing with Ben").press("Stop sharing with Ben").is_headed("Sharing has stopped")


def make(visitor: Visitor, words: str) -> None:
    visitor.open("/promises/new/").write("I will …", words).look("promise-new").press("Promise it to Ana")
    visitor.arrives_at("/promises/")


def outcome(visitor: Visitor, words: str, what: str, line: str = "") -> None:
    enter(visitor.open("/promises/"), words).tick(what).write("A line with it, if you like", line)
    visitor.look("promise-outcome").press("Say so").reads(what)


def tell(ben: Visitor) -> None:
    enter(ben.open("/promises/"), "Something to tell Ana").tick("I ran into them", "Out and about", "A few words")
    ben.press("More words, if you like").write("What was said, if we spoke", "Hello").look("tell")
    ben.reads("Saved").page.reload()
    ben.reads("Ana would like hard news").write("What happened, and where", "At the station").press("Tell Ana")
    enter(ben.arrives_at("/promises/"), "You told about contact").reads(
        "You did it the same day", "A few words", "Hello"
    )


def mend(ben: Visitor) -> None:
    enter(ben.open("/promises/"), "You told about contact").press("Write how I’ll mend it").look("repair")
    fill(ben, "I’ll call you first")


def fill(ben: Visitor, plan: str) -> None:
    ben.write("In plain facts", "I stood with them").next_part()
    ben.write("I chose to …, and it cost you …", "I chose to stay").next_part()
    ben.write("One thing, with a day on it", plan).next_part()
    ben.write("What there will be to see", "I’ll say it at seven").press("Send it to Ana").reads(plan)


def enter(visitor: Visitor, words: str) -> Visitor:
    """A row that leads on; its name holds more than its title."""
    visitor.settled().get_by_role("link", name=part(words)).first.click()
    return visitor
