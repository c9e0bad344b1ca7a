"""Teaches a small network to read sentences, for the writing helper and the control guard.

Needs scikit-learn 1.9, which Glasswork itself does not: ``glasswork.hints.learned`` adds up what it wrote.
"""

import gzip
import warnings
from array import array
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from glasswork.hints import learned
from glasswork.hints.reading import Sentence
from glasswork.hints.reading import read as sentences_of

NODES = 16  # of one network; several small ones agree on more than one large one, and read as one
LOOKED_AT = 2  # times that all lines are gone through to see which sentence of a line tells
FEWEST = 3  # times that a sign must be met
SURELY = 0.8
CUT = 0.9995  # of a node’s weights so many fit; what is larger is cut off


class Line(NamedTuple):
    """``answers``: 1 or 0 for each. ``tells``: which of them a sentence of it must give; None for what says nothing."""

    text: str
    answers: tuple[int, ...]
    tells: int | None


class Row(NamedTuple):
    """A sentence of the line at that place."""

    place: int
    sentence: Sentence
    line: Line


def learn(lines: list[Line], *, networks: int, rounds: int) -> learned.Learned:
    """Goes through all lines ``rounds`` times. Of a line of several sentences that one is learned from that tells."""
    rows = [Row(place, each, line) for place, line in enumerate(lines) for each in sentences_of(line.text)]
    counts = Counter(word for row in rows for word in row.sentence.words)
    words = ["^", "?", ";", *sorted(word for word, count in counts.items() if count >= FEWEST)]
    numbers = {word: number for number, word in enumerate(words, start=1)}
    counter = import_module("sklearn.feature_extraction.text").CountVectorizer(
        analyzer=lambda sentence: learned.signs(sentence, numbers), min_df=FEWEST, binary=True, dtype="float32"
    )
    grid = counter.fit_transform([row.sentence for row in rows])
    answers = import_module("numpy").array([row.line.answers for row in rows])
    size = Counter(row.place for row in rows)
    plain = [at for at, row in enumerate(rows) if size[row.place] == 1 or row.line.tells is None]
    telling = _telling(rows, _fitted(grid[plain], answers[plain], LOOKED_AT).predict_proba(grid))
    found = [_fitted(grid[telling], answers[telling], rounds, seed) for seed in range(networks)]
    return _as_learned(found, [int(sign) for sign in counter.get_feature_names_out()], words)


def write(path: Path, found: learned.Learned) -> None:
    path.write_bytes(gzip.compress(msgspec.msgpack.encode(found), 9, mtime=0))


def _fitted(grid: Any, answers: Any, rounds: int, seed: int = 0) -> Any:
    network = import_module("sklearn.neural_network").MLPClassifier(
        (NODES,), alpha=1e-3, batch_size=100, max_iter=rounds, random_state=seed
    )
    with warnings.catch_warnings(action="ignore"):  # that it could go on
        return network.fit(grid, answers)


def _telling(rows: list[Row], chances: Any) -> list[int]:
    """Every sentence of lines that say nothing; of others the one that reads most so, and whichever surely does."""
    own = [1 if row.line.tells is None else chance[row.line.tells] for row, chance in zip(rows, chances, strict=True)]
    most: dict[int, float] = {}
    for row, chance in zip(rows, own, strict=True):
        most[row.place] = max(most.get(row.place, 0), chance)
    return [at for at, row in enumerate(rows) if own[at] >= min(most[row.place], SURELY)]


def _as_learned(networks: list[Any], signs: list[int], words: list[str]) -> learned.Learned:
    """Their nodes side by side, with the mean of their answers. Each node in a measure of its own, to fill its byte."""
    numpy = import_module("numpy")
    into = numpy.hstack([network.coefs_[0] for network in networks])
    start = numpy.hstack([network.intercepts_[0] for network in networks])
    out = numpy.vstack([network.coefs_[1] for network in networks]) / len(networks)
    alone = sum(network.intercepts_[1] for network in networks) / len(networks)
    unit = numpy.quantile(numpy.abs(into), CUT, axis=0) / learned.MOST
    rows = numpy.clip(numpy.rint(into / unit), -learned.MOST, learned.MOST).astype(int)
    used = [at for at in numpy.argsort(signs) if rows[at].any()]
    weights = (out.T * unit * learned.SCALE).tolist()
    return learned.Learned(
        words=" ".join(words),
        groups=learned.groups_named(),
        signs=array("q", [signs[at] for at in used]).tobytes(),
        rows=(rows[used] + learned.MOST + 1).astype("uint8").tobytes(),
        start=numpy.rint(start / unit).astype(int).tolist(),
        answers=list(zip((alone * learned.SCALE).tolist(), weights, strict=True)),
    )
