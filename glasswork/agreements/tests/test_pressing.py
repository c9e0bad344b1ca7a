"""Somebody who presses: at night, in a pause, with old pages, with floods, and past the guard. All of it is damped."""

from datetime import timedelta

import pytest
import time_machine

from glasswork.agreements import actions
from glasswork.agreements.caught import REST
from glasswork.agreements.damping import ENOUGH_ASKED, ENOUGH_STATED, ENOUGH_TAKEN_BACK, LATE
from glasswork.agreements.openness import OTHER_TERMS
from glasswork.agreements.tests.make import (
    IN_A_MONTH,
    NOON,
    TODAY,
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
from glasswork.agreements.tests.test_alike import lived, never
from glasswork.agreements.tests.test_openness import OFFER, PLANS, offer, shared
from glasswork.agreements.waiting import APART, RESTING
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.refused import STOPPED
from glasswork.talks.taking_space import take_space
from tests.cast import Actor

DEMAND = "You may not see your friends."
KEEP = {"word": "keep", "look_again_on": IN_A_MONTH}
STATED = {"state": "ended", "on": TODAY}
TOWARDS: dict[str, tuple[str, dict[str, str]]] = {
    "what lies behind a line": ("/lines/new/", {**WORDS, "share_need": "yes", "need": "{}"}),
    "what follows a line": ("/lines/new/", {**WORDS, "if_crossed": "{}"}),
    "a map of who knows": ("/lines/new/", {**WORDS, "sort": "who-knows", "text": "{}"}),
    "a word of a review": ("/lines/{line}/review/", {**KEEP, "words": "{}"}),
    "a statement": ("/contact/new/", {**STATED, "chance": "{}"}),
    "an offer": (PLANS, {**OFFER, "covers": "my plans. {}"}),
    "what is shown": (f"{PLANS}shown/", {"shown_plans": "{}"}),
    "a request": ("/openness/requests/money/", {"words": "{}"}),
    "other words": ("/lines/{line}/words/", {**WORDS, "text": "{}"}),
}


def rest(actor: Actor) -> None:
    """They answered that they are not safe."""
    keep_answer(actor.spaces, make_answer("no", None), once="rest")


def send(actor: Actor, line: str, what: str, words: str):  # type: ignore[no-untyped-def]
    path, fields = TOWARDS[what]
    return actor.post(path.format(line=line), {name: text.format(words) for name, text in fields.items()})


@pytest.mark.parametrize("what", TOWARDS)
def test_no_way_leads_past_the_guard_or_past_rest(couple: Couple, what: str) -> None:
    ana, _ = couple
    line = in_force(couple)
    shared(couple)
    before = Entry.objects.filter(space=ana.shared.id).count()
    answer = send(ana, line, what, DEMAND)
    assert REST in page(answer)
    assert "This can turn into control" in page(answer)
    assert DEMAND in page(answer)
    rest(ana)
    assert RESTING in page(send(ana, line, what, "On Tuesdays I worry."))
    assert Entry.objects.filter(space=ana.shared.id).count() == before


def test_to_the_other_a_resting_week_is_a_quiet_week(couple: Couple) -> None:
    line = in_force(couple)
    shared(couple)

    def pressed(ana: Actor, _: Actor) -> None:
        rest(ana)
        for what in TOWARDS:
            send(ana, line, what, "On Tuesdays I worry.")
        ana.post("/lines/cards/", {"card_1": "over"})
        ana.post(f"/lines/{line}/talk/", {"wording": str(the_line(ana, line).in_force.id)})  # type: ignore[union-attr]

    assert lived(couple, pressed) == lived(couple, never)


def test_whoever_reads_a_demand_is_told_wherever_it_stands(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    sent = {**WORDS, "if_crossed": DEMAND}
    ana.post("/lines/new/", sent)
    clock.move_to(NOON + timedelta(days=1, minutes=1))
    for actor in couple:
        actor.sign_in()
    line = suggest(ana, if_crossed=DEMAND)
    assert "You can say no to this" in page(ben.get(f"/lines/{line}/"))
    assert "You can say no to this" not in page(ana.get(f"/lines/{line}/"))


def test_a_yes_on_an_old_page_is_no_yes_to_other_terms(couple: Couple) -> None:
    ana, ben = couple
    offer(ana)
    read = page(ben.get(f"{PLANS}welcome/")).split('name="wording" value="')[1].split('"')[0]
    offer(ana, covers="tell you all I do all day")
    answer = page(ben.post(f"{PLANS}welcome/", {"act": "yes", "wording": read}))
    assert OTHER_TERMS in answer
    assert "tell you all I do all day" in answer
    assert "Offered until" in page(ana.get("/openness/"))


def test_a_word_on_an_old_page_is_no_word_on_other_words(couple: Couple) -> None:
    ana, ben = couple
    line = in_force(couple)
    old = str(the_line(ana, line).in_force.id)  # type: ignore[union-attr]
    reword(ana, line, "I will call before I work late.")
    agree(ben, line)
    assert actions.OLD_WORDS in page(ben.post(f"/lines/{line}/review/", {**KEEP, "wording": old}))
    assert not Slip.objects.filter(space=ben.shared.id, owner=ben.account.id).exists()


def test_keeping_a_line_waits_for_the_morning_and_dropping_it_does_not(
    couple: Couple, clock: time_machine.Traveller
) -> None:
    ana, ben = couple
    line = in_force(couple)
    clock.move_to(NOON + timedelta(hours=15))
    for actor in couple:
        actor.sign_in()
    assert problems(ben.post(f"/lines/{line}/review/", {**KEEP, "words": "It helps."})) == [LATE]
    assert problems(ana.post("/openness/requests/plans/", {"words": "Now."})) == [LATE]
    assert "It helps." in page(ben.get(f"/lines/{line}/review/")), "kept until the morning"
    assert "Now." in page(ana.get("/openness/requests/plans/"))
    assert ben.post(f"/lines/{line}/review/", {**KEEP, "word": "drop"}).status_code == 302


def test_nothing_is_agreed_while_one_of_them_takes_space(couple: Couple, clock: time_machine.Traveller) -> None:
    """Stopping goes on, and a return that did not come holds nothing back."""
    ana, ben = couple
    kept, line = in_force(couple), suggest(ana, text="I will ring at noon.", once="2")
    take_space(ben.spaces, NOON + timedelta(hours=1), "a walk", NOON, once="1")
    assert problems(agree(ben, line)) == [APART]
    assert problems(ana.post("/lines/new/", {**WORDS, "text": "I will write."})) == [APART]
    assert ben.post(f"/lines/{kept}/stop/").status_code == 302
    clock.shift(timedelta(hours=2))
    for actor in couple:
        actor.sign_in()
    assert agree(ben, line).status_code == 302
    assert the_line(ana, line).in_force


def test_floods_of_requests_and_of_statements(couple: Couple) -> None:
    ana, ben = couple
    asked = [ana.post(f"/openness/requests/{topic}/", {"words": "Soon."}) for topic in ("plans", "money", "care")]
    assert [answer.status_code for answer in asked] == [302, 302, 200]
    assert problems(asked[-1]) == [ENOUGH_ASKED]
    said = [ben.post("/contact/new/", {**STATED, "once": str(n)}) for n in range(4)]
    assert problems(said[-1]) == [ENOUGH_STATED]
    assert ben.post("/contact/new/", {**STATED, "once": "2"}).status_code == 302, "the same form, pressed twice"


def test_a_request_pressed_twice_is_one_and_a_long_one_comes_back_whole(couple: Couple) -> None:
    ana, _ = couple
    for _ in range(2):
        assert ana.post("/openness/requests/plans/", {"words": "Soon.", "once": "1"}).status_code == 302
    words = "On Tuesdays I worry. " * 120
    assert words.strip() in page(ana.post("/openness/requests/money/", {"words": words}))


def test_somebody_who_takes_a_line_back_and_sends_it_anew(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, _ = couple
    for n in range(2):
        suggest(ana, once=str(n))
        ana.post(f"/lines/{list(the_lines(ana))[-1]}/withdrawal/")
    assert problems(ana.post("/lines/new/", WORDS)) == [ENOUGH_TAKEN_BACK]
    clock.move_to(NOON + timedelta(days=8))
    ana.sign_in()
    assert suggest(ana, once="3", look_again_on="2026-12-20")


def test_stopped_words_do_not_come_back_by_another_field(couple: Couple) -> None:
    ana, ben = couple
    line = in_force(couple)
    ben.post(f"/lines/{line}/stop/")
    again = ana.post("/lines/new/", {**WORDS, "text": "I will be kind.", "if_crossed": WORDS["text"]})
    assert problems(again)[0].startswith("This line was stopped")


def test_words_taken_back_a_moment_after_the_others_yes_stay(couple: Couple) -> None:
    """The two taps cross: what counts is how the line stands when the second arrives."""
    ana, ben = couple
    line = suggest(ana)
    private, space, id_ = ana.private, ana.shared, the_line(ana, line).id
    agree(ben, line)
    actions.take_back(private, space, id_)
    assert the_line(ben, line).in_force.words  # type: ignore[union-attr]


def test_words_for_one_person_never_reach_the_next(couple: Couple) -> None:
    """A page that was opened with somebody else, and sent after sharing with them had stopped."""
    ana, _ = couple
    another = "0" * 8 + str(ana.shared.id)[8:]
    before = Entry.objects.count()
    sent = [
        ana.post("/lines/new/", {**WORDS, "space": another}),
        ana.post("/contact/new/", {**STATED, "called": "a heron", "space": another}),
        ana.post(PLANS, {**OFFER, "space": another}),
        ana.post("/openness/requests/money/", {"words": "a heron", "space": another}),
    ]
    assert all("Sharing has stopped" in page(answer) for answer in sent)
    assert STOPPED in page(sent[1])
    assert Entry.objects.count() == before
