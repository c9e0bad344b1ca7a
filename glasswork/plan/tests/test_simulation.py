"""Many lives with the plan; and what is wrong with one would be found."""

from dataclasses import replace
from unittest import mock

from glasswork.plan import choosing, fit
from glasswork.plan.simulation import living, people
from glasswork.plan.simulation.living import simulate
from glasswork.plan.simulation.people import Household


def test_nothing_goes_wrong_for_anybody() -> None:
    report = simulate(24, 8, seed=7)
    assert report.wrong == []
    assert report.evenings == report.suggested + report.quiet
    assert report.suggested > 100
    assert report.quiet > 100


def test_the_same_seed_lives_the_same_lives() -> None:
    assert simulate(10, 3, seed=3) == simulate(10, 3, seed=3)


def test_a_broken_rule_would_be_found() -> None:
    with (
        mock.patch.object(choosing, "broken_by", return_value=0),
        mock.patch.object(choosing, "holding", return_value=""),
    ):
        assert any("rule" in line for line in simulate(24, 8, seed=5).wrong)


def test_a_dead_end_would_be_found() -> None:
    with mock.patch.multiple(living, next_choice=mock.Mock(return_value=None), ranking=mock.Mock(return_value=[])):
        assert any("dead end" in line for line in simulate(6, 2, seed=7).wrong)


def test_a_leak_would_be_found() -> None:
    honest = Household.facts

    def leaking(self, someone, week, day):  # type: ignore[no-untyped-def]  # a hole made on purpose
        other = self.people[0]
        resting, someone.is_resting = someone.is_resting, other.is_resting
        try:
            return honest(self, someone, week, day)
        finally:
            someone.is_resting = resting

    with mock.patch.object(Household, "facts", leaking):
        assert any("reached the other" in line for line in simulate(24, 8, seed=7).wrong)


def test_the_others_word_on_contact_would_be_found() -> None:
    with mock.patch.object(people, "settles", return_value=True):
        assert any("other’s word on contact" in line for line in simulate(60, 12, seed=7).wrong)


def test_a_partner_who_joined_and_was_not_seen_would_be_found() -> None:
    honest = fit.kind_of
    with mock.patch.object(choosing, "kind_of", lambda facts: honest(replace(facts, shared_on=None))):
        assert any("somebody who shares" in line for line in simulate(24, 8, seed=7).wrong)


def test_a_door_that_does_not_hold_would_be_found() -> None:
    with mock.patch.object(people, "_is_open", return_value=True):
        assert any("reached the other" in line for line in simulate(12, 4, seed=7).wrong)
