"""Steps of one’s own: put on the plan, begun, done, put off, let go; two devices; a clock set back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
import time_machine

from glasswork.plan.actions import _from_entries, act_on
from glasswork.plan.kinds import TAG, Act, Course, Done, filled
from glasswork.plan.questions import QUESTIONS
from glasswork.plan.tests.make import act, answer_intake, change, course_of, here_of, page
from glasswork.programme.shelf import SHELF
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.kinds import encode
from glasswork.spaces.models import Slip
from glasswork.spaces.reading import Want, read_entries, slot_of
from glasswork.spaces.writing import save_slip
from tests.cast import Actor, close_space

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def later(clock: time_machine.Traveller, actor: Actor, **after: int) -> None:
    clock.move_to(TONIGHT + timedelta(**after))
    actor.sign_in()


def acts(actor: Actor) -> list[str]:
    found = [entry.value for entry in read_entries(Want(actor.private, tags=(TAG,)))]
    return [value.act for value in found if isinstance(value, Act)]


def test_a_step_is_added_begun_and_done(sam: Actor) -> None:
    answer_intake(sam, role="alone", goals=["calm"])
    assert act(sam, "breathing", "chosen", came_from="first") == "/plan/first-steps/"
    assert "On your plan" in page(sam, "/plan/first-steps/")
    assert act(sam, "breathing", "started") == "/exercises/breathing/"
    assert "Go on with it" in page(sam, "/plan/mine/breathing/")
    assert act(sam, "breathing", "done", again="week") == "/plan/"
    assert course_of(sam).done == {"breathing": Done(1, TODAY, TODAY)}
    assert course_of(sam).again == {"breathing": TODAY + timedelta(days=7)}
    assert "quiet evening" in page(sam, "/plan/")


def test_it_comes_round_as_often_as_it_says(sam: Actor, clock: time_machine.Traveller) -> None:
    answer_intake(sam, role="alone", pace="daily")
    act(sam, "breathing", "chosen")
    act(sam, "breathing", "done")
    later(clock, sam, days=1)
    choice = here_of(sam).choice
    assert choice is not None
    assert choice.exercise == "breathing"


@pytest.mark.parametrize(
    ("what", "days", "is_back"),
    [
        ("not-today", 0, False),
        ("not-today", 1, True),
        ("later", 1, False),
        ("later", 3, True),
        ("declined", 400, False),
    ],
)
def test_put_off_means_put_off(sam: Actor, clock: time_machine.Traveller, what: str, days: int, is_back: bool) -> None:
    answer_intake(sam, role="alone", pace="daily")
    act(sam, "thought-record", "chosen")
    act(sam, "thought-record", what)
    later(clock, sam, days=days)
    choice = here_of(sam).choice
    assert (choice is not None and choice.exercise == "thought-record") is is_back


def test_another_step_comes_in_place_of_one_that_is_changed(sam: Actor) -> None:
    answer_intake(sam, role="alone", goals=["calm"])
    assert 'href="/plan/mine/breathing/"' in page(sam, "/plan/first-steps/")
    act(sam, "breathing", "swapped")
    text = page(sam, "/plan/first-steps/")
    assert 'href="/plan/mine/breathing/"' not in text
    assert text.count('value="swapped"') == 3


def test_the_plan_shows_what_is_on_now_and_where_one_is(sam: Actor) -> None:
    assert "Make a plan" in page(sam, "/plan/")
    answer_intake(sam, role="alone")
    act(sam, "breathing", "chosen")
    text = page(sam, "/plan/")
    assert 'href="/plan/mine/breathing/"' in text
    assert "On now" in text
    assert 'Where you are: <a href="/plan/stages/steady/"' in text


def test_two_devices_do_one_step_at_once(sam: Actor) -> None:
    for _ in range(2):
        act_on(sam.private, SHELF.exercises["breathing"], "done", TODAY)
    assert acts(sam) == ["done"]
    assert course_of(sam).done["breathing"].number == 1
    for _ in range(2):
        act(sam, "breathing", "chosen", once="one-form")
    assert acts(sam) == ["done", "chosen"]


def test_a_clock_that_was_set_back_breaks_nothing(sam: Actor, clock: time_machine.Traveller) -> None:
    answer_intake(sam, role="alone")
    act(sam, "thought-record", "later")
    act(sam, "breathing", "done")
    later(clock, sam, days=-600)
    assert here_of(sam).facts.days == 0
    assert here_of(sam).stage == 1
    act(sam, "breathing", "done")
    assert course_of(sam).done["breathing"] == Done(2, TODAY - timedelta(days=600), TODAY - timedelta(days=600))
    assert page(sam, "/plan/")
    assert page(sam, "/today/")


def test_what_was_said_before_a_clock_was_set_back_rests_nothing(sam: Actor, clock: time_machine.Traveller) -> None:
    answer_intake(sam, role="alone", pace="slow")
    act(sam, "breathing", "done")
    for what in ("hard-time", "found-out"):
        sam.post("/plan/changes/", {"what": what})
    assert here_of(sam).choice is None
    for days in (-200, -100, -2):
        later(clock, sam, days=days)
        assert (here_of(sam).facts.is_hard_time, here_of(sam).facts.reset_on) == (False, None)
        assert here_of(sam).choice is not None
        text = page(sam, "/plan/")
        assert "Your plan rests for a week" not in text
        assert "goes back to steady ground" not in text
    act(sam, "breathing", "done")
    assert here_of(sam).choice is None


def test_in_the_west_what_was_told_tonight_counts_tonight(sam: Actor) -> None:
    """The server's day is tomorrow's there while the evening lasts."""
    facts = replace(here_of(sam).facts, changes={"found-out": TODAY + timedelta(days=1)})
    assert facts.reset_on == TODAY + timedelta(days=1)


def test_a_step_that_left_the_programme_keeps_its_title(sam: Actor) -> None:
    answer_intake(sam, role="alone")
    course = msgspec.structs.replace(course_of(sam), chosen={"gone": "An older step"}, started={"gone": TODAY})
    save_slip(sam.private, filled(course), "plan")
    assert "An older step" in page(sam, "/plan/")
    assert "no longer part of the programme" in page(sam, "/plan/mine/gone/")
    assert page(sam, "/today/")
    sam.post("/plan/mine/gone/", {"act": "let-go"})
    assert "An older step" not in page(sam, "/plan/")
    assert sam.get("/plan/mine/gone/").status_code == 404


def test_the_course_can_be_made_again_from_what_was_said_and_done(sam: Actor) -> None:
    answer_intake(sam, role="alone", goals=["calm"])
    for what in ("chosen", "started", "done"):
        act(sam, "breathing", what, again="month")
    act(sam, "me-time", "declined")
    change(sam, "hard-time")
    before = course_of(sam)
    Slip.objects.filter(slot=slot_of(sam.private, "plan")).delete()
    made = _from_entries(sam.private)
    assert made is not None
    assert filled(made) == before
    act(sam, "moving-plan", "chosen")
    assert course_of(sam).declined == ["me-time"]


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("found-out", "goes back to steady ground"),
        ("contact-again", "goes back to steady ground"),
        ("hard-time", "rests for a week"),
        ("part", "part well"),
        ("therapist", "somebody helps"),
        ("told-same-day", "counts as progress"),
    ],
)
def test_what_changes_is_said_in_one_line_and_planned_at_once(sam: Actor, what: str, line: str) -> None:
    answer_intake(sam, role="hurt", standing="together")
    change(sam, what)
    assert line in page(sam, "/plan/")
    assert course_of(sam).changes == {what: TODAY}


def test_nothing_chosen_is_said_beside_the_choices(sam: Actor) -> None:
    answer = sam.post("/plan/changes/", {"what": "everything"})
    assert answer.status_code == 200
    assert "error-what" in answer.content.decode()


def test_a_partner_who_joins_or_leaves_changes_the_plan(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    answer_intake(ana, role="hurt", standing="together")
    assert "room for two" in page(ana, "/plan/")
    close_space(ana.private, ana.shared)
    assert "for you alone now" in page(ana, "/plan/")
    assert here_of(ana).facts.is_over


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_any_safety_answer_has_the_same_line(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller, answer: str
) -> None:
    ana, _ = couple
    answer_intake(ana, role="both", standing="together", contact="none")
    later(clock, ana, days=9)
    keep_answer(ana.spaces, make_answer(answer, None), once="x")
    text = page(ana, "/plan/")
    assert "looked through again" in text
    assert "safe with" not in text
    joint = {each.choice.exercise for each in _offers(ana) if SHELF.exercises[each.choice.exercise].is_joint}
    assert bool(joint) is (answer == "yes")


def test_ones_answers_never_change_the_size_of_what_is_kept(sam: Actor) -> None:
    sizes: set[int] = set()
    for role, sleep in (("hurt", "hardly"), ("private", ""), ("alone", "well")):
        answer_intake(sam, role=role, sleep=sleep, goals=list(dict(QUESTIONS["goals"].options))[: len(sizes) + 1])
        sizes.add(len(encode(course_of(sam))))
        sam.post("/plan/changes/", {"what": "hard-time"})
    assert max(sizes) - min(sizes) < 9
    assert all(2_048 < size < 8_192 for size in sizes)


def test_a_course_of_years_stays_one_row_of_one_size() -> None:
    done = {name: Done(400, TODAY, TODAY) for name in SHELF.exercises}
    course = Course(begun_on=TODAY, done=done, deeds=dict(list(done.items())[:20]), declined=list(SHELF.exercises)[:20])
    assert len(encode(filled(course))) < 8_192


def _offers(actor: Actor) -> list:  # type: ignore[type-arg]  # the test's own short way
    from glasswork.plan.shown import offered  # noqa: PLC0415

    return offered(here_of(actor))


def test_an_exercise_is_put_on_the_plan_from_its_own_page_once(sam: Actor) -> None:
    assert "Add to my plan" in page(sam, "/exercises/breathing/")
    for _ in range(2):
        assert act(sam, "breathing", "chosen", came_from="exercise") == "/exercises/breathing/"
    assert acts(sam) == ["chosen"]
    text = page(sam, "/exercises/breathing/")
    assert "On your plan" in text
    assert "Add to my plan" not in text
    assert "Because you chose it." in page(sam, "/plan/mine/breathing/")
