"""The second half of the control guard, pure: how far a sentence leans towards a demand, and of which kind.

A small network read the written lines (``bench/train_guard.py``); it is of the sort that the writing helper reads with.
No word that somebody typed is kept after a call (K17).
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from glasswork.guard.kinds import Control
from glasswork.hints.learned import Network, is_known, network_of, read_learned
from glasswork.hints.reading import read

LEARNED = Path(__file__).with_name("learned.gz")
KINDS = tuple(Control)
NOT_AT_ALL = -1000
_DEMAND, _KINDS = 0, range(1, 11)


class Lean(NamedTuple):
    """Of a sentence: its ``place`` in the line, how ``far`` it leans, in hundredths of log odds, and to which kind."""

    place: int
    far: int
    kind: Control


def leans_of(text: str) -> list[Lean]:
    """Words that are mostly unknown lean nowhere."""
    network, sentences = _network(), read(text)
    nodes = [network.nodes(sentence) for sentence in sentences]
    return [
        Lean(
            place,
            network.answer(_DEMAND, each) if is_known(sentence) else NOT_AT_ALL,
            KINDS[network.likeliest(_KINDS, each)],
        )
        for place, (sentence, each) in enumerate(zip(sentences, nodes, strict=True))
    ]


@cache
def _network() -> Network:
    return network_of(read_learned(LEARNED))
