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
