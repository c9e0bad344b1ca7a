"""A promise is made, kept, late, not kept, changed, and seen differently."""

from uuid import uuid4

import pytest
import time_machine

from glasswork.promises.forms import DAY_GONE, IN_WORDS, TOO_LONG_A_LINE
from glasswork.promises.kinds import Outcome, Promise, SeenDifferently, Word
from glasswork.promises.tests.make import DAY, TODAY, all_of, board, body, page, promise, say, word
from glasswork.promises.views.promise import SAY_WHAT, TOO_FAR
from glasswork.spaces.refused import MOVED_ON, STOPPED
from tests.cast import Actor, close_space

Couple = tuple[Actor, Actor]


def days_on(clock: time_machine.Traveller, actors: Couple, days: int) -> None:
    clock.shift(86_400 * days)
    for actor in actors:
        actor.sign_in()


def test_both_see_a_promise_and_its_giver_says_how_it_went(couple: Couple) -> None:
    ana, ben = couple
    thread = promise(ben)
    assert "From Ben" in page(ana, "/promises/")
    assert say(ben, thread, "kept", words="I rang at five").status_code == 302
    assert "I rang at five" in page(ana, f"/promises/{thread}/")
    assert "Ben says: kept" in page(ana, "/promises/")
    assert word(ana, thread, "yes", words="You did").status_code == 302
    assert "You did" in page(ben, f"/promises/{thread}/")
    assert "Ben says" not in page(ana, "/promises/")


@pytest.mark.parametrize(("what", "label"), [("kept", "kept"), ("late", "late, and said so"), ("not-kept", "not kept")])
def test_each_pane_has_its_word(couple: Couple, what: str, label: str) -> None:
    ana, ben = couple
    thread = promise(ben)
    say(ben, thread, what)
    assert f"</svg>{label}</li>" in page(ana, "/promises/")


def test_a_change_brings_its_new_words_and_what_it_was_stays(couple: Couple) -> None:
    ana, ben = couple
    thread = promise(ben, "I’ll ring at noon")
    until = str(TODAY + 5 * DAY)
    assert say(ben, thread, "changed", changed_to="I’ll ring at one", changed_until=until).status_code == 302
    text = page(ana, f"/promises/{thread}/")
    assert '<h1 dir="auto">“I’ll ring at one”</h1>' in text
    assert "I’ll ring at noon" in text


def test_different_views_stand_side_by_side_with_talk_or_park(couple: Couple) -> None:
    ana, ben = couple
    thread = promise(ben)
    say(ben, thread, "kept")
    word(ana, thread, "not-quite", words="It was after I asked")
    for actor in couple:
        assert "You two saw this differently" in page(actor, f"/promises/{thread}/")
        assert "Seen differently" in page(actor, f"/promises/{thread}/") or "seen differently" in page(
            actor, "/promises/"
        )
    assert ana.post(f"/promises/{thread}/choice/", {"act": "park", "pane": "1"}).status_code == 302
    assert ben.post(f"/promises/{thread}/choice/", {"act": "talk", "pane": "1"}).status_code == 302
    assert [choice.how for choice in all_of(ana, SeenDifferently)] == ["park", "talk"]


def test_the_last_five_panes_are_shown(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    thread = promise(ben)
    for pane in range(1, 8):
        assert say(ben, thread, "kept", pane, words=f"line {pane}").status_code == 302
        days_on(clock, couple, 1)
    text = page(ana, f"/promises/{thread}/")
    assert "line 7" in text
    assert "line 3" in text
    assert "line 2" not in text
    assert "line 2" in page(ana, "/promises/before/")


def test_nobody_says_for_the_other(couple: Couple) -> None:
    ana, ben = couple
    thread = promise(ben)
    say(ana, thread, "not-kept")
    ana.post(f"/promises/{thread}/end/")
    assert all_of(ana, Outcome) == []
    say(ben, thread, "kept")
    word(ben, thread, "yes")
    assert all_of(ana, Word) == []
    assert board(ben).promises[thread].closed_on is None


def test_one_pane_a_day_and_a_second_press_changes_nothing(couple: Couple) -> None:
    ana, ben = couple
    thread = promise(ben)
    assert say(ben, thread, "kept").status_code == 302
    assert say(ben, thread, "kept").status_code == 302
    assert len(all_of(ana, Outcome)) == 1


def test_words_from_another_tab_are_given_back(couple: Couple) -> None:
    _, ben = couple
    thread = promise(ben)
    say(ben, thread, "kept")
    text = body(say(ben, thread, "late", words="I wrote at ten past six"))
    assert MOVED_ON in text
    assert "I wrote at ten past six" in text


def test_the_same_form_twice_makes_one_promise(couple: Couple) -> None:
    ana, ben = couple
    promise(ben)
    fields = {"words": "I’ll tell you before I work late", "each_time": "yes", "until": str(TODAY + 30 * DAY)}
    assert ben.post("/promises/new/", {**fields, "once": fields["words"]}).status_code == 302
    assert len(all_of(ana, Promise)) == 1


def test_a_promise_for_once_comes_to_rest_with_its_answer(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    thread = promise(ben, "I’ll post the parcel by five", each_time="once")
    say(ben, thread, "kept")
    assert "I’ll post the parcel" in page(ana, "/promises/")
    days_on(clock, couple, 9)
    assert "I’ll post the parcel" not in page(ana, "/promises/")
    assert "I’ll post the parcel" in page(ana, f"/promises/{thread}/")
    assert word(ana, thread, "yes").status_code == 302
    assert len(all_of(ana, Word)) == 1


def test_a_promise_fades_when_nothing_more_is_said(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    thread = promise(ben, until=str(TODAY))
    assert "How did it go?" in page(ben, "/promises/")
    days_on(clock, couple, 15)
    assert "I’ll tell you" not in page(ana, "/promises/")
    assert "I’ll tell you" in page(ana, f"/promises/{thread}/")
    promise(ben, "a new one", until=str(TODAY + 20 * DAY))
    assert "I’ll tell you" in page(ana, f"/promises/{thread}/")


def test_at_most_five_are_open(couple: Couple) -> None:
    ana, ben = couple
    threads = [promise(ben, f"I’ll do thing {n}") for n in range(5)]
    fields = {"words": "and a sixth", "until": str(TODAY)}
    assert "and a sixth" in body(ben.post("/promises/new/", fields))
    assert len(all_of(ana, Promise)) == 5
    ben.post(f"/promises/{threads[0]}/end/")
    promise(ben, "and a sixth")
    promise(ana, "one of mine")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"words": ""}, SAY_WHAT),
        ({"words": "🌱💚"}, IN_WORDS),
        ({"words": "x" * 600}, TOO_LONG_A_LINE),
        ({"until": "2026-11-18"}, DAY_GONE),
        ({"until": "2027-11-18"}, TOO_FAR),
        ({"until": "tomorrow"}, "Choose a day"),
    ],
)
def test_what_is_wrong_comes_back_with_its_sentence(couple: Couple, fields: dict[str, str], sentence: str) -> None:
    _, ben = couple
    sent = {"words": "I’ll ring the plumber", "until": str(TODAY), **fields}
    text = body(ben.post("/promises/new/", sent))
    assert sentence in text
    assert sent["words"] in text
    assert board(ben).promises == {}


def test_a_very_long_word_stays_in_its_card(couple: Couple) -> None:
    ana, ben = couple
    promise(ben, "p" * 499)
    assert "p" * 499 in page(ana, "/promises/")


def test_when_the_partner_has_left_nothing_is_lost(couple: Couple) -> None:
    ana, ben = couple
    thread = promise(ben)
    say(ben, thread, "kept")
    close_space(ana.private, ana.shared)
    text = body(word(ana, thread, "not-quite", words="I waited until six"))
    assert STOPPED in text
    assert "I waited until six" in text
    assert "I’ll tell you" in page(ben, f"/promises/{thread}/")
    assert "Say so" not in page(ben, f"/promises/{thread}/")
    assert "I’ll tell you" in page(ben, "/promises/before/")


def test_a_draft_is_kept_while_somebody_types(couple: Couple) -> None:
    _, ben = couple
    assert ben.post("/promises/draft/promise/", {"words": "I’ll wat", "once": "a"}).status_code == 204
    assert "I’ll wat" in page(ben, "/promises/new/")
    promise(ben, "I’ll water the beans", once="a")
    ben.post("/promises/draft/promise/", {"words": "I’ll wat", "once": "a"})
    assert "I’ll wat<" not in page(ben, "/promises/new/")


def test_words_can_be_taken_back_and_that_shows(couple: Couple) -> None:
    ana, ben = couple
    thread = promise(ben)
    assert ben.post(f"/promises/{thread}/withdrawal/").status_code == 302
    assert "Taken back" in page(ana, f"/promises/{thread}/")
    assert "took words back" in page(ana, "/promises/before/")


def test_somebody_alone_promises_to_themself(sam: Actor) -> None:
    fields = {"words": "Bed by eleven", "each_time": "yes", "until": str(TODAY + DAY)}
    assert sam.post("/promises/new/", fields).status_code == 302
    text = page(sam, "/promises/")
    assert "Bed by eleven" in text
    assert "partner" not in text.lower()
    assert "To yourself" in text


def test_a_promise_to_myself_stays_with_me(couple: Couple) -> None:
    ana, ben = couple
    fields = {"words": "Bed by eleven", "each_time": "yes", "until": str(TODAY + DAY), "alone": "1"}
    assert ana.post("/promises/new/", fields).status_code == 302
    assert "Bed by eleven" in page(ana, "/promises/?alone=1")
    for path in ("/promises/", "/promises/before/", "/promises/?alone=1"):
        assert "Bed by eleven" not in page(ben, path)


def test_a_promise_that_never_was_is_not_there(couple: Couple) -> None:
    assert couple[0].get(f"/promises/{uuid4()}/").status_code == 404


def test_not_quite_again_and_again_is_damped_kindly(couple: Couple) -> None:
    ana, ben = couple
    for number in range(4):
        thread = promise(ben, f"I’ll do thing {number}")
        say(ben, thread, "kept")
        answer = word(ana, thread, "not-quite", words=f"no {number}")
    assert "A talk may help more" in body(answer)
    assert "no 3" in body(answer)
    assert len(all_of(ana, Word)) == 3
    assert word(ana, thread, "yes").status_code == 302


def test_a_line_about_how_it_went_is_kept_for_this_promise_alone(couple: Couple) -> None:
    _, ben = couple
    one, two = promise(ben), promise(ben, "Milk by eight")
    ben.post("/promises/draft/outcome/", {"words": "I was at the", "about": str(one), "once": "a"})
    assert "I was at the" in page(ben, f"/promises/{one}/")
    assert "I was at the" not in page(ben, f"/promises/{two}/")
    say(ben, one, "late", words="I was at the bus", once="a")
    ben.post("/promises/draft/outcome/", {"words": "I was at the", "about": str(one), "once": "a"})
    assert "I was at the</textarea>" not in page(ben, f"/promises/{one}/")
