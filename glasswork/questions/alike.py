"""Whether a question was asked before, pure: how many of its own words stand in an earlier one."""

import re
from collections.abc import Iterable
from uuid import UUID

ENOUGH, FEWEST = 0.6, 2
_COMMON = frozenset(
    "a an and are about am as at be been but by can could did do does doing done during ever for from get go got had "
    "has have he her hers him his how i if in into is it its just know me mean mine my no not of on once one or our "
    "out really she so some tell that the their them then there they this to up us very was we were what when where "
    "which while who whom whose why will with would you your yours yourself please want need think thing things say "
    "said".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")


def most_alike(words: str, earlier: Iterable[tuple[UUID, str]]) -> UUID | None:
    """The earlier question that shares most of its words with this one; None when none shares enough."""
    mine = _content(words)
    found = [(likeness(mine, _content(text)), number, asked) for number, (asked, text) in enumerate(earlier)]
    best = max(found, default=None, key=lambda each: each[:2])
    return best[2] if best and best[0] >= ENOUGH else None


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """0 to 1: the share of the shorter one that stands in the other. A single word in common is no likeness."""
    both = one & other
    if len(both) < FEWEST and not (both and one == other):
        return 0
    return len(both) / min(len(one), len(other))


def _content(text: str) -> frozenset[str]:
    found = _WORD.findall(text.lower().replace("’", "'"))
    return frozenset(_stem(word.removesuffix("'s")) for word in found if word not in _COMMON)


def _stem(word: str) -> str:
    """Enough of one that “texted” and “texts” meet."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
