"""A hard question is asked, parked by both, reviewed on its date and answered; the whole account through its door."""

from glasswork.agreements.tests.make import a_zone_in_daytime
from tests.browser.acts import arrive, pair, sign_in
from tests.browser.conftest import Days, Meet
from tests.browser.visitor import Visitor, part

WORDS = "Did Jo know about my mother in May?"
A_FORTNIGHT = 15 * 24


def test_a_question_is_asked_parked_by_both_reviewed_on_its_date_and_answered(days: Days) -> None:
    with days(0) as meet:
        ana, ben = by_day(arrive(meet(), "Ana")), by_day(arrive(meet(), "Ben"))
        pair(ana, ben)
        ana.open("/questions/").look("questions-empty").press("Ask a hard question")
        ask(ana)
        park(ben)
        ana.open("/today/").reads("Ben would like to park a question").open("/questions/")
        enter(ana, WORDS).look("question-offered").press("Yes, until then").reads("Parked until")
        ana.look("question-parked").open("/questions/").reads("Parked").look("questions-parked")
    with days(A_FORTNIGHT) as meet:
        ana, ben = back(meet(), ana), back(meet(), ben)
        ana.reads("A question you both parked is back.")
        ben.reads("A question you both parked is back.").press("Not today").look("today-question")
        ben.press("Look at it").reads("You two parked this until").look("question-back")
        ben.write("My words", "Yes. Twice, in May. I feel ashamed.").press("Send it to Ana").reads("Your answer")
        ben.reads("You named a feeling. Only you see this.").look("question-done-well")
        ana.press("Not today").open("/today/").reads("There is an answer to read").look("today-answer").press("Read it")
        ana.reads("Yes. Twice, in May.").look("question-answered").press("Thank you for answering")
        ana.reads("“Thank you for answering”").open("/questions/new/")
        fill(ana, "In May, did Jo know about my mother?").press("Ask Ben").reads("Do you need a fact, or comfort?")
        ana.look("question-again").press("Keep it to myself").arrives_at("/questions/mine/").look("questions-mine")


def test_the_account_through_its_door_and_words_that_help(meet: Meet) -> None:
    ana, ben = by_day(arrive(meet(), "Ana")), by_day(arrive(meet("desktop"), "Ben"))
    pair(ana, ben)
    ben.open("/questions/").look("wide-questions").follow("The whole account")
    ben.write("What happened, when and how often", "From March to July, by message.").look("wide-account-new")
    ben.press("Ask Ana how much").reads("You’ve asked", "Take the first answer that comes.").look("wide-account-asked")
    say_how_much(ana)
    ben.open("/questions/account/").reads("Month by month, on one page", "Details of intimacy").look(
        "wide-account-scope"
    )
    ana.open("/questions/").lacks("Ben has written down")
    ben.press("Share all of it with Ana").is_headed("What happened")
    ana.open("/questions/").follow("Ben has written down what happened").lacks("From March").look("account-door")
    ana.press("Open now").reads("From March to July, by message.").press("What you had asked for").look("account-open")
    ana.press("That’s what I asked for").reads("You: “That’s what I asked for”")
    ana.press("I’d like more, or less").press("Change it").tick("The facts alone: when, where, how, who knew")
    ana.press("Show it to Ben").reads("Changed on")
    ben.open("/questions/").follow("The account you shared").reads("after this was shared").look("wide-account-changed")
    ben.press("There is something to add").write("What I left out, or know now", "One lunch in August.")
    ben.press("Add it for Ana").reads("Added later, on").look("wide-account")
    ana.open("/questions/comfort/").write("Words I’d like to be able to ask for", "I’m here, and I’m staying tonight.")
    ana.look("comfort-empty").press("Show it to Ben")
    ben.open("/questions/comfort/").look("wide-comfort").press("I can say this, and it’s true")
    ana.open("/questions/comfort/").press("Could you say it?").reads("You’ve asked.").look("comfort-asked")
    ben.open("/questions/comfort/").reads("Ana asks: could you say it?").look("wide-comfort-asked").press("I said it")
    ana.open("/questions/comfort/").reads("“I said it”").open("/questions/hour/").look("questions-hour")
    ana.press("Suggest it to Ben")
    ben.open("/questions/hour/").look("wide-questions-hour").press("I agree").reads("You two have agreed on")
    ana.open("/questions/new/")
    fill(ana, "What did you two do in bed?").press("Ask Ben").reads("Some people wait for therapy").look(
        "question-detail"
    )
    ana.press("Park it").reads("Parked on your own list").press("One sheet for my therapist").look("questions-sheet")


def say_how_much(ana: Visitor) -> None:
    ana.open("/today/").press("Ben asks how much you’d like to know.").is_headed("How much I want to know")
    ana.tick("Month by month, on one page", "Details of intimacy").write("In my own words", "Leave out what she wore.")
    ana.look("account-scope").press("Show it to Ben").reads("Ben sees it while they write.").look("account-scope-said")


def by_day(visitor: Visitor) -> Visitor:
    visitor.open("/me/settings/").page.locator("#field-zone").select_option(a_zone_in_daytime())
    visitor.press("Keep these settings").arrives_at("/me/")
    return visitor


def back(visitor: Visitor, before: Visitor) -> Visitor:
    visitor.name, visitor.sign_in_name = before.name, before.sign_in_name
    return sign_in(visitor.open("/sign-in/")).arrives_at("/today/")


def fill(visitor: Visitor, words: str) -> Visitor:
    visitor.write("My question", words).tick("A fact: what, when, how long, who knew", "In writing")
    return visitor


def ask(ana: Visitor) -> None:
    fill(ana, WORDS).write("What will knowing change?", "I’d sleep").look("question-new").press("Ask Ben")
    ana.arrives_at("/questions/").reads("Waits for an answer").look("questions-asked")


def park(ben: Visitor) -> None:
    ben.open("/today/").reads("Ana has asked you something.").open("/questions/").look("questions-sitting")
    enter(ben, WORDS).lacks("I’d sleep").look("question-asked").press("I’d like to park it, because …")
    ben.write("Because …", "I could say it with Dr Osei there").look("question-parking").press("Ask Ana to park it")
    ben.reads("It is parked once Ana says yes.")


def enter(visitor: Visitor, words: str) -> Visitor:
    """A row that leads on; its name holds more than its title."""
    visitor.settled().get_by_role("link", name=part(words)).first.click()
    return visitor
