"""What the control guard makes of the written lines and of unseen ones: ``python -m tests.guard_figures``."""

import tomllib

from glasswork.agreements import guard
from tests.house import ROOT

FOLDER = ROOT / "glasswork/agreements/tests"


def figures(name: str) -> str:
    """One line: how many demands were caught, and how many fine lines were stopped."""
    lines = tomllib.loads((FOLDER / f"{name}.toml").read_text())["line"]
    demands = [bool(guard.check(line["text"])) for line in lines if line["kind"]]
    fine = [bool(guard.check(line["text"])) for line in lines if not line["kind"]]
    return f"{name}: {sum(demands)} of {len(demands)} demands caught, {sum(fine)} of {len(fine)} fine lines stopped"


if __name__ == "__main__":
    for each in ("guard_lines", "guard_unseen"):
        print(figures(each))
