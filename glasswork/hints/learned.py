"""A second opinion, learned from labelled lines: how likely a sentence calls for help, or blames.

Weights of words, of neighbouring words and of their groups are added up (a logistic regression), nothing more.
``bench/train_hints.py`` learns them and says how well they read lines that they did not learn from.
"""

import gzip
from collections.abc import Mapping
from functools import cache, reduce
from itertools import pairwise, repeat
from math import log
from pathlib import Path
from typing import NamedTuple

from glasswork.hints.groups import OTHER, every_group, groups_of
from glasswork.hints.reading import Sentence

WEIGHTS = Path(__file__).parent / "english" / "learned.txt.gz"
SCALE = 100
BIAS = "*"
KINDS = ("self-harm", "violence", "control")
CLASSES = tuple(range(1, 11))
_DENYING = frozenset("not never no nobody".split())
_REACH = 4  # words that a “not” may reach
# Signs are whole numbers, for speed: words take 17 bits each, groups 12, and what kind of sign it is stands above.
_WORD, _PLACE = 17, 12
_START, _GROUP, _DENIED, _AROUND, _TWO, _THREE = (kind << 40 for kind in range(1, 7))
_LEADS = {"=": _GROUP, "!": _DENIED, "~": _AROUND}
_APART = 1 << 24  # far more than any sum of weights
_NAUGHTS = repeat(0)


class Weighed(NamedTuple):
    """``helps`` and ``blames``: how likely it calls for help or blames; below 0 rather not, above 300 nearly surely."""

    sentence: Sentence
    helps: int
    blames: int


class Weights(NamedTuple):
    """In hundredths, by sign. ``both``: of help, and of blame times ``_APART``, in one number: they add up at once.

    ``finer``: for each of the kinds of help, then for each class of blame, as written. ``numbers``: of the words.
    """

    numbers: dict[str, int]
    both: dict[int, int]
    finer: dict[int, str]


def weighed(sentences: list[Sentence]) -> list[Weighed]:
    """Each alone: what is said around a sentence neither excuses it nor makes it worse."""
    weights = _weights()
    get, numbers = weights.both.get, weights.numbers
    return [Weighed(each, *_apart(sum(map(get, signs(each, numbers), _NAUGHTS)))) for each in sentences]


def weight_of(share: float) -> int:
    """Of a likelihood between 0 and 1, in the measure that is added up."""
    return round(log(share / (1 - share)) * SCALE)


def _apart(both: int) -> tuple[int, int]:
    blames = (both + _APART // 2) // _APART
    return both - blames * _APART, blames


def signs(sentence: Sentence, numbers: Mapping[str, int]) -> set[int]:
    """What is weighed: words and groups, alone, in twos and threes, and what a “not” may reach; each as one number.

    Words are known by their ``numbers``, from 1; a word without one is no sign, only its group is.
    """
    words = ["^", *sentence.text.split(), "?" if sentence.asks else ";"]
    known, groups = [*map(numbers.get, words, _NAUGHTS)], [*map(_group_numbers().get, words, _NAUGHTS)]
    twos = [one << _PLACE | two for one, two in pairwise(groups)]
    later = groups[2:]
    found = {
        _START,
        *known,
        *[one << _WORD | two for one, two in pairwise(known)],
        *[_GROUP | one for one in groups],
        *[_TWO | two for two in twos],
        *[_THREE | two << _PLACE | three for two, three in zip(twos, later)],  # noqa: B905 - as long as the shorter
        *[_AROUND | one << _PLACE | three for one, three in zip(groups, later)],  # noqa: B905
    }
    if not sentence.words.isdisjoint(_DENYING):
        places = [place for place, word in enumerate(words, start=1) if word in _DENYING]
        found.update([_DENIED | group for place in places for group in groups[place : place + _REACH]])
    return found


def sign_of(name: str, numbers: Mapping[str, int]) -> int:
    """As the file names it: “hit”, “hit me”, “=hit”, “=he hit me” of groups, “~he me” around a word, “!hit” denied."""
    if name == BIAS:
        return _START
    if name[0] in _LEADS:
        groups = [_group_numbers_by_name()[each] for each in name[1:].split()]
        lead = _LEADS[name[0]] if name[0] != "=" else (_GROUP, _TWO, _THREE)[len(groups) - 1]
        return lead | reduce(lambda before, each: before << _PLACE | each, groups)
    first, _, second = name.partition(" ")
    return numbers[first] << _WORD | numbers[second] if second else numbers[first]


def name_of(sign: int, words: list[str]) -> str:
    """The reverse, where ``words`` stand in the order of their numbers."""
    kind = sign >> 40
    if not kind or sign < _START:
        return " ".join(words[each] for each in (sign >> _WORD, sign % (1 << _WORD)) if each)
    names = list(_group_numbers_by_name())
    count = (0, 0, 1, 1, 2, 2, 3)[kind]
    groups = [names[sign >> place * _PLACE & (1 << _PLACE) - 1] for place in reversed(range(count))]
    return ("", BIAS, "=", "!", "~", "=", "=")[kind] + " ".join(groups)


@cache
def _group_numbers_by_name() -> dict[str, int]:
    return {name: number for number, name in enumerate([OTHER, *sorted({*every_group().values()} - {OTHER})])}


@cache
def _group_numbers() -> dict[str, int]:
    return {word: _group_numbers_by_name()[name] for word, name in every_group().items()}


def is_known(sentence: Sentence) -> bool:
    """Whether enough of the words were met before for a guess to be worth something."""
    words = sentence.text.split()
    return groups_of(words).count(OTHER) * 4 <= len(words)


def likeliest_kind(sentence: Sentence) -> str:
    return KINDS[_largest(sentence, 0, len(KINDS))]


def likeliest_class(sentence: Sentence) -> int:
    return CLASSES[_largest(sentence, len(KINDS), len(CLASSES))]


def _largest(sentence: Sentence, start: int, count: int) -> int:
    weights = _weights().finer
    found = [row.split() for sign in signs(sentence, _weights().numbers) if (row := weights.get(sign))]
    rows = [row[start : start + count] for row in found]
    sums = [sum(int(row[place]) for row in rows if len(row) > place) for place in range(count)]
    return sums.index(max(sums))


@cache
def _weights() -> Weights:
    return weights_of(gzip.decompress(WEIGHTS.read_bytes()).decode().splitlines())


def weights_of(lines: list[str]) -> Weights:
    """A line holds a sign, a tab, its weights for help, blame, each kind and class; zeros at the end are left out."""
    names = [line.partition("\t")[0] for line in lines]
    words = {word for name in names if name[0] not in _LEADS for word in name.split()}
    found = Weights({word: number for number, word in enumerate(sorted(words), start=1)}, {}, {})
    for name, line in zip(names, lines, strict=True):
        sign = sign_of(name, found.numbers)
        helps, blames, *finer = line.partition("\t")[2].split(" ", 2)
        found.both[sign] = int(helps) + int(blames) * _APART
        if finer:
            found.finer[sign] = finer[0]
    return found
