"""Markdown of our own content to HTML. Raw HTML is shown as text, never passed through."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_PARSER = MarkdownIt("commonmark", {"html": False})


def to_html(text: str, path_of: Callable[[str], str]) -> Markup:
    """``path_of`` turns a link's target into an address."""
    tokens = _PARSER.parse(text)
    for token in _all_of(tokens):
        if token.type == "link_open":
            token.attrSet("href", path_of(str(token.attrGet("href"))))
    return Markup(_PARSER.renderer.render(tokens, _PARSER.options, {}))  # noqa: S704 - the renderer escapes every text


def _all_of(tokens: list[Token]) -> list[Token]:
    return [each for token in tokens for each in (token, *(token.children or ()))]
