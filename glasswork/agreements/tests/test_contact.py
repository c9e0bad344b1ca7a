"""What each states about contact themselves; nothing is shown that was not stated, and nobody else can state it."""

import pytest

from glasswork.agreements.forms import TOO_LONG
from glasswork.agreements.open_forms import FUTURE_DAY, NO_STATE, ODD_DAY
from glasswork.agreements.tests.make import TODAY, Couple, agree, page, problems, suggest, the_line
from tests.cast import Actor, close_space
from tests.test_one_sided import without_tokens

ENDED = {"state": "ended", "on": "2026-11-17", "blocked": "The number, and both accounts.", "chance": "I walk on."}


def test_nothing_is_shown_before_it_is_stated(couple: Couple) -> None:
    for actor in couple:
        text = page(actor.get("/contact/"))
        assert "Nothing has been said here." in text
        assert "ended" not in text


def test_it_is_shown_in_its_authors_words_with_both_days(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/contact/new/", ENDED)
    text = page(ben.get("/contact/"))
    assert "the contact\u2069 ended on Tuesday 17 November" in text
    assert "Said on Thursday 19 November" in text
    assert "The number, and both accounts." in text
    assert "Stated by you" in page(ana.get("/contact/"))


def test_the_other_can_only_speak_for_themself(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/contact/new/", {**ENDED, "state": "limited"})
    ben.post("/contact/new/", ENDED)
    for actor in couple:
        text = page(actor.get("/contact/"))
        assert "can’t be nothing" in text
        assert text.count("ended on") == 1


def test_what_is_no_longer_so_is_said_and_the_earlier_stays(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/contact/new/", ENDED)
    ana.post("/contact/new/", {"state": "not-so", "on": TODAY})
    text = page(ben.get("/contact/"))
    assert "is no longer so" in text
    assert "What was said before" in text
    assert "ended on" not in text


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"state": ""}, NO_STATE),
        ({"state": "perhaps"}, NO_STATE),
        ({"on": "2026-11-20"}, FUTURE_DAY),
        ({"on": "x"}, ODD_DAY),
        ({"blocked": "x" * 2001}, TOO_LONG),
    ],
)
def test_what_cannot_be_stated_comes_back(couple: Couple, sent: dict[str, str], sentence: str) -> None:
    ana, ben = couple
    answer = ana.post("/contact/new/", {**ENDED, "chance": "I nod.", **sent})
    assert problems(answer) == [sentence]
    assert "I nod." in page(answer)
    assert "Nothing has been said here." in page(ben.get("/contact/"))


def test_a_second_press_states_it_once(couple: Couple) -> None:
    ana, _ = couple
    for _ in range(2):
        ana.post("/contact/new/", {**ENDED, "once": "one"})
    assert "What was said before" not in page(ana.get("/contact/"))


def test_a_closing_message_is_a_draft_for_oneself(couple: Couple, sam: Actor) -> None:
    ana, ben = couple
    before = without_tokens(page(ben.get("/contact/")))
    for actor in (ana, sam):
        actor.post("/contact/closing/", {"closing": "Please don’t write again."})
        assert "Please don’t write again." in page(actor.get("/contact/"))
    assert without_tokens(page(ben.get("/contact/"))) == before


def test_a_plan_for_when_they_get_in_touch_needs_both(couple: Couple) -> None:
    ana, ben = couple
    how = {"told": "writing", "answered": "days"}
    plan = suggest(ana, sort="re-contact", text="If they write, I show it to you.", if_crossed="A talk.", **how)
    text = page(ben.get("/contact/")) + page(ben.get(f"/lines/{plan}/"))
    assert all(words in text for words in ("I show it to you", "In writing, here", "Within two days", "A talk."))
    again = page(ben.get(f"/lines/{plan}/words/"))
    assert 'value="writing" checked' in again
    assert 'value="days" checked' in again
    assert "I show it to you" not in page(ben.get("/lines/"))
    agree(ben, plan)
    assert the_line(ana, plan).in_force


def test_after_parting_it_stays_readable(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/contact/new/", ENDED)
    close_space(ana.private, ana.shared)
    for actor in couple:
        assert "ended on Tuesday 17 November" in page(actor.get("/contact/"))
        answer = actor.post("/contact/new/", {**ENDED, "chance": "I wave."})
        assert "I wave." in page(answer)
    assert "I wave." not in page(ben.get("/contact/"))


def test_somebody_alone_is_asked_about_nobody(sam: Actor) -> None:
    assert "Your partner" not in page(sam.get("/contact/"))
    assert sam.get("/contact/new/").status_code == 302
