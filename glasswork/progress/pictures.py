"""Pictures of a window, pure: which panes are in colour, which picture is being filled, and how its glass looks.

Every couple has a picture of its own, made from the id of what they share: the same for both, and for ever.
"""

import random
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from glasswork.ui import window
from glasswork.ui.art.colours import mix
from glasswork.ui.window import PARTS, Pane, read_window

OF_TWO = ("sky", "sun", "hills")  # the river is one's own, and no picture waits for it
TINTS = ("#ffb070", "#e8839b", "#8f7fd0", "#f0b54a", "#5f9fc0")
SEAMS = (
    *window.SEAMS,
    "M236 92C231 101 236 108 229 116S231 131 222 138 220 150 211 156M229 116C237 120 240 127 249 129",
    "M62 318C71 322 75 331 85 333S98 344 109 343M85 333C84 341 88 347 84 355",
    "M122 66C125 76 133 80 134 90S144 103 152 107M134 90C127 95 126 102 118 105",
    "M262 346C254 350 252 358 243 361S234 370 225 371",
)


class Picture(NamedTuple):
    """``number`` counts from 1. ``panes`` are in colour, by part; ``gold`` is how many seams are drawn."""

    number: int
    panes: Mapping[str, int]
    gold: int

    @property
    def is_full(self) -> bool:
        return all(self.panes[part] == capacity()[part] for part in OF_TWO)

    @property
    def total(self) -> int:
        return sum(self.panes.values())


class Look(NamedTuple):
    """How one couple's glass differs: which way the picture faces, and the panes of each part in their own order."""

    is_mirrored: bool
    panes: Mapping[str, tuple[Pane, ...]]


class Glass(NamedTuple):
    """A picture, ready to be drawn. ``newest`` is the pane with the bright edge."""

    lit: list[Pane]
    blank: list[Pane]
    newest: Pane | None
    seams: tuple[str, ...]
    is_mirrored: bool
    frame: str
    rim: str


def capacity() -> dict[str, int]:
    return {part: len(panes) for part, panes in read_window().panes.items()}


def pictures_of(panes: Mapping[str, int], gold: int) -> list[Picture]:
    """At least one. A part that has too much goes on in the next picture, and a full one is followed by another."""
    found: list[Picture] = []
    while not found or found[-1].is_full or any(panes[part] > capacity()[part] * len(found) for part in PARTS):
        before = len(found)
        here = {part: min(max(panes[part] - capacity()[part] * before, 0), capacity()[part]) for part in PARTS}
        seams = min(max(gold - len(SEAMS) * before, 0), len(SEAMS))
        found.append(Picture(before + 1, here, seams))
    return found


def being_filled(pictures: list[Picture]) -> Picture:
    return next((picture for picture in pictures if not picture.is_full), pictures[-1])


def glass_of(picture: Picture, space: UUID, newest: str = "") -> Glass:
    """``newest`` is the part whose last pane gets the bright edge."""
    look = look_of(space)
    lit: list[Pane] = []
    blank: list[Pane] = []
    for part in PARTS:
        number = picture.panes[part]
        lit += look.panes[part][:number]
        blank += look.panes[part][number:]
    number = picture.panes.get(newest, 0)
    last = look.panes[newest][number - 1] if number else None
    whole = read_window()
    return Glass(lit, blank, last, SEAMS[: picture.gold], look.is_mirrored, whole.frame, whole.rim)


@cache
def look_of(space: UUID) -> Look:
    """The panes stand nearly in the order of the drawing, and their colours lean a little: never so that words do."""
    dice = random.Random(sha256(b"window" + space.bytes).digest())  # noqa: S311 - a picture, not a secret
    tint, is_mirrored = dice.choice(TINTS), dice.random() < 0.5
    panes = {part: _in_own_order(read_window().panes[part], part, tint, dice) for part in PARTS}
    return Look(is_mirrored, panes)


def _in_own_order(panes: tuple[Pane, ...], part: str, tint: str, dice: random.Random) -> tuple[Pane, ...]:
    leeway = 0 if part == "river" else 2.4  # water comes down without a gap
    places = sorted(range(len(panes)), key=lambda n: n + dice.uniform(0, leeway))
    return tuple(_leaning(panes[n], tint if part == "sky" else "", dice) for n in places)


def _leaning(pane: Pane, tint: str, dice: random.Random) -> Pane:
    shade = dice.uniform(-0.06, 0.06)
    colour = mix(pane.colour, "#ffffff" if shade > 0 else "#1c2b4a", abs(shade))
    return pane._replace(colour=mix(colour, tint, 0.12) if tint else colour)
