"""How far two have come: the window after a mended slip, and a hard time that takes nothing out."""

from tests.browser.acts import arrive, pair, write_evening
from tests.browser.conftest import Meet
from tests.browser.test_promises import enter, mend
from tests.browser.visitor import Visitor


def test_the_window_after_a_mended_slip_and_a_setback(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet("desktop"), "Ben")
    pair(ana, ben)
    ana.open("/plan/").follow("How far you’ve come")
    ana.is_headed("How far you’ve come").reads("It fills as you go. There is no hurry.").look("window-empty")
    slip(ana, ben)
    for visitor in (ana, ben):
        visitor.open("/how-far/").reads("The gold line is what you both see as mended.")
        visitor.reads("The first thing you both see as mended")
    jar(ana)
    ben.open("/how-far/").reads("One pane so far.", "a laugh went into the jar").look("window-mended")
    setback(ana)
    ana.reads("Your window is as it was.").open("/how-far/").reads("One pane so far", "The gold line is")
    ben.open("/how-far/").lacks("looked back").press("Look at it, or print it").reads("One gold line shows")
    ben.look("window-picture").open("/how-far/").press("Hide it").reads("Your window is hidden.").look("window-hidden")
    letter(ana, ben)
    trust(ana, ben)


def slip(ana: Visitor, ben: Visitor) -> None:
    """Something told, its repair, and both who see it as mended."""
    enter(ben.open("/promises/"), "Something to tell Ana").tick("I ran into them").next_part()
    ben.write("What happened, and where", "At the station").next_part().press("Tell Ana").arrives_at("/promises/")
    ana.open("/promises/").press("Go to the door").press("Open now").reads("At the station")
    mend(ben)
    enter(ana.open("/promises/"), "Ben told about contact").press("This helps").press("I see it as mended")
    enter(ben.open("/promises/"), "You told about contact").press("I see it as mended").reads("the seam is gold")


def jar(ana: Visitor) -> None:
    ana.open("/how-far/jar/").tick("A laugh").write("One sentence about it", "The dog sat on the cake").look("jar")
    ana.press("Put it in for Ben too").reads("It’s in the jar.").press("Take one out")
    ana.reads("The dog sat on the cake").look("jar-one")


def setback(ana: Visitor) -> None:
    ana.open("/how-far/looking-back/").look("looking-back").press("Look back, in three small steps")
    ana.write("In plain facts", "I looked at the phone").look("looking-back-new").next_part()
    ana.write("Something that was there", "I said so by supper").next_part().write(
        "Small enough for this week", "I’ll ask first"
    )
    ana.press("Keep it").arrives_at("/how-far/looking-back/").reads("I said so by supper").look("looking-back-kept")


def letter(ana: Visitor, ben: Visitor) -> None:
    ana.open("/how-far/letters/").look("month-letters")
    ana.settled().locator(".goto").first.click()
    ana.settled().get_by_label("The letter").fill("My month\n\nWe laughed about the dog.")
    ana.look("month-letter").press("Send it to Ben …").is_headed("This is what Ben will read").look(
        "month-letter-shown"
    )
    ana.press("Send it to Ben").arrives_at("/how-far/letters/")
    ben.open("/how-far/letters/").press("Read it").reads("We laughed about the dog.")


def trust(ana: Visitor, ben: Visitor) -> None:
    """Her own line of trust, shown up to today and no further."""
    write_evening(ana.open("/check-in/"), feeling="Sad", because="the days are long").tick("A little")
    ana.press("Seal it for Ben")
    ana.open("/how-far/trust/").tick("A week").write("What it is for", "For our talk on Thursday").look("trust-share")
    ana.press("Share it up to today").reads("Put it away", "It ends by itself after").look("trust-shared")
    ben.open("/how-far/trust/theirs/").reads("For our talk on Thursday", "It ends by itself after").look("trust-theirs")
