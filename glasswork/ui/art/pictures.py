"""Draws the three pictures of the window as files, one for each theme: landing, the banner of Today, the calm sun.

    DJANGO_SETTINGS_MODULE=glasswork.config.settings python -m glasswork.ui.art.pictures

A file can't follow the page's tokens, so classes become attributes here.
"""

import random
import re
from pathlib import Path

from django.template import engines

from glasswork.ui.window import PARTS, SEAMS, Pane, read_window, window_svg

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "static/ui/pictures"
TOKENS = HERE.parent / "static/ui/tokens.css"
THEMES = ("light", "dark")
ATTRIBUTES = {
    "w-bed": 'fill="{bed}"',
    "w-sketch": 'fill="{blank}" stroke="{pencil}" stroke-width=".9" stroke-linejoin="round"',
    "w-turning": 'stroke="{pencil}" stroke-width=".9" stroke-linejoin="round"',
    "w-lead": 'fill="none" stroke="{lead}" stroke-width="1.7" stroke-linejoin="round"',
    "w-next": 'fill="{next-glass}" stroke="{next-edge}" stroke-width="6.4"',
    "w-frame": 'fill="none" stroke="{lead}" stroke-width="7" stroke-linejoin="round"',
    "w-rim": 'fill="none" stroke="{hair}"',
    "w-gold-edge": 'fill="none" stroke="#5b4208" stroke-width="3" stroke-linecap="round" opacity=".5"',
    "w-gold": 'fill="none" stroke-width="1.7" stroke-linecap="round"',
    "w-gold-shine": 'fill="none" stroke="#fff4cf" stroke-width=".6" stroke-linecap="round" opacity=".85"',
}


def main() -> None:
    everything = dict.fromkeys(PARTS, 99)
    banner = window_svg(
        filled={"sky": 36, "sun": 9, "hills": 30, "river": 7}, crop="16 86 288 110", next_pane=_sky_pane_at(84, 144)
    )
    pictures = {
        "landing": landing(),
        "banner": banner,
        "sun": window_svg(filled=everything, crop="136 148 108 124"),
    }
    for name, drawn in pictures.items():
        for theme, colours in zip(THEMES, read_colours(), strict=True):
            (TARGET / f"{name}-{theme}.svg").write_text(painted(drawn, colours), encoding="utf-8")


def landing() -> str:
    dice = random.Random(3)  # noqa: S311 - a picture, not a secret
    window = read_window()
    panes = [(pane, _share_of_glass(pane, dice)) for part in PARTS for pane in window.panes[part]]
    template = engines["jinja2"].from_string((HERE / "landing.svg").read_text(encoding="utf-8"))
    return template.render({"window": window, "panes": panes, "seam": SEAMS[1]})


def _share_of_glass(pane: Pane, dice: random.Random) -> float:
    """0 is pencil, 1 is glass: by the way from the top left to the bottom right, with some chance."""
    way = (pane.x - 8) / 304 * 0.62 + (pane.y - 8) / 384 * 0.62 + dice.uniform(-0.05, 0.05)
    share = max(0.0, min(1.0, (way - 0.36) / 0.34))
    eased = share * share * (3 - 2 * share)
    return 1 if eased > 0.97 else round(eased, 2)


def _sky_pane_at(x: float, y: float) -> tuple[str, int]:
    sky = read_window().panes["sky"]
    return "sky", min(range(len(sky)), key=lambda n: (sky[n].x - x) ** 2 + (sky[n].y - y) ** 2)


def painted(drawn: str, colours: dict[str, str]) -> str:
    """The same drawing with attributes in place of classes, without what only a page needs."""
    plain = re.sub(r' aria-hidden="true"| class="window"', "", drawn)
    return re.sub(r'class="(w-[a-z-]+)"', lambda found: ATTRIBUTES[found[1]].format(**colours), plain)


def read_colours() -> tuple[dict[str, str], dict[str, str]]:
    """The tokens' colours in light and in dark."""
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w+|transparent), (#\w+|transparent)\)", TOKENS.read_text())
    light, dark = ({name: pair[n] for name, *pair in pairs} for n in (0, 1))
    return light | {"hair": "none"}, dark


if __name__ == "__main__":
    main()
