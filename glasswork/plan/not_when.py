"""When an exercise says it should wait, as far as a plan can know. Pure.

Each exercise says in words when not to do it. Some of these its reader alone can judge; for the others there is a flag
here: the words that name it, and when it holds. Only the plan waits. Every page stays open, but for the stop rules.
"""

import re
from collections.abc import Callable
from functools import cache

from glasswork.plan.facts import Facts
from glasswork.programme.exercises import Exercise

Holds = Callable[[Facts], bool]

REPAIRS = ("apology", "kept-promises", "accountability-table", "big-things", "repair-after-crossing")
FLAGS: dict[str, tuple[str, Holds]] = {
    "fear": (
        (
            r"afraid of|fright|violence|forced, threatened|forcing|forced or threatened"
            r"|watches, follows or threatens|controls or follows|put you in danger|is dangerous to you"
            r"|not safe|feel safe|real danger"
        ),
        lambda facts: facts.is_resting,
    ),
    "contact": (
        r"contact (goes|is going) on|contact or the lies go on|contact or hidden|an end to contact is still owed",
        lambda facts: facts.contact_now == "yes",
    ),
    "harm": (r"harm is still going on", lambda facts: facts.contact_now == "yes" or facts.is_resting),
    "crisis": (
        r"in crisis|(day|week) of crisis|dying|ending your life|hurting yourself|had a shock",
        lambda facts: facts.is_hard_time,
    ),
    "flooded": (
        r"above 5 out of 10|flooded|too stirred up|head is too full|in a hard hour",
        lambda facts: facts.is_heavy,
    ),
    "sleepless": (
        r"not sleeping|can’t sleep|haven’t slept|unable to sleep|a bad night",
        lambda facts: facts.sleep == "hardly",
    ),
    "raw": (r"first (raw )?weeks|hurt is new", lambda facts: facts.since == "weeks"),
    "undecided": (
        r"hasn’t decided whether to stay|not yet chosen to stay",
        lambda facts: facts.decision not in {"stay", "own"},
    ),
    "crossed": (r"crossed in the last day", lambda facts: facts.changes.get("told-same-day") == facts.today),
    "late": (r"it is late", lambda facts: facts.is_late),
    "no-amends": (
        r"no amends have been made|promised repair has stopped",
        lambda facts: not facts.is_over and not facts.has_amends,
    ),
    "not-owned": (
        r"hasn’t yet owned|haven’t yet owned|before an apology",
        lambda facts: facts.role == "involved" and not facts.did("ownership"),
    ),
    "no-repair": (r"no act of repair", lambda facts: not facts.did(*REPAIRS)),
}
_PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, (words, _) in FLAGS.items()}


def flags_of(exercise: Exercise) -> frozenset[str]:
    """The flags that its “not when” names."""
    return _flags_in(exercise.facts.not_when)


def holding(facts: Facts, exercise: Exercise) -> str:
    """The first of its flags that holds, empty when none does."""
    return next((name for name in sorted(flags_of(exercise)) if FLAGS[name][1](facts)), "")


@cache
def _flags_in(reasons: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name, words in _PATTERNS.items() if any(words.search(reason) for reason in reasons))
