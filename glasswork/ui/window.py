"""The stained-glass window: what is done fills it pane by pane, and nothing ever falls out.

Sky stands for talking and listening, sun for good times, hills for promises kept, river for looking after oneself.
The geometry is cut once by ``art/geometry.py``.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.template.loader import get_template
from django.utils.safestring import SafeString

PARTS = ("sky", "sun", "hills", "river")
WHOLE = "0 0 320 400"
SEAMS = (
    "M96 178C104 186 103 192 111 198S118 210 127 213 134 226 143 229 150 243 158 247 166 256 172 268"  # noqa: ISC004
    "M111 198C106 205 107 212 100 219M143 229C150 226 155 229 161 223",
    "M222 316C228 309 234 310 240 303S251 298 256 289",
)


class Pane(NamedTuple):
    """A piece of glass: hex colour, centre in window units (320 by 400) and outline as SVG path data."""

    colour: str
    x: float
    y: float
    outline: str

    def touches(self, crop: str) -> bool:
        """Whether any of it may lie inside a viewBox."""
        left, top, width, height = map(float, crop.split())
        corners = [tuple(map(float, point.split())) for point in self.outline.strip("MZ").split("L")]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return max(xs) > left and min(xs) < left + width and max(ys) > top and min(ys) < top + height


class Window(NamedTuple):
    frame: str
    rim: str
    panes: Mapping[str, tuple[Pane, ...]]


@cache
def read_window() -> Window:
    """The panes of each part in the order in which they fill."""
    read = tomllib.loads((Path(__file__).parent / "window.toml").read_text(encoding="utf-8"))
    panes = {part: tuple(Pane(*row) for row in read[part]) for part in PARTS}
    return Window(read["frame"], read["rim"], panes)


def window_svg(
    *,
    filled: Mapping[str, int],
    crop: str | None = None,
    title: str = "",
    next_pane: tuple[str, int] | None = None,
    mends: int = 0,
) -> SafeString:
    """The window as inline SVG whose colours follow the theme (load ``ui/window.css``).

    ``filled`` counts the coloured panes of each part, ``crop`` is a viewBox in window units, ``next_pane`` names the
    clear pane with the gold edge (part, index), ``mends`` draws up to two gold seams. Without a title it is decoration.
    """
    window = read_window()
    lit: list[Pane] = []
    blank: list[Pane] = []
    for part, panes in window.panes.items():
        for n, pane in enumerate(panes):
            if (part, n) != next_pane and (crop is None or pane.touches(crop)):
                (lit if n < filled.get(part, 0) else blank).append(pane)
    drawn = get_template("ui/window.svg").render(
        {
            "window": window,
            "lit": lit,
            "blank": blank,
            "next_pane": window.panes[next_pane[0]][next_pane[1]] if next_pane else None,
            "seams": SEAMS[:mends],
            "crop": crop or WHOLE,
            "is_whole": crop is None,
            "title": title,
        }
    )
    return SafeString(drawn)
