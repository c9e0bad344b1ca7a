"""S11, Z2: a goal of one’s own stays one’s own. Whatever Ana does with hers, Ben receives the same to the byte."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from glasswork.goals.tests.make import agree, mine, ours, say, step_of
from glasswork.plan.tests.make import answer_intake
from glasswork.spaces.models import Entry, Slip
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received, rows_of

FIRST = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
PAGES = ["/today/", "/plan/", "/goals/", "/goals/ours/", "/goals/behind/?ours", "/goals/new/", "/record/", "/talk/"]
WORDS = ["Sleep through the night", "Leave before the spring"]
type Couple = tuple[Actor, Actor]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(FIRST, tick=False) as found:
        yield found


def what_ben_receives(ben: Actor, goal: object) -> list[Received]:
    return [
        *(received(ben, "get", path) for path in (*PAGES, f"/goals/{goal}/")),
        received(ben, "post", "/search/", {"q": "the"}),
        received(ben, "post", f"/goals/{goal}/steps/", {"first_step": "Ask my sister", "once": "s"}),
        *(received(ben, "get", path) for path in (*PAGES, f"/goals/{goal}/")),
    ]


def shared_rows(ben: Actor) -> list[object]:
    """Every row of the shared space: a thief’s view, and the other’s."""
    entries = Entry.objects.filter(space_id=ben.shared.id).order_by("sequence")
    slips = Slip.objects.filter(space_id=ben.shared.id)
    return [
        [(each.sequence, each.author, bytes(each.tag), each.day, len(each.body)) for each in entries],
        sorted((each.owner, each.expires_on, len(each.body)) for each in slips),
    ]


def test_goals_of_ones_own_change_nothing_the_other_receives(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    for actor in couple:
        answer_intake(actor, role="hurt")
    goal = ours(ana, first_step="Pick a month")
    agree(ben, goal)
    clock.move_to(FIRST + timedelta(days=1))
    for actor in couple:
        actor.sign_in()
    with undone():
        without, rows = what_ben_receives(ben, goal), shared_rows(ben)
    with undone():
        own = mine(ana, WORDS[1], first_step="Look for a flat", day="2026-12-24")
        say(ana, own, f"steps/{step_of(ana, own)}", act="done")
        say(ana, own, "words", words="Leave in May")
        say(ana, own, "end", how="let-go")
        ana.post("/goals/draft/growth/", {"growth": "I am going", "about": str(own)})
        say(ana, goal, "agreement", act="away")
        assert what_ben_receives(ben, goal) == without
        assert shared_rows(ben) == rows


def test_two_goals_of_the_same_length_leave_the_same_rows(couple: Couple) -> None:
    ana, _ = couple
    seen = []
    for words in (WORDS[0], WORDS[1][::-1]):
        with undone():
            own = mine(ana, words, first_step="One step")
            say(ana, own, "end", how="reached" if words == WORDS[0] else "let-go")
            seen.append(rows_of(ana))
    assert seen[0] == seen[1]


def test_the_comparison_can_fail(couple: Couple) -> None:
    """The seeded failure: a goal for two does reach the other."""
    ana, ben = couple
    without = [received(ben, "get", path) for path in PAGES]
    ours(ana)
    assert [received(ben, "get", path) for path in PAGES] != without
