"""A line through its pages: suggested, put in other words, agreed, looked at again, stopped."""

from datetime import date, timedelta

import time_machine

from glasswork.agreements.terms import Stand
from glasswork.agreements.tests.make import (
    NOON,
    WORDS,
    Couple,
    agree,
    in_force,
    page,
    problems,
    reword,
    suggest,
    the_line,
    the_lines,
)
from glasswork.spaces.record import Finding, check_record
from tests.cast import Actor, close_space


def test_a_suggestion_stands_with_its_authors_yes_and_is_not_in_force(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    assert the_line(ben, line).stand is Stand.TALKED
    text = page(ben.get(f"/lines/{line}/"))
    assert "Being talked about" in text
    assert WORDS["text"] in text
    assert "Suggested" in page(ben.get("/lines/"))


def test_it_is_in_force_once_both_have_said_yes(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    wording = the_line(ben, line).open[0].id
    assert "Is this your own yes?" in page(ben.get(f"/lines/{line}/agreement/?wording={wording}"))
    agree(ben, line)
    for actor in couple:
        assert the_line(actor, line).look_again_on == date(2026, 12, 19)
        assert "In force" in page(actor.get(f"/lines/{line}/"))
    assert check_record(ana.private, ana.shared).finding is Finding.WHOLE


def test_one_person_alone_never_puts_it_in_force(couple: Couple) -> None:
    ana, _ = couple
    line = suggest(ana)
    own = the_line(ana, line).open[0].id
    ana.post(f"/lines/{line}/agreement/", {"wording": str(own), "act": "yes"})
    reword(ana, line, "I will tell you when I work late, by message.")
    agree(ana, line, to=ana)
    assert the_line(ana, line).in_force is None


def test_both_wordings_stand_side_by_side_until_both_agree(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    reword(ben, line, "I will tell you by six when I work late.")
    for actor in couple:
        text = page(actor.get(f"/lines/{line}/"))
        assert WORDS["text"] in text
        assert "by six" in text
    agree(ana, line)
    found = the_line(ben, line)
    assert found.in_force
    assert found.in_force.words
    assert "by six" in found.in_force.words.text
    assert "How it came about" in page(ben.get(f"/lines/{line}/"))


def test_agreed_words_stay_in_force_while_others_are_talked_about(couple: Couple) -> None:
    ana, ben = couple
    line = in_force(couple)
    reword(ana, line, "I will tell you before I work past seven.")
    found = the_line(ben, line)
    assert found.in_force
    assert found.in_force.words
    assert found.in_force.words.text == WORDS["text"]
    assert len(found.open) == 1
    agree(ben, line)
    again = the_line(ben, line)
    assert again.in_force
    assert again.in_force.words
    assert "past seven" in again.in_force.words.text
    assert len(again.versions) == 2


def test_either_stops_it_at_once_and_both_see_it(couple: Couple) -> None:
    ana, ben = couple
    for stopper in couple:
        line = in_force(couple, text=f"I will ring {stopper.name} from the train.")
        stopper.post(f"/lines/{line}/stop/")
        assert the_line(ana, line).stand is Stand.STOPPED
        assert "You stopped this line" in page(stopper.get(f"/lines/{line}/")).replace("\u2068", "")
        other = ben if stopper is ana else ana
        assert f"{stopper.name}\u2069 stopped this line" in page(other.get(f"/lines/{line}/"))
        agree(other, line)
        assert the_line(ana, line).stand is Stand.STOPPED


def test_a_yes_to_older_words_is_not_taken(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    old = the_line(ben, line).open[0].id
    reword(ana, line, "I will tell you by noon when I work late.")
    answer = ben.post(f"/lines/{line}/agreement/", {"wording": str(old), "act": "yes"})
    assert problems(answer) == ["These words have changed since. Here are the newest ones."]


def test_the_same_yes_twice_counts_once(couple: Couple) -> None:
    _, ben = couple
    line = in_force(couple)
    wording = the_line(ben, line).in_force
    assert wording
    before = ben.shared.sequence
    again = ben.post(f"/lines/{line}/agreement/", {"wording": str(wording.id), "act": "yes"})
    assert again.status_code == 302
    assert ben.shared.sequence == before


def test_the_same_form_twice_is_one_line(couple: Couple) -> None:
    ana, _ = couple
    for _ in range(2):
        ana.post("/lines/new/", {**WORDS, "once": "the same"})
    assert len(the_lines(ana)) == 1


def test_not_today_and_somebody_pressing_leave_no_trace(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    wording, before = str(the_line(ben, line).open[0].id), page(ana.get(f"/lines/{line}/"))
    sequence = ana.shared.sequence
    for act in ("not-today", "pressed"):
        ben.post(f"/lines/{line}/agreement/", {"wording": wording, "act": act})
    said = page(ben.post(f"/lines/{line}/agreement/", {"wording": wording, "act": "pressed"}))
    assert "Nothing was sent" in said
    assert ana.shared.sequence == sequence
    assert len(page(ana.get(f"/lines/{line}/"))) == len(before)


def test_words_can_be_taken_back_until_they_are_agreed(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    ana.post(f"/lines/{line}/withdrawal/")
    assert the_line(ben, line).stand is Stand.TAKEN_BACK
    assert WORDS["text"] not in page(ben.get(f"/lines/{line}/"))
    agree(ben, line)
    assert the_line(ben, line).in_force is None
    kept = in_force(couple)
    ana.post(f"/lines/{kept}/withdrawal/")
    assert WORDS["text"] in page(ben.get(f"/lines/{kept}/"))


def test_what_happened_and_what_was_needed_stay_private(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana, happened="The light was on at two.", need="To sleep.")
    assert "The light was on" in page(ana.get(f"/lines/{line}/"))
    text = page(ben.get(f"/lines/{line}/"))
    assert "The light was on" not in text
    assert "To sleep." not in text
    shared = suggest(ana, text="I will be in bed by eleven.", need="To sleep.", share_need="yes")
    assert "To sleep." in page(ben.get(f"/lines/{shared}/"))


def test_put_out_of_sight_only_for_oneself(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    before = page(ana.get("/lines/"))
    ben.post(f"/lines/{line}/aside/", {"act": "away"})
    assert "Put away, only by you" in page(ben.get("/lines/"))
    assert page(ana.get("/lines/")) == before
    ben.post(f"/lines/{line}/aside/", {"act": "back"})
    assert "Put away" not in page(ben.get("/lines/"))


def test_lets_talk_is_said_to_both(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    wording = str(the_line(ben, line).open[0].id)
    for _ in range(2):
        ben.post(f"/lines/{line}/talk/", {"wording": wording})
    assert "would like to talk about it" in page(ana.get(f"/lines/{line}/"))


def test_the_printed_list_holds_what_is_in_force(couple: Couple) -> None:
    ana, _ = couple
    in_force(couple)
    suggest(ana, text="I will leave my phone in the hall.")
    text = page(ana.get("/lines/paper/"))
    assert WORDS["text"] in text
    assert "in the hall" not in text


def test_looking_again_opens_when_both_words_are_in(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    line = in_force(couple)
    clock.move_to(NOON + timedelta(days=31))
    for actor in couple:
        actor.sign_in()
    assert "Time to look again" in page(ana.get("/lines/"))
    ana.post(f"/lines/{line}/review/", {"word": "keep", "look_again_on": "2027-01-19", "words": "It helped me."})
    assert "It helped me." in page(ana.get(f"/lines/{line}/review/"))
    assert "It helped me." not in page(ben.get(f"/lines/{line}/review/"))
    assert the_line(ben, line).look_again_on == date(2026, 12, 19), "one word alone prolongs nothing"
    ben.post(f"/lines/{line}/review/", {"word": "keep", "look_again_on": "2027-01-05"})
    assert the_line(ben, line).look_again_on == date(2027, 1, 5)
    assert "It helped me." in page(ben.get(f"/lines/{line}/"))


def test_looking_again_can_drop_it(couple: Couple) -> None:
    ana, ben = couple
    line = in_force(couple)
    ana.post(f"/lines/{line}/review/", {"word": "drop", "look_again_on": "2026-12-30"})
    assert the_line(ben, line).stand is Stand.IN_FORCE
    ben.post(f"/lines/{line}/review/", {"word": "keep", "look_again_on": "2026-12-30"})
    found = the_line(ben, line)
    assert found.stand is Stand.STOPPED
    assert found.stopped_by == ana.account.id
    assert [review.said.word for review in found.reviews] == ["drop", "keep"]


def test_a_review_word_can_be_taken_back(couple: Couple) -> None:
    ana, ben = couple
    line = in_force(couple)
    ana.post(f"/lines/{line}/review/", {"word": "drop", "look_again_on": "2026-12-30"})
    ana.post(f"/lines/{line}/review/", {"act": "take-back"})
    ben.post(f"/lines/{line}/review/", {"word": "keep", "look_again_on": "2026-12-30"})
    assert the_line(ben, line).stand is Stand.IN_FORCE


def test_it_does_not_lapse(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, _ = couple
    line = in_force(couple)
    clock.move_to(NOON + timedelta(days=400))
    ana.sign_in()
    assert the_line(ana, line).stand is Stand.IN_FORCE
    assert "Time to look again" in page(ana.get("/lines/"))


def test_after_parting_all_is_readable_and_nothing_is_written(couple: Couple) -> None:
    ana, ben = couple
    line, talked = in_force(couple), suggest(ana, text="I will be home for supper.")
    close_space(ana.private, ana.shared)
    before = ben.spaces.former[-1].sequence
    for actor in couple:
        assert WORDS["text"] in page(actor.get("/lines/"))
        assert "Sharing has stopped" in page(actor.get(f"/lines/{line}/"))
        reword(actor, line, "I will shout less.")
        for act in ("stop", "talk", "aside"):
            actor.post(f"/lines/{line}/{act}/")
        actor.post(f"/lines/{line}/review/", {"word": "keep", "look_again_on": "2026-12-30"})
        agree(actor, talked)
        actor.post("/lines/new/", WORDS)
    assert ben.spaces.former[-1].sequence == before


def test_words_that_come_too_late_are_given_back(couple: Couple) -> None:
    ana, ben = couple
    line = in_force(couple)
    ana.post(f"/lines/{line}/stop/")
    text = page(reword(ben, line, "I will ring by six."))
    assert "I will ring by six." in text
    close_space(ana.private, ana.shared)
    assert "I will ring at seven." in page(ben.post("/lines/new/", {**WORDS, "text": "I will ring at seven."}))


def test_somebody_alone_has_lines_of_their_own(sam: Actor) -> None:
    assert sam.get("/lines/").headers["Location"] == "/lines/mine/"
    sam.post(
        "/lines/mine/", {"text": "I will leave when I am shouted at.", "firmness": "firm", "act_then": "I ring Jo."}
    )
    text = page(sam.get("/lines/mine/"))
    assert "I will leave when I am shouted at." in text
    assert "I ring Jo." in text
    path = text.split('href="/lines/mine/')[1].split('"')[0]
    assert path
    sam.post(f"/lines/mine/{path}", {"text": "I will go home by ten.", "firmness": "loose"})
    text = page(sam.get("/lines/mine/"))
    assert "I will go home by ten." in text
    assert "shouted at" not in text
    sam.post(f"/lines/mine/{path}", {"act": "drop"})
    assert "I will go home by ten." not in page(sam.get("/lines/mine/"))


def test_own_lines_are_nobody_elses(couple: Couple) -> None:
    ana, ben = couple
    before = page(ben.get("/lines/"))
    ana.post("/lines/mine/", {"text": "I will keep Thursdays for choir."})
    assert page(ben.get("/lines/")) == before
    assert "Thursdays" not in page(ben.get("/lines/mine/"))


def test_a_list_asks_little_of_the_database(couple: Couple, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    ana, _ = couple
    in_force(couple)
    page(ana.get("/lines/"))
    with django_assert_max_num_queries(7):
        page(ana.get("/lines/"))
