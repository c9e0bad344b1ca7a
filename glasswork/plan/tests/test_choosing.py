"""What is next: it fits each kind of person from the first day, breaks no rule, and always has something to say."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import example, given, settings

from glasswork.plan.choosing import is_open, next_choice, offers, ranking
from glasswork.plan.facts import A_DAY, Facts, Times
from glasswork.plan.fit import BEGINNINGS, FOR_DATING, FOR_GOALS, kind_of
from glasswork.plan.not_when import FLAGS, flags_of, holding
from glasswork.plan.order import HEAVY_TALKS, RULES, broken_by
from glasswork.plan.reasons import BEGIN, GOALS, QUIET, TIME_OUTS
from glasswork.plan.repeats import days_between
from glasswork.plan.simulation.oracle import faults, reason_faults
from glasswork.plan.stage import PART_WELL, stage_of
from glasswork.plan.tests.facts import SEVEN, TODAY, any_facts, person
from glasswork.programme.shelf import SHELF

ALL = SHELF.exercises
FITS = {
    "hurt": {"set-off-map", "support-map", "feelings-map"},
    "involved": {"contact-decision", "truth-habit", "support-map"},
    "a couple": {"time-out", "small-things-list", "ground-words"},
    "alone": {"breathing", "check-in-with-myself", "support-map"},
    "left": {"support-map", "moving-plan", "guided-journal"},
    "dating": {"ready-to-date", "signs-trust-is-low", "dating-lines"},
    "unsure": {"is-it-worth-it", "thought-record", "check-in-with-myself"},
}


@pytest.mark.parametrize("kind", SEVEN)
def test_the_first_plan_fits_from_the_first_day(kind: str) -> None:
    plan = offers(person(kind), ALL)
    assert len(plan) == 3
    assert len({each.exercise for each in plan} & FITS[kind]) >= 2, plan
    assert all(each.reason.startswith("Because ") for each in plan)
    assert len({each.reason for each in plan}) == 3
    assert next_choice(person(kind), ALL) is not None


@pytest.mark.parametrize("kind", ["alone", "left", "dating"])
def test_nobody_alone_is_led_to_a_partner(kind: str) -> None:
    for each in ranking(person(kind, is_screened=True), ALL):
        assert "alone" in ALL[each.exercise].facts.who or not ALL[each.exercise].is_joint


@pytest.mark.parametrize("kind", SEVEN)
def test_dating_is_for_whoever_said_so(kind: str) -> None:
    for goals, is_asked in ((frozenset({"calm"}), kind == "dating"), (frozenset({"new-trust"}), True)):
        suggested = {each.exercise for each in ranking(person(kind, goals=goals), ALL)}
        assert is_asked or not suggested & FOR_DATING
    assert "ready-to-date" in {each.exercise for each in ranking(person("alone", changes={"met": TODAY}), ALL)}


@settings(max_examples=400, deadline=None)
@given(any_facts)
@example(Facts(today=TODAY))
@example(Facts(today=TODAY, role="alone", is_shared=True, is_screened=True, shared_on=TODAY, contact_on=TODAY))
@example(Facts(today=TODAY, role="alone", is_shared=True, is_screened=True, shared_on=TODAY, contact="yes"))
@example(Facts(today=TODAY - timedelta(days=200), changes={"found-out": TODAY, "hard-time": TODAY}))
@example(Facts(today=TODAY, role="alone", is_shared=True, is_screened=True, changes={"back": TODAY}))
def test_no_suggestion_breaks_a_rule_or_a_flag(facts: Facts) -> None:
    suggested = [*ranking(facts, ALL), *offers(facts, ALL)]
    for each in suggested:
        exercise = ALL[each.exercise]
        assert broken_by(facts, exercise) == 0
        assert holding(facts, exercise) == ""
        assert faults(facts, exercise) == []
        assert reason_faults(facts, each.reasons) == []


@settings(max_examples=200, deadline=None)
@given(any_facts)
def test_there_is_always_a_step_or_the_quiet_sentence(facts: Facts) -> None:
    choice = next_choice(facts, ALL)
    said = choice.reason if choice else QUIET
    assert said.endswith(".")
    assert choice == next_choice(facts, ALL), "the same facts give another answer"
    assert choice is None or choice.exercise in ALL


@settings(max_examples=200, deadline=None)
@given(any_facts)
def test_reasons_name_acts_and_no_numbers(facts: Facts) -> None:
    for each in offers(facts, ALL):
        assert not any(sign.isdigit() for sign in each.reason.replace(each.title, ""))


def test_without_anything_to_suggest_the_evening_is_quiet() -> None:
    assert next_choice(person("hurt", declined=frozenset(ALL)), ALL) is None
    assert next_choice(person("hurt"), {}) is None
    assert QUIET == "Nothing needed. Have a quiet evening."


def test_one_step_a_day_is_enough() -> None:
    assert next_choice(person("hurt", done={"breathing": Times(1, TODAY, TODAY)}), ALL) is None


def test_a_slow_pace_is_kept() -> None:
    done = {"breathing": Times(1, TODAY - timedelta(days=2), TODAY - timedelta(days=2))}
    assert next_choice(person("hurt", pace="slow", done=done), ALL) is None
    assert next_choice(person("hurt", pace="daily", done=done), ALL) is not None


def test_a_look_back_comes_on_its_day() -> None:
    long_ago = TODAY - timedelta(days=40)
    facts = person("hurt", done={"support-map": Times(1, long_ago, long_ago)}, again={"support-map": TODAY})
    choice = next_choice(facts, ALL)
    assert choice is not None
    assert choice.exercise == "support-map"
    assert "look at this again" in choice.reason


def test_a_removed_exercise_is_passed_over() -> None:
    choice = next_choice(person("hurt", chosen=("gone",), started={"gone": TODAY}), ALL)
    assert choice is None or choice.exercise in ALL


def test_a_clock_set_back_counts_as_the_first_day() -> None:
    facts = person("hurt", begun_on=TODAY + timedelta(days=30))
    assert facts.days == 0
    assert stage_of(facts) == 1


@pytest.mark.parametrize("said", [{"role": "alone"}, {"role": "hurt", "standing": "left"}, {"standing": "dating"}])
def test_whoever_shares_since_the_intake_is_led_to_steps_for_two(said: dict[str, str]) -> None:
    before = Facts(today=TODAY, contact_on=TODAY, is_shared=True, is_screened=True, **said)  # type: ignore[arg-type]
    since = replace(before, shared_on=TODAY)
    for facts, is_for_two in ((before, False), (since, True), (replace(since, contact_on=TODAY + A_DAY), False)):
        joint = [each for each in ranking(facts, ALL) if each.is_for_two]
        assert bool(joint) is is_for_two, facts
    assert replace(since, changes={"left": TODAY}).is_over


def test_kept_time_outs_are_a_reason() -> None:
    kept = {"time-out": Times(1, TODAY, TODAY)}
    before = person("a couple", pace="daily", begun_on=TODAY - timedelta(days=30))
    after = replace(before, deeds={**kept, "scope-said": Times(1, TODAY, TODAY)})
    assert broken_by(before, ALL["impact-letter"]) == 2
    assert broken_by(before, ALL["hard-question-ledger"]) == 2
    assert broken_by(after, ALL["hard-question-ledger"]) == 0
    assert next_choice(after, ALL) is not None, "it makes no week full, and no evening quiet"
    assert any(TIME_OUTS in each.reasons for each in ranking(after, ALL))
    assert not any(TIME_OUTS in each.reasons for each in ranking(before, ALL))
    assert "time-out" not in {each.exercise for each in ranking(after, ALL)}


def test_amends_are_seen_by_whom_they_are_for() -> None:
    both = {name: Times(1, TODAY, TODAY) for name in ("apology-read", "repair-seen")}
    for name, times in both.items():
        assert not person("hurt", deeds={name: times}).has_amends
    assert person("hurt", deeds=both).has_amends
    assert not person("hurt", deeds={"apology": both["apology-read"], "kept-promises": both["repair-seen"]}).has_amends


def test_solo_weeks_rest_heavy_talks_alone() -> None:
    days = TODAY - timedelta(days=80)
    done = {name: Times(1, days, days) for name in ("time-out", "ground-words", "mirroring", "support-map")}
    known = {"done": done, "begun_on": days, "pace": "daily"}
    before = {each.exercise for each in ranking(person("a couple", **known), ALL)}
    during = {each.exercise for each in ranking(person("a couple", is_solo_week=True, **known), ALL)}
    assert before - during
    assert before - during <= HEAVY_TALKS
    assert "date-night" in during


def test_a_decision_to_part_leads_to_the_other_ending() -> None:
    facts = person("unsure", changes={"part": TODAY})
    assert stage_of(facts) == PART_WELL


def test_a_new_discovery_leads_back_and_a_slip_told_the_same_day_does_not() -> None:
    days = TODAY - timedelta(days=100)
    done = {name: Times(1, days, days) for name in ("support-map", "mirroring", "set-off-map")}
    known = {"done": done, "begun_on": days}
    assert stage_of(person("hurt", **known)) == 4
    assert stage_of(person("hurt", changes={"told-same-day": TODAY}, **known)) == 4
    assert stage_of(person("hurt", changes={"found-out": TODAY}, **known)) == 1


def test_every_kind_of_person_and_goal_has_its_words() -> None:
    assert BEGINNINGS.keys() == BEGIN.keys()
    assert FOR_GOALS.keys() == GOALS.keys()
    named = {name for names in (*BEGINNINGS.values(), *FOR_GOALS.values()) for name in names}
    assert named <= ALL.keys()
    for kind in SEVEN:
        assert kind_of(person(kind)) == {"a couple": "both"}.get(kind, kind)


def test_every_rule_and_flag_is_about_something() -> None:
    assert [rule.number for rule in RULES] == list(range(1, 11))
    for name in FLAGS:
        assert any(name in flags_of(exercise) for exercise in ALL.values()), name
    for exercise in ALL.values():
        said = " ".join(exercise.facts.not_when)
        assert "Contact goes on" not in said or "contact" in flags_of(exercise)
        assert "afraid of the other" not in said or "fear" in flags_of(exercise)


def test_everything_that_comes_round_has_its_days() -> None:
    for exercise in ALL.values():
        if re.search(r"(once|twice|times) an? (day|week|month)", exercise.facts.how_often):
            assert days_between(exercise), exercise.facts.id


def test_the_oracle_can_fail() -> None:
    facts = person("involved", is_shared=True, is_screened=True)
    assert not is_open(facts, ALL["apology"])
    assert {"rule 2: apology", "rule 3: apology"} <= set(faults(facts, ALL["apology"]))
