"""What the control guard makes of the written lines and of unseen ones: ``python -m tests.guard_figures``."""

import tomllib
from collections import Counter

from glasswork.agreements import guard
from tests.house import ROOT

FOLDER = ROOT / "glasswork/agreements/tests"
type Line = tuple[str, str]  # the kind it would rule (empty: fine), its words


def lines_of(name: str) -> list[Line]:
    """The lines of a file: one after the other (``line``) or by situation."""
    file = tomllib.loads((FOLDER / f"{name}.toml").read_text())
    if "line" in file:
        return [(line["kind"], line["text"]) for line in file["line"]]
    return [(kind, text) for situation in file["situation"] for kind, text in situation["lines"]]


def figures(name: str) -> str:
    """One line: how many demands were caught, and how many fine lines were stopped."""
    lines = lines_of(name)
    demands = [bool(guard.check(text)) for kind, text in lines if kind]
    fine = [bool(guard.check(text)) for kind, text in lines if not kind]
    return f"{name}: {sum(demands)} of {len(demands)} demands caught, {sum(fine)} of {len(fine)} fine lines stopped"


def by_kind(name: str) -> list[str]:
    """One line a kind: how many demands of that kind were caught, under whichever name."""
    demands = [(kind, bool(guard.check(text))) for kind, text in lines_of(name) if kind]
    every, caught = Counter(kind for kind, _ in demands), Counter(kind for kind, is_caught in demands if is_caught)
    return [f"  {kind}: {caught[kind]} of {every[kind]}" for kind in sorted(every)]


if __name__ == "__main__":
    for each in ("guard_lines", "guard_written", "guard_held", "guard_unseen"):
        print(figures(each))
    print(*by_kind("guard_held"), sep="\n")
