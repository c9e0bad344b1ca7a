"""Ninety days, looking back, the choice that is one's own, and parting well."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from glasswork.promises.actions.roads import ONE_RUNNING
from glasswork.promises.forms import DAY_GONE
from glasswork.promises.kinds_of_roads import Commitment, Corner, CornerDone, Decided, LastWords, Review, Stopped
from glasswork.promises.tests.make import DAY, TODAY, all_of, board, body, page
from glasswork.promises.views.roads import SAY_ROAD, SAY_TWO_LINES, TOO_FAR
from glasswork.spaces.record import Finding, check_record
from tests.cast import Actor, close_space

Couple = tuple[Actor, Actor]
ROAD = "/promises/road/"


def plain(text: str) -> str:
    """Without the values that differ on every load."""
    return re.sub(r'(value|data-token)="[^"]{12,}"', "", text)


def commit(actor: Actor, words: str = "I will be at the table at seven", **more: str) -> None:
    sent = {
        "words": words,
        "not_in_it": "Being nice about it",
        "ends_on": str(TODAY + 90 * DAY),
        "once": words,
        "act": "share",
        "hinted": "yes",
        **more,
    }
    answer = actor.post(f"{ROAD}ninety-days/", sent)
    assert answer.status_code == 302, body(answer)


def test_each_writes_their_own_ninety_days(couple: Couple) -> None:
    ana, ben = couple
    commit(ben)
    commit(ben)
    assert "I will be at the table" in page(ana, ROAD)
    assert "From Ben" in page(ana, ROAD)
    commit(ana, "I will sleep in this house")
    assert len(all_of(ana, Commitment)) == 2
    assert ONE_RUNNING in body(ben.post(f"{ROAD}ninety-days/", {"words": "more", "ends_on": str(TODAY)}))


def test_they_wait_until_both_are_in(couple: Couple) -> None:
    ana, ben = couple
    before = page(ana, ROAD)
    commit(ben, act="")
    assert "I will be at the table" in page(ben, ROAD)
    assert all_of(ana, Commitment) == []
    assert plain(page(ana, ROAD)) == plain(before)
    commit(ana, "I will sleep in this house", act="")
    for actor in couple:
        text = page(actor, ROAD)
        assert "I will be at the table" in text
        assert "I will sleep in this house" in text
        assert "waits until" not in text
    assert len(all_of(ana, Commitment)) == 2
    assert check_record(ana.private, ana.shared).finding is Finding.WHOLE
    ben.post(f"{ROAD}ninety-days/{board(ana).ninety[0]}/end/")
    assert "I will be at the table" not in page(ana, ROAD)


def test_whoever_waits_may_share_alone(couple: Couple) -> None:
    ana, ben = couple
    commit(ben, act="")
    ana.post(f"{ROAD}ninety-days/waiting/", {"act": "share"})
    assert all_of(ana, Commitment) == []
    for _ in range(2):
        assert ben.post(f"{ROAD}ninety-days/waiting/", {"act": "share"}).status_code == 302
    assert len(all_of(ana, Commitment)) == 1
    assert "I will be at the table" in page(ana, ROAD)
    commit(ana, "I will sleep in this house", act="")
    assert "I will sleep in this house" in page(ben, ROAD)


def test_what_waits_is_taken_back_as_a_draft_and_known_to_nobody(couple: Couple) -> None:
    ana, ben = couple
    before = page(ana, ROAD)
    commit(ben, act="")
    commit(ben, "I will cook on Sundays", act="")
    assert "I will be at the table" not in page(ben, ROAD)
    ben.post(f"{ROAD}ninety-days/waiting/", {"act": "back"})
    assert "I will cook on Sundays" in page(ben, f"{ROAD}ninety-days/")
    assert "waits until" not in page(ben, ROAD)
    commit(ana, "I will sleep in this house", act="")
    assert all_of(ana, Commitment) == []
    ana.post(f"{ROAD}ninety-days/waiting/", {"act": "back"})
    assert plain(page(ana, ROAD)) == plain(before)


def test_what_waited_past_its_last_day_opens_nothing(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    commit(ben, act="", ends_on=str(TODAY))
    clock.move_to(datetime(2026, 11, 25, 20, 0, tzinfo=UTC))
    for actor in couple:
        actor.sign_in()
    assert "waits until" not in page(ben, ROAD)
    commit(ana, "I will sleep in this house", act="", ends_on="2026-12-01")
    assert all_of(ana, Commitment) == []
    assert "Yours waits" in page(ana, ROAD)


def test_either_stops_their_own_at_any_time(couple: Couple) -> None:
    ana, ben = couple
    commit(ben)
    path = f"{ROAD}ninety-days/{board(ben).ninety[-1]}/end/"
    ana.post(path)
    assert all_of(ana, Stopped) == []
    for _ in range(2):
        assert ben.post(path).status_code == 302
    assert len(all_of(ana, Stopped)) == 1
    assert "I will be at the table" not in page(ana, ROAD)
    commit(ben, "I will be home by eight")


@pytest.mark.parametrize(("day", "sentence"), [("2026-11-18", DAY_GONE), ("2027-03-18", TOO_FAR)])
def test_it_ends_within_ninety_days(couple: Couple, day: str, sentence: str) -> None:
    _, ben = couple
    text = body(ben.post(f"{ROAD}ninety-days/", {"words": "I will write", "ends_on": day}))
    assert sentence in text
    assert "I will write" in text


def test_a_look_back_is_ones_own_and_two_lines_may_be_shared(couple: Couple) -> None:
    ana, ben = couple
    sent = {"after_days": "90", "was": "I could not drive past", "now": "I thought of tyres", "act": "keep"}
    assert ana.post(f"{ROAD}looking-back/", sent).status_code == 302
    assert "I could not drive past" in page(ana, ROAD)
    assert "I could not drive past" not in page(ben, ROAD)
    assert all_of(ana, Review) == []
    assert SAY_TWO_LINES in body(ana.post(f"{ROAD}looking-back/", {**sent, "act": "share"}))
    ana.post(f"{ROAD}looking-back/", {**sent, "act": "share", "grown": "I can do the station"})
    text = page(ben, ROAD)
    assert "I can do the station" in text
    assert "I could not drive past" not in text


def test_the_choice_is_its_owners_until_they_share_it(couple: Couple) -> None:
    ana, ben = couple
    assert SAY_ROAD in body(ana.post(f"{ROAD}choice/", {"why": "tired"}))
    sent = {"road": "part", "why": "I am tired of it", "act": "keep"}
    assert ana.post(f"{ROAD}choice/", sent).status_code == 302
    assert "I am tired of it" in page(ana, ROAD)
    assert all_of(ana, Decided) == []
    ana.post(f"{ROAD}choice/", {**sent, "act": "share", "share_words": "I don’t think I’m staying", "hinted": "yes"})
    text = page(ben, ROAD)
    assert "I don’t think I’m staying" in text
    assert "I am tired of it" not in text


def test_different_choices_are_common(couple: Couple) -> None:
    ana, ben = couple
    ana.post(f"{ROAD}choice/", {"road": "wait", "act": "share"})
    ben.post(f"{ROAD}choice/", {"road": "stay", "act": "share"})
    for actor in couple:
        assert "That is common" in page(actor, ROAD)
    ana.post(f"{ROAD}choice/", {"road": "stay", "act": "share"})
    assert "That is common" not in page(ben, ROAD)


def test_every_road_leads_somewhere(couple: Couple) -> None:
    text = page(couple[0], ROAD)
    assert f"{ROAD}parting/" in text
    assert f"{ROAD}choice/" in text


def test_a_list_for_parting_with_dates(couple: Couple) -> None:
    ana, ben = couple
    sent = {"about": "home", "corner": "Keys to the neighbour", "who": "Ana", "by": "2026-12-01", "once": "a"}
    assert ana.post(f"{ROAD}parting/", sent).status_code == 302
    text = page(ben, f"{ROAD}parting/")
    assert "Keys to the neighbour" in text
    assert "Tuesday 1 December" in text
    path = f"{ROAD}parting/{board(ana).corners[-1]}/end/"
    ben.post(path, {"act": "done"})
    assert all_of(ana, CornerDone) == []
    ana.post(path, {"act": "done"})
    assert "Done" in page(ben, f"{ROAD}parting/")
    ana.post(f"{ROAD}parting/", {"about": "money", "corner": "", "by": ""})
    assert len(all_of(ana, Corner)) == 1


def test_kind_words_are_sent_once(couple: Couple) -> None:
    ana, ben = couple
    for _ in range(2):
        assert ana.post(f"{ROAD}parting/words/", {"words": "Thank you for the bench", "once": "a"}).status_code == 302
    assert len(all_of(ana, LastWords)) == 1
    assert "Thank you for the bench" in page(ben, ROAD)


def test_all_of_it_works_for_one_person(sam: Actor) -> None:
    sam.post(f"{ROAD}ninety-days/", {"words": "I will swim", "ends_on": str(TODAY + 30 * DAY)})
    sam.post(f"{ROAD}choice/", {"road": "wait", "act": "share", "why": "not on a crisis day"})
    sam.post(f"{ROAD}parting/", {"corner": "Ask about the flat"})
    text = page(sam, ROAD)
    assert "I will swim" in text
    assert "not on a crisis day" in text
    assert "Ask about the flat" in page(sam, f"{ROAD}parting/")
    assert "partner" not in text.lower()


def test_after_parting_it_can_be_read_and_not_written(couple: Couple) -> None:
    ana, ben = couple
    commit(ben)
    ended = f"{ROAD}ninety-days/{board(ben).ninety[-1]}/end/"
    close_space(ana.private, ana.shared)
    assert ben.post(ended).status_code == 302
    assert "I will be at the table" in page(ana, "/promises/before/")
    assert "stopped" not in page(ana, "/promises/before/")
