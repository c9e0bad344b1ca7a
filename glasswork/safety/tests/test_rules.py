"""What follows from answers: when joint steps rest, and when a question may come again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasswork.safety.hark import HARK
from glasswork.safety.kinds import SafetyAnswer
from glasswork.safety.rules import SAFE, Standing, is_due, make_answer, standing_after

DAY = date(2026, 11, 21)
ITEMS = [item.id for item in HARK.items]
NONE, ALL = dict.fromkeys(ITEMS, "no"), dict.fromkeys(ITEMS, "yes")

answers = st.sampled_from(["yes", "no", "skip", ""])
harks = st.none() | st.fixed_dictionaries(dict.fromkeys(ITEMS, answers))
sittings = st.builds(make_answer, st.sampled_from(["", "yes", "not-always", "no"]), harks)


def after(*given: SafetyAnswer) -> Standing:
    return standing_after((DAY + timedelta(days=n), sitting) for n, sitting in enumerate(given))


def test_harks_four_questions_stand_as_published() -> None:
    assert ITEMS == ["humiliation", "afraid", "rape", "kick"]
    assert (HARK.cut_off, HARK.answers) == (1, ("No", "Yes"))
    assert all(item.text.startswith("Within the last year, have you been ") for item in HARK.items)


@pytest.mark.parametrize(
    ("safe", "hark", "is_resting"),
    [
        ("", None, False),
        ("yes", None, False),
        ("not-always", None, False),
        ("no", None, True),
        ("no", NONE, True),
        ("not-always", NONE, False),
        ("not-always", ALL, True),
        ("yes", ALL, True),
        ("", {"kick": "yes"}, True),
        ("", {"kick": "skip"}, False),
        ("", {"kick": "<script>"}, False),
    ],
)
def test_joint_steps_rest_after_a_no_or_one_yes_of_hark(
    safe: str, hark: dict[str, str] | None, is_resting: bool
) -> None:
    assert after(make_answer(safe, hark)).is_resting is is_resting


def test_answering_again_lifts_the_rest() -> None:
    assert not after(make_answer("no", None), make_answer("yes", None)).is_resting
    assert not after(make_answer("", ALL), make_answer("", NONE)).is_resting


def test_a_yes_to_one_question_takes_nothing_back_of_another() -> None:
    assert after(make_answer("", ALL), make_answer("yes", None)).is_resting
    assert after(make_answer("no", None), make_answer("", NONE)).is_resting


@given(st.lists(sittings, max_size=6))
def test_leaving_everything_open_changes_no_answer(given: list[SafetyAnswer]) -> None:
    before, now = after(*given), after(*given, make_answer("", dict.fromkeys(ITEMS, "skip")))
    assert (now.safe, now.harm, now.is_resting) == (before.safe, before.harm, before.is_resting)
    assert now.hark_on == DAY + timedelta(days=len(given))


@given(st.lists(sittings, max_size=6), sittings)
def test_every_sitting_holds_all_questions_as_shown(given: list[SafetyAnswer], sitting: SafetyAnswer) -> None:
    texts = [each.question for each in sitting.asked]
    assert texts == [SAFE.question, *(item.text for item in HARK.items)]
    assert 0 <= after(*given, sitting).harm <= len(ITEMS)


def test_a_question_comes_again_after_a_month_at_most() -> None:
    assert is_due(None, DAY)
    assert not is_due(DAY, DAY + timedelta(days=31))
    assert is_due(DAY, DAY + timedelta(days=32))
    assert not is_due(DAY, DAY - timedelta(days=1))


def test_a_safety_answer_reads_as_nothing_elsewhere() -> None:
    assert make_answer("no", ALL).as_text() == ""
