"""Starts the real ``glasswork`` command as an operator would, on a port and a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMMAND = [sys.executable, "-P", "-m", "glasswork.config.command"]


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def environment(data: Path, **settings: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GLASSWORK_")}
    return {**plain, "GLASSWORK_DATA": str(data), **settings}


def start(data: Path, *options: str, port: int, **settings: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - the command under test
        [*COMMAND, "up", "--port", str(port), *options],
        env=environment(data, **settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@contextmanager
def serving(data: Path, *options: str, port: int) -> Iterator[subprocess.Popen[str]]:
    """A server that has said it is ready; it is stopped as by Ctrl-C if the test has not done so."""
    server = start(data, *options, port=port)
    assert server.stdout is not None
    assert server.stderr is not None
    line = server.stdout.readline()
    try:
        assert line == f"Glasswork is ready: http://localhost:{port}/\n", server.stderr.read()
        yield server
    finally:
        if server.poll() is None:
            press_control_c(server)
        server.communicate(timeout=20)


def press_control_c(server: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Exit code, what was still printed, and what was said in errors. A terminal signals the whole group."""
    os.killpg(server.pid, signal.SIGINT)
    said, errors = server.communicate(timeout=20)
    return server.returncode, said, errors


def run(data: Path, *arguments: str, **settings: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a command that ends by itself."""
    done = subprocess.run(  # noqa: S603 - the command under test
        [*COMMAND, *arguments],
        env=environment(data, **settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
