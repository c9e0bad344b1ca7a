"""One person with one browser: the acts that journeys are told in."""

import re
from typing import Literal, Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.checks import DESKTOP, PHONE, check_page, take_shots
from tests.browser.guard import Guard

PASSWORD = "a lighthouse by the quiet sea"
PATIENCE = 15_000
Size = Literal["phone", "desktop"]
ISOLATES = "[\u2066-\u2069]*"  # around a person's name, so that it keeps its own direction
SIZES: dict[Size, ViewportSize] = {"phone": PHONE, "desktop": DESKTOP}
expect.set_options(timeout=PATIENCE)


def part(words: str) -> re.Pattern[str]:
    return re.compile(f"{ISOLATES} {ISOLATES}".join(re.escape(word) for word in words.split(" ")))


def whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{ISOLATES}{part(words).pattern}{ISOLATES}\s*$")


class Visitor:
    """``seen`` is shared by all visitors: which pages have been looked at closely already.

    Only with ``worker`` does the browser keep the service worker, which fetches all that Calm needs at once.
    """

    name = ""
    sign_in_name = ""
    recovery_code = ""
    password = PASSWORD

    def __init__(
        self,
        browser: Browser,
        address: str,
        exit_site: str,
        seen: set[str],
        *,
        size: Size = "phone",
        script: bool = True,
        worker: bool = False,
    ) -> None:
        self.address, self.seen, self.has_script = address, seen, script
        self.context = browser.new_context(
            base_url=address,
            viewport=SIZES[size],
            java_script_enabled=script,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
            has_touch=size == "phone",
            service_workers="allow" if worker else "block",
        )
        self.context.set_default_timeout(PATIENCE)
        self.guard = Guard(self.context, allowed=(address, exit_site))
        self.guard.expect("Service Worker registration blocked by Playwright")
        self.page = self.context.new_page()

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def open(self, path: str) -> Self:
        self.page.goto(path)
        return self

    def press(self, name: str) -> Self:
        """A button, link or fold that is in sight, by its words."""
        words = whole(name)
        found = self.page.get_by_role("button", name=words).or_(self.page.get_by_role("link", name=words))
        found.or_(self.page.locator("summary:visible", has_text=words)).first.click()
        return self

    def follow(self, title: str) -> Self:
        """A row of a list that leads somewhere, by its title alone."""
        self.page.locator(".goto", has=self.page.locator("strong", has_text=whole(title))).first.click()
        return self

    def next_part(self) -> Self:
        """Where a form comes a part a page; on a wide page or without script all of it is there already."""
        button = self.settled().get_by_role("button", name="Next", exact=True)
        return self.press("Next") if button.count() else self

    def exits(self) -> Self:
        """By the button at the top."""
        self.page.locator("exit-now a").click()
        return self

    def tick(self, *words: str) -> Self:
        """Boxes, words and panes of a scale."""
        for each in words:
            self.settled().locator("label:visible", has_text=whole(each)).first.click()
        return self

    def write(self, label: str, text: str) -> Self:
        self.settled().get_by_label(whole(label)).locator("visible=true").first.fill(text)
        return self

    def reads(self, *words: str) -> Self:
        for each in words:
            expect(self.page.get_by_text(part(each)).locator("visible=true").first).to_be_visible()
        return self

    def lacks(self, *words: str) -> Self:
        for each in words:
            expect(self.page.get_by_text(part(each))).to_have_count(0)
        return self

    def arrives_at(self, path: str, heading: str = "") -> Self:
        self.page.wait_for_url(lambda address: urlsplit(address).path == path)
        if heading:
            self.is_headed(heading)
        return self

    def is_headed(self, heading: str) -> Self:
        expect(self.page.get_by_role("heading", name=whole(heading)).first).to_be_visible()
        return self

    def glances(self) -> Self:
        """Comes back to this page from another: a live page then asks at once, not at its next turn."""
        self.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        return self

    def look(self, name: str) -> Self:
        """Checks the page as it stands, once however often journeys come by; what is wrong shows at their end."""
        assert self.has_script, "axe is script too"
        if name not in self.seen:
            self.seen.add(name)
            self.guard.problems += check_page(self.page, name)
        return self

    def new_tab(self) -> Page:
        """Goes on in a new tab, and returns the one before."""
        before, self.page = self.page, self.context.new_page()
        return before

    def take_shots(self, name: str) -> Self:
        """Pictures alone, when they are wanted."""
        take_shots(self.page, name)
        return self

    def settled(self) -> Page:
        """The page once its own elements have come to life: what is typed before that, they do not hear."""
        if self.has_script:
            expect(self.page.locator(":not(:defined)")).to_have_count(0)
        return self.page

    def close(self) -> None:
        self.context.close()
