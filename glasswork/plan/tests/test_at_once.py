"""Two devices, or two people, at the same moment: a step is done once, nothing is lost, and two begin once."""

from glasswork.plan.kinds import TAG, TOGETHER, Act, Ready
from glasswork.plan.tests.make import act, answer_intake, course_of
from glasswork.spaces.reading import Want, read_entries
from tests.at_once import repeated, together
from tests.cast import make_actor, make_couple

READY = "/plan/mine/date-night/readiness/"


def done_on_two_devices() -> str:
    sam = make_actor("Sam")
    answer_intake(sam, role="alone")
    together(lambda: act(sam, "breathing", "done"), lambda: act(sam, "breathing", "done"))
    entries = [each.value for each in read_entries(Want(sam.private, tags=(TAG,)))]
    assert [each.act for each in entries if isinstance(each, Act)] == ["done"]
    assert course_of(sam).done["breathing"].number == 1
    return "once"


def done_and_declined_on_two_devices() -> str:
    sam = make_actor("Sam")
    answer_intake(sam, role="alone")
    together(
        lambda: act(sam, "breathing", "done"),
        lambda: act(sam, "me-time", "declined"),
        lambda: act(sam, "moving-plan", "chosen"),
    )
    course = course_of(sam)
    assert (list(course.done), course.declined, list(course.chosen)) == (["breathing"], ["me-time"], ["moving-plan"])
    return "all of it"


def both_are_ready() -> str:
    ana, ben = make_couple()
    said = together(*(lambda who=who: who.post(READY, {"act": "ready"}).status_code for who in (ana, ben, ana)))
    assert said == [302, 302, 302], said
    found = [each.value for each in read_entries(Want(ana.shared, tags=(TOGETHER,)))]
    assert len({each.together for each in found if isinstance(each, Ready)}) == 1
    assert len(found) == 2
    return "one start"


def test_a_step_done_on_two_devices_is_done_once() -> None:
    assert repeated(done_on_two_devices, 4) == {"once": 4}


def test_nothing_of_a_plan_is_lost_between_two_devices() -> None:
    assert repeated(done_and_declined_on_two_devices, 4) == {"all of it": 4}


def test_two_who_are_ready_at_the_same_moment_begin_once() -> None:
    assert repeated(both_are_ready, 4) == {"one start": 4}
