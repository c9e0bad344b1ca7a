"""What is gently asked back before a question goes: asked before, intimate detail; and a hint before an answer."""

import pytest

from glasswork.questions.here import load_here
from glasswork.questions.kinds import Answer, Asked
from glasswork.questions.tests.make import Couple, all_of, ask, body, page, say, send

DETAIL = "What did you two do in bed?"


def test_asked_again_it_leads_to_the_earlier_answer_and_asks_fact_or_comfort(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    say(ben, question, "answer", words="Yes. Twice.")
    text = body(send(ana, "In May, did Jo know about my mother?", once="b"))
    assert "Do you need a fact, or comfort?" in text
    assert "Yes. Twice." in text
    assert len(all_of(ana, Asked)) == 1
    again = ask(ana, "In May, did Jo know about my mother?", again=str(question))
    assert "asked before" in page(ben, f"/questions/{again}/")
    assert all_of(ana, Asked)[-1].again_of == question


@pytest.mark.parametrize(("act", "state"), [("park", "visit"), ("keep", "keeps"), ("anyway", "")])
def test_intimate_detail_gets_a_kind_word_and_three_ways(couple: Couple, act: str, state: str) -> None:
    ana, ben = couple
    text = body(send(ana, DETAIL, sort="detail"))
    assert "Some people wait for therapy" in text
    assert DETAIL in text
    assert send(ana, DETAIL, sort="detail", act=act, detail="yes").status_code == 302
    assert [note.state for note in load_here(ana.spaces).desk.notes.values()] == ([state] if state else [])
    assert (DETAIL in page(ben)) is (act == "anyway")


def test_a_question_of_health_is_never_slowed_down(couple: Couple) -> None:
    ana, _ = couple
    assert send(ana, "Did you use protection when you slept together?").status_code == 302


def test_a_hint_comes_once_before_an_answer_and_then_lets_it_go(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    sent = {"words": "Yes, but you never listen to me."}
    text = body(say(ben, question, "answer", **sent))
    assert 'name="hinted"' in text
    assert sent["words"] in text
    assert all_of(ana, Answer) == []
    assert say(ben, question, "answer", hinted="yes", **sent).status_code == 302
    assert len(all_of(ana, Answer)) == 1


def test_what_was_done_well_is_said_right_after_and_to_its_writer_alone(couple: Couple) -> None:
    ana, ben = couple
    asked = "Could you tell me who knew on Sunday? I feel so alone."
    place = send(ana, asked, hinted="yes").headers["Location"]
    assert "You named when it was, a feeling and a request. Only you see this." in page(ana, place)
    question = next(iter(load_here(ana.spaces).ledger.standings))
    answered = say(ben, question, "answer", words="Nobody. I felt ashamed on Sunday, and I said nothing.", once="b")
    assert "You named when it was and a feeling." in page(ben, answered.headers["Location"])
    for actor in couple:
        assert "You named" not in page(actor)
        assert "You named" not in page(actor, f"/questions/{question}/")
    assert "You named" not in page(ana, f"/questions/{question}/?said")
