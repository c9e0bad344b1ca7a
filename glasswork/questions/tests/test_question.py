"""A hard question is asked, answered, promised for a day, parked by both: never a silent no."""

from datetime import UTC, datetime, timedelta

import pytest

from glasswork.questions.forms import DAY_GONE, TAKEN_BACK, TOO_LONG_A_QUESTION
from glasswork.questions.kinds import Answer, Asked, Kindly, Later, Parking, ParkingWord, Promised, Thanks
from glasswork.questions.tests.make import (
    DAY,
    TODAY,
    WORDS,
    Clock,
    Couple,
    all_of,
    ask,
    body,
    later,
    page,
    park,
    say,
    send,
)
from glasswork.questions.views.asking import SAY_HOW, SAY_SORT, SAY_WORDS
from glasswork.questions.views.question import TOO_FAR, TOO_LONG_PARKED
from glasswork.spaces.refused import STOPPED
from tests.cast import close_space


def test_it_is_asked_answered_added_to_and_thanked_for(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana, change="I’d know if that was still ours")
    assert WORDS in page(ben)
    assert "still ours" not in page(ben, f"/questions/{question}/")
    assert "still ours" in page(ana, f"/questions/{question}/")
    assert say(ben, question, "answer", words="Yes. Twice, in May.").status_code == 302
    assert "Twice, in May" in page(ana, f"/questions/{question}/")
    assert say(ben, question, "later", words="Once in June as well.").status_code == 302
    assert "Added later, on Thursday 19 November" in page(ana, f"/questions/{question}/")
    for _ in range(2):
        assert say(ana, question, "word", act="thanks").status_code == 302
    assert "Thank you for answering" in page(ben, f"/questions/{question}/")
    assert [len(all_of(ana, kind)) for kind in (Asked, Answer, Later, Thanks)] == [1, 1, 1, 1]


def test_sent_twice_it_is_asked_once(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    assert ask(ana) == question
    for _ in range(2):
        assert say(ben, question, "answer", words="Yes.").status_code == 302
    assert "moved on" in body(say(ben, question, "answer", words="No, I mean."))
    assert [len(all_of(ana, kind)) for kind in (Asked, Answer)] == [1, 1]


def test_a_form_with_something_missing_comes_back_whole(couple: Couple) -> None:
    ana, _ = couple
    for sent, sentence in (
        ({"words": ""}, SAY_WORDS),
        ({"sort": ""}, SAY_SORT),
        ({"how": "shouted"}, SAY_HOW),
        ({"words": "why " * 20_000}, TOO_LONG_A_QUESTION),
    ):
        text = body(send(ana, change="it would help", **{"words": WORDS, **sent}))
        assert sentence in text
        assert "it would help" in text
    assert all_of(ana, Asked) == []


def test_a_day_within_a_week_may_be_named_and_then_asked_for_again_kindly(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    question = ask(ana)
    for day, sentence in (
        (TODAY + 8 * DAY, TOO_FAR),
        (TODAY - DAY, DAY_GONE),
        ("soon", "Choose a day, with its year."),
    ):
        assert sentence in body(say(ben, question, "day", by=str(day)))
    for _ in range(2):
        assert say(ben, question, "day", by=str(TODAY + DAY)).status_code == 302
    assert len(all_of(ana, Promised)) == 1
    assert "moved on" in body(say(ana, question, "word", act="kindly"))
    later(clock, datetime(2026, 11, 21, 12, tzinfo=UTC), ana, ben)
    text = page(ana, f"/questions/{question}/")
    assert "The day for an answer has come" in text
    assert not {"overdue", "missed", "failed"} & set(text.lower().split())
    assert "has come" not in page(ben, f"/questions/{question}/")
    assert say(ana, question, "word", act="kindly").status_code == 302
    assert "asks again, kindly" in page(ben, f"/questions/{question}/")
    assert len(all_of(ana, Kindly)) == 1


def test_parking_takes_both_and_comes_back_on_its_day(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    question = ask(ana)
    assert TOO_LONG_PARKED in body(park(ben, question, days=60))
    for _ in range(2):
        assert park(ben, question).status_code == 302
    assert len(all_of(ana, Parking)) == 1
    assert "moved on" in body(say(ben, question, "parking", act="yes"))
    assert "would like to park it" in page(ana)
    assert say(ana, question, "parking", act="yes").status_code == 302
    assert "Parked until" in page(ben)
    assert "moved on" in body(say(ana, question, "parking", act="no"))
    assert [word.is_yes for word in all_of(ana, ParkingWord)] == [True]
    later(clock, datetime(2026, 12, 3, 12, tzinfo=UTC), ana, ben)
    for actor in couple:
        assert "You two parked this until Thursday 3 December" in page(actor, f"/questions/{question}/")
        assert "A question you both parked is back" in page(actor, "/today/")
    assert say(ben, question, "answer", words="It was small.").status_code == 302
    assert "parked is back" not in page(ana, "/today/")


def test_nobody_alone_moves_the_day_of_what_both_parked(couple: Couple, clock: Clock) -> None:
    """Not by naming a day, asking for a later one, answering into it, or taking back what was asked for."""
    ana, ben = couple
    question = ask(ana)
    park(ben, question)
    say(ana, question, "parking", act="yes")
    for what, sent in {
        "day": {"by": str(TODAY + DAY)},
        "parking": {"why": "longer", "look_again_on": str(TODAY + 30 * DAY), "hinted": "yes"},
        "answer": {"words": "Yes. Twice."},
    }.items():
        assert "moved on" in body(say(ben, question, what, **sent)), what
    assert "Parked until" in page(ana)
    assert say(ben, question, "withdrawal").status_code == 302
    assert "Waits for an answer" in page(ana)
    assert "Ana has asked you something" in page(ben, "/today/")


def test_a_question_that_many_newer_rows_cover_stays_in_sight(couple: Couple, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, ben = couple
    ask(ana)
    monkeypatch.setattr("glasswork.questions.views.front.NEWEST", 1)
    ask(ben, "What was it to you, and what am I?")
    assert WORDS in page(ben)
    assert "Waits for an answer" in page(ana)


def test_said_aloud_is_reopened_where_nobody_said_it(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    assert say(ben, question, "answer", act="spoken").status_code == 302
    assert say(ana, question, "word", act="kindly").status_code == 302
    assert "Waits for an answer" in page(ana)
    assert "asks again, kindly" in page(ben, f"/questions/{question}/")
    say(ben, question, "answer", words="Yes. Twice.")
    assert "moved on" in body(say(ana, question, "word", act="kindly"))


def test_a_no_leaves_it_open_and_its_asker_may_take_it_out_again(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    park(ben, question)
    say(ana, question, "parking", act="no")
    assert "Answer it, name a day, or ask to park it" in page(ben)
    park(ana, question, why="Too heavy tonight")
    say(ben, question, "parking", act="yes")
    assert say(ben, question, "word", act="out").status_code == 200
    assert say(ana, question, "word", act="out").status_code == 302
    assert "Waits for an answer" in page(ana)


@pytest.mark.parametrize(("words", "more"), [("Are you still texting them?", {}), (WORDS, {"soon": "health"})])
def test_some_facts_are_never_parked(couple: Couple, words: str, more: dict[str, str]) -> None:
    ana, ben = couple
    question = ask(ana, words, **more)
    text = page(ben, f"/questions/{question}/")
    assert "so it can’t be parked" in text
    assert "/parking/" not in text
    assert "can’t be parked" in body(park(ben, question))
    assert all_of(ana, Parking) == []


def test_taken_back_it_needs_no_answer_and_the_words_of_the_answer_are_kept(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    assert say(ana, question, "withdrawal").status_code == 302
    for actor in couple:
        assert WORDS not in page(actor, f"/questions/{question}/")
    text = body(say(ben, question, "answer", words="Yes. Twice."))
    assert TAKEN_BACK in text
    assert "Yes. Twice." in text
    assert all_of(ana, Answer) == []


def test_an_answer_taken_back_leaves_the_question_open(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    say(ben, question, "answer", words="Yes. Twice.")
    assert say(ben, question, "withdrawal").status_code == 302
    assert "Waits for an answer" in page(ana)
    assert say(ben, question, "answer", words="Three times.").status_code == 302
    assert "Three times." in page(ana, f"/questions/{question}/")


def test_ten_waiting_are_enough_and_the_next_is_a_draft(couple: Couple) -> None:
    ana, ben = couple
    names = "Jo Kim Lee Max Noa Pat Rae Sam Tom Uma Val".split()
    for name in names[:10]:
        ask(ana, f"Did {name} {name}ish know {name}land?")
    answer = send(ana, f"Did {names[10]} Valish know Valland?")
    assert answer.headers["Location"] == "/questions/mine/?many"
    assert "kept here as a draft" in page(ana, "/questions/mine/?many")
    assert len(all_of(ana, Asked)) == 10
    text = page(ben)
    assert text.index("Did Jo Joish") < text.index("More, for another sitting") < text.index("Did Max Maxish")


def test_taking_back_makes_no_room_for_asking_on_and_on(couple: Couple, clock: Clock) -> None:
    """Ten a day reach the other at most; what was taken back before anybody had it counts for nothing."""
    ana, ben = couple
    for word in "apples boats candles dogs eagles flutes grapes horses inks jars".split():
        say(ana, ask(ana, f"Why the {word}?"), "withdrawal")
    assert send(ana, "Why the kites?").headers["Location"] == "/questions/mine/?many"
    assert page(ben).count("Why the") == 0
    assert len(all_of(ana, Asked)) == 0
    later(clock, datetime(2026, 11, 20, 12, tzinfo=UTC), *couple)
    assert send(ana, "Why the lamps?").headers["Location"] == "/questions/mine/?many"
    later(clock, datetime(2026, 11, 20, 14, 30, tzinfo=UTC), *couple)
    ask(ana, "Why the maps?")
    assert "Why the maps?" in page(ben)


def test_when_sharing_has_stopped_nothing_is_sent_and_nothing_is_lost(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    close_space(ana.private, ana.shared)
    assert send(ana, "And Kim?").headers["Location"] == "/questions/mine/"
    text = body(say(ben, question, "answer", words="Yes. Twice."))
    assert STOPPED in text
    assert "Yes. Twice." in text
    assert WORDS in page(ben, f"/questions/{question}/")
    assert say(ana, question, "withdrawal").status_code == 302
    assert WORDS not in page(ben, f"/questions/{question}/")


def test_a_clock_set_back_hides_nothing_that_was_said(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    question = ask(ana)
    say(ben, question, "day", by=str(TODAY + DAY))
    later(clock, datetime(2026, 11, 19, 14, tzinfo=UTC) - timedelta(hours=2), ana, ben)
    assert WORDS in page(ana)
    assert page(ana, f"/questions/{question}/")
    assert say(ana, question, "withdrawal").status_code == 302


def test_today_holds_out_a_question_after_the_check_in_and_then_its_answer(couple: Couple) -> None:
    ana, ben = couple
    question = ask(ana)
    assert "Ana has asked you something." in page(ben, "/today/")
    for actor in couple:
        actor.post("/today/put-off/", {"step": "check-in", "how": "not-today"})
    assert f'href="/questions/{question}/"' in page(ben, "/today/")
    assert "You choose when you open it" in page(ben, "/today/")
    say(ben, question, "answer", words="Yes. Twice.")
    assert "There is an answer to read" in page(ana, "/today/")
    assert "Twice" not in page(ana, "/today/")
    ana.post("/today/put-off/", {"step": "answer", "how": "not-today"})
    assert "Ben answered a question of yours" in page(ana, "/today/")
    say(ana, question, "word", act="thanks")
    assert "answered a question" not in page(ana, "/today/")
