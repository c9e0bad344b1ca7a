"""Words for the other meet the writing helper once, for their writer alone; a second press sends them as they are."""

import pytest

from glasswork.agreements.tests.make import IN_A_MONTH, WORDS, Couple, in_force, page, problems
from glasswork.agreements.tests.test_openness import OFFER, PLANS, shared
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received

BLAMING, HARM = "You never listen to me.", "You hit me last night and I am scared of you."
Sent = dict[str, str]
FORMS: dict[str, tuple[str, str, Sent]] = {
    "a line": ("/lines/new/", "text", WORDS),
    "if it is crossed": ("/lines/new/", "if_crossed", WORDS),
    "a need that is shared": ("/lines/new/", "need", {**WORDS, "share_need": "yes"}),
    "other words": ("/lines/{line}/words/", "text", WORDS),
    "a word in a review": ("/lines/{line}/review/", "words", {"word": "keep", "look_again_on": IN_A_MONTH}),
    "contact": ("/contact/new/", "chance", {"state": "ended", "on": "2026-11-10"}),
    "an offer": (PLANS, "purpose", OFFER),
    "something shown": (f"{PLANS}shown/", "shown_plans", {}),
    "a request": ("/openness/requests/money/", "words", {}),
}
PAGES = ["/today/", "/lines/", "/contact/", "/openness/", "/record/", "/lines/{line}/", "/lines/{line}/review/"]


def what_ben_receives(ben: Actor, line: str) -> list[Received]:
    return [received(ben, "get", path.format(line=line)) for path in PAGES]


@pytest.mark.parametrize("what", FORMS)
def test_one_hint_or_the_way_to_help_and_the_second_press_sends(couple: Couple, what: str) -> None:
    ana, ben = couple
    shared(couple)
    line, (path, field, sent) = in_force(couple), FORMS[what]
    with undone():
        before = what_ben_receives(ben, line)
    for words in (HARM, BLAMING):
        form = {**sent, field: words, "once": "once", "space": str(ana.shared.id)}
        answer = ana.post(path.format(line=line), form)
        text = page(answer)
        assert text.count('id="hint"') == 1, words
        assert words in text
        assert ("Staying safe (new tab)" in text) is (words == HARM)
        assert problems(answer) == []
    with undone():
        assert what_ben_receives(ben, line) == before
    assert ana.post(path.format(line=line), {**form, field: HARM, "hinted": "yes"}).status_code == 302


def test_what_is_for_oneself_meets_none(couple: Couple) -> None:
    ana, _ = couple
    sent = {**WORDS, "happened": BLAMING, "need": BLAMING, "once": "once", "space": str(ana.shared.id)}
    assert ana.post("/lines/new/", sent).status_code == 302
    assert ana.post("/lines/mine/", {"text": BLAMING, "once": "own"}).status_code == 302
