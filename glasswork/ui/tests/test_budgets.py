"""What a page may weigh: 12 kB of styles and 20 kB of scripts, compressed as they are served."""

import gzip
import re
from pathlib import Path

from glasswork.ui import offline
from glasswork.ui.tests.make import ROOMS, STATIC, TEMPLATES

STYLES = 12 * 1024
SCRIPTS = 20 * 1024


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def room_files(suffix: str) -> list[Path]:
    return [path for path in ROOMS.glob(f"*/static/*/*{suffix}") if path.parent != STATIC]


def test_a_page_with_the_heaviest_room_stays_within_the_styles() -> None:
    shared = sum(weight(STATIC / f"{sheet}.css") for sheet in offline.SHEETS)
    assert shared + max(map(weight, room_files(".css")), default=0) <= STYLES


def test_all_scripts_together_stay_within_one_page() -> None:
    assert sum(weight(path) for path in [*STATIC.glob("*.js"), *room_files(".js")]) <= SCRIPTS


def test_the_worker_knows_the_sheets_of_the_base_page() -> None:
    listed = re.search(r"for sheet in \((.*?)\)", (TEMPLATES / "base.html").read_text())
    assert listed
    assert tuple(re.findall(r'"(\w+)"', listed[1])) == offline.SHEETS


def test_every_script_that_is_fetched_exists() -> None:
    fetched = {name for path in STATIC.glob("*.js") for name in re.findall(r'["(]"?\./([\w-]+\.js)"', path.read_text())}
    assert len(fetched) > 8
    assert {name for name in fetched if not (STATIC / name).exists()} == set()


def test_every_icon_that_is_named_exists() -> None:
    icons = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
    named = {
        name
        for path in ROOMS.glob("*/templates/*/*.html")
        for name in re.findall(r'(?:el\.icon\(|\bicon\(|symbol=)"([\w-]+)"', path.read_text())
    }
    assert named - icons == set()
