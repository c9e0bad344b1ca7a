"""The window holds 117 panes, and what is done fills it in order."""

import re

import pytest

from glasswork.ui.tests.make import STATIC
from glasswork.ui.window import PARTS, read_window, window_svg

EMPTY = dict.fromkeys(PARTS, 0)


def glass(drawn: str) -> list[str]:
    return re.findall(r'<path fill="(#\w{6})"', drawn)


def test_the_panes_are_the_same_in_every_release() -> None:
    counts = {part: len(panes) for part, panes in read_window().panes.items()}
    assert counts == {"sky": 49, "sun": 9, "hills": 48, "river": 11}


def test_an_empty_window_is_a_pencil_drawing() -> None:
    assert glass(window_svg(filled=EMPTY)) == []


@pytest.mark.parametrize("part", PARTS)
def test_a_pane_once_filled_stays(part: str) -> None:
    few, more = glass(window_svg(filled={part: 3})), glass(window_svg(filled={part: 5}))
    assert len(few) == 3
    assert more[:3] == few


def test_more_than_all_is_all() -> None:
    assert len(glass(window_svg(filled=dict.fromkeys(PARTS, 500)))) == 117


def test_the_next_pane_is_clear_however_much_is_filled() -> None:
    drawn = window_svg(filled=dict.fromkeys(PARTS, 500), next_pane=("sky", 4))
    assert len(glass(drawn)) == 116
    assert drawn.count('class="w-next"') == 1


def test_a_crop_leaves_out_what_it_does_not_show() -> None:
    whole, crop = window_svg(filled=EMPTY), window_svg(filled=EMPTY, crop="136 148 108 124")
    assert crop.count("<path") < whole.count("<path") / 1.5


def test_the_title_is_read_out_and_stays_text() -> None:
    drawn = window_svg(filled=EMPTY, title="Ana & Ben <3")
    assert "<title>Ana &amp; Ben &lt;3</title>" in drawn
    assert 'role="img"' in drawn
    assert 'aria-hidden="true"' in window_svg(filled=EMPTY)


@pytest.mark.parametrize("name", ["landing", "banner", "sun"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pictures_need_nothing_from_a_page(name: str, theme: str) -> None:
    drawn = (STATIC / f"pictures/{name}-{theme}.svg").read_text()
    assert "class=" not in drawn
    assert "style" not in drawn
    assert "<svg" in drawn
