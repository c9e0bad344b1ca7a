"""What the control guard makes of the written lines and of unseen ones: ``python -m tests.guard_figures``.

``python -m tests.guard_figures --left-out`` reads each written line with weights that were learned without its
situation, and says what would be caught and stopped at several heights of ``above``. Three minutes. ``--hands`` reads
those by each other hand with weights that were learned without that hand.
"""

import random
import sys
import tomllib
from collections import Counter

from glasswork.guard import checking, hunch
from tests.guard_learning import Line, learned, situations
from tests.house import ROOT

FOLDER = ROOT / "glasswork/guard/tests"
HANDS = ("by another", "by a third", "by a fourth")
PARTS, HEIGHTS = 8, [each / 20 for each in range(-6, 9)]


def lines_of(name: str) -> list[Line]:
    """The lines of a file: one after the other (``line``) or by situation."""
    file = tomllib.loads((FOLDER / f"{name}.toml").read_text())
    if "line" in file:
        return [(line["kind"], line["text"]) for line in file["line"]]
    return [(kind, text) for situation in file["situation"] for kind, text in situation["lines"]]


def figures(name: str) -> str:
    """One line: how many demands were caught, and how many fine lines were stopped."""
    lines = lines_of(name)
    demands = [bool(checking.check(text)) for kind, text in lines if kind]
    fine = [bool(checking.check(text)) for kind, text in lines if not kind]
    return f"{name}: {sum(demands)} of {len(demands)} demands caught, {sum(fine)} of {len(fine)} fine lines stopped"


def by_kind(name: str) -> list[str]:
    """One line a kind: how many demands of that kind were caught, under whichever name."""
    demands = [(kind, bool(checking.check(text))) for kind, text in lines_of(name) if kind]
    every, caught = Counter(kind for kind, _ in demands), Counter(kind for kind, is_caught in demands if is_caught)
    return [f"  {kind}: {caught[kind]} of {every[kind]}" for kind in sorted(every)]


def mixed() -> list[list[list[Line]]]:
    """All situations, in eight parts."""
    every = situations()
    random.Random(4).shuffle(every)
    return [every[at::PARTS] for at in range(PARTS)]


def hands() -> list[list[list[Line]]]:
    """The situations by each other hand."""
    file = tomllib.loads((FOLDER / "written.toml").read_text())["situation"]
    named = [(each["about"].split(" hand,")[0], [(kind, text) for kind, text in each["lines"]]) for each in file]
    return [[lines for name, lines in named if name == hand] for hand in HANDS]


def left_out(parts: list[list[list[Line]]]) -> list[tuple[str, str, float]]:
    """Kind, words and lean of each line of these parts, to weights that were learned without its part."""
    shipped, found = hunch.WEIGHTS, []
    for part in parts:
        lines = [line for situation in part for line in situation]
        others = [line for situation in situations() if situation not in part for line in situation]
        bias, weights = learned(others)
        hunch.WEIGHTS = {hunch.BIAS: bias, **weights}
        found += [(kind, text, checking.lean_of(checking.read(text))) for kind, text in lines]
    hunch.WEIGHTS = shipped
    return found


def by_height(found: list[tuple[str, str, float]]) -> list[str]:
    demands, fine = [lean for kind, _, lean in found if kind], [lean for kind, _, lean in found if not kind]
    return [
        f"  above {height:5.2f}: {sum(lean > height for lean in demands)} of {len(demands)} caught, "
        f"{sum(lean > height for lean in fine)} of {len(fine)} stopped"
        for height in HEIGHTS
    ]


if __name__ == "__main__":
    if "--left-out" in sys.argv:
        print(*by_height(left_out(mixed())), sep="\n")
    elif "--hands" in sys.argv:
        print(*by_height(left_out(hands())), sep="\n")
    else:
        print(*map(figures, ("lines", "written", "held", "unseen")), sep="\n")
        print(*by_kind("held"), sep="\n")
