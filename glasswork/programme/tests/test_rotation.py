"""The evening's question goes round its pool, alike for both of a couple."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from glasswork.programme.prompts import Who, another_prompt, prompt_of_evening, prompts_for

days = st.dates(date(2020, 1, 1), date(2090, 1, 1))
pools = st.sampled_from(["both", "alone"])
seeds = st.binary(max_size=40)


def evenings(first: date, count: int, who: Who, seed: bytes) -> list[str]:
    return [prompt_of_evening(first + timedelta(days=n), who, seed).id for n in range(count)]


@given(days, pools, seeds)
def test_a_round_asks_everything_once(day: date, who: Who, seed: bytes) -> None:
    pool = prompts_for(who)
    start = day - timedelta(days=day.toordinal() % len(pool))
    assert sorted(evenings(start, len(pool), who, seed)) == sorted(prompt.id for prompt in pool)


@given(days, pools, seeds)
def test_half_a_pool_lies_between_a_question_and_its_return(day: date, who: Who, seed: bytes) -> None:
    half = len(prompts_for(who)) // 2
    shown = evenings(day, half, who, seed)
    assert len(set(shown)) == half


@given(days, pools, seeds)
def test_both_are_asked_the_same(day: date, who: Who, seed: bytes) -> None:
    assert prompt_of_evening(day, who, seed) is prompt_of_evening(day, who, bytes(seed))


@given(days, pools, seeds)
def test_another_question_is_another_one_until_all_were_shown(day: date, who: Who, seed: bytes) -> None:
    pool, shown = prompts_for(who), [prompt_of_evening(day, who, seed).id]
    for _ in range(len(pool) - 1):
        shown.append(another_prompt(shown[-1], day=day, who=who, seed=seed).id)
    assert sorted(shown) == sorted(prompt.id for prompt in pool)
    assert another_prompt(shown[-1], day=day, who=who, seed=seed).id == shown[0]
    assert another_prompt("gone", day=day, who=who, seed=seed) in pool


def test_another_couple_and_another_round_have_another_order() -> None:
    pool, start = prompts_for("both"), date(2026, 11, 21)
    start -= timedelta(days=start.toordinal() % len(pool))
    first = evenings(start, len(pool), "both", b"one")
    assert first != evenings(start, len(pool), "both", b"two")
    assert first != evenings(start + timedelta(days=len(pool)), len(pool), "both", b"one")
