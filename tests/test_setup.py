"""What ``bin/run`` and ``bin/test`` share: they set up one at a time, and whoever waits is told so."""

import fcntl
import shutil
import subprocess
from pathlib import Path

from tests.house import ROOT


def test_whoever_must_wait_is_told_for_what(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    setup = Path(shutil.copy(ROOT / "bin/setup", tmp_path / "bin/setup"))
    command = ["bash", "-c", ". bin/setup; wait_for_turn; echo mine"]
    with setup.open() as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        other = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert other.stderr is not None
        assert "Waiting for it." in other.stderr.readline()
        assert other.poll() is None
    assert other.communicate(timeout=20) == ("mine\n", "")


def test_a_python_that_could_not_be_fetched_is_explained(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    shutil.copy(ROOT / "bin/setup", tmp_path / "bin/setup")
    (tmp_path / ".python-version").write_text("3.13\n")
    uv = tmp_path / "uv"
    uv.write_text('#!/bin/sh\necho "the proxy said no to $*" >&2\nexit 1\n')
    uv.chmod(0o755)
    command = ["bash", "-c", ". bin/setup; UV=$PWD/uv; get_python; echo went on"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("the proxy said no to venv") == 2
    assert done.stderr.splitlines()[-1].startswith("Glasswork needs Python 3.12 or newer")
