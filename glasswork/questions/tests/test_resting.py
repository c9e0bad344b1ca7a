"""E, S11: for whoever isn’t safe, steps for two rest. Their own things stay open, and no word is lost."""

import pytest

from glasswork.questions.actions.comfort import read_words
from glasswork.questions.tests.make import TODAY, WORDS, Couple, ask, body, page, share_account
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.models import Entry

SAID = "a heron over the weir"
TOWARDS = {
    "new/": {"words": SAID, "sort": "fact", "how": "talk", "act": "send"},
    "{question}/answer/": {"words": SAID},
    "{question}/day/": {"by": str(TODAY)},
    "{question}/parking/": {"why": SAID, "look_again_on": "2026-12-01"},
    "{question}/later/": {"words": SAID},
    "{question}/word/": {"act": "thanks"},
    "account/": {"walls": SAID, "act": "share"},
    "account/scope/": {"size": "facts", "words": SAID, "act": "say"},
    "account/{account}/later/": {"words": SAID},
    "account/{account}/word/": {"act": "met"},
    "comfort/": {"act": "add", "words": SAID},
    "hour/": {"hour": "19", "act": "name"},
}
OWN = {
    "new/": {"words": SAID, "act": "keep"},
    "mine/": {"words": SAID},
    "account/": {"walls": SAID, "act": "keep"},
    "account/{account}/door/": {"act": "open"},
    "{question}/withdrawal/": {},
    "hour/": {"act": "end"},
}


def test_steps_for_two_rest_and_ones_own_stay_open(couple: Couple) -> None:
    ana, ben = couple
    of = {"question": ask(ben), "account": share_account(ben, ana)}
    ben.post("/questions/comfort/", {"act": "add", "words": "I’m here"})
    assert read_words(ben.shared)
    keep_answer(ana.spaces, make_answer("no", None), once="rest")
    before = Entry.objects.filter(space_id=ana.shared.id).count()
    for path, fields in TOWARDS.items():
        text = body(ana.post(f"/questions/{path.format(**of)}", fields))
        assert "This one is resting" in text, path
        assert SAID in text or SAID not in fields.values(), path
    for path, fields in OWN.items():
        assert ana.post(f"/questions/{path.format(**of)}", fields).status_code == 302, path
    assert Entry.objects.filter(space_id=ana.shared.id).count() == before
    assert WORDS in page(ana)
    for path in ("", f"{of['question']}/", "comfort/", "hour/"):
        text = page(ana, f"/questions/{path}").partition("<main")[2]
        for step in ("/answer/", "/day/", "/parking/", "questions/new/", 'value="add"', 'value="name"'):
            assert step not in text, (path, step)


@pytest.mark.parametrize("path", ["new/"])
def test_the_form_itself_rests(couple: Couple, path: str) -> None:
    ana, _ = couple
    keep_answer(ana.spaces, make_answer("no", None), once="rest")
    assert "This one is resting" in page(ana, f"/questions/{path}")
