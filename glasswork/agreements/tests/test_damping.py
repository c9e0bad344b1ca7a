"""Abuse cases by name, and bad input: each is damped kindly, with its sentence, and no words are lost (Z14)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from glasswork.agreements.caught import REST
from glasswork.agreements.forms import FAR_DAY, NO_DAY, NO_WORDS, PAST_DAY, TOO_LONG
from glasswork.agreements.kinds import Draft
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
from glasswork.agreements.views.review import NO_WORD, NOT_NOW
from glasswork.spaces.models import Slip
from glasswork.spaces.reading import read_own_slips
from tests.cast import Actor, close_space

AT_THREE = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ELSEWHERE = [
    "I will ring you from the train.",
    "Phones sleep in the kitchen.",
    "I will keep Sundays free.",
    "Supper is at seven.",
    "I will write down night questions.",
    "I will not lend money.",
    "I will say when I need a break.",
]


def at(clock: time_machine.Traveller, moment: datetime, *actors: Actor) -> None:
    clock.move_to(moment)
    for actor in actors:
        actor.sign_in()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"look_again_on": "2026-11-18"}, PAST_DAY),
        ({"look_again_on": "2026-11-19"}, PAST_DAY),
        ({"look_again_on": "2027-02-18"}, FAR_DAY),
        ({"look_again_on": "soon"}, NO_DAY),
        ({"text": ""}, NO_WORDS),
        ({"text": "🙏❤️"}, NO_WORDS),
        ({"text": "I will be home. " * 200}, TOO_LONG),
    ],
)
def test_what_cannot_be_sent_comes_back_with_its_sentence(couple: Couple, sent: dict[str, str], sentence: str) -> None:
    ana, _ = couple
    answer = ana.post("/lines/new/", {**WORDS, "happened": "The light was on.", **sent})
    assert problems(answer) == [sentence]
    assert "The light was on." in page(answer)
    assert not the_lines(ana)
    assert "The light was on." in page(ana.get("/lines/new/")), "it is kept as a draft, too"


def test_the_longest_day_is_taken(couple: Couple) -> None:
    assert suggest(couple[0], look_again_on="2027-02-17")


def test_a_flood_of_suggestions(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    for text in ELSEWHERE[:3]:
        suggest(ana, text=text)
    answer = ana.post("/lines/new/", {**WORDS, "text": ELSEWHERE[3]})
    assert "three is plenty" in problems(answer)[0]
    assert ELSEWHERE[3] in page(answer)
    suggest(ben, text=ELSEWHERE[4])
    at(clock, NOON + timedelta(days=1), ana)
    for text in ELSEWHERE[3:6]:
        suggest(ana, text=text)
    at(clock, NOON + timedelta(days=2), ana)
    assert "Six of your lines wait" in problems(ana.post("/lines/new/", {**WORDS, "text": ELSEWHERE[6]}))[0]
    assert len(the_lines(ana)) == 7


def test_the_same_line_suggested_again_and_again(couple: Couple) -> None:
    ana, _ = couple
    suggest(ana)
    answer = ana.post("/lines/new/", {**WORDS, "text": WORDS["text"].upper()})
    assert "still open" in problems(answer)[0]


def test_a_flood_of_other_words(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    for text in ELSEWHERE[:5]:
        assert reword(ben, line, text).status_code == 302
    assert "five times today" in problems(reword(ben, line, ELSEWHERE[5]))[0]
    agree(ana, line)
    assert the_line(ana, line).in_force, "a yes is not held back by it"


def test_a_partner_who_suggests_a_stopped_line_daily(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    line = in_force(couple)
    ben.post(f"/lines/{line}/stop/")
    other = suggest(ben, text="I will ring when I leave.")
    for days in (0, 1, 2, 29):
        at(clock, NOON + timedelta(days=days), ana, ben)
        when = {"look_again_on": str((NOON + timedelta(days=days + 20)).date())}
        assert "was stopped on" in problems(ana.post("/lines/new/", {**WORDS, **when}))[0]
        assert "was stopped on" in problems(ana.post(f"/lines/{other}/words/", {**WORDS, **when}))[0]
    suggest(ben, text=WORDS["text"], **when)
    at(clock, NOON + timedelta(days=31), ana)
    assert ana.post("/lines/new/", {**WORDS, "look_again_on": "2027-01-10"}).status_code == 302


def test_a_yes_at_three_in_the_morning_waits(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    line = suggest(ana)
    at(clock, AT_THREE, ana, ben)
    assert "this can wait for the morning" in problems(agree(ben, line))[0]
    assert the_line(ben, line).in_force is None
    wording = the_line(ben, line).open[0].id
    assert "my own yes" not in page(ben.get(f"/lines/{line}/agreement/?wording={wording}"))
    answer = ana.post("/lines/new/", {**WORDS, "text": ELSEWHERE[0]})
    assert "this can wait for the morning" in problems(answer)[0]
    at(clock, AT_THREE + timedelta(hours=5), ana, ben)
    assert ELSEWHERE[0] in page(ana.get("/lines/new/"))
    agree(ben, line)
    assert the_line(ben, line).in_force


def test_a_stop_at_three_in_the_morning_counts_at_once(couple: Couple, clock: time_machine.Traveller) -> None:
    _, ben = couple
    line = in_force(couple)
    at(clock, AT_THREE, ben)
    ben.post(f"/lines/{line}/stop/")
    assert the_line(ben, line).stopped_on


def test_somebody_who_sleeps_on_it(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    line = suggest(ana)
    wording = str(the_line(ben, line).open[0].id)
    before = page(ana.get(f"/lines/{line}/"))
    ben.post(f"/lines/{line}/agreement/", {"wording": wording, "act": "sleep"})
    assert "sleep on it" in problems(agree(ben, line))[0]
    assert len(page(ana.get(f"/lines/{line}/"))) == len(before)
    at(clock, NOON + timedelta(hours=25), ben)
    agree(ben, line)
    assert the_line(ben, line).in_force


def test_steps_for_two_rest_for_somebody_who_is_not_safe(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    ben.post("/safety/answer/", {"safe": "no"})
    assert "Steps for two rest" in problems(agree(ben, line))[0]
    assert "Steps for two rest" in problems(ben.post("/lines/new/", {**WORDS, "text": ELSEWHERE[0]}))[0]
    assert the_line(ana, line).in_force is None


def test_a_line_that_would_control_rests_a_day(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    control = {**WORDS, "text": "You give me the password to your phone.", "whose": "you"}
    answer = ana.post("/lines/new/", control)
    assert problems(answer) == [REST]
    assert "This can turn into control" in page(answer)
    assert "therapist" in page(answer)
    at(clock, NOON + timedelta(hours=22), ana, ben)
    assert problems(ana.post("/lines/new/", control)) == [REST]
    assert not the_lines(ben)
    at(clock, NOON + timedelta(hours=25), ana, ben)
    line = suggest(ana, **control)
    text = page(ben.get(f"/lines/{line}/"))
    assert "You can say no to this" in text
    assert "pressed out of somebody is not a yes" in text
    assert "You can say no to this" not in page(ana.get(f"/lines/{line}/"))


def test_other_words_do_not_inherit_the_days_rest(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, _ = couple
    ana.post("/lines/new/", {**WORDS, "text": "You give me the password to your phone."})
    at(clock, NOON + timedelta(hours=25), ana)
    answer = ana.post("/lines/new/", {**WORDS, "text": "You give me the password to your laptop."})
    assert problems(answer) == [REST]


def test_the_guard_reads_other_words_for_a_line_too(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ben)
    assert problems(reword(ana, line, "You stop seeing your friends.")) == [REST]
    assert len(the_line(ben, line).versions) == 1


def test_a_line_about_a_third_person(couple: Couple) -> None:
    """What somebody else must do is no line of two: it rests like a demand on the other."""
    ana, _ = couple
    assert problems(ana.post("/lines/new/", {**WORDS, "text": "Jo must leave the company."})) == [REST]
    assert ana.post("/lines/new/", {**WORDS, "text": "I will not write to Jo."}).status_code == 302


def test_a_line_about_ones_own_acts_passes(couple: Couple) -> None:
    assert suggest(couple[0], text="I will not have lunch alone with Jo.")


def test_a_hundred_drafts_are_one(couple: Couple) -> None:
    ana, _ = couple
    before = Slip.objects.count()
    for number in range(100):
        ana.post("/lines/draft/", {"text": f"I will try {number}"})
    assert Slip.objects.count() == before + 1
    assert "I will try 99" in page(ana.get("/lines/new/"))


def test_a_draft_that_arrives_after_its_form_is_none(couple: Couple) -> None:
    ana, _ = couple
    ana.post("/lines/new/", {**WORDS, "once": "one"})
    ana.post("/lines/draft/", {"text": "I will be late", "once": "one"})
    drafts = [slip.value for slip in read_own_slips(ana.private) if isinstance(slip.value, Draft)]
    assert [draft.fields for draft in drafts] == [{}]


def test_looking_again_at_a_line_that_is_gone(couple: Couple) -> None:
    ana, ben = couple
    stopped, taken_back = in_force(couple), suggest(ana, text=ELSEWHERE[0])
    ana.post(f"/lines/{stopped}/stop/")
    ana.post(f"/lines/{taken_back}/withdrawal/")
    for line in (stopped, taken_back):
        answer = ben.post(f"/lines/{line}/review/", {"word": "keep", "look_again_on": "2026-12-30"})
        assert problems(answer) == [NOT_NOW]


def test_looking_again_without_a_word_or_beyond_ninety_days(couple: Couple) -> None:
    ana, _ = couple
    line = in_force(couple)
    answer = ana.post(f"/lines/{line}/review/", {"look_again_on": "2027-06-01", "words": "It helped."})
    assert set(problems(answer)) == {NO_WORD, FAR_DAY}
    assert "It helped." in page(answer)


def test_a_yes_to_words_whose_day_has_passed(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    line = suggest(ana)
    at(clock, NOON + timedelta(days=40), ben)
    assert "has passed in these words" in problems(agree(ben, line))[0]


def test_a_yes_after_the_partner_left(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana)
    wording = str(the_line(ben, line).open[0].id)
    close_space(ana.private, ana.shared)
    answer = ben.post(f"/lines/{line}/agreement/", {"wording": wording, "act": "yes"})
    assert "Sharing has stopped" in problems(answer)[0]
