"""The colour of every pane of the window, from where it lies in the picture."""

import math
import random
from itertools import pairwise
from typing import Any

SKY = (
    (34, "#ffd27a"),
    (66, "#ffb070"),
    (100, "#ee8583"),
    (140, "#b273b3"),
    (184, "#6f74c0"),
    (226, "#3f7cb8"),
    (300, "#215a92"),
)


def colour_at(part: str, centre: Any, sun: tuple[float, float], dice: random.Random) -> str:
    """A hex colour: by part and place, a little lighter or darker by chance, as hand-made glass is."""
    away = math.hypot(centre.x - sun[0], centre.y - sun[1])
    match part:
        case "sky":
            base = _sky(away)
        case "sun":
            base = "#fff0bd" if away < 10 else dice.choice(["#ffd465", "#ffc94d", "#ffdd80"])
        case "river":
            base = mix("#c9ecec", "#1f7aa8", (centre.y - 280) / 110)
        case _:
            base = _hill(centre.y, dice)
    shade = dice.uniform(-0.11, 0.11)
    return mix(base, "#ffffff" if shade > 0 else "#1c2b4a", abs(shade))


def _sky(away: float) -> str:
    for (near, inner), (far, outer) in pairwise(SKY):
        if away <= far:
            return mix(inner, outer, (away - near) / (far - near))
    return SKY[-1][1]


def _hill(y: float, dice: random.Random) -> str:
    base = mix("#78b39c", "#23664f", (y - 236) / 150 * 1.05)
    if y > 276 and dice.random() < 0.34:
        base = mix(base, "#c2b34e", 0.55)
    return mix(base, "#5f7fb5", 0.5) if y < 266 else base


def mix(first: str, second: str, share: float) -> str:
    """``share`` of the second colour, held between 0 and 1."""
    share = max(0.0, min(1.0, share))
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
