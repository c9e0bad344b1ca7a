"""Somebody who presses, or whose page is old: goals of two are no way around what holds elsewhere (Z14)."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from glasswork.agreements.caught import REST
from glasswork.goals import actions
from glasswork.goals.goal import Stand
from glasswork.goals.kinds import GROWTH
from glasswork.goals.lines import news_for
from glasswork.goals.tests.make import agree, board, body, brief, mine, ours, page, say, step_of
from glasswork.spaces.models import Entry
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor

type Couple = tuple[Actor, Actor]
DEMAND = "You give me your password every evening"
NOW = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)


def rows(actor: Actor) -> int:
    return Entry.objects.filter(space=actor.shared.id).count()


def test_no_goal_leads_past_the_guard(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana, first_step="Put both phones in a drawer")  # our own words are never caught
    agree(ben, goal)
    before, step = rows(ana), step_of(ana, goal)
    for path, fields in (
        ("ours/new", {"words": DEMAND}),
        ("ours/new", {"words": "A walk", "first_step": DEMAND}),
        (f"{goal}/words", {"words": DEMAND}),
        (f"{goal}/steps", {"first_step": DEMAND}),
        (f"{goal}/steps/{step}", {"first_step": DEMAND, "act": "words"}),
    ):
        text = body(ana.post(f"/goals/{path}/", {**fields, "hinted": "yes"}))
        assert REST in text, path
        assert "This can turn into control" in text, path
        assert DEMAND in text, path
    assert rows(ana) == before
    assert mine(ana, DEMAND), "what is for oneself is nobody else’s"


@pytest.mark.parametrize("path", ["/goals/ours/new/", "growth"])
def test_words_for_one_person_never_go_to_whoever_came_after(couple: Couple, path: str) -> None:
    ana, _ = couple
    path = path if path != "growth" else f"/goals/{mine(ana)}/growth/"
    found = re.search(r'name="space" value="([^"]+)"', page(ana, path))
    assert found
    assert found[1] == str(ana.shared.id)
    before = rows(ana)
    words = {"words": "A heron walk", "growth": "A heron walk", "space": "0" * 8 + found[1][8:]}
    for _ in range(2):
        text = body(ana.post(path, words))
        assert "this was not sent" in text
        assert "A heron walk" in text
        assert "Ben sees" not in text
        assert words["space"] in text, "a second press sends it no further"
    assert rows(ana) == before


def test_nobody_reaches_alone_what_counts_for_nobody(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana)
    for actor in couple:
        assert say(actor, goal, "end", how="reached").status_code == 200
    assert brief(ben.shared, goal).stand == Stand.TALKED


def test_what_has_ended_rests_on_an_old_page_too(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana, first_step="Pick a month")
    agree(ben, goal)
    step = step_of(ana, goal)
    say(ben, goal, "end", how="let-go")
    before = rows(ana)
    say(ana, goal, f"steps/{step}", act="done")
    assert rows(ana) == before


@pytest.mark.parametrize("then", ["withdrawal", "end"])
def test_a_flood_of_goals_is_held_back_however_they_leave(couple: Couple, then: str) -> None:
    ana, ben = couple
    goals = []
    for number in range(actions.NEW_A_DAY):
        goals.append(ours(ana, f"A walk, the {number}th"))
        say(ana, goals[-1], then, how="let-go")
    assert "A last walk" in body(ana.post("/goals/ours/new/", {"words": "A last walk"}))
    assert len(board(ben.shared).goals) == actions.NEW_A_DAY
    with time_machine.travel(datetime.now(UTC) + timedelta(days=1), tick=False):
        for actor in couple:
            actor.sign_in()
        for number in range(actions.MOST_WAITING):
            ours(ana, f"A swim, the {number}th")
        if then == "end":
            assert "Five goals of yours wait" in body(say(ana, goals[0], "end", how="again"))
        assert ours(ben, "A walk of mine"), "the other is not held back"


def test_changed_words_are_news_and_steps_are_not(couple: Couple) -> None:
    ana, ben = couple
    with time_machine.travel(NOW, tick=False) as clock:
        for actor in couple:
            actor.sign_in()
        goal = ours(ana)
        clock.move_to(NOW + timedelta(days=5))
        for actor in couple:
            actor.sign_in()
        say(ana, goal, "steps", first_step="Pick a month")
        today = (NOW + timedelta(days=5)).date()
        assert news_for(board(ben.shared), None, ben.shared.me, "Ana", today) == []
        for number in range(actions.WORDS_A_DAY):
            assert say(ana, goal, "words", words=f"The sea, the {number}th").status_code == 302
        assert "The sea, again" in body(say(ana, goal, "words", words="The sea, again"))
        assert len(news_for(board(ben.shared), None, ben.shared.me, "Ana", today)) == 1


def test_a_sentence_can_be_taken_back_when_the_other_has_said_many(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, ben = couple
    monkeypatch.setattr(actions, "KEPT_GROWN", 1)
    for actor in couple:  # the board keeps the second alone
        sentence = {"growth": f"I am learning to wait, {actor.name}."}
        assert actor.post(f"/goals/{mine(actor)}/growth/", sentence).status_code == 302
    (mine_then,) = [each for each in read_entries(Want(ana.shared, tags=(GROWTH,))) if each.author == ana.shared.me]
    ana.post(f"/goals/growth/{mine_then.id}/withdrawal/")
    (left,) = [each for each in read_entries(Want(ben.shared, tags=(GROWTH,))) if each.value]
    assert left.author == ben.shared.me
