"""A second opinion, learned from labelled lines: how likely a sentence calls for help, or blames, and in which way.

A small neural network. Its signs are words, neighbouring words and their groups; each sign adds its row of weights to a
few nodes, and what the nodes let through, nothing below zero, is weighed once more for every answer. A row is one whole
number with a lane for each node, so that plain Python adds up all nodes at once.
``bench/train_hints.py`` learns it and says how well it reads lines that it did not learn from.
"""

import gzip
from array import array
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from itertools import pairwise, repeat
from math import log
from operator import mul
from pathlib import Path
from struct import Struct
from typing import NamedTuple

import msgspec

from glasswork.hints.groups import OTHER, every_group, groups_of
from glasswork.hints.reading import Sentence

NETWORK = Path(__file__).parent / "english" / "learned.gz"
KINDS = ("self-harm", "violence", "control")
# What is answered, in this order: help, blame, the kinds of help, the classes of blame.
_HELP, _BLAME, _KINDS, _CLASSES = 0, 1, range(2, 5), range(5, 15)
SCALE = 100
MOST = 63  # the largest weight of a row, so that the longest sentence can't fill a lane
_LANE, _HALF = 16, 1 << 15
_DENYING = frozenset("not never no nobody".split())
_REACH = 4  # words that a “not” may reach
# Signs are whole numbers, for speed: words take 17 bits each, groups 12, and what kind of sign it is stands above.
_WORD, _PLACE = 17, 12
_GROUP, _DENIED, _AROUND, _TWO = (kind << 40 for kind in range(1, 5))
_NAUGHTS = repeat(0)


class Learned(msgspec.Struct, frozen=True):
    """The file. ``signs``: 8 bytes each; ``rows``: a byte for each node of each sign, from 0 for −64.

    ``words`` are numbered from 1, in order. ``groups``: which groups the signs were made with. ``start``: what nodes
    begin with. ``answers``: of each a weight that stands alone, and one for each node, in hundredths of log odds.
    """

    words: str
    groups: str
    signs: bytes
    rows: bytes
    start: list[int]
    answers: list[tuple[float, list[float]]]


class Network(NamedTuple):
    """``rows``, by sign, and ``start`` are lanes, ready to be added up."""

    numbers: dict[str, int]
    rows: dict[int, int]
    start: int
    lanes: Struct
    answers: list[tuple[float, list[float]]]

    def nodes(self, sentence: Sentence) -> list[int]:
        """What its nodes let through."""
        total = sum(map(self.rows.get, signs(sentence, self.numbers), _NAUGHTS), self.start)
        return [
            lane - _HALF if lane > _HALF else 0 for lane in self.lanes.unpack(total.to_bytes(self.lanes.size, "little"))
        ]

    def answer(self, place: int, nodes: list[int]) -> int:
        """In hundredths of log odds."""
        first, weights = self.answers[place]
        return round(sum(map(mul, weights, nodes), first))

    def likeliest(self, places: range, nodes: list[int]) -> int:
        """Which of them, counted from the first."""
        return max(places, key=lambda place: self.answer(place, nodes)) - places.start


class Weighed(NamedTuple):
    """``helps`` and ``blames``: how likely it calls for help or blames; below 0 rather not, above 300 nearly surely."""

    sentence: Sentence
    helps: int
    blames: int
    nodes: list[int]

    @property
    def kind(self) -> str:
        """The likeliest, should it call for help."""
        return KINDS[network().likeliest(_KINDS, self.nodes)]

    @property
    def number(self) -> int:
        """Of the likeliest class, should it blame."""
        return network().likeliest(_CLASSES, self.nodes) + 1


def weighed(sentences: list[Sentence]) -> list[Weighed]:
    """Each alone. Among ten there are ten chances to be misread, so each of them has to be ten times as likely."""
    asked, others = network(), weight_of_many(len(sentences))
    read = [(each, asked.nodes(each)) for each in sentences]
    return [
        Weighed(each, asked.answer(_HELP, nodes) - others, asked.answer(_BLAME, nodes) - others, nodes)
        for each, nodes in read
    ]


def weight_of_many(count: int) -> int:
    return round(log(max(count, 1)) * SCALE)


def weight_of(share: float) -> int:
    """Of a likelihood between 0 and 1, in the measure of ``helps`` and ``blames``."""
    return round(log(share / (1 - share)) * SCALE)


def signs(sentence: Sentence, numbers: Mapping[str, int]) -> set[int]:
    """What is weighed: words and groups, alone and in twos, around a third, and what a “not” may reach; each a number.

    Words are known by their ``numbers``, from 1; a word without one is no sign, only its group is.
    """
    words = ["^", *sentence.text.split(), "?" if sentence.asks else ";"]
    known, groups = [*map(numbers.get, words, _NAUGHTS)], [*map(_group_numbers().get, words, _NAUGHTS)]
    found = {
        *known,
        *[one << _WORD | two for one, two in pairwise(known)],
        *[_GROUP | one for one in groups],
        *[_TWO | one << _PLACE | two for one, two in pairwise(groups)],
        *[_AROUND | one << _PLACE | three for one, three in zip(groups, groups[2:])],  # noqa: B905 - as the shorter
    }
    if not sentence.words.isdisjoint(_DENYING):
        places = [place for place, word in enumerate(words, start=1) if word in _DENYING]
        found.update([_DENIED | group for place in places for group in groups[place : place + _REACH]])
    return found


@cache
def _group_numbers() -> dict[str, int]:
    numbers = {name: number for number, name in enumerate([OTHER, *sorted({*every_group().values()} - {OTHER})])}
    return {word: numbers[name] for word, name in every_group().items()}


def groups_named() -> str:
    """Changes when a word changes its group: then the network must be learned anew."""
    return sha256(repr(sorted(_group_numbers().items())).encode()).hexdigest()


def is_known(sentence: Sentence) -> bool:
    """Whether enough of the words were met before for a guess to be worth something."""
    words = sentence.text.split()
    return groups_of(words).count(OTHER) * 4 <= len(words)


@cache
def network() -> Network:
    return network_of(read_learned(NETWORK))


def read_learned(path: Path) -> Learned:
    return msgspec.msgpack.decode(gzip.decompress(path.read_bytes()), type=Learned)


def network_of(learned: Learned) -> Network:
    nodes = len(learned.start)
    width = nodes * _LANE // 8
    wide = bytearray(2 * len(learned.rows))
    wide[::2] = learned.rows
    naught = _in_lanes([MOST + 1] * nodes)
    numbers = array("q", learned.signs)
    rows = {
        sign: int.from_bytes(wide[at : at + width], "little") - naught
        for sign, at in zip(numbers, range(0, len(wide), width), strict=True)
    }
    words = {word: number for number, word in enumerate(learned.words.split(), start=1)}
    start = _in_lanes([_HALF + each for each in learned.start])
    return Network(words, rows, start, Struct(f"<{nodes}H"), learned.answers)


def _in_lanes(values: list[int]) -> int:
    return sum(value << place * _LANE for place, value in enumerate(values))
