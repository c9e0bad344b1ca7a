"""Learns the second opinion of the control guard from the written lines: ``python -m tests.guard_learning``.

Logistic regression with a price on every weight (L1), so that few features are kept; plain Python, the same each time.
It takes about a minute, writes ``guard_hunch.toml``, and never looks at the lines that were held out.
"""

import math
import tomllib
from collections import Counter

from glasswork.agreements import guard, guard_hunch
from tests.house import ROOT

FOLDER = ROOT / "glasswork/agreements/tests"
ROUNDS, STEP, PRICE = 400, 0.7, 0.65
ABOVE, ABOVE_SURE = 0.9, 0.97  # the second: where rules say that it is fine, or no topic is named
type Line = tuple[str, str]  # the kind it would rule (empty: fine), its words


def written() -> list[Line]:
    return [*listed("guard_lines"), *grouped("guard_written")]


def listed(name: str) -> list[Line]:
    return [(line["kind"], line["text"]) for line in tomllib.loads((FOLDER / f"{name}.toml").read_text())["line"]]


def grouped(name: str) -> list[Line]:
    found = tomllib.loads((FOLDER / f"{name}.toml").read_text())["situation"]
    return [(kind, text) for situation in found for kind, text in situation["lines"]]


def learned(lines: list[Line]) -> tuple[float, dict[str, float]]:
    """The bias and the weights that are not nothing, by proximal steps with a rate of its own for each feature."""
    told = [guard_hunch.features_of(frame for frames in guard.read(text) for frame in frames) for _, text in lines]
    often = Counter(feature for features in told for feature in features)
    names = [name for name, times in sorted(often.items()) if times > 1]
    place = {name: at for at, name in enumerate(names)}
    rows = [[place[name] for name in sorted(features) if name in place] for features in told]
    aims = [1.0 if kind else 0.0 for kind, _ in lines]
    weights, squares, bias = [0.0] * len(names), [1e-6] * len(names), 0.0
    for _ in range(ROUNDS):
        slope, tilt = [0.0] * len(names), 0.0
        for row, aim in zip(rows, aims, strict=True):
            off = 1 / (1 + math.exp(-bias - sum(weights[at] for at in row))) - aim
            tilt += off
            for at in row:
                slope[at] += off
        bias -= STEP * tilt / len(rows)
        for at, each in enumerate(slope):
            squares[at] += each * each
            rate = STEP / math.sqrt(squares[at])
            moved = weights[at] - rate * each
            weights[at] = math.copysign(max(abs(moved) - rate * PRICE, 0.0), moved)
    return bias, {name: round(weights[at], 2) for name, at in place.items() if abs(weights[at]) >= 0.02}


def in_toml(bias: float, weights: dict[str, float]) -> str:
    quoted = [f'"{name.replace(chr(92), "")}" = {weight}' for name, weight in sorted(weights.items())]
    head = "# Learned by python -m tests.guard_learning, not edited by hand. guard_hunch.py says what the names mean."
    return "\n".join(
        [
            head,
            f"above = {ABOVE}",
            f"above_sure = {ABOVE_SURE}",
            f"bias = {round(bias, 2)}",
            "",
            "[weights]",
            *quoted,
            "",
        ]
    )


if __name__ == "__main__":
    guard_hunch.FILE.write_text(in_toml(*learned(written())))
