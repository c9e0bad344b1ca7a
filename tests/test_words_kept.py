"""No word that somebody typed stays in a cache of what reads it, once it is read (K17)."""

import gc
import sys
from collections.abc import Iterator

from glasswork.guard import checking
from glasswork.hints.hint import good_in, hint_for

TYPED = "You never zyxwored me and he zyxwored my phone. You give me your zyxwored password. I want to zyxwor."
PACKAGES = ("glasswork.hints", "glasswork.agreements")


def cached() -> Iterator[object]:
    """Every function of these packages that keeps what it was asked."""
    for name in [each for each in sys.modules if each.startswith(PACKAGES)]:
        yield from (thing for thing in vars(sys.modules[name]).values() if hasattr(thing, "cache_info"))


def keys_of(thing: object) -> Iterator[str]:
    yield from (repr(key) for held in gc.get_referents(thing) if isinstance(held, dict) for key in held)


def test_nothing_typed_is_left_in_a_cache() -> None:
    checking.check(TYPED)
    hint_for(TYPED)
    good_in(TYPED)
    kept = [key for thing in cached() for key in keys_of(thing)]
    assert any("never" in key for key in kept)  # lines of our own are there
    assert not [key for key in kept if "zyx" in key]
