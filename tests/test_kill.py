"""Two people append at once and their processes are killed outright, until a thousand entries are acknowledged.

Three rounds at least: a fast machine could acknowledge them all in one. Every acknowledged entry is there, the chain
verifies, and there is no half entry. On whichever database this run has.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.every_database
ROOT = Path(__file__).resolve().parent.parent
WANTED = 1000
ROUNDS = 3


def test_nothing_acknowledged_is_lost_when_writers_are_killed(tmp_path: Path) -> None:
    environment = own_data(tmp_path)
    cookies = json.loads(run(environment, "make"))
    acknowledged: list[str] = []
    kills = 0
    while len(acknowledged) < WANTED or kills < ROUNDS:
        acknowledged += append_until_killed(environment, cookies, tmp_path)
        kills += 1
    ids = tmp_path / "ids"
    ids.write_text("\n".join(acknowledged))
    report = json.loads(run(environment, "check", cookies[0], str(ids)))
    assert report["missing"] == 0
    assert report["finding"] == "whole"
    assert report["entries"] >= len(acknowledged)


def append_until_killed(environment: dict[str, str], cookies: list[str], folder: Path) -> list[str]:
    outputs = [tempfile.NamedTemporaryFile("w+", dir=folder, delete=False) for _ in cookies]  # noqa: SIM115
    writers = [
        subprocess.Popen(
            [*command(), "append", cookie], cwd=ROOT, env=environment, stdout=out, stderr=subprocess.DEVNULL
        )
        for cookie, out in zip(cookies, outputs, strict=True)
    ]
    wait_for_first_lines(outputs)
    time.sleep(random.uniform(0.2, 0.6))  # when the blow falls is the one thing that must not be regular
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    return [line for out in outputs for line in whole_lines(Path(out.name))]


def wait_for_first_lines(outputs: list) -> None:
    end = time.monotonic() + 60
    while not all(Path(out.name).stat().st_size for out in outputs):
        assert time.monotonic() < end, "a writer never started"
        time.sleep(0.05)


def whole_lines(path: Path) -> list[str]:
    text = path.read_text()
    return text[: text.rfind("\n") + 1].split()


def own_data(folder: Path) -> dict[str, str]:
    """A data folder of this test's own; on PostgreSQL the server's own database, which no other test uses."""
    (folder / "pepper").write_bytes(os.urandom(32))
    return {**os.environ, "GLASSWORK_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "glasswork.config.settings"}


def run(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [*command(), *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def command() -> list[str]:
    return [sys.executable, "-m", "tests.appender"]
