"""The second half of the control guard, pure: how far a sentence leans towards a demand, in learned weights.

The weights in ``hunch.txt.gz`` are learned from the written lines by ``python -m tests.guard_learning``; how far
a line must lean to rest stands in ``hunch.toml``. A feature is a sign, a topic, a word (``_word``) or a stem
(``~stem``), alone, with whose act it is, or with a word near it.
No word that somebody typed is kept after a call (K17).
"""

import gzip
import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import msgspec

from glasswork.guard.frames import Frame, Who
from glasswork.guard.rules import FAR, KIND, NEAR
from glasswork.guard.words import STEMS, sign

FILE = Path(__file__).with_name("hunch.toml")
LEARNED = Path(__file__).with_name("hunch.txt.gz")
BIAS = "*"
TOPICS = {**NEAR, **FAR}
_NAMES = (
    "harmed shaded third every my me house gift string asking ask_fine out home give see reach access decide come "
    "talkto lose healthy worship_fine turn fewer needless often things"
)
_SIGNS = {name: sign(f"<{name}>") for name in _NAMES.split()}
_OWNERS = ("your", "my", "our", "me")
_FAR_APART = 5  # words: two stems further apart than this are not read together
_ENDINGS = [
    (re.compile(ending), short)
    for ending, short in {r"(?<=\w)ies$": "y", r"(?<=\w\w)(?<!s)s$": "", r"(?<=\w{3})(?:ing|ed)$": ""}.items()
]


_LAST = re.compile(r"(?<=\w{3})e$|(?<=\w\w)([b-df-hj-np-rtv-z])(?=\1$)")


class _Hunch(msgspec.Struct, forbid_unknown_fields=True):
    """``above``: where a line rests; the others are added to, or taken from, what its sentences reach."""

    above: float
    rule_says_so: float
    rule_of_nobody: float
    rule_says_fine: float
    can_be_refused: float


def lean_of(frames: Iterable[Frame]) -> float:
    """How far the clauses of a sentence lean towards a demand: about 1 where they surely do, -1 where they do not."""
    return WEIGHTS[BIAS] + sum([WEIGHTS.get(feature, 0) for feature in features_of(frames)])


def kind_of(frames: list[Frame]) -> str:
    """The first topic that the clauses name, or leave to do things."""
    acts = [frame.act for frame in frames if frame.who not in (Who.ASIDE, Who.MINE, Who.SPARED)]
    found = (topic for act in acts for topic, pattern in TOPICS.items() if pattern.search(act))
    return next((KIND.get(topic, topic) for topic in found), "permission")


def features_of(frames: Iterable[Frame]) -> set[str]:
    return {feature for frame in frames for feature in _features(frame)}


def _features(frame: Frame) -> Iterator[str]:
    stance = f"{frame.who.value}{'-' if frame.is_not else '+'}"
    topics = [topic for topic, pattern in TOPICS.items() if pattern.search(frame.act)]
    signs = [name for name, pattern in _SIGNS.items() if pattern.search(frame.text)]
    about = "topic" if topics else "none"
    yield from (stance, f"{stance} {about}", *topics, *signs)
    yield from (f"{stance} {name}" for name in (*topics, *signs))
    yield from (f"{stance} {name} {about}" for name in signs)
    yield from (f"{frame.who.value} {topic} {name}" for topic in topics for name in signs)
    words = frame.text.split()
    yield from _owned(stance, topics, words)
    words = ["^", *words, "$"]
    yield from (f"_{word}" for word in words)
    yield from (f"{stance} _{word}" for word in words)
    yield from (f"_{one} _{two}" for one, two in pairwise(words))
    yield from _stemmed(stance, [stem_of(word) for word in words])


def _stemmed(stance: str, stems: list[str]) -> Iterator[str]:
    yield from (f"~{stem}" for stem in stems)
    yield from (f"{stance} ~{stem}" for stem in stems)
    for at, stem in enumerate(stems):
        yield from (f"~{stem} ~{later}" for later in stems[at + 1 : at + _FAR_APART])


def stem_of(word: str) -> str:
    """“visit” for visits, visiting and visited; odd ones are listed in ``words.toml``."""
    if word in STEMS:
        return STEMS[word]
    for ending, short in _ENDINGS:
        word = ending.sub(short, word)
    return _LAST.sub("", word)


def _owned(stance: str, topics: list[str], words: list[str]) -> Iterator[str]:
    """Whose thing it is: “your phone” and “my phone” are worlds apart."""
    for at, owner in enumerate(words):
        if owner in _OWNERS:
            yield f"{stance} {owner}"
            near = " ".join(words[at : at + 4])
            for topic in topics:
                if TOPICS[topic].search(near):
                    yield from (f"{stance[:-1]} {owner} {topic}", f"{stance} {owner} topic")


def _weights() -> dict[str, float]:
    """A line holds a feature, a tab and its weight."""
    rows = [line.split("\t") for line in gzip.decompress(LEARNED.read_bytes()).decode().splitlines()]
    return {name: float(weight) for name, weight in rows}


WEIGHTS = _weights()
HUNCH = msgspec.convert(tomllib.loads(FILE.read_text("utf-8")), _Hunch)
