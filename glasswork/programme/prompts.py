"""The evening's question: one a day from a pool, the same for both of a couple, never chosen by role (S11)."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from glasswork.programme.reading import CONTENT, Id, Words, read_list
from glasswork.programme.terms import Area

type Who = Literal["both", "alone"]  # never by role


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``who``: a check-in of two ("both"), with oneself ("alone"), or either. ``version`` rises with the meaning."""

    id: Id
    version: Annotated[int, msgspec.Meta(ge=1)]
    text: Words
    who: Annotated[tuple[Who, ...], msgspec.Meta(min_length=1)]
    area: Area


def read_prompts(path: Path) -> tuple[Prompt, ...]:
    """Raises ContentError."""
    return read_list(path, "prompt", Prompt, unique=("id", "text"))


PROMPTS = read_prompts(CONTENT / "prompts.toml")
_by_id = {prompt.id: prompt for prompt in PROMPTS}
_pools = {who: tuple(prompt for prompt in PROMPTS if who in prompt.who) for who in ("both", "alone")}


def prompts_for(who: Who) -> tuple[Prompt, ...]:
    return _pools[who]


def prompt_by_id(id: str) -> Prompt | None:  # noqa: A002 - the content's own word
    """None for a question that has left the content; answers keep the text they were given to."""
    return _by_id.get(id)


def prompt_of_evening(day: date, who: Who, seed: bytes) -> Prompt:
    """The question of ``day``: the whole pool in turn, in a new order each time round.

    ``seed`` is any bytes that both of a couple have, and nobody else.
    """
    turn, place = divmod(day.toordinal(), len(prompts_for(who)))
    return _order(prompts_for(who), seed, turn)[place]


def another_prompt(current_id: str, *, day: date, who: Who, seed: bytes) -> Prompt:
    """A different question for ``day``; asked again and again it goes through the whole pool."""
    order = _shuffled(prompts_for(who), seed, f"another {day}")
    places = {prompt.id: place for place, prompt in enumerate(order)}
    return order[(places.get(current_id, -1) + 1) % len(order)]


def _order(pool: Sequence[Prompt], seed: bytes, turn: int) -> list[Prompt]:
    # Each half is shuffled on its own, so that half a pool lies between a question and its return.
    whole, half = _shuffled(pool, seed, "halves"), len(pool) // 2
    return _shuffled(whole[:half], seed, f"turn {turn}") + _shuffled(whole[half:], seed, f"turn {turn}")


def _shuffled(pool: Sequence[Prompt], seed: bytes, name: str) -> list[Prompt]:
    start = sha256(seed + name.encode()).digest()
    return sorted(pool, key=lambda prompt: sha256(start + prompt.id.encode()).digest())
