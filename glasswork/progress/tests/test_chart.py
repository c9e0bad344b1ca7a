"""The trust chart: inside its box however many entries there are, gaps not drawn over, kind in words, and private."""

from datetime import date, timedelta
from itertools import batched, pairwise

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from glasswork.progress.chart import SLIM, WIDE, Box, Lettered, draw
from glasswork.progress.kinds import Event, SharedChart
from glasswork.progress.tests.make import EVENING, TODAY, note_trust, page
from glasswork.progress.trust import chart_of, sentence_of
from glasswork.progress.weeks import BACK, Line, Point, all_weeks, follows, line_of, roll_up
from glasswork.ui.dates import day
from tests.cast import Actor, close_space

Couple = tuple[Actor, Actor]
VALUES = st.dictionaries(st.integers(0, 1_500), st.integers(1, 5), min_size=1, max_size=1_000)


def evenings_of(days_ago: dict[int, int]) -> dict[int, int]:
    return {(TODAY - timedelta(days=ago)).toordinal(): value for ago, value in days_ago.items()}


def numbers(path: str) -> list[float]:
    return [float(n) for n in path.translate(str.maketrans("MCLZ", "    ")).split()]


@settings(max_examples=40, deadline=None)
@given(VALUES, st.sampled_from([*BACK]), st.lists(st.integers(0, 1_500), max_size=12), st.sampled_from([SLIM, WIDE]))
def test_everything_lies_inside_the_box(days: dict[int, int], back: str, events: list[int], box: Box) -> None:
    kept, weeks = roll_up(evenings_of(days), {})
    line = line_of(kept, weeks, TODAY, back)
    drawn = draw(line, sorted(Lettered(TODAY - timedelta(days=ago), "") for ago in events), box)
    places = [xy for run, ground in drawn.runs for path in (run, ground) for xy in batched(numbers(path), 2)]
    for x, y in [*places, *drawn.dots, *([drawn.last] if drawn.last else [])]:
        assert box.left <= x <= box.right
        assert box.top <= y <= box.bottom
    assert all(box.left <= mark.x <= box.right and 11 <= mark.badge <= box.right - 11 for mark in drawn.marks)
    assert all(two.badge - one.badge >= 22 for one, two in pairwise(drawn.marks))
    assert all(two[0] - one[0] >= 30 for one, two in pairwise(drawn.below))
    assert len(drawn.dots) <= 60


@settings(max_examples=40, deadline=None)
@given(VALUES, st.sampled_from([*BACK]))
def test_a_gap_is_not_joined_and_no_evening_is_lost(days: dict[int, int], back: str) -> None:
    evenings = evenings_of(days)
    kept, weeks = roll_up(evenings, {})
    assert sum(number for _, number in all_weeks(kept, weeks).values()) == len(evenings)
    line = line_of(kept, weeks, TODAY, back)
    runs = line.runs()
    assert [point for run in runs for point in run] == line.points
    for run in runs:
        assert all(follows(one.on, two.on, line.step) for one, two in pairwise(run))
    assert all(not follows(one[-1].on, two[0].on, line.step) for one, two in pairwise(runs))
    assert all(1 <= point.value <= 5 for point in line.points)


def weekly(*values: float) -> Line:
    return Line([Point(date(2026, 9, 7) + timedelta(weeks=n), value) for n, value in enumerate(values)], "week")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (weekly(2, 3), "there is no hurry"),
        (weekly(3, 3, 3, 1, 2, 3, 3, 3), "dipped in the week of 28 September and has grown since"),
        (weekly(1, 1, 2, 3, 4, 4), "has grown since September"),
        (weekly(4, 4, 4, 3, 2, 2), "a hard time takes nothing out"),
        (weekly(3, 3, 3, 3), "Steady is something, too"),
    ],
)
def test_the_sentence_is_kind(line: Line, says: str) -> None:
    assert says in sentence_of(line, "Your trust")


def test_a_low_point_gets_a_letter_that_says_what_came_after() -> None:
    chart = chart_of(weekly(3, 3, 1, 2, 3, 4), [Event(date(2026, 10, 14), "mended")])
    assert chart
    words = {letter: each.words for letter, each in chart.letters}
    assert "It was higher again in the week of 28 September." in words["A"]
    assert "mended" in words["B"]
    assert len(chart.rows) == 6


def test_a_chart_is_its_owners_until_they_show_it_and_again_after(couple: Couple) -> None:
    ana, ben = couple
    note_trust(ana, {TODAY - timedelta(days=n): 1 + n % 5 for n in range(30)})  # also from before they shared
    assert "Not shared now." in page(ben, "/how-far/trust/theirs/")
    ana.post("/how-far/trust/sharing/", {"act": "share"})
    shown = page(ben, "/how-far/trust/theirs/")
    assert shown.count("<tr>") == 2  # the heading, and the one week that the two have
    ben.post("/how-far/trust/sharing/", {"act": "away"})  # only its giver can
    assert "A chart that Ana shows you" in page(ben, "/how-far/")
    ana.post("/how-far/trust/sharing/", {"act": "away"})
    assert "Not shared now." in page(ben, "/how-far/trust/theirs/")


@pytest.mark.parametrize(("length", "days"), [("1", 1), ("7", 7), ("14", 14), ("90", 14), ("", 14)])
def test_a_chart_ends_by_itself_and_only_its_giver_is_told(
    couple: Couple, clock: time_machine.Traveller, length: str, days: int
) -> None:
    ana, ben = couple
    note_trust(ana, {TODAY: 4})
    ana.post("/how-far/trust/sharing/", {"act": "share", "length": length, "purpose": "For Thursday’s talk"})
    until = day(TODAY + timedelta(days=days))
    for actor, path in ((ana, ""), (ana, "trust/"), (ben, ""), (ben, "trust/theirs/")):
        assert until in page(actor, f"/how-far/{path}"), path
    assert "For Thursday’s talk" in page(ben, "/how-far/trust/theirs/")
    for later, is_shown in ((days, True), (days + 1, False)):
        clock.move_to(EVENING + timedelta(days=later))
        for actor in couple:
            actor.sign_in()
        assert ("Not shared now." in page(ben, "/how-far/trust/theirs/")) is not is_shown
    assert "A chart that" not in page(ben, "/how-far/")
    assert f"ended by itself after {until}" in page(ana, "/how-far/trust/")
    ana.post("/how-far/trust/sharing/", {"act": "away"})
    assert "ended by itself after" not in page(ana, "/how-far/trust/")


@pytest.mark.parametrize("until", [None, date.max])
def test_no_chart_is_shown_longer_than_two_weeks_whatever_its_slip_says(until: date | None) -> None:
    chart = SharedChart(question="", up_to=TODAY, weeks={}, until=until)
    assert chart.stands(TODAY + timedelta(days=14))
    assert not chart.stands(TODAY + timedelta(days=15))


def test_a_purpose_is_short_and_stays_where_it_was_typed(couple: Couple) -> None:
    ana, ben = couple
    note_trust(ana, {TODAY: 4})
    sent = {"act": "share", "length": "7", "purpose": "so " * 200}
    assert "so so so" in ana.post("/how-far/trust/sharing/", sent).content.decode()
    assert "Not shared now." in page(ben, "/how-far/trust/theirs/")
    ana.post("/how-far/draft/trust/", {"purpose": "For the talk on Thursday", "length": "1", "once": "one"})
    assert "For the talk on Thursday" in page(ana, "/how-far/trust/")
    ana.post("/how-far/trust/sharing/", {"act": "share", "purpose": "For the talk on Thursday", "once": "one"})
    assert "For the talk on Thursday" in page(ben, "/how-far/trust/theirs/")
    ana.post("/how-far/trust/sharing/", {"act": "away"})
    assert "For the talk on Thursday" not in page(ana, "/how-far/trust/")


def test_a_chart_that_was_shown_is_gone_with_the_sharing(couple: Couple) -> None:
    ana, _ = couple
    note_trust(ana, {TODAY: 4})
    ana.post("/how-far/trust/sharing/", {"act": "share"})
    close_space(ana.private, ana.shared)
    for actor in couple:
        assert actor.get("/how-far/trust/theirs/").status_code == 404
        assert "A chart that" not in page(actor, "/how-far/")
    assert "How much do you trust" not in page(ana, "/how-far/trust/")  # her line goes through more than one question


def test_somebody_alone_has_nobody_to_show_it_to(sam: Actor) -> None:
    sam.post("/check-in/", {"feel": "calm", "trust": "4", "act": "keep", "once": "one"})
    assert "Show the numbers" in page(sam, "/how-far/trust/?back=all")
    assert sam.get("/how-far/trust/theirs/").status_code == 404
    sam.post("/how-far/trust/sharing/", {"act": "share"})
    assert "Share this chart" not in page(sam, "/how-far/trust/")
