"""One search over the programme and what one can open: own words, and what the two shared. Nothing behind a door."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from glasswork.goals.tests.make import mine, ours, say
from glasswork.letters.tests.make import send_letter
from glasswork.plan.finding import fold, line_around
from glasswork.plan.where import TAGS, WHERE
from glasswork.promises.here import BOARD
from glasswork.promises.kinds import Board
from glasswork.spaces import kinds
from glasswork.spaces.reading import read_slip
from tests.cast import Actor, close_space

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
DAY = str(TONIGHT.date())
# Kinds whose words stand in a slip, repeat what is found elsewhere, or are no words of a person's own.
LEFT_OUT = {
    "plan.step",
    "plan.change",
    "arrival.reason",
    "promises.done",
    "talks.notes",
    "letters.pull",
    "letters.understood",
    "letters.waiting",
}
type Couple = tuple[Actor, Actor]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def find(actor: Actor, query: str, years: int = 0) -> str:
    answer = actor.post("/search/", {"q": query, "years": str(years)})
    assert answer.status_code == 200
    found = answer.content.decode().partition('id="h-found"')[2]
    return found.partition('name="csrfmiddlewaretoken"')[0]  # what was asked for stands in the form below, too


def test_own_and_shared_words_are_found_with_their_page_and_nobody_elses(couple: Couple, max_: Actor) -> None:
    ana, ben = couple
    private, shared = mine(ana, "Feed the herons", why="By the wéir"), ours(ana, "Watch herons together")
    found = find(ana, "HERONS")
    assert f'href="/goals/{private}/"' in found
    assert f'href="/goals/{shared}/"' in found
    assert "Goal, You, 19 November 2026" in found
    assert "Feed the herons" in find(ana, "weir herons") or "wéir" in find(ana, "weir herons")
    theirs = find(ben, "herons")
    assert "Watch herons together" in theirs
    assert "Feed the herons" not in theirs
    assert "herons" not in find(max_, "herons")
    close_space(ben.private, ben.shared)
    assert "Watch herons together" in find(ana, "herons")


def test_words_that_were_taken_back_never_appear(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana, "Watch herons together")
    say(ana, goal, "withdrawal")
    for actor in couple:
        assert "Watch herons" not in find(actor, "herons")
    own = mine(ben, "Feed the herons")
    say(ben, own, "withdrawal")
    assert "Feed the herons" not in find(ben, "herons")


def test_nothing_behind_a_door_that_is_closed_is_found(couple: Couple) -> None:
    ana, ben = couple
    told = {"about": "else", "happened_on": DAY, "facts": "Beside the herons", "act": "send", "once": "t"}
    assert ben.post("/promises/told/new/", told).status_code == 302
    thread = (read_slip(ben.shared, Board, BOARD, ben.shared.me.bytes) or Board()).told[-1]
    assert "Beside the herons" in find(ben, "herons")
    assert "Beside the herons" not in find(ana, "herons")
    ana.post(f"/promises/told/{thread}/door/", {"act": "open"})
    found = find(ana, "herons")
    assert "Beside the herons" in found
    assert f'href="/promises/told/{thread}/"' in found


def test_a_letter_is_found_once_its_door_was_opened(couple: Couple) -> None:
    ana, ben = couple
    letter = send_letter(ana, chose="Beside the herons")
    assert "Beside the herons" in find(ana, "herons")
    assert "Beside the herons" not in find(ben, "herons")
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    assert "Beside the herons" in find(ben, "herons")


def test_a_sealed_answer_of_the_other_is_not_found(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/check-in/", {"feel": "like a heron", "act": "seal"})
    assert "like a heron" not in find(ben, "heron")
    ben.post("/check-in/", {"feel": "tired", "act": "seal"})
    assert "like a heron" in find(ben, "heron")


def test_ones_own_note_on_trust_is_found_and_nobody_elses(couple: Couple) -> None:
    ana, ben = couple
    for actor, why in ((ana, "herons again"), (ben, "no birds")):
        actor.post("/check-in/", {"feel": "calm", "trust": "4", "why": why, "act": "seal", "hinted": "yes"})
    found = find(ana, "herons again")
    assert "How much you trust, You" in found
    assert f'href="/check-in/mine/{DAY}/"' in found
    assert "herons" not in find(ben, "herons")


def test_a_year_at_a_time(sam: Actor, clock: time_machine.Traveller) -> None:
    mine(sam, "Feed the herons")
    assert "Older" not in find(sam, "herons")
    clock.move_to(TONIGHT + timedelta(days=500))
    sam.sign_in()
    assert "Feed the herons" not in find(sam, "herons")
    assert "years" in sam.post("/search/", {"q": "herons"}).content.decode()
    assert "Feed the herons" in find(sam, "herons", years=1)
    assert "Nothing found" in find(sam, "herons", years=2) or "herons" not in find(sam, "herons", years=2)
    clock.move_to(TONIGHT - timedelta(days=30))
    sam.sign_in()
    assert "Feed the herons" in find(sam, "herons"), "a clock that was set back hides nothing"
    assert sam.post("/search/", {"q": "x", "years": "-1"}).status_code == 200


def test_a_line_is_cut_around_the_word() -> None:
    text = "first line\n" + "word " * 60 + "Heron " + "word " * 60
    shown = line_around(text, ["heron"])
    assert "Heron" in shown
    assert len(shown) < 170
    assert fold("L’été À") == "l'ete a"


def test_every_kind_with_words_is_found_or_left_out_for_a_reason() -> None:
    rooms = {name.partition(".")[0] for name in WHERE} | {"plan", "arrival"}
    with_words = {
        name
        for name, each in kinds._kinds.items()
        if each.as_text is not kinds.Kind.as_text and name.partition(".")[0] in rooms
    }
    assert with_words - LEFT_OUT == set(WHERE)
    assert {kinds._kinds[name].form.tag for name in WHERE} == set(TAGS)
