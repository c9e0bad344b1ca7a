"""What comes late, from the wrong person, from another page or out of nowhere, and what may always be pressed."""

import pytest

from glasswork.talks.kinds import Ending
from glasswork.talks.live import Phase
from glasswork.talks.tests.make import CALM, ask, heading, live_of, own, page, press, start
from tests.cast import Actor, close_space

type Couple = tuple[Actor, Actor]


def test_the_same_tap_twice_changes_once(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    before = live_of(ana)
    for _ in range(2):
        ana.post("/talks/now/turn/", {"act": "pass", "step": before.step})
    assert (live_of(ana).turn, live_of(ana).mark) == ("back", before.mark + 1)


def test_an_answer_to_one_talk_is_never_taken_for_an_answer_to_another(couple: Couple) -> None:
    """Ana takes her invitation back and asks for something else while Ben's page still shows the first one."""
    ana, ben = couple
    ask(ana, topic="Sundays")
    before = live_of(ben)
    press(ana, "take-back")
    ask(ana, topic="your sister")
    assert live_of(ben).mark == before.mark
    for act in ("ready", "in-ten", "stop"):
        ben.post("/talks/now/turn/", {"act": act, "step": before.step, **CALM})
    assert (live_of(ben).phase, live_of(ben).asks_for_ten) == (Phase.ASKED, False)


def test_stop_counts_from_a_page_that_the_talk_has_left_behind(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    before = live_of(ben).step
    press(ana, "pass")
    ben.post("/talks/now/turn/", {"act": "stop", "step": before})
    assert live_of(ana).phase is Phase.OVER


def test_whoever_said_they_were_ready_may_change_their_mind(couple: Couple) -> None:
    ana, ben = couple
    ask(ana)
    press(ben, "ready", **CALM)
    press(ana, "not-after-all")
    assert heading(ana) == "Ben is ready"
    press(ben, "not-after-all")
    assert heading(ben) == "No talk is open"
    assert heading(ana) == "Not tonight"
    press(ana, "begin")
    assert live_of(ana).phase is Phase.READY


def test_whoever_told_us_in_the_meantime_that_they_are_not_safe_begins_nothing(couple: Couple) -> None:
    ana, ben = couple
    ask(ana)
    press(ben, "ready", **CALM)
    before = page(ben)
    ana.post("/safety/answer/", {"safe": "no", "once": "o"})
    assert "Not now, then" in press(ana, "begin").content.decode()
    assert live_of(ana).phase is Phase.READY
    assert heading(ben) in before


def test_an_ending_is_kept_though_another_talk_or_the_end_of_sharing_came_first(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    press(ben, "stop")
    step = live_of(ana).step
    ask(ben, "repair")
    ana.post("/talks/now/ending/", {"step": step, "words": "written in peace"})
    assert [value.words for value in own(ana.spaces) if isinstance(value, Ending)] == ["written in peace"]
    assert heading(ana) == "Ben would like to talk"
    close_space(ana.private, ana.shared)
    ben.post("/talks/now/ending/", {"step": step, "words": "mine too"})
    assert [value.words for value in own(ben.spaces) if isinstance(value, Ending)] == ["mine too"]
    lost = ana.post("/talks/now/ending/", {"step": "made-up", "words": "no talk at all"})
    assert "no talk at all" in lost.content.decode()


def test_the_wrong_person_and_a_stranger_pass_nothing(couple: Couple, max_: Actor) -> None:
    ana, ben = couple
    start(ana, ben)
    press(ben, "pass")
    assert live_of(ana).turn == "say"
    for act in ("pass", "stop", "line", "take-back", "here", "ready"):
        max_.post("/talks/now/turn/", {"act": act, "step": live_of(ana).step, "both_say": "x", **CALM})
    assert live_of(ana).phase is Phase.ON
    assert heading(max_) == "No talk is open"


@pytest.mark.parametrize("step", ["", "x", "-1", "999999999999", "²"])
def test_a_made_up_mark_changes_nothing(couple: Couple, step: str) -> None:
    ana, ben = couple
    start(ana, ben)
    before = live_of(ana)
    for act in ("pass", "stop", "line", "take-back", "here"):
        ana.post("/talks/now/turn/", {"act": act, "step": step, "both_say": "x"})
    assert live_of(ana) == before
