"""What other rooms ask: is there a question first, and do joint steps rest."""

from datetime import timedelta

import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from glasswork.safety import gate
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor


def keep(actor: Actor, safe: str, **hark: str) -> None:
    keep_answer(actor.spaces, make_answer(safe, hark or None), once=f"{safe}{hark}{timezone.now()}")


def test_hark_comes_before_the_first_step_towards_another(ana: Actor) -> None:
    assert gate.needs_question(ana.spaces) == "/safety/hark/"
    assert gate.needs_question(ana.spaces, next_path="/pairing/") == "/safety/hark/?next=%2Fpairing%2F"


def test_feeling_safe_alone_does_not_open_the_gate(ana: Actor) -> None:
    keep(ana, "yes")
    assert gate.needs_question(ana.spaces)


def test_leaving_all_four_open_is_enough_to_pass_it(ana: Actor) -> None:
    keep(ana, "", kick="skip")
    assert gate.needs_question(ana.spaces) is None


def test_it_is_asked_again_after_a_month(ana: Actor) -> None:
    spaces = ana.spaces
    keep(ana, "", kick="no")
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        assert gate.needs_question(spaces) is None
    with time_machine.travel(timezone.now() + timedelta(days=32), tick=False):
        assert gate.needs_question(spaces)


def test_joint_steps_rest_until_their_owner_answers_otherwise(ana: Actor) -> None:
    assert not gate.is_resting(ana.spaces)
    keep(ana, "no")
    assert gate.is_resting(ana.spaces)
    keep(ana, "yes")
    assert not gate.is_resting(ana.spaces)


def test_one_persons_answer_rests_nothing_of_the_others(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    keep(ana, "no")
    assert gate.is_resting(ana.spaces)
    assert not gate.is_resting(ben.spaces)


def test_reading_it_is_one_query(ana: Actor, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    keep(ana, "not-always", kick="yes")
    spaces = ana.spaces
    with django_assert_num_queries(1):
        assert gate.is_resting(spaces)


def test_a_page_can_read_it_with_entries_of_its_own(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    keep(ana, "no")
    spaces = ana.spaces
    entries = read_entries(Want(spaces.private, tags=("names", gate.TAG)), Want(ana.shared, tags=("names",)))
    assert gate.standing_of(spaces, entries).is_resting
    assert not gate.is_question_due(gate.standing_of(spaces, entries))
