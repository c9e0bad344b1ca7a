"""S11, Z2: a plan is one's own. Two couples act alike for weeks and differ in one private answer of Ana's.

Whatever Ben asks for must be the same to the byte; and every row that a thief could count is the same, and as large.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from glasswork.agreements.contact_kinds import Contact
from glasswork.plan.tests.make import act, answer_intake, change, here_of, page
from glasswork.programme.shelf import SHELF
from glasswork.promises.here import BOARD
from glasswork.promises.kinds import Board
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.reading import read_slip
from glasswork.spaces.writing import append
from glasswork.talks.kinds import Back
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received, rows_of

FIRST = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
PAGES = [
    "/today/",
    "/plan/",
    "/plan/first-steps/",
    "/plan/changes/",
    "/plan/intake/2/",
    "/plan/mine/date-night/",
    "/plan/mine/time-out/",
    "/plan/talk/",
    "/record/",
    "/pairing/",
    "/talk/",
]
SAME = {"role": "hurt", "standing": "together", "words": "a line"}
ANSWERS = [
    {"sleep": "hardly"},
    {"contact": "yes"},
    {"happened": ["affair", "lies", "secret-closeness"]},
    {"pace": "slow"},
    {"standing": "unsure", "goals": ["decide", "life"]},
]
WEEKS = (0, 1, 3, 8)
HALF_A_YEAR = range(26)
A_FEW = ["/today/", "/plan/", "/plan/first-steps/"]
STEPS = ("support-map", "thought-record", "feelings-map", "guided-journal", "time-out")


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(FIRST, tick=False) as found:
        yield found


def live(
    couple: tuple[Actor, Actor],
    clock: time_machine.Traveller,
    a_week: Callable[[Actor, Actor, int], list[Received]] | None = None,
    **answers: Any,
) -> tuple[list[Received], object]:
    """Some weeks in which both do the same things, whatever Ana answered; with what Ben received, and all rows."""
    ana, ben = couple
    seen: list[Received] = []
    clock.move_to(FIRST)
    with undone():
        for actor in couple:
            actor.sign_in()
            keep_answer(actor.spaces, make_answer("yes", None), once="first")
        answer_intake(ana, **{**SAME, **answers})
        answer_intake(ben, role="involved", standing="together", contact="none")
        for week in HALF_A_YEAR if a_week else WEEKS:
            clock.move_to(FIRST + timedelta(weeks=week))
            for actor in couple:
                actor.sign_in()
            seen += a_week(ana, ben, week) if a_week else _a_week(ana, ben)
        return seen, rows_of(ana)


def _a_week(ana: Actor, ben: Actor) -> list[Received]:
    for name, what in (("breathing", "chosen"), ("breathing", "done"), ("me-time", "later"), ("ownership", "declined")):
        act(ana, name, what)
        act(ben, name, what)
    for path in PAGES:
        page(ana, path)
    ana.post("/plan/mine/time-out/readiness/", {"act": "ready"})
    change(ana, "told-same-day")
    return [
        *(received(ben, "get", path) for path in PAGES),
        received(ben, "post", "/plan/mine/date-night/readiness/", {"act": "ready"}),
        received(ben, "post", "/plan/mine/date-night/", {"act": "later"}),
        *(received(ben, "get", path) for path in PAGES),
    ]


@pytest.mark.parametrize("answers", ANSWERS, ids=lambda each: next(iter(each)))
def test_a_private_answer_changes_nothing_the_other_receives_and_no_row(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller, answers: dict[str, Any]
) -> None:
    one, rows = live(couple, clock)
    other, other_rows = live(couple, clock, **answers)
    assert len(one) == len(other) > len(WEEKS) * 2 * len(PAGES)
    assert {each.status for each in one} == {200, 302}
    for left, right in zip(one, other, strict=True):
        assert left == right
    assert rows == other_rows


def _a_short_week(ana: Actor, ben: Actor, week: int) -> list[Received]:
    """A step of each, an exercise that Ana keeps, a statement on contact now and then; and what Ben is shown."""
    name = STEPS[week % len(STEPS)]
    act(ana, name, ("done", "later", "chosen")[week % 3])
    keep = {f"w-{field.name}": "a line" for field in SHELF.exercises[name].fields}
    ana.post(f"/exercises/{name}/", {**keep, "once": f"week-{week}", "act": "keep"})
    page(ana, "/today/")
    if week % 8 == 5:
        append(ana.shared, Back(time_out=ana.shared.id, is_kept=True))
        append(ben.shared, Contact(state="not-so" if week % 16 == 5 else "ended", on=FIRST.date()))
        answer_intake(ben, role="involved", standing="together", pace="daily", words=f"week {week}")
    step = received(ben, "get", A_FEW[0])
    act(ben, STEPS[(week + 1) % len(STEPS)], "done")
    return [step, *(received(ben, "get", path) for path in A_FEW)]


def test_a_private_answer_changes_nothing_in_half_a_year(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller
) -> None:
    one, rows = live(couple, clock, _a_short_week, contact="none")
    other, other_rows = live(couple, clock, _a_short_week, contact="yes")
    assert len(one) == len(HALF_A_YEAR) * (len(A_FEW) + 1)
    assert {each.status for each in one} == {200}
    assert len({each.body for each in one}) > len(HALF_A_YEAR), "it is no life in which nothing happens"
    assert one == other
    assert rows == other_rows


@pytest.mark.parametrize("what", ["found-out", "part", "hard-time"])
def test_what_one_says_has_changed_stays_with_them(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller, what: str
) -> None:
    ana, ben = couple
    without = [received(ben, "get", path) for path in PAGES]
    with undone():
        change(ana, what)
        assert [received(ben, "get", path) for path in PAGES] == without


def test_an_exercise_that_was_kept_stays_with_its_owner(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    without = [received(ben, "get", path) for path in PAGES]
    with undone():
        keep = {f"w-{field.name}": "a line" for field in SHELF.exercises["time-out"].fields}
        ana.post("/exercises/time-out/", {**keep, "once": "one", "act": "keep"})
        assert "time-out" in here_of(ana).facts.done
        assert [received(ben, "get", path) for path in PAGES] == without


def test_readiness_that_waits_changes_nothing_the_other_receives(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    without = [received(ben, "get", path) for path in PAGES]
    with undone():
        ana.post("/plan/mine/date-night/readiness/", {"act": "ready"})
        assert [received(ben, "get", path) for path in PAGES] == without


TOLD = {
    "hidden for weeks": {"hidden": "yes", "happened_on": "2026-10-05"},
    "the same day": {"happened_on": "2026-11-19"},
    "some days ago": {"happened_on": "2026-11-16"},
}
AT_THE_DOOR = ["/today/", *PAGES[1:6], "/how-far/", "/plan/mine/contact-decision/", "/today/"]


def _told(couple: tuple[Actor, Actor], clock: time_machine.Traveller, sort: str, act: str) -> list[Received]:
    """What Ana receives in the week after Ben told something, however she passes its door."""
    ana, ben = couple
    clock.move_to(FIRST)
    with undone():
        for actor in couple:
            actor.sign_in()
        answer_intake(ana, role="hurt", standing="together", contact="none", pace="daily")
        fields = {"about": "i-reached", "facts": "I wrote to them", "act": "send", "once": "t"}
        assert ben.post("/promises/told/new/", {**fields, **TOLD[sort]}).status_code == 302
        thread = (read_slip(ben.shared, Board, BOARD, ben.shared.me.bytes) or Board()).told[-1]
        seen = [received(ana, "get", path) for path in AT_THE_DOOR]
        ana.post(f"/promises/told/{thread}/door/", {"act": act})
        for days in (0, 4, 32):
            clock.move_to(FIRST + timedelta(days=days))
            ana.sign_in()
            seen += [received(ana, "get", path) for path in AT_THE_DOOR]
        return seen


@pytest.mark.parametrize("act", ["later", "therapist", "open"])
def test_a_plan_says_nothing_of_what_is_behind_a_door(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller, act: str
) -> None:
    lives = [_told(couple, clock, sort, act) for sort in TOLD]
    until = len(AT_THE_DOOR) if act == "open" else None
    assert [life[:until] for life in lives] == [lives[0][:until]] * len(TOLD)
    assert (lives[0] == lives[1]) is (act != "open"), "once it is open, a plan follows what was told"


def test_the_comparison_can_fail(couple: tuple[Actor, Actor]) -> None:
    """The seeded failure: once both are ready, what Ben receives does differ."""
    ana, ben = couple
    without = [received(ben, "get", path) for path in PAGES]
    for actor in couple:
        actor.post("/plan/mine/date-night/readiness/", {"act": "ready"})
    assert [received(ben, "get", path) for path in PAGES] != without
    assert ana.shared.sequence > 0
