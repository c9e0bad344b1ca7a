"""Made-up facts: seven kinds of person on their first day, and any facts at all for the property tests."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import strategies as st

from glasswork.plan.changes import CHANGES
from glasswork.plan.facts import Facts, Times
from glasswork.plan.questions import QUESTIONS
from glasswork.programme.shelf import SHELF

TODAY = date(2026, 11, 22)
SEVEN: Mapping[str, dict[str, object]] = {
    "hurt": {"role": "hurt", "standing": "together", "goals": frozenset({"trust"}), "since": "weeks"},
    "involved": {"role": "involved", "standing": "together", "goals": frozenset({"trust"}), "contact": "yes"},
    "a couple": {"role": "both", "standing": "together", "is_shared": True, "is_screened": True, "contact": "none"},
    "alone": {"role": "alone", "goals": frozenset({"calm"})},
    "left": {"role": "hurt", "standing": "left", "goals": frozenset({"life"}), "support": "nobody"},
    "dating": {"role": "alone", "standing": "dating", "since": "years", "goals": frozenset({"new-trust"})},
    "unsure": {"role": "hurt", "standing": "unsure", "goals": frozenset({"decide"})},
}


def person(kind: str, **more: object) -> Facts:
    return Facts(**{"today": TODAY, "begun_on": TODAY, **SEVEN[kind], **more})  # type: ignore[arg-type]


def _days(before: int, after: int = 0) -> st.SearchStrategy[date]:
    return st.integers(-before, after).map(lambda number: TODAY + timedelta(days=number))


def _times() -> st.SearchStrategy[Times]:
    """Also later than today: a clock may have been set back."""
    return st.tuples(st.integers(1, 9), _days(200), st.integers(0, 400)).map(
        lambda found: Times(found[0], found[1], found[1] + timedelta(days=found[2]))
    )


def _one_of(question: str) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *dict(QUESTIONS[question].options)])


names = st.sampled_from([*SHELF.exercises, "an-exercise-that-was-removed"])
any_facts = st.builds(
    Facts,
    today=st.just(TODAY),
    role=_one_of("role"),
    standing=_one_of("standing"),
    goals=st.frozensets(st.sampled_from(list(dict(QUESTIONS["goals"].options)))),
    focus=_one_of("focus"),
    since=_one_of("since"),
    contact=_one_of("contact"),
    sleep=_one_of("sleep"),
    support=_one_of("support"),
    therapist=_one_of("therapist"),
    pace=_one_of("pace"),
    begun_on=st.none() | _days(200, 5),  # a clock may have been set back
    done=st.dictionaries(names, _times(), max_size=25),
    deeds=st.dictionaries(names | st.sampled_from(["scope-said", "apology-read", "repair-seen"]), _times(), max_size=9),
    started=st.dictionaries(names, _days(9), max_size=3),
    chosen=st.lists(names, unique=True, max_size=6).map(tuple),
    declined=st.frozensets(names, max_size=9),
    waits=st.dictionaries(names, _days(9, 9), max_size=6),
    again=st.dictionaries(names, _days(9, 9), max_size=4),
    changes=st.dictionaries(st.sampled_from([*CHANGES, "contact-limited"]), _days(60, 200), max_size=5),
    quiet_on=st.none() | _days(3),
    is_shared=st.booleans(),
    shared_on=st.none() | _days(60),
    contact_on=st.none() | _days(60),
    was_shared=st.booleans(),
    is_screened=st.booleans(),
    is_resting=st.booleans(),
    is_solo_week=st.booleans(),
    is_heavy=st.booleans(),
    is_late=st.booleans(),
)
