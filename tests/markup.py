"""What a page is made of, for comparing: its elements with the names of their attributes, and its text."""

import re
from html.parser import HTMLParser

from django.http import HttpResponse

CODE = re.compile(r'<code id="the-code"[^>]*>(.*?)</code>', re.DOTALL)


class Page(HTMLParser):
    """``elements`` holds every start tag, comment and declaration in order; ``text`` what a reader would see."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, ...]] = []
        self.text = ""
        self.values: set[str] = set()
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *(name for name, _ in attrs)))
        self.values |= {value for _, value in attrs if value}

    def handle_comment(self, data: str) -> None:
        self.elements.append(("a comment",))

    def handle_decl(self, decl: str) -> None:
        self.elements.append(("a declaration",))

    def handle_pi(self, data: str) -> None:
        self.elements.append(("an instruction",))

    def unknown_decl(self, data: str) -> None:
        self.elements.append(("a declaration",))

    def handle_data(self, data: str) -> None:
        self.text += data


def shown_code(response: HttpResponse) -> str:
    """The code that a page shows to be written down, as it is read and copied."""
    found = CODE.search(response.content.decode())
    assert found
    return re.sub("<[^>]+>", "", found[1])


def made_of(response: HttpResponse) -> tuple[int, list[tuple[str, ...]]]:
    """Status and elements: the same for any words, when words stay words."""
    return response.status_code, Page(response.content.decode()).elements


def shows(response: HttpResponse, words: str) -> bool:
    """Whether the page holds exactly these words, as text or as the value of a field."""
    page = Page(response.content.decode())
    return words in page.text or words in page.values
