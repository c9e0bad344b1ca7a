"""Every pair of text and ground that pages use, measured: 7 to 1 for words, 3 to 1 for edges (WCAG 2.2)."""

import re

import pytest

from glasswork.ui.tests.make import ROOMS, STATIC

GROUNDS = ("bg", "surface", "sunk")
WORDS = [
    *(("ink", ground) for ground in (*GROUNDS, "lagoon-tint", "plum-tint", "gold-tint", "moss-tint", "rose-tint")),
    *(("ink-2", ground) for ground in GROUNDS),
    *(("lagoon", ground) for ground in (*GROUNDS, "lagoon-tint")),
    ("lagoon-deep", "surface"),
    ("on-lagoon", "lagoon"),
    ("on-lagoon", "lagoon-deep"),
    *((colour, ground) for colour in ("plum", "moss", "gold", "rose") for ground in ("surface", f"{colour}-tint")),
    ("rose", "bg"),
]
EDGES = [
    *(("control", ground) for ground in GROUNDS),
    *(("focus", ground) for ground in GROUNDS),
    ("lagoon", "surface"),
    ("plum", "surface"),
    ("gold", "gold-tint"),
    ("rose", "surface"),
]


def tokens() -> dict[str, tuple[str, str]]:
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", (STATIC / "tokens.css").read_text())
    return {name: (light, dark) for name, light, dark in pairs}


def brightness(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("front", "ground"), WORDS)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_words_stand_out(front: str, ground: str, theme: int) -> None:
    assert contrast(tokens()[front][theme], tokens()[ground][theme]) >= 7


@pytest.mark.parametrize(("front", "ground"), EDGES)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_edges_stand_out(front: str, ground: str, theme: int) -> None:
    assert contrast(tokens()[front][theme], tokens()[ground][theme]) >= 3


def test_colours_are_written_only_as_tokens() -> None:
    # The seams of gold are a picture; the ground of a picture to scan stays white; the timer shares no look with us.
    excused = {"tokens.css", "window.css", "timer.css", "pairing.css"}
    sheets = [path for path in ROOMS.glob("*/static/*/*.css") if path.name not in excused]
    assert len(sheets) > 5
    assert [path.name for path in sheets if re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsl", path.read_text())] == []
