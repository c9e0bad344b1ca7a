"""Markdown of our own content: what is written stays text, and links lead where they are told."""

import pytest

from glasswork.lib.markdown import to_html


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<!-- a -->", "<a href='/'>x</a>"]
)
def test_elements_in_the_text_are_shown_as_text(text: str) -> None:
    made = str(to_html(text, str))
    assert "&lt;" in made
    assert "<p>" in made
    assert made.count("<") == 2


def test_links_lead_where_they_are_told() -> None:
    made = to_html('[the *list*](small.md "x") and [more](<more.md>)', lambda link: f"/pages/{link}")
    assert 'href="/pages/small.md"' in made
    assert 'href="/pages/more.md"' in made


def test_a_link_cannot_run_anything() -> None:
    assert "<a" not in to_html("[x](javascript:alert(1))", str)
