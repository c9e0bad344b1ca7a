"""Makes the pictures of README.md from the sample: ``python -m tests.browser.shots`` writes docs/pictures."""

import re
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from glasswork.config.tests.server import run
from tests.browser.acts import arrive, find_path, invite, sign_in, type_code
from tests.browser.chromium import start_browser
from tests.browser.server import glasswork, neutral_site
from tests.browser.visitor import Size, Visitor
from tests.house import ROOT

PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 250_000
SIGN_IN = re.compile(r"^(?P<who>\w+), .*  (?P<name>\S+)  +(?P<password>\S+)$", re.MULTILINE)


class Studio:
    """A server with the sample in it, and browsers to look at it with."""

    def __init__(self, browser: Browser, address: str, exit_site: str, sample: str) -> None:
        self.browser, self.address, self.exit_site = browser, address, exit_site
        self.people = {found["who"]: found for found in SIGN_IN.finditer(sample)}

    def meet(self, size: Size = "phone") -> Visitor:
        return Visitor(self.browser, self.address, self.exit_site, set(), size=size)

    def meet_again(self, who: str, size: Size = "phone") -> Visitor:
        """Somebody of the sample, signed in."""
        visitor, found = self.meet(size).open("/sign-in/"), self.people[who]
        visitor.sign_in_name = found["name"]
        return sign_in(visitor, found["password"]).arrives_at("/today/")


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="glasswork-pictures-") as folder,
        neutral_site() as exit_site,
        glasswork(Path(folder), GLASSWORK_EXIT_URL=exit_site) as address,
        sync_playwright() as playwright,
    ):
        _, sample, _ = run(Path(folder), "sample")
        take_all(Studio(start_browser(playwright), address, exit_site, sample))


def take_all(studio: Studio) -> None:
    somebody = studio.meet().open("/")
    take(somebody, "landing")
    take(somebody.press("Start").tick("Sad", "Tired"), "first-run")
    take_four_words(studio)
    robin = studio.meet_again("Robin")
    take(robin, "today")
    take(robin, "today-dark", scheme="dark")
    take(robin.open("/check-in/").tick("Tired", "In between"), "check-in")
    take(robin.open("/talk/"), "talk")
    take(robin.open(find_path(robin, r"/check-in/[0-9a-f-]{36}/")), "reveal")
    take(robin.open("/promises/"), "promises")
    take(robin.open("/how-far/"), "how-far")
    take(studio.meet_again("Robin", "desktop"), "today-desktop")


def take_four_words(studio: Studio) -> None:
    robin, alex = arrive(studio.meet(), "Robin"), arrive(studio.meet(), "Alex")
    type_code(alex, invite(robin)).press("Join")
    take(alex.is_headed("Do you both see these words?"), "four-words")


def take(visitor: Visitor, name: str, *, scheme: str = "light") -> None:
    page, path = visitor.settled(), PICTURES / f"{name}.png"
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.mouse.move(0, 0)
    page.screenshot(path=path)
    assert path.stat().st_size < MOST_BYTES, f"{path} is too large"


if __name__ == "__main__":
    main()
