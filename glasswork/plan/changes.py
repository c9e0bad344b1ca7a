"""What may have changed since the intake, as its owner says it, and what the plan makes of it. Pure."""

from collections.abc import Mapping
from typing import NamedTuple


class Change(NamedTuple):
    """``label`` as it is chosen, ``line`` as the plan answers. ``for_two``: it speaks of somebody who is there."""

    label: str
    line: str
    for_two: bool = True
    alone: bool = True


CHANGES: Mapping[str, Change] = {
    "hard-time": Change(
        "It’s a very hard time right now", "Your plan rests for a week. Only small and gentle steps come now."
    ),
    "found-out": Change(
        "Something new came to light", "Your plan goes back to steady ground. Nothing you did is lost."
    ),
    "told-same-day": Change(
        "A slip was told the same day", "Told the same day counts as progress. Your plan goes on.", alone=False
    ),
    "contact-again": Change("There is contact again", "Your plan goes back to steady ground. Nothing you did is lost."),
    "contact-ended": Change("The contact has ended", "Your plan knows that contact has ended. More steps fit now."),
    "amends": Change(
        "An apology was made, and repair goes on", "Your plan knows of the repair. Forgiving may come, and need not."
    ),
    "therapist": Change(
        "A therapist is with me now", "Your plan knows that somebody helps. It no longer looks for one."
    ),
    "wait": Change("I need thirty more days", "Nothing has to be decided now. Your plan asks again when you do."),
    "stay": Change("I’ve decided to stay", "Your plan now looks ahead: building something new.", alone=False),
    "part": Change("I’ve decided to part", "Your plan now helps you to part well.", alone=False),
    "own": Change("I’m beginning something of my own", "Your plan now looks ahead, to what you’d like.", for_two=False),
    "left": Change("They left", "Your plan is for you alone now. What you did stays yours.", alone=False),
    "back": Change("We are together again", "Your plan has room for two again.", for_two=False),
    "met": Change("I’m seeing somebody new", "Your plan now keeps an eye on meeting somebody new.", for_two=False),
}


def changes_for(*, is_over: bool) -> list[tuple[str, str]]:
    """(name, label) of those that make sense to somebody who is alone, or who isn’t."""
    return [(name, each.label) for name, each in CHANGES.items() if (each.alone if is_over else each.for_two)]
