"""Learns the weights of the control guard from the written lines: ``python -m tests.guard_learning``.

A straight cut between demands and fine sentences with as wide a gap as can be had (a support vector machine, squared
hinge, one row at a time); plain Python, the same each time. Of a demand in several sentences only the one that leans
furthest counts. It takes half a minute, writes ``hunch.txt.gz``, and never looks at the lines that were held out.
"""

import gzip
import random
import tomllib
from collections import Counter

from glasswork.guard import checking, hunch
from tests.house import ROOT

FOLDER = ROOT / "glasswork/guard/tests"
ROUNDS, PRICE, KEPT = 30, 0.03, 12_000
type Line = tuple[str, str]  # the kind it would rule (empty: fine), its words
type Weights = tuple[float, dict[str, float]]  # the bias, and the rest by feature


def situations() -> list[list[Line]]:
    return [[line] for line in listed("lines")] + grouped("written")


def listed(name: str) -> list[Line]:
    return [(line["kind"], line["text"]) for line in tomllib.loads((FOLDER / f"{name}.toml").read_text())["line"]]


def grouped(name: str) -> list[list[Line]]:
    found = tomllib.loads((FOLDER / f"{name}.toml").read_text())["situation"]
    return [[(kind, text) for kind, text in situation["lines"]] for situation in found]


def learned(lines: list[Line]) -> Weights:
    told = [(bool(kind), [hunch.features_of(frames) for frames in checking.read(text)]) for kind, text in lines]
    often = Counter(feature for _, sentences in told for features in sentences for feature in features)
    place = {name: at for at, name in enumerate(sorted(name for name, times in often.items() if times > 1))}
    rows = [
        (is_demand, [sorted(place[name] for name in features if name in place) for features in sentences])
        for is_demand, sentences in told
    ]
    clear = [
        (each, is_demand) for is_demand, sentences in rows for each in sentences if _is_clear(is_demand, sentences)
    ]
    mixed = [sentences for is_demand, sentences in rows if not _is_clear(is_demand, sentences)]
    bias, weights = _cut(clear, len(place))
    furthest = [max(sentences, key=lambda row: sum(weights[at] for at in row), default=[]) for sentences in mixed]
    bias, weights = _cut([*clear, *((row, True) for row in furthest)], len(place))
    names = sorted(place, key=lambda name: (-abs(weights[place[name]]), name))[:KEPT]
    return bias, {name: weights[place[name]] for name in sorted(names)}


def _is_clear(is_demand: bool, sentences: list[list[int]]) -> bool:
    return not is_demand or len(sentences) == 1


def _cut(rows: list[tuple[list[int], bool]], size: int) -> tuple[float, list[float]]:
    """Each row pulls on the weights of its features until it lies beyond the gap, or the price is too high."""
    weights, pulls, bias, order = [0.0] * size, [0.0] * len(rows), 0.0, list(range(len(rows)))
    soft = 1 / (2 * PRICE)
    mixer = random.Random(1)
    for _ in range(ROUNDS):
        mixer.shuffle(order)
        for at in order:
            row, is_demand = rows[at]
            aim = 1 if is_demand else -1
            off = aim * (bias + sum([weights[each] for each in row])) - 1 + pulls[at] * soft
            pull = max(pulls[at] - off / (len(row) + 1 + soft), 0.0)
            if step := aim * (pull - pulls[at]):
                for each in row:
                    weights[each] += step
                bias += step
                pulls[at] = pull
    return bias, weights


def in_lines(bias: float, weights: dict[str, float]) -> str:
    return "".join(f"{name}\t{weight:.3f}\n" for name, weight in {hunch.BIAS: bias, **weights}.items())


if __name__ == "__main__":
    every = [line for situation in situations() for line in situation]
    hunch.LEARNED.write_bytes(gzip.compress(in_lines(*learned(every)).encode(), 9, mtime=0))
