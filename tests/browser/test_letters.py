"""A letter through its day of rest to three things heard and a letter back; an apology, and what is only one's own."""

from datetime import UTC, datetime, timedelta

from tests.browser.acts import arrive, pair, sign_in
from tests.browser.conftest import Days, Meet
from tests.browser.visitor import Visitor


def test_a_letter_rests_and_is_heard_and_answered(days: Days) -> None:
    with days(0) as meet:
        ana, ben = arrive(meet(), "Ana"), arrive(meet(), "Ben")
        pair(ana, ben)
        write(ana)
    with days(25) as meet:
        send(back(meet(), ana))
        hear(back(meet(), ben))
    with days(74) as meet:
        write_back(back(meet(), ben))
        read_it(back(meet(), ana))


def back(visitor: Visitor, before: Visitor) -> Visitor:
    visitor.name, visitor.sign_in_name = before.name, before.sign_in_name
    return sign_in(visitor.open("/sign-in/")).arrives_at("/today/")


def write(ana: Visitor) -> None:
    ana.open("/talks/").follow("Letters").is_headed("Letters").look("letters")
    ana.follow("A letter about what it did").write("Since I found out …", "I count the stairs.").look("letter-write")
    ana.press("Stop for today").reads("Kept. Only you can open it.").follow("A letter about what it did")
    ana.write("What I need you to understand …", "I asked. I asked twice.").press("It’s ready, let it rest")
    ana.reads("It rests until").lacks("Send it to Ben").look("letter-rests")


def send(ana: Visitor) -> None:
    ana.reads("Your letter has rested.").look("today-letter-rested").press("Choose where it goes")
    ana.is_headed("Where does it go?").look("letter-choice").press("Read it aloud together").look("letter-aloud")
    ana.press("Back").press("Send it to Ben").arrives_at("/letters/").reads("Sent.").look("letters-sent")


def hear(ben: Visitor) -> None:
    ben.reads("Ana has written you a letter").lacks("I asked twice").look("today-letter").press("Go to the door")
    ben.reads("Open it now").lacks("I asked twice").look("letter-door").press("Open it now").reads(
        "I asked. I asked twice."
    )
    ben.write("One thing I heard", "You count the stairs.").write("A second", "You asked.").look("letter-heard")
    ben.press("Tell Ana").reads("There is a problem").write("A third", "You asked twice.").press("Tell Ana")
    ben.reads("48 hours to let it land").lacks("Your letter back").look("letter-landing")


def write_back(ben: Visitor) -> None:
    ben.open("/letters/").follow("A letter about what it did").look("letter-reply")
    ben.write("Your letter back", "You always cry").press("Send it to Ana").reads("Only you see this")
    ben.look("letter-hint").write("Your letter back", "You asked twice. I said no, and I knew.")
    ben.press("Send it to Ana").is_headed("You wrote back")


def read_it(ana: Visitor) -> None:
    ana.reads("Ben wrote back to your letter.").look("today-letter-lines").open("/letters/")
    ana.follow("A letter about what it did").is_headed("Three things Ben heard").reads("I said no, and I knew.")
    ana.look("letter-whole").page.locator("#field-understood").select_option("7")
    ana.press("Keep it").reads("You said 7 of 10")


def test_an_apology_is_answered_and_what_is_ones_own_stays(meet: Meet) -> None:
    ana, ben = arrive(meet(), "Ana"), arrive(meet("desktop"), "Ben")
    pair(ana, ben)
    apologise(ben)
    ana.open("/letters/").look("letters-door").press("Go to the door").press("Open it now").look("apology-read")
    ana.press("I need more of …").reads("Say what you need more of.")
    ana.write("A line with it", "The autumn, and Jo").press("I need more of …").reads("“I need more of …”")
    ana.look("apology-answered")
    ben.open("/letters/").follow("An apology").reads("The autumn, and Jo").look("wide-apology-answered")
    say_back(ben)
    ana.open("/today/").reads("Ben said back what they heard.").open("/letters/").follow("An apology")
    ana.reads("You need all of the autumn, with Jo in it.").look("apology-said-back")
    pull(ben)
    own(ana)


def apologise(ben: Visitor) -> None:
    ben.open("/letters/").look("wide-letters").follow("An apology").look("wide-apology")
    ben.write("I regret …", "I regret that you found out from a screen.").press("Read it through")
    ben.reads("There is a problem").look("wide-apology-problem")
    ben.write("I regret …", "I regret that you found out from a screen. I feel ashamed.")
    ben.write("It was my choice to …", "It was my choice, but you were never home.")
    ben.write("To repair this I will … by …", "I will move my desk")
    ben.write("By which day, if it has one?", str(datetime.now(tz=UTC).date() + timedelta(days=7)))
    ben.press("Read it through").reads("Or keep yours: press the button once more.").look("wide-apology-hint")
    ben.write("It was my choice to …", "It was my choice to hide it.").press("Read it through")
    ben.reads("Send it to Ana", "Only you see this.").look("wide-apology-choice").press("Send it to Ana").reads("Sent.")
    ben.press("Make a promise of your repair").is_headed("Make a promise").look("wide-promise-of-repair")


def say_back(ben: Visitor) -> None:
    ben.write("What I heard", "You need all of the autumn, with Jo in it.").press("Say it back to Ana")
    ben.reads("That is all there is to say for now. Let it rest.").look("wide-apology-said-back")


def pull(ben: Visitor) -> None:
    ben.open("/letters/").follow("I want to write to them").look("pull").press("Write my reasons").look("pull-reasons")
    ben.write("In my own words", "I like sleeping").press("Keep them for me").press("Start ten minutes")
    ben.reads("ten minutes left", "I like sleeping").press("I don’t want to wait").look("pull-waiting")
    ben.press("I wrote anyway").reads("Here is what helps now").look("pull-wrote")
    ben.press("Start ten minutes").press("I don’t want to wait").press("Tell Ana").reads("That was the hard part.")


def own(ana: Visitor) -> None:
    ana.open("/letters/").follow("Letters never sent").write("To whom, if you like", "Mum").look("never-sent")
    ana.write("The letter", "I saw the duck").press("Keep it, only for me").reads("Kept").follow("Mum")
    ana.reads("I saw the duck").press("Erase it").look("letter-kept")
    ana.open("/letters/anger/").write("All of it", "The duck").press("Burn it").look("anger").press("Burn it for good")
    ana.reads("Gone. Nothing of it was kept.").look("anger-burnt")
