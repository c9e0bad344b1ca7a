"""One person with one browser: the acts that journeys are told in."""

import re
from typing import Literal, Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.checks import DESKTOP, PHONE, check_page
from tests.browser.guard import Guard

PASSWORD = "a lighthouse by the quiet sea"
PATIENCE = 15_000
Size = Literal["phone", "desktop"]
SIZES: dict[Size, ViewportSize] = {"phone": PHONE, "desktop": DESKTOP}
expect.set_options(timeout=PATIENCE)


class Visitor:
    """``seen`` is shared by all visitors: which pages have been looked at closely already."""

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
    ) -> None:
        self.address, self.seen = address, seen
        self.context = browser.new_context(
            base_url=address,
            viewport=SIZES[size],
            java_script_enabled=script,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
            has_touch=size == "phone",
        )
        self.context.set_default_timeout(PATIENCE)
        self.guard = Guard(self.context, allowed=(address, exit_site))
        self.page = self.context.new_page()

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def open(self, path: str) -> Self:
        self.page.goto(path)
        return self

    def press(self, name: str | re.Pattern[str], *, within: Locator | None = None) -> Self:
        """A button, link or fold that is in sight, by its words."""
        here = within or self.page
        found = here.get_by_role("button", name=name, exact=True).or_(here.get_by_role("link", name=name, exact=True))
        found.or_(here.locator("summary:visible", has_text=name)).first.click()
        return self

    def tick(self, *words: str) -> Self:
        """Boxes, words and panes of a scale."""
        for each in words:
            self.page.locator("label:visible", has_text=re.compile(f"^\\s*{re.escape(each)}\\s*$")).first.click()
        return self

    def write(self, label: str, text: str) -> Self:
        self.page.get_by_label(label, exact=True).locator("visible=true").first.fill(text)
        return self

    def reads(self, *words: str) -> Self:
        for each in words:
            expect(self.page.get_by_text(each).locator("visible=true").first).to_be_visible()
        return self

    def lacks(self, *words: str) -> Self:
        for each in words:
            expect(self.page.get_by_text(each)).to_have_count(0)
        return self

    def arrives_at(self, path: str, heading: str = "") -> Self:
        self.page.wait_for_url(lambda address: urlsplit(address).path == path)
        if heading:
            self.is_headed(heading)
        return self

    def is_headed(self, heading: str) -> Self:
        expect(self.page.get_by_role("heading", name=heading, exact=True).first).to_be_visible()
        return self

    def look(self, name: str) -> Self:
        """Checks the page as it stands, once however often journeys come by; what is wrong shows at their end."""
        if name not in self.seen:
            self.seen.add(name)
            self.guard.problems += check_page(self.page, name)
        return self

    def new_tab(self) -> Page:
        """Goes on in a new tab, and returns the one before."""
        before, self.page = self.page, self.context.new_page()
        return before

    def close(self) -> None:
        self.context.close()
