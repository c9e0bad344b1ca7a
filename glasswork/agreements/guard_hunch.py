"""A second opinion for the control guard, pure: what lines that people might write had in common, as learned weights.

It speaks only where the rules found nothing. The weights in ``guard_hunch.toml`` are learned from the written lines by
``python -m tests.guard_learning``; a feature is a sign, a topic or a word (``_word``), alone or with whose act it is.
"""

import math
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import msgspec

from glasswork.agreements.guard_frames import Frame, Who
from glasswork.agreements.guard_rules import FAR, KIND, NEAR
from glasswork.agreements.guard_words import sign

FILE = Path(__file__).with_name("guard_hunch.toml")
TOPICS = {**NEAR, **FAR}
_NAMES = (
    "harmed shaded third every my me house gift string asking ask_fine out home give see reach access decide come "
    "talkto lose healthy worship_fine turn fewer needless often things"
)
_SIGNS = {name: sign(f"<{name}>") for name in _NAMES.split()}
_OWNERS = ("your", "my", "our", "me")


class _Hunch(msgspec.Struct, forbid_unknown_fields=True):
    above: float
    above_sure: float
    bias: float
    weights: dict[str, float]


def chance_of(frames: Iterable[Frame]) -> float:
    """How likely the clauses of a line are to hold a demand, from 0 to 1, to go by the written lines."""
    score = HUNCH.bias + sum(HUNCH.weights.get(feature, 0) for feature in features_of(frames))
    return 1 / (1 + math.exp(-score))


def kind_of(frames: list[Frame], *, is_sure: bool) -> str:
    """The kind that a line would rule, where the chance is high that it does; else nothing.

    ``is_sure``: rules say that it is fine. Then, and where no topic is named, the chance must be higher.
    """
    acts = [frame.act for frame in frames if frame.who not in (Who.ASIDE, Who.MINE, Who.SPARED)]
    found = (topic for act in acts for topic, pattern in TOPICS.items() if pattern.search(act))
    kind = next((KIND.get(topic, topic) for topic in found), "")
    above = HUNCH.above if kind and not is_sure else HUNCH.above_sure
    return (kind or "permission") if chance_of(frames) > above else ""


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


def _owned(stance: str, topics: list[str], words: list[str]) -> Iterator[str]:
    """Whose thing it is: “your phone” and “my phone” are worlds apart."""
    for at, owner in enumerate(words):
        if owner in _OWNERS:
            yield f"{stance} {owner}"
            near = " ".join(words[at : at + 4])
            for topic in topics:
                if TOPICS[topic].search(near):
                    yield from (f"{stance[:-1]} {owner} {topic}", f"{stance} {owner} topic")


HUNCH = msgspec.convert(tomllib.loads(FILE.read_text("utf-8")), _Hunch)
