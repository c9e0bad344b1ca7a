"""Data folders for measuring, filled by processes of their own; they are gone when the bench ends."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def new_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="glasswork-bench-") as folder:
        yield Path(folder)


@contextmanager
def copy_of(folder: Path) -> Iterator[Path]:
    """For a second server at the same time: one folder has one. It is copied before anything serves it."""
    with new_folder() as beside:
        yield shutil.copytree(folder, beside / "data")


def ours(folder: Path, act: str, **wish: Any) -> dict[str, Any]:
    """One act of ``bench.ours`` on that folder, and what it printed."""
    return _run(["bench.ours", act, json.dumps(wish)], GLASSWORK_DATA=str(folder))


def limits(folder: Path, **wish: Any) -> dict[str, Any]:
    return _run(["bench.limits", json.dumps(wish)], LIMITS_DATA=str(folder))


def _run(command: list[str], **settings: str) -> dict[str, Any]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GLASSWORK_")}
    done = subprocess.run(
        [sys.executable, "-m", *command], env={**plain, **settings}, stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
