"""Words for the other meet the writing helper once, for their writer alone; a second press sends them as they are."""

from uuid import UUID

import pytest

from glasswork.promises.tests.make import TODAY, board, body, mend, one_of_each, page, promise, say, tell
from tests.cast import Actor

Couple = tuple[Actor, Actor]
Sent = dict[str, str]
BLAMING, HARM = "You never listen to me.", "You hit me last night and I am scared of you."
SOON = "2026-12-03"
FORMS: dict[str, tuple[str, str, Sent]] = {
    "a promise": ("new/", "words", {"until": SOON}),
    "how it went": ("{kept}/outcome/", "words", {"what": "late", "pane": "1"}),
    "what it is now": ("{kept}/outcome/", "changed_to", {"what": "changed", "pane": "1", "changed_until": SOON}),
    "not quite": ("{theirs}/word/", "words", {"act": "not-quite", "pane": "1"}),
    "an ask": ("small/", "words", {}),
    "not ready": ("small/not-ready/", "say_it", {"act": "tell", "look_again": SOON}),
    "a big thing": ("big/new/", "cost", {"words": "I will sell the car", "by": SOON}),
    "its answer": ("big/{big}/answer/", "words", {"act": "yes"}),
    "something told": ("told/new/", "was_said", {"about": "else", "facts": "At the station", "act": "send"}),
    "an answer": ("told/{new}/answer/", "words", {"act": "question"}),
    "a reply": ("told/{told}/reply/", "words", {"act": "time", "attempt": "1"}),
    "a repair": (
        "told/{mine}/repair/",
        "own",
        {"attempt": "1", "happened": "I wrote", "mend": "I call", "show": "At six"},
    ),
    "hard news": ("told/hard-news/", "words", {"how": "face"}),
    "an act": ("putting-right/", "words", {"row": "open"}),
    "an offer": ("putting-right/offers/", "offer", {}),
    "ninety days": ("road/ninety-days/", "words", {"ends_on": SOON, "act": "share"}),
    "two lines": ("road/looking-back/", "grown", {"was": "far", "act": "share"}),
    "a choice": ("road/choice/", "share_words", {"road": "stay", "act": "share"}),
    "a line of the list": ("road/parting/", "corner", {}),
    "kind words": ("road/parting/words/", "words", {}),
}
PRIVATE: list[tuple[str, Sent]] = [
    ("small/not-ready/", {"behind": BLAMING, "look_again": SOON, "act": "keep"}),
    ("told/new/", {"facts": BLAMING, "act": "person"}),
    ("road/looking-back/", {"was": BLAMING, "grown": BLAMING, "act": "keep"}),
    ("road/choice/", {"road": "part", "why": BLAMING, "share_words": BLAMING, "act": "keep"}),
    ("new/", {"words": BLAMING, "until": SOON, "alone": "1"}),
]


def begin(couple: Couple) -> dict[str, UUID | str]:
    """Threads of both that Ana’s forms are about."""
    ana, ben = couple
    new, told, theirs, kept, mine = tell(ben, "Anew"), tell(ben, "Before"), promise(ben), promise(ana), tell(ana)
    say(ben, theirs, "kept")
    mend(ben, told)
    for thread in (new, told):
        ana.post(f"/promises/told/{thread}/door/", {"act": "open"})
    big = one_of_each(ben, "I will sell the boat", TODAY)["big"]
    return {"new": new, "told": told, "theirs": theirs, "kept": kept, "mine": mine, "big": big}


@pytest.mark.parametrize("what", FORMS)
def test_one_hint_or_the_way_to_help_and_the_second_press_sends(couple: Couple, what: str) -> None:
    ana, ben = couple
    of, (path, field, sent) = begin(couple), FORMS[what]
    before = board(ana)
    for words in (HARM, BLAMING):
        form = {**sent, field: words, "once": "once"}
        text = body(ana.post(f"/promises/{path.format(**of)}", form))
        assert text.count('id="hint"') == 1, words
        assert 'name="hinted" value="yes"' in text
        assert words in text
        assert ("Staying safe (new tab)" in text) is (words == HARM)
        assert "There is a problem" not in text
        assert board(ana) == before
    assert ana.post(f"/promises/{path.format(**of)}", {**form, field: HARM, "hinted": "yes"}).status_code == 302
    assert "hit me" not in page(ben, "/today/")


@pytest.mark.parametrize("form", PRIVATE)
def test_what_is_for_oneself_meets_none(couple: Couple, form: tuple[str, Sent]) -> None:
    ana, _ = couple
    assert ana.post(f"/promises/{form[0]}", {**form[1], "once": "once"}).status_code == 302


def test_a_form_that_is_gone_gives_its_words_back_without_a_hint(couple: Couple) -> None:
    """A hint with no form under it could never be pressed past."""
    ana, ben = couple
    told = tell(ben)
    mend(ben, told)
    ana.post(f"/promises/told/{told}/door/", {"act": "open"})
    ana.post(f"/promises/told/{told}/reply/", {"act": "helps", "attempt": "1"})
    late = body(ana.post(f"/promises/told/{told}/reply/", {"act": "time", "attempt": "1", "words": BLAMING}))
    assert BLAMING in late
    assert 'id="hint"' not in late


def test_whoever_asked_for_no_hints_gets_none_but_the_way_to_help(couple: Couple) -> None:
    ana, _ = couple
    ana.post("/me/settings/", {"zone": "Europe/London", "without_hints": "yes"})
    assert "Staying safe (new tab)" in body(ana.post("/promises/small/", {"words": HARM}))
    assert ana.post("/promises/small/", {"words": BLAMING}).status_code == 302
