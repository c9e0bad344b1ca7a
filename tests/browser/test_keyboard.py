"""A whole check-in by keyboard alone: the order of the stops, and where one is stays visible."""

from playwright.sync_api import expect

from tests.browser.acts import arrive
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor

MOST_STOPS = 60
# Name, whether it lies in view, and whether something is drawn around it (or around its label) that shows the focus.
WHERE = """() => {
  const el = document.activeElement;
  const label = el.labels?.[0] ?? el;
  const { top, bottom, left, right, height } = label.getBoundingClientRect();
  const isRinged = [el, label, ...label.children].map((each) => getComputedStyle(each)).some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  return {
    name: label.innerText.trim().replaceAll(/\\s+/g, " "),
    isSeen: height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    isRinged,
  };
}"""


def test_a_check_in_by_keyboard_alone(meet: Meet) -> None:
    sam = arrive(meet(), "Sam").open("/today/")
    stops = [tab(sam) for _ in range(10)]
    first = ["Skip to the page", "Exit this page now", "Calm", "Exit this page now"]
    assert stops[:9] == [*first, "Today", "Talk", "Promises", "Plan", "Me"]
    assert stops[9] == "Start my check-in"
    keys(sam, "Enter")
    sam.arrives_at("/check-in/")
    tab_to(sam, "Skip to the page")
    keys(sam, "Enter")
    tab_to(sam, "Sad")
    keys(sam, "Space")
    expect(sam.page.get_by_label("Sad", exact=True)).to_be_checked()
    forward(sam)
    tab_to(sam, "because …")
    sam.page.keyboard.type("the days are long")
    forward(sam)
    forward(sam)
    tab_to(sam, "Not at all")
    keys(sam, "ArrowRight", "ArrowRight")
    expect(sam.page.get_by_label("Some", exact=True)).to_be_checked()
    tab_to(sam, "Keep it")
    keys(sam, "Enter")
    sam.arrives_at("/today/").reads("Kept. Only you can open it.")


def test_a_mistake_is_told_and_led_to_by_keyboard(meet: Meet) -> None:
    robin = meet("desktop").open("/sign-in/")
    tab_to(robin, "Sign in")
    keys(robin, "Enter")
    expect(robin.page.locator(".error-summary")).to_be_focused()
    assert robin.page.title().startswith("Error: ")
    tab_to(robin, "Please type your password.")
    keys(robin, "Enter")
    expect(robin.page.get_by_label("Your password", exact=True)).to_be_focused()


def forward(visitor: Visitor) -> None:
    """To the next part, which takes the focus to its heading."""
    tab_to(visitor, "Next")
    keys(visitor, "Enter")
    stop = visitor.page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
    assert stop.startswith(("<h", "<legend", "<section")), stop


def tab_to(visitor: Visitor, name: str) -> None:
    for _ in range(MOST_STOPS):
        if tab(visitor) == name:
            return
    raise AssertionError(f"Tab never came to “{name}”")


def tab(visitor: Visitor) -> str:
    """The name of the next stop, which must be in view and marked."""
    visitor.page.keyboard.press("Tab")
    stop = visitor.page.evaluate(WHERE)
    assert stop["isSeen"], f"out of sight: {stop}"
    assert stop["isRinged"], f"nothing shows the focus: {stop}"
    return str(stop["name"])


def keys(visitor: Visitor, *names: str) -> None:
    for name in names:
        visitor.page.keyboard.press(name)
