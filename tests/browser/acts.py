"""Longer acts that several journeys begin with."""

import re

from tests.browser.visitor import Visitor

HARD_QUESTIONS = 4


def arrive(visitor: Visitor, name: str) -> Visitor:
    """A new account, the shortest way to Today."""
    make_account(visitor.open("/start/"), name)
    return visitor.open("/today/")


def make_account(visitor: Visitor, name: str) -> Visitor:
    """From the first run to the page that shows name and code once."""
    for _ in range(3):
        visitor.next_part()
    fill_account(visitor, name)
    visitor.press("Make my account").is_headed("Your account is made")
    note_codes(visitor, name)
    return visitor


def check_code(visitor: Visitor) -> Visitor:
    """The code is on paper, and goes on to the private question and wherever somebody was going."""
    visitor.press("I’ve written it down")
    visitor.write("The last four characters of your code", visitor.recovery_code[-4:]).press("Go on")
    return visitor.is_headed("Do you feel safe with your partner?").press("Yes").press("Go on").press("Go on")


def fill_account(visitor: Visitor, name: str) -> None:
    visitor.write("What shall we call you?", name).write("Choose a password", visitor.password)
    visitor.tick("I am 18 or over.")


def note_codes(visitor: Visitor, name: str) -> None:
    """Writes down what is shown once."""
    sign_in_name, code = visitor.page.locator(".code-card code").all_inner_texts()
    visitor.name, visitor.sign_in_name, visitor.recovery_code = name, sign_in_name, code


def sign_in(visitor: Visitor, password: str = "") -> Visitor:
    """On the sign-in page."""
    visitor.write("Your sign-in name", visitor.sign_in_name).write("Your password", password or visitor.password)
    return visitor.press("Sign in")


def answer_hard_questions(visitor: Visitor) -> Visitor:
    """HARK, as everybody meets it once before joining; every answer is no."""
    visitor.is_headed("Four questions first")
    if visitor.has_script:
        visitor.look("hark")
    for question in visitor.page.locator("fieldset").all():
        question.locator("label", has_text=re.compile(r"^\s*No\s*$")).click()
    return visitor.press("Done").is_headed("That’s kept for you alone").press("Go on")


def invite(visitor: Visitor) -> str:
    """From the sharing page to a code."""
    visitor.open("/pairing/").press("Invite somebody")
    if visitor.path == "/safety/hark/":
        answer_hard_questions(visitor)
    visitor.is_headed("What they will see").press("Go on").is_headed("Are you free to say no?").press("Yes, I am")
    return visitor.is_headed("Your code is ready").page.locator("#the-code").inner_text()


def type_code(visitor: Visitor, code: str) -> Visitor:
    visitor.open("/pairing/join/")
    if visitor.path == "/safety/hark/":
        answer_hard_questions(visitor)
    return visitor.write("The code", code).press("Look at it")


def four_words(visitor: Visitor) -> list[str]:
    visitor.open("/pairing/words/").is_headed("Do you both see these words?")
    return visitor.page.locator(".lights li").all_inner_texts()


def pair(one: Visitor, two: Visitor) -> None:
    """The shortest way from two accounts to one shared space."""
    code = invite(one)
    type_code(two, code).is_headed(f"{one.name} asked you to join").press("Join")
    assert four_words(one) == four_words(two)
    two.press("They match").is_headed("You’ve said that they match")
    one.press("They match").reads("You two are joined").open("/today/")
    two.glances().is_headed("You two are joined").press("Go on").arrives_at("/today/")


def write_evening(visitor: Visitor, *, feeling: str, because: str) -> Visitor:
    """Fills the parts of a check-in that others may see, and stops before it is sent."""
    visitor.open("/check-in/").tick(feeling)
    visitor.next_part().write("I feel …", feeling.lower()).write("because …", because)
    return visitor.next_part().next_part()


def find_path(visitor: Visitor, pattern: str) -> str:
    """The first address in the page's links that fits."""
    hrefs = [link.get_attribute("href") or "" for link in visitor.page.locator("a[href]").all()]
    return next(href for href in hrefs if re.fullmatch(pattern, href))
