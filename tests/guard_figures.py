"""What the control guard makes of the written lines and of unseen ones: ``python -m tests.guard_figures``."""

import tomllib
from collections import Counter

from glasswork.guard import checking
from tests.house import ROOT

FOLDER = ROOT / "glasswork/guard/tests"
HANDS = ("by another", "by a third", "by a fourth")
type Line = tuple[str, str]  # the kind it would rule (empty: fine), its words


def written() -> dict[str, list[Line]]:
    """What the network learned from: by situation, or by whoever wrote it."""
    found = {"first": listed("lines")}
    for situation in tomllib.loads((FOLDER / "written.toml").read_text())["situation"]:
        found.setdefault(situation["about"], []).extend((kind, text) for kind, text in situation["lines"])
    for path in sorted((FOLDER / "voices").glob("*.txt")):
        rows = [line.partition("|") for line in path.read_text().splitlines()]
        found[path.stem] = [("" if kind == "fine" else kind, text) for kind, _, text in rows]
    return found


def listed(name: str) -> list[Line]:
    """The lines of a file: one after the other (``line``) or by situation."""
    file = tomllib.loads((FOLDER / f"{name}.toml").read_text())
    if "line" in file:
        return [(line["kind"], line["text"]) for line in file["line"]]
    return [(kind, text) for situation in file["situation"] for kind, text in situation["lines"]]


def figures_of(name: str, lines: list[Line]) -> str:
    """One line: how many demands were caught, and how many fine lines were stopped."""
    demands = [bool(checking.check(text)) for kind, text in lines if kind]
    fine = [bool(checking.check(text)) for kind, text in lines if not kind]
    return f"{name}: {sum(demands)} of {len(demands)} demands caught, {sum(fine)} of {len(fine)} fine lines stopped"


def by_kind(lines: list[Line]) -> list[str]:
    """One line a kind: how many demands of that kind were caught, under whichever name."""
    demands = [(kind, bool(checking.check(text))) for kind, text in lines if kind]
    every, caught = Counter(kind for kind, _ in demands), Counter(kind for kind, is_caught in demands if is_caught)
    return [f"  {kind}: {caught[kind]} of {every[kind]}" for kind in sorted(every)]


if __name__ == "__main__":
    print(*(figures_of(name, listed(name)) for name in ("lines", "held", "fifth", "sixth")), sep="\n")
    print(figures_of("written", [line for lines in written().values() for line in lines]))
    print(*by_kind(listed("held")), sep="\n")
