"""One data folder, one server: a second says so and stops, and a crash never stands in the way of a start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from glasswork.config.tests.server import free_port, run, serving

CLAIM = "from pathlib import Path; from glasswork.config.folder import claim_folder; claim_folder(Path({folder!r}));"
OUTLIVED = "import os, sys, time; child = os.fork(); print(child or '', flush=True); time.sleep(60)"


def test_a_second_server_on_the_same_folder_says_so_and_stops(data: Path, port: int) -> None:
    with serving(data, port=port):
        code, said, errors = run(data, "up", "--port", str(free_port()))
    assert (code, said) == (1, "")
    assert errors == f"Another Glasswork serves the folder {data}; stop it, or choose another with --data.\n"


def test_a_killed_server_leaves_the_folder_free_though_a_worker_lives_on(tmp_path: Path) -> None:
    claim = CLAIM.format(folder=str(tmp_path))
    server = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", claim + OUTLIVED], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    worker = int("".join(server.stdout.readline() for _ in range(2)))
    claimed = [sys.executable, "-c", claim]
    try:
        assert subprocess.run(claimed, capture_output=True, check=False).returncode == 1  # noqa: S603
        server.kill()
        server.wait()
        os.kill(worker, 0)
        assert subprocess.run(claimed, capture_output=True, check=False).returncode == 0  # noqa: S603
    finally:
        os.kill(worker, signal.SIGKILL)
        server.stdout.close()
