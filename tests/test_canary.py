"""Z1: private words are found nowhere outside the seal, whatever happened to them on the way."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.house import ROOT

pytestmark = pytest.mark.every_database
LEAST_MARKS = 120
STEM = "canary"  # of nearly every mark; the others are codes
MOMENTS = ("before", "after")


class Remains:
    """What a story left behind: its marks, and every file and row they might be in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "pepper").write_bytes(os.urandom(32))
        (folder / "tmp").mkdir()
        environment = {**os.environ, "GLASSWORK_DATA": str(folder), "TMPDIR": str(folder / "tmp")}
        places = [str(folder.parent / "marks"), str(folder / "log"), str(folder / "seen")]
        done = subprocess.run(
            [sys.executable, "-m", "tests.story", *places],
            cwd=ROOT, env=environment, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()[-3000:]
        (folder / "output").write_bytes(done.stdout + done.stderr)
        self.marks: list[str] = json.loads((folder.parent / "marks").read_text())

    def files(self) -> Iterator[Path]:
        return (path for path in self.folder.rglob("*") if path.is_file())

    def seen(self, moment: str) -> Iterator[Path]:
        return (self.folder / "seen" / moment).iterdir()


@pytest.fixture(scope="module")
def remains(tmp_path_factory: pytest.TempPathFactory) -> Remains:
    folder = tmp_path_factory.mktemp("canary") / "data"
    folder.mkdir()
    return Remains(folder)


def shapes(word: str) -> list[bytes]:
    """The word in every way it might lie in a file."""
    raw = word.encode()
    padded = [base64.b64encode(b"\0" * shift + raw)[4:-4] for shift in range(3)]
    plain = [raw, raw.upper(), word.encode("utf-16-le"), word.encode("utf-16-be"), raw.hex().encode()]
    return plain + [shape for shape in padded if len(shape) > 8]


def traces() -> list[bytes]:
    """One of these stands wherever a mark does, in whichever shape: what they all begin with, or a quarter of that."""
    inside = [base64.b64encode(STEM[start : start + 3].encode()) for start in (1, 2, 3)]
    return [*shapes(STEM)[:5], *inside]


def found_in(data: bytes, marks: list[str]) -> list[str]:
    """Each mark in each shape; files are long and marks many, so nobody looks for them where no trace of one is."""
    has_traces = any(trace in data for trace in traces())
    sought = [word for word in marks if has_traces or not word.startswith(STEM)]
    return [word for word in sought if any(shape in data for shape in shapes(word))]


def test_the_story_fills_every_field(remains: Remains) -> None:
    assert len(remains.marks) > LEAST_MARKS
    assert {path.name for path in remains.files()} >= {"log", "rows", "output"}


def test_the_search_reaches_the_database_before_and_after_cleaning(remains: Remains) -> None:
    """Before it the write-ahead log still holds everything that was ever written; after it, nothing."""
    sizes = {moment: {path.name: path.stat().st_size for path in remains.seen(moment)} for moment in MOMENTS}
    assert all(sizes[moment]["rows"] > 10_000 for moment in MOMENTS)
    if connection.vendor == "sqlite":
        assert sizes["before"]["glasswork.sqlite3-wal"] > 100_000
        assert not sizes["after"].get("glasswork.sqlite3-wal")


def test_no_mark_is_found_outside_the_seal(remains: Remains) -> None:
    leaks = {str(path): found_in(path.read_bytes(), remains.marks) for path in remains.files()}
    assert {name: words for name, words in leaks.items() if words} == {}


def test_the_fault_was_logged_with_its_place_alone(remains: Remains) -> None:
    log = (remains.folder / "log").read_text()
    assert "RuntimeError at story.py" in log


def test_the_search_can_fail(tmp_path: Path) -> None:
    for shape in shapes("canaryfeel0001quokka"):
        assert found_in(b"...." + shape + b"....", ["canaryfeel0001quokka"])
