"""A goal of one's own: small steps, other words, reached or let go; and nothing is lost or counted twice."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from glasswork.goals.goal import Stand
from glasswork.goals.here import DRAFTS
from glasswork.goals.kinds import Draft
from glasswork.goals.lines import nearest
from glasswork.goals.tests.make import board, brief, mine, page, say, step_of
from glasswork.spaces.models import Entry
from glasswork.spaces.reading import read_slip
from tests.cast import Actor

TODAY = timezone.now().date()


def test_a_goal_with_a_first_step_and_no_day(sam: Actor) -> None:
    goal = mine(sam, why="I am so tired", first_step="Phone out of the bedroom")
    shown = page(sam, f"/goals/{goal}/")
    for words in ("Sleep through the night", "I am so tired", "Phone out of the bedroom"):
        assert words in shown
    assert "Next: Phone out of the bedroom" in page(sam, "/goals/")
    (line,) = nearest(board(sam.private), TODAY, 3)
    assert (line.text, line.day) == ("Phone out of the bedroom", None)


def test_the_same_form_twice_is_one_goal_and_two_devices_say_a_step_once(sam: Actor) -> None:
    goal = mine(sam, first_step="Phone out of the bedroom")
    assert mine(sam, first_step="Phone out of the bedroom") == goal
    step = step_of(sam, goal)
    before = Entry.objects.count()
    for _ in range(2):
        assert say(sam, goal, f"steps/{step}", act="done").status_code == 302
        assert say(sam, goal, "steps", first_step="A dark room", once="x").status_code == 302
    assert Entry.objects.count() == before + 2
    assert "Not done after all" in page(sam, f"/goals/{goal}/")


def test_a_step_waits_comes_back_gets_other_words_and_leaves(sam: Actor) -> None:
    goal = mine(sam, first_step="Phone out")
    step = step_of(sam, goal)
    say(sam, goal, f"steps/{step}", act="not-now")
    assert brief(sam.private, goal).next == ""
    say(sam, goal, f"steps/{step}", act="open")
    say(sam, goal, f"steps/{step}", act="words", first_step="Phone in the kitchen", step_day=str(TODAY + timedelta(9)))
    assert brief(sam.private, goal).next == "Phone in the kitchen"
    assert brief(sam.private, goal).day == TODAY + timedelta(9)
    say(sam, goal, f"steps/{step}", act="off")
    assert say(sam, goal, f"steps/{step}", act="done").status_code == 302, "it is gone on this device, too"
    assert "Phone in the kitchen" not in page(sam, f"/goals/{goal}/")


def test_other_words_keep_the_ones_before(sam: Actor) -> None:
    goal = mine(sam)
    for _ in range(2):
        assert say(sam, goal, "words", words="Sleep six hours", day=str(TODAY + timedelta(30))).status_code == 302
    assert brief(sam.private, goal).parts == 2
    shown = page(sam, f"/goals/{goal}/")
    assert "Sleep six hours" in shown
    assert "How it was put before" in shown


@pytest.mark.parametrize(("how", "stand"), [("reached", Stand.REACHED), ("let-go", Stand.LET_GO)])
def test_reached_or_let_go_and_taken_up_again(sam: Actor, how: str, stand: Stand) -> None:
    goal = mine(sam)
    for _ in range(2):
        say(sam, goal, "end", how=how)
    assert brief(sam.private, goal).stand == stand
    assert brief(sam.private, goal).parts == 2
    assert "Sleep through the night" in page(sam, "/goals/behind/")
    assert "Sleep through the night" not in page(sam, "/goals/")
    for word in ("fail", "missed", "overdue", "late"):
        assert word not in page(sam, f"/goals/{goal}/").partition("<main")[2].partition("<footer")[0].lower()
    say(sam, goal, "end", how="again")
    assert brief(sam.private, goal).stand == Stand.OPEN


def test_erased_for_good(sam: Actor) -> None:
    goal = mine(sam, first_step="Phone out")
    assert say(sam, goal, "withdrawal").status_code == 302
    assert board(sam.private).goals == {}
    assert sam.get(f"/goals/{goal}/").status_code == 404
    assert Entry.objects.filter(space_id=sam.private.id, body=b"").count() >= 2


def test_words_that_are_wrong_come_back_with_all_that_was_typed(sam: Actor) -> None:
    for fields, said in (
        ({"words": " ", "why": "so tired"}, "Write the goal"),
        ({"words": "x" * 501, "why": "so tired"}, "under 500"),
        ({"words": "Sleep", "why": "so tired", "day": "2020-01-01"}, "gone by"),
        ({"words": "Sleep", "why": "so tired", "day": "soon"}, "Choose a day"),
        ({"words": "Sleep", "why": "so tired", "day": "9999-12-31"}, "far off"),
    ):
        shown = sam.post("/goals/new/", fields).content.decode()
        assert said in shown
        assert "so tired" in shown
    draft = read_slip(sam.private, Draft, *DRAFTS.name("mine"))
    assert draft is not None
    assert draft.fields["why"] == "so tired"
    goal = mine(sam)
    shown = say(sam, goal, "steps", first_step="", step_day="soon").content.decode()
    assert "Write the step" in shown


def test_a_draft_waits_and_a_late_one_changes_nothing(sam: Actor) -> None:
    sam.post("/goals/draft/mine/", {"words": "Sleep", "once": "a"})
    assert "Sleep" in page(sam, "/goals/new/")
    mine(sam, "Sleep", once="a")
    sam.post("/goals/draft/mine/", {"words": "Sleep, late", "once": "a"})
    assert "Sleep, late" not in page(sam, "/goals/new/")
    assert sam.post("/goals/draft/elsewhere/", {"words": "x"}).status_code == 404


def test_starters_and_exercises_come_by_their_ids(sam: Actor) -> None:
    assert "Ten quiet minutes a day" in page(sam, "/goals/new/?starter=quiet")
    sam.post("/goals/draft/mine/", {"words": "Mine already", "about": "quiet"})
    assert "Mine already" in page(sam, "/goals/new/?starter=quiet")
    assert "Mine already" not in page(sam, "/goals/new/?starter=sleep")
    assert page(sam, "/goals/new/?starter=gone&exercise=gone")
    goal = mine(sam, exercise="growth-goal", about="growth-goal")
    assert 'href="/exercises/growth-goal/"' in page(sam, f"/goals/{goal}/")
    other = mine(sam, "From a page that is gone", exercise="gone")
    assert "/exercises/" not in page(sam, f"/goals/{other}/").partition("<main")[2]


def test_two_hundred_goals_are_paged_and_one_more_is_kindly_refused(sam: Actor) -> None:
    names = ["Sleep " * 80, "اقرأ كتابا كل أسبوع", "👩‍👩‍👧‍👦 🏖️" * 20, "z" * 500]
    for number in range(200):
        mine(sam, f"{names[number % 4][:480]} {number}", first_step=f"Step {number}")
    with CaptureQueriesContext(connection) as queries:
        shown = page(sam, "/goals/")
    assert shown.count("/goals/0") + shown.count('class="goto"') >= 20
    assert "page=2" in shown
    assert "page=11" not in page(sam, "/goals/?page=10")
    assert len(queries) <= 4
    refused = sam.post("/goals/new/", {"words": "One more", "once": "more"})
    assert "Two hundred goals are open" in refused.content.decode()
    assert page(sam, "/today/")
    assert page(sam, "/plan/")


def test_a_day_that_went_by_says_nothing_and_a_clock_set_back_breaks_nothing(sam: Actor) -> None:
    goal = mine(sam, day=str(TODAY + timedelta(2)))
    (line,) = nearest(board(sam.private), TODAY + timedelta(9), 3)
    assert line.day is None
    (line,) = nearest(board(sam.private), TODAY - timedelta(400), 3)
    assert line.goal == goal
