"""Which scenes are sorted, and how two people’s piles compare. Pure (E12)."""

from random import Random
from typing import NamedTuple

from glasswork.agreements.kinds import Card, Sorting
from glasswork.programme.cards import SCENARIOS, Scenario

AT_ONCE = 20
PILES = [("fine", "Fine"), ("depends", "Depends"), ("over", "Over the line")]
SHOWN = 3


class Pair(NamedTuple):
    """One scene and the two piles it lies on."""

    text: str
    mine: str
    theirs: str


def scenes(seed: bytes) -> list[Scenario]:
    """Twenty of the cards, the same for both of two people."""
    chosen = Random(seed).sample(range(len(SCENARIOS)), AT_ONCE)  # noqa: S311  # a choice of cards, no secret
    return [SCENARIOS[n] for n in sorted(chosen)]


def compare(mine: Sorting, theirs: Sorting) -> tuple[list[Pair], list[Pair]]:
    """Three on which they agree, and three on which they differ, the widest apart first."""
    others = {card.id: card for card in theirs.cards}
    both = [(card, others[card.id]) for card in mine.cards if card.pile and card.id in others and others[card.id].pile]
    names, order = dict(PILES), [pile for pile, _ in PILES]
    pairs = [
        (Pair(a.text, names[a.pile], names[b.pile]), abs(order.index(a.pile) - order.index(b.pile))) for a, b in both
    ]
    same = [pair for pair, apart in pairs if not apart]
    differ = [pair for pair, apart in sorted(pairs, key=lambda each: -each[1]) if apart]
    return same[:SHOWN], differ[:SHOWN]


def card_of(scene: Scenario, pile: str) -> Card:
    return Card(scene.id, scene.text, pile if pile in dict(PILES) else "")
