"""E, S11: for whoever isn’t safe, steps for two rest. Their own things stay open; the other sees a quiet week."""

from uuid import UUID

import pytest

from glasswork.promises.tests.make import TODAY, board, body, mend, page, promise, say, tell
from glasswork.promises.tests.test_one_sided import SOON, what_ben_receives
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor, undone

Couple = tuple[Actor, Actor]
WORDS = "a heron over the weir"
TOWARDS: dict[str, tuple[str, dict[str, str]]] = {
    "a promise": ("new/", {"words": WORDS, "until": SOON}),
    "a word": ("{promise}/word/", {"act": "yes", "pane": "1", "words": WORDS}),
    "an ask": ("small/", {"words": WORDS}),
    "a small thing": ("small/{ask}/done/", {}),
    "an answer": ("told/{told}/answer/", {"act": "question", "words": WORDS}),
    "a reply": ("told/{told}/reply/", {"act": "helps", "attempt": "1", "words": WORDS}),
    "a seam": ("told/{told}/mended/", {}),
    "telling": ("told/new/", {"about": "else", "facts": WORDS, "act": "send"}),
    "a big thing": ("big/new/", {"words": WORDS, "cost": WORDS, "by": SOON}),
    "an act": ("putting-right/", {"row": "open", "words": WORDS}),
    "an offer": ("putting-right/offers/", {"offer": WORDS}),
    "ninety days": ("road/ninety-days/", {"words": WORDS, "ends_on": SOON}),
    "a choice": ("road/choice/", {"road": "part", "share_words": WORDS, "act": "share"}),
    "two lines": ("road/looking-back/", {"grown": WORDS, "act": "share"}),
    "a line of the list": ("road/parting/", {"corner": WORDS}),
    "last words": ("road/parting/words/", {"words": WORDS}),
    "not ready, and told": ("small/not-ready/", {"say_it": WORDS, "look_again": SOON, "act": "tell"}),
}
OWN: dict[str, tuple[str, dict[str, str]]] = {
    "a promise": ("new/", {"words": WORDS, "until": SOON, "alone": "1"}),
    "ninety days": ("road/ninety-days/", {"words": WORDS, "ends_on": SOON, "alone": "1"}),
    "a choice": ("road/choice/", {"road": "part", "why": WORDS, "act": "keep"}),
    "a look back": ("road/looking-back/", {"was": WORDS, "act": "keep"}),
    "a list": ("road/parting/", {"corner": WORDS, "alone": "1"}),
    "not ready": ("small/not-ready/", {"behind": WORDS, "look_again": SOON, "act": "keep"}),
    "an open door": ("told/{told}/door/", {"act": "open"}),
    "said in person": ("told/new/", {"about": "else", "facts": WORDS, "act": "person"}),
    "what waited": ("road/ninety-days/waiting/", {"act": "back"}),
}
READ = ("", "before/", "small/", "big/", "putting-right/", "road/", "road/parting/", "{promise}/", "told/{told}/")


def rest(actor: Actor) -> None:
    keep_answer(actor.spaces, make_answer("no", None), once="rest")


def begin(couple: Couple) -> dict[str, UUID]:
    """Something of each sort that Ana could answer."""
    ben = couple[1]
    kept, told = promise(ben), tell(ben)
    say(ben, kept, "kept")
    mend(ben, told)
    ben.post("/promises/small/", {"words": "Coffee on Sunday"})
    return {"promise": kept, "told": told, "ask": board(ben).asks[-1]}


def send(actor: Actor, of: dict[str, UUID], act: tuple[str, dict[str, str]]) -> str:
    answer = actor.post(f"/promises/{act[0].format(**of)}", act[1])
    return body(answer) if answer.status_code == 200 else ""


@pytest.mark.parametrize("what", TOWARDS)
def test_a_step_for_two_waits_and_its_words_are_not_lost(couple: Couple, what: str) -> None:
    ana, of = couple[0], begin(couple)
    rest(ana)
    before = len(read_entries(Want(ana.shared, tags=("promises", "small", "right", "telling", "roads"))))
    text = send(ana, of, TOWARDS[what])
    assert "This one is resting" in text
    assert WORDS in text or WORDS not in TOWARDS[what][1].values()
    assert len(read_entries(Want(ana.shared, tags=("promises", "small", "right", "telling", "roads")))) == before


@pytest.mark.parametrize("what", OWN)
def test_what_is_for_oneself_stays_open(couple: Couple, what: str) -> None:
    ana, of = couple[0], begin(couple)
    rest(ana)
    path, fields = OWN[what]
    assert ana.post(f"/promises/{path.format(**of)}", fields).status_code == 302


def test_reading_stays_open_and_holds_out_no_step_for_two(couple: Couple) -> None:
    ana, of = couple[0], begin(couple)
    ana.post(f"/promises/told/{of['told']}/door/", {"act": "open"})
    rest(ana)
    pages = {path: page(ana, f"/promises/{path.format(**of)}") for path in READ}
    assert "I’ll tell you before I work late" in pages[""]
    assert "At the station" in pages["told/{told}/"]
    for path in (
        "/word/",
        "/answer/",
        "/reply/",
        "/mended/",
        "/done/",
        "/thanks/",
        "/landed/",
        "/offers/",
        "told/new/",
    ):
        assert not [name for name, text in pages.items() if path in text.partition("<main")[2]], path


def test_taking_back_and_ending_never_wait(couple: Couple) -> None:
    ana, _ = couple
    mine, told = promise(ana), tell(ana, WORDS)
    rest(ana)
    assert ana.post(f"/promises/{mine}/end/").status_code == 302
    assert ana.post(f"/promises/told/{told}/withdrawal/").status_code == 302
    assert "took words back" in page(ana, "/promises/before/")


def test_it_opens_again_with_another_answer(couple: Couple) -> None:
    ana, _ = couple
    rest(ana)
    keep_answer(ana.spaces, make_answer("yes", None), once="again")
    assert promise(ana, WORDS)


def test_to_the_other_it_is_a_quiet_week(couple: Couple) -> None:
    ana, ben = couple
    of = begin(couple)
    with undone():
        without = what_ben_receives(ben, of)
    with undone():
        rest(ana)
        for act in TOWARDS.values():
            send(ana, of, act)
        for act in OWN.values():
            send(ana, of, act)
        with_it = what_ben_receives(ben, of)
    assert without == with_it


def test_nothing_rests_for_somebody_alone(sam: Actor) -> None:
    rest(sam)
    sam.post("/promises/new/", {"words": WORDS, "until": str(TODAY)})
    assert WORDS in page(sam, "/promises/")
