"""Goals to begin from, in our words; whoever takes one writes it as their own. By what the intake was told."""

from collections.abc import Collection
from typing import NamedTuple


class Starter(NamedTuple):
    """``wishes`` are goals of the intake that it fits. ``is_ours``: for two."""

    id: str
    words: str
    first_step: str
    wishes: frozenset[str]
    is_ours: bool = False


def _one(id: str, wishes: str, words: str, first_step: str, *, is_ours: bool = False) -> Starter:  # noqa: A002
    return Starter(id, words, first_step, frozenset(wishes.split()), is_ours)


_ALL = (
    _one("sleep", "calm life", "Sleep through most nights", "Leave the phone outside the bedroom tonight"),
    _one("quiet", "calm decide", "Ten quiet minutes a day", "Sit by the window after lunch, with nothing to do"),
    _one("friend", "life calm new-trust", "See a friend every week", "Write to one person today"),
    _one("move", "life calm", "Move my body three times a week", "A walk around the block"),
    _one("small-words", "trust", "Do one small thing I said I would, each day", "Say one small thing, and do it today"),
    _one("listen", "talk trust", "Listen to the end before I answer", "Count to three tonight before I speak"),
    _one("know", "decide", "Know what I want, in my own time", "Write down three things that matter to me"),
    _one("slowly", "new-trust", "Get to know somebody slowly", "Write down two signs that tell me I feel safe"),
    _one("no-shouting", "talk", "Talk about hard things without shouting", "Choose a word for stop", is_ours=True),
    _one("no-phones", "life talk", "One meal a day without phones", "Put both phones in a drawer", is_ours=True),
    _one("walk", "trust life calm", "A walk together every week", "Choose a morning", is_ours=True),
    _one("away", "trust life", "A weekend away", "Pick a month", is_ours=True),
)
STARTERS = {each.id: each for each in _ALL}
MOST = 3


def starters_for(wishes: Collection[str], *, is_ours: bool) -> list[Starter]:
    """Those that fit the most wishes first; any will do for somebody who told none."""
    found = [each for each in _ALL if each.is_ours == is_ours]
    fit = [each for each in found if each.wishes & set(wishes)]
    return sorted(fit or found, key=lambda each: -len(each.wishes & set(wishes)))[:MOST]
