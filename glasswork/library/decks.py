"""Decks: lists of the content as cards to flick through, each with a few piles to choose from."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from glasswork.programme import cards
from glasswork.programme.terms import KNOWN

MANY_PILES = 8  # more than these would push the cards off a phone's first screen


class Card(NamedTuple):
    """``steps`` and ``small`` may be empty; ``pile`` is where it belongs."""

    text: str
    pile: str = ""
    title: str = ""
    steps: tuple[str, ...] = ()
    small: tuple[str, ...] = ()


class Deck(NamedTuple):
    """``piles`` in the order of their first card; empty where the deck has none."""

    id: str
    title: str
    lead: str
    cards: tuple[Card, ...]

    @property
    def piles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(card.pile for card in self.cards if card.pile))

    @property
    def has_many_piles(self) -> bool:
        return len(self.piles) > MANY_PILES

    def of_pile(self, pile: str) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.pile == pile) if pile in self.piles else self.cards


class _Plain(Protocol):
    @property
    def text(self) -> str: ...


def _minutes(count: int) -> str:
    return f"{count} minutes" if count > 1 else "A minute"


def _grounding(each: cards.Grounding) -> Card:
    warning = (f"Not when: {each.not_when}.",) if each.not_when else ()
    small = (_minutes(each.minutes), *warning, f"{KNOWN[each.tag][1]}. {each.source}")
    return Card("", each.kind, each.title, each.steps, small)


def _high_cost(each: cards.HighCostAct) -> Card:
    wait = (f"Sleep on it for {each.wait} days first.",) if each.wait else ()
    return Card(each.text, small=(each.limit, *wait))


def _plain(rows: Iterable[_Plain]) -> tuple[Card, ...]:
    return tuple(Card(row.text) for row in rows)


DECKS = {
    deck.id: deck
    for deck in (
        Deck(
            "talk",
            "Talk cards",
            "Take turns. Pass whenever you like. Nothing here is about what happened.",
            tuple(Card(each.text, each.mood) for each in cards.CONVERSATION_CARDS),
        ),
        Deck(
            "dates",
            "Ideas for two",
            "Small good hours, many of them free. No talk of what happened while they last.",
            tuple(Card(each.text, each.kind) for each in cards.DATE_IDEAS),
        ),
        Deck(
            "me-time",
            "Time for you",
            "An hour that belongs to nobody else. Some of these take five minutes.",
            tuple(Card(each.text, small=(_minutes(each.minutes),)) for each in cards.ME_TIME_IDEAS),
        ),
        Deck(
            "grounding",
            "Back to the room",
            "Short ways to come back when a feeling is too big. Choose one, and stop when you like.",
            tuple(_grounding(each) for each in cards.GROUNDING),
        ),
        Deck(
            "reassurance",
            "Words for when fear comes",
            "Choose some beforehand, to hear or to say. Each is true on a bad day.",
            _plain(cards.REASSURANCE),
        ),
        Deck(
            "scenarios",
            "What counts for us?",
            "Sort them apart: fine, depends, over the line. Then compare. None of them is a fault in itself.",
            tuple(Card(each.text, each.topic) for each in cards.SCENARIOS),
        ),
        Deck(
            "lines",
            "Lines to begin from",
            "Sentences about one’s own acts. Change the words until they are yours.",
            tuple(Card(each.text, each.topic) for each in cards.LINE_STARTERS),
        ),
        Deck(
            "big-things",
            "Big things, with their limits",
            "What some people give up or take on to mend. Ask first: “Would this help?”",
            tuple(_high_cost(each) for each in cards.HIGH_COST_ACTS),
        ),
    )
}
