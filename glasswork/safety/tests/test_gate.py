"""What other rooms ask: is there a question first, and do joint steps rest."""

from datetime import date, timedelta

import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from glasswork.safety import gate
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer, standing_after
from tests.cast import Actor


def keep(actor: Actor, safe: str, **hark: str) -> None:
    keep_answer(actor.spaces, make_answer(safe, hark or None), once=f"{safe}{hark}{timezone.now()}")


def is_asked(actor: Actor) -> bool:
    return gate.is_question_first(gate.read_standing(actor.spaces))


def is_resting(actor: Actor) -> bool:
    return gate.read_standing(actor.spaces).is_resting


def test_hark_comes_before_the_first_step_towards_another(ana: Actor) -> None:
    assert is_asked(ana)
    assert gate.question_path("/pairing/") == "/safety/hark/?next=%2Fpairing%2F"


def test_feeling_safe_alone_does_not_open_the_gate(ana: Actor) -> None:
    keep(ana, "yes")
    assert is_asked(ana)


def test_leaving_all_four_open_is_enough_to_pass_it(ana: Actor) -> None:
    keep(ana, "", kick="skip")
    assert not is_asked(ana)


def test_it_is_asked_again_after_a_month(ana: Actor) -> None:
    keep(ana, "", kick="no")
    standing = gate.read_standing(ana.spaces)
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        assert not gate.is_question_first(standing)
    with time_machine.travel(timezone.now() + timedelta(days=32), tick=False):
        assert gate.is_question_first(standing)


def test_joint_steps_rest_until_their_owner_answers_otherwise(ana: Actor) -> None:
    assert not is_resting(ana)
    keep(ana, "no")
    assert is_resting(ana)
    keep(ana, "yes")
    assert not is_resting(ana)


def test_one_persons_answer_rests_nothing_of_the_others(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    keep(ana, "no")
    assert is_resting(ana)
    assert not is_resting(ben)


def test_reading_it_is_one_query(ana: Actor, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    keep(ana, "not-always", kick="yes")
    spaces = ana.spaces
    with django_assert_num_queries(1):
        assert gate.read_standing(spaces).is_resting


def test_the_gate_is_there_whatever_was_said_before(couple: tuple[Actor, Actor]) -> None:
    """Somebody may look over their shoulder: neither its absence nor the number of rows tells."""
    ana, ben = couple
    keep(ana, "yes")
    keep(ben, "not-always", kick="yes", rape="skip")
    for actor in couple:
        assert is_asked(actor)
        keep(actor, "", kick="no")
        assert not is_asked(actor)
    assert is_resting(ben)  # what was said alone still holds
    assert not is_resting(ana)
    assert len(gate.read_sittings(ana.spaces)) == len(gate.read_sittings(ben.spaces)) == 2


def test_after_a_month_the_gate_takes_a_yes_back() -> None:
    alone, gated = make_answer("not-always", {"kick": "yes"}), make_answer("", {"kick": "no"})
    day = date(2026, 11, 19)
    for days, harm in ((31, 1), (32, 0)):
        assert standing_after([(day, alone), (day + timedelta(days=days), gated)]).harm == harm
