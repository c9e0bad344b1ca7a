"""What was typed and chosen in a form is there again after a reload, and gone once it was sent."""

import re
from uuid import UUID

import pytest

from glasswork.promises.tests.make import mend, page, tell
from tests.cast import Actor

Couple = tuple[Actor, Actor]
FORMS = {
    "told/new/": ("told", {"about": "ran-into", "where": "work", "facts": "A word", "hidden": "yes"}),
    "new/": ("promise", {"words": "A word", "each_time": "once"}),
    "big/new/": ("big", {"words": "A word", "cost": "A word", "undone": "yes", "by": "2027-01-02"}),
    "putting-right/": ("act", {"row": "open", "words": "A word"}),
    "putting-right/offers/": ("offer", {"offer": "A word"}),
    "road/ninety-days/": ("commitment", {"words": "A word", "ends_on": "2026-12-24"}),
    "road/looking-back/": ("review", {"was": "A word", "after_days": "90"}),
    "road/choice/": ("decision", {"why": "A word", "road": "wait"}),
    "road/parting/": ("corner", {"about": "money", "corner": "A word", "who": "Ana", "by": "2027-01-02"}),
    "road/parting/words/": ("last-words", {"words": "A word"}),
    "told/hard-news/": ("hard-news", {"how": "face", "words": "A word"}),
    "small/not-ready/": ("not-ready", {"behind": "A word", "look_again": "2026-12-24"}),
}
SHOWN_ON = {"putting-right/offers/": "putting-right/", "road/parting/words/": "road/parting/"}


@pytest.mark.parametrize("path", FORMS)
def test_what_was_typed_is_there_again(couple: Couple, path: str) -> None:
    _, ben = couple
    (form, fields), shown = FORMS[path], f"/promises/{SHOWN_ON.get(path, path)}"
    assert ben.post(f"/promises/draft/{form}/", {**fields, "once": "a"}).status_code == 204
    text = page(ben, shown)
    assert "A word" in text
    assert {value for value in fields.values() if value != "A word"} <= marked(text)


def marked(text: str) -> set[str]:
    """The values of what is ticked, chosen or filled in."""
    ticked = re.findall(r'value="([^"]*)"\s*(?:checked|selected)', text)
    return {*ticked, *re.findall(r'<input[^>]*type="(?:date|text)"[^>]*? value="([^"]*)"', text)}


@pytest.mark.parametrize("path", ["told/new/", "road/parting/", "putting-right/offers/"])
def test_what_was_sent_leaves_no_draft(couple: Couple, path: str) -> None:
    _, ben = couple
    (form, fields), shown = FORMS[path], f"/promises/{SHOWN_ON.get(path, path)}"
    ben.post(f"/promises/draft/{form}/", {**fields, "once": "a"})
    assert ben.post(f"/promises/{path}", {**fields, "act": "send", "once": "a", "hinted": "yes"}).status_code == 302
    ben.post(f"/promises/draft/{form}/", {**fields, "once": "a"})  # it came late
    assert ">A word</textarea>" not in page(ben, shown)


def test_an_answer_is_kept_for_its_own_door(couple: Couple) -> None:
    ana, ben = couple
    one, two = (f"/promises/told/{tell(ben, facts)}/" for facts in ("One thing", "Another"))
    for path in (one, two):
        ana.post(f"{path}door/", {"act": "open"})
    ana.post("/promises/draft/answer/", {"words": "Did you", "about": one.split("/")[3], "once": "a"})
    assert "Did you" in page(ana, one)
    assert "Did you" not in page(ana, two)
    ana.post(f"{one}answer/", {"act": "question", "words": "Did you speak?", "once": "a"})
    assert "Did you speak?</textarea>" not in page(ana, one)
    mend(ben, UUID(one.split("/")[3]))
    ana.post("/promises/draft/reply/", {"words": "It would", "about": one.split("/")[3], "once": "b"})
    assert "It would" in page(ana, one)


def test_a_card_gives_its_words_once(couple: Couple) -> None:
    _, ben = couple
    path = "/promises/big/new/?card=leave-the-place"
    ben.post("/promises/draft/big/", {"words": "A word of my own", "card": "leave-the-place", "once": "a"})
    assert "A word of my own" in page(ben, path)
