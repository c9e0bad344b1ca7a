"""A second opinion, learned from labelled lines: how likely a stretch of text calls for help, or blames.

Weights of words, of neighbouring words and of their groups are added up (a logistic regression), nothing more.
``bench/train_hints.py`` learns them and says how well they read lines that they did not learn from.
"""

import gzip
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, repeat
from math import log
from pathlib import Path
from typing import NamedTuple

from glasswork.hints.groups import OTHER, groups_of
from glasswork.hints.reading import Sentence

WEIGHTS = Path(__file__).parent / "english" / "learned.txt.gz"
SCALE = 100
BIAS = "*"
KINDS = ("self-harm", "violence", "control")
CLASSES = tuple(range(1, 11))
_DENYING = frozenset("not never no nobody".split())
_REACH = 4  # words that a “not” may reach
_APART = 1 << 24  # far more than any sum of weights
_NAUGHTS = repeat(0)
_LENGTH = 30  # words of a stretch: what one message says in a breath is read together


class Weighed(NamedTuple):
    """``helps`` and ``blames``: how likely it calls for help or blames; below 0 rather not, above 300 nearly surely."""

    sentence: Sentence
    helps: int
    blames: int


class Stretch(NamedTuple):
    """Neighbouring sentences. What each says counts, and what they say together while they are short."""

    parts: list[Weighed]
    helps: int
    blames: int


class Weights(NamedTuple):
    """In hundredths, by sign. ``both``: of help, and of blame times ``_APART``, in one number: they add up at once.

    ``finer``: for each of the kinds of help, then for each class of blame.
    """

    both: dict[str, int]
    finer: dict[str, tuple[int, ...]]


def stretches(sentences: list[Sentence]) -> list[Stretch]:
    return [_stretch([_weighed(sentence) for sentence in each]) for each in _together(sentences)]


def weight_of(share: float) -> int:
    """Of a likelihood between 0 and 1, in the measure that is added up."""
    return round(log(share / (1 - share)) * SCALE)


def _together(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    found: list[Sentence] = []
    size = 0
    for sentence in sentences:
        words = sentence.text.count(" ") + 1
        if found and size + words > _LENGTH:
            yield found
            found, size = [], 0
        found.append(sentence)
        size += words
    if found:
        yield found


def _weighed(sentence: Sentence) -> Weighed:
    return Weighed(sentence, *_apart(sum(map(_weights().both.get, signs([sentence]), _NAUGHTS))))


def _apart(both: int) -> tuple[int, int]:
    blames = (both + _APART // 2) // _APART
    return both - blames * _APART, blames


def _stretch(parts: list[Weighed]) -> Stretch:
    """The weight of all together is the sum, with the start counted once; the heaviest part stands for itself."""
    more = len(parts) - 1
    first_helps, first_blames = _apart(_weights().both[BIAS]) if more else (0, 0)
    helps = sum(part.helps for part in parts) - more * first_helps
    blames = sum(part.blames for part in parts) - more * first_blames
    return Stretch(parts, max(helps, *(part.helps for part in parts)), max(blames, *(part.blames for part in parts)))


def signs(sentences: list[Sentence]) -> set[str]:
    """What is weighed: words and groups, alone, in twos and threes, and what a “not” may reach."""
    words = ["^", *(word for each in sentences for word in (*each.text.split(), "?" if each.asks else ";"))]
    groups = groups_of(words)
    marked = ["=" + group for group in groups]
    found = {BIAS, *words, *marked}
    found.update([one + " " + two for one, two in pairwise(words)])
    twos = [one + " " + two for one, two in zip(marked, groups[1:], strict=False)]
    found.update(twos)
    found.update([two + " " + three for two, three in zip(twos, groups[2:], strict=False)])
    found.update(["~" + one + " " + three for one, three in zip(groups, groups[2:], strict=False)])
    if not found.isdisjoint(_DENYING):
        places = [place for place, word in enumerate(words, start=1) if word in _DENYING]
        found.update(["!" + group for place in places for group in groups[place : place + _REACH]])
    return found


def is_known(stretch: Stretch) -> bool:
    """Whether enough of the words were met before for a guess to be worth something."""
    words = [word for part in stretch.parts for word in part.sentence.text.split()]
    return groups_of(words).count(OTHER) * 4 <= len(words)


def likeliest_kind(stretch: Stretch) -> str:
    best = max(stretch.parts, key=lambda part: part.helps)
    return KINDS[_largest(best.sentence, 0, len(KINDS))]


def likeliest_class(stretch: Stretch) -> int:
    best = max(stretch.parts, key=lambda part: part.blames)
    return CLASSES[_largest(best.sentence, len(KINDS), len(CLASSES))]


def _largest(sentence: Sentence, start: int, count: int) -> int:
    weights = _weights().finer
    rows = [row[start : start + count] for sign in signs([sentence]) if (row := weights.get(sign))]
    sums = [sum(row[place] for row in rows if len(row) > place) for place in range(count)]
    return sums.index(max(sums))


@cache
def _weights() -> Weights:
    lines = gzip.decompress(WEIGHTS.read_bytes()).decode().splitlines()
    return weights_of({sign: numbers.split() for sign, numbers in (line.split("\t") for line in lines)})


def weights_of(rows: dict[str, list[str]]) -> Weights:
    """From numbers by sign: for help, for blame, then for each kind and class; zeros at the end may be left out."""
    return Weights(
        {sign: int(row[0]) + int(row[1]) * _APART for sign, row in rows.items()},
        {sign: tuple(map(int, row[2:])) for sign, row in rows.items() if row[2:]},
    )
