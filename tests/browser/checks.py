"""What every page must be: free of axe's findings in light and dark, fit for a narrow screen and for large text."""

import os
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Page, ViewportSize
from playwright.sync_api import TimeoutError as PlaywrightTimeout

HERE = Path(__file__).parent
SHOTS = HERE / "shots"
AXE = (HERE / "vendor" / "axe.min.js").read_text()
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
PHONE, DESKTOP = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=800)
NARROW = 320
TARGET = 44

CONTRAST = ("color-contrast", "color-contrast-enhanced")

# A scheme changes colours and nothing else, so all the rules run in the light one and those of contrast in both.
RUN_AXE = """async ({ type, values }) => {
  const options = { rules: { "color-contrast-enhanced": { enabled: true } }, resultTypes: ["violations"] };
  const { violations } = await axe.run({ ...options, runOnly: { type, values } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) =>
    `${id} at ${target}: ${html.slice(0, 120)} ${failureSummary.replaceAll(/\\s+/g, " ").slice(0, 300)}`));
}"""

# A link inside a sentence may be as small as its words; everything else that is pressed has 44 px each way.
FIND_SMALL = """(least) => {
  const isShown = (el) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const isInText = (el) => el.tagName === "A" && getComputedStyle(el).display === "inline" &&
    el.parentElement.textContent.trim() !== el.textContent.trim();
  const pressed = (el) => el.matches("input") ? (el.closest("label") ?? el) : el;
  const found = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
    .filter((el) => !el.matches(".skip, [type=hidden], [aria-hidden=true]") && !isInText(el))
    .map(pressed).filter(isShown)
    .map((el) => [el, el.getBoundingClientRect()])
    .filter(([, { width, height }]) => width && (width < least - 0.5 || height < least - 0.5));
  return found.map(([el, { width, height }]) =>
    `small: ${Math.round(width)} x ${Math.round(height)} ${el.outerHTML.slice(0, 100)}`);
}"""

FIND_WIDE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll("main *, header *, nav *")]
    .filter((el) => el.checkVisibility() && el.getBoundingClientRect().right > clientWidth + 0.5);
  return [`${scrollWidth} px wide in ${clientWidth}: ${wide.slice(-3).map((el) => el.outerHTML.slice(0, 100))}`];
}"""

SCALE_TEXT = """(times) => {
  const root = document.documentElement;
  root.style.fontSize = "";
  if (times > 1) root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * times}px`;
}"""


def check_page(page: Page, name: str) -> list[str]:
    """What is wrong with it. Leaves the page as it was. ``name`` is what its screenshots are called."""
    found = _headings(page) + page.evaluate(FIND_SMALL, TARGET)
    page.evaluate(AXE)
    for scheme, rules in (("dark", {"type": "rule", "values": CONTRAST}), ("light", {"type": "tag", "values": TAGS})):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {each}" for each in page.evaluate(RUN_AXE, rules)]
    found += _overflows(page)
    take_shots(page, name)
    return [f"{name}: {each}" for each in found]


def _headings(page: Page) -> list[str]:
    """Waits for the first: a press may have led to a page that is only just coming."""
    headings = page.locator('h1:visible, [aria-level="1"]:visible')
    with suppress(PlaywrightTimeout):
        headings.first.wait_for()
    count = headings.count()
    return [] if count == 1 else [f"{count} main headings"]


def _overflows(page: Page) -> list[str]:
    before = page.viewport_size or PHONE
    page.set_viewport_size(ViewportSize(width=NARROW, height=before["height"]))
    found = [f"narrow: {each}" for each in page.evaluate(FIND_WIDE)]
    page.set_viewport_size(before)
    page.evaluate(SCALE_TEXT, 2)
    found += [f"large text: {each}" for each in page.evaluate(FIND_WIDE)]
    page.evaluate(SCALE_TEXT, 1)
    return found


def take_shots(page: Page, name: str) -> None:
    """With GLASSWORK_SHOTS, pictures of the whole page: on a phone and on a desktop, light and dark."""
    if not os.environ.get("GLASSWORK_SHOTS"):
        return
    before = page.viewport_size or PHONE
    SHOTS.mkdir(exist_ok=True)
    for size, viewport in (("phone", PHONE), ("desktop", DESKTOP)):
        page.set_viewport_size(viewport)
        # As tall as the page, so that what is fixed to an edge stands where it would.
        height = max(viewport["height"], page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size(ViewportSize(width=viewport["width"], height=height))
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=SHOTS / f"{name}-{size}-{scheme}.png")
    page.set_viewport_size(before)
