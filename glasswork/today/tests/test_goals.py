"""Goals on Today: one line each, the nearest small step; and what the other put into words."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from glasswork.goals.tests.make import agree, mine, ours, page, say, step_of
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from tests.cast import Actor

MOST_STATEMENTS = 6
type Couple = tuple[Actor, Actor]


def test_one_line_each_with_the_nearest_small_step(couple: Couple) -> None:
    ana, ben = couple
    assert "My goals" not in page(ana, "/today/")
    mine(ana, "See my sister", first_step="Write to her")
    goal = ours(ana, first_step="Pick a month")
    assert "Ana put a goal for you both into words." in page(ben, "/today/")
    assert "Our goals" not in page(ben, "/today/")
    agree(ben, goal)
    assert "put a goal" not in page(ben, "/today/")
    with CaptureQueriesContext(connection) as queries:
        text = page(ana, "/today/")
    assert len(queries) <= MOST_STATEMENTS
    for line in ("My goals", "Write to her", "Our goals", "Pick a month"):
        assert line in text
    assert "See my sister" not in page(ben, "/today/")
    say(ben, goal, f"steps/{step_of(ben, goal)}", act="done")
    assert "A weekend by the sea" in page(ana, "/today/"), "without a step the goal itself"
    say(ben, goal, "end", how="reached")
    assert "Our goals" not in page(ana, "/today/")


def test_nothing_for_two_is_held_out_to_whoever_is_not_safe(couple: Couple) -> None:
    ana, ben = couple
    agree(ben, ours(ana))
    keep_answer(ana.spaces, make_answer("no", None), once="x")
    assert "Our goals" not in page(ana, "/today/")
    assert "Our goals" in page(ben, "/today/")
