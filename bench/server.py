"""Real servers on a core of their own, and what they cost: CPU seconds of all their processes, from /proc.

The bench itself, which asks, moves to the other core. Where there is one core alone, ratios hold less well.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

SERVER_CORE, ASKING_CORE = 0, 1
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE_SECONDS = 60

OURS = [sys.executable, "-P", "-m", "glasswork.config.command", "up", "--workers", "1", "--port"]
LIMITS = [sys.executable, "-m", "bench.limits.wsgi"]


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[bytes]
    port: int
    started_in: float  # seconds until the first answer

    def cpu_seconds(self) -> float:
        """Used so far by the process and all that it started, also those that have ended."""
        return sum(_ticks(process) for process in self.processes()) / TICKS

    def processes(self) -> list[int]:
        found = [self.process.pid]
        for process in found:
            found += _children(process)
        return found

    def memory_mb(self) -> list[float]:
        """Resident memory of each process, largest first."""
        sizes = [_status(process, "VmRSS") / 1024 for process in self.processes()]
        return sorted(sizes, reverse=True)


@contextmanager
def serving(command: list[str], page: str, *, cookies: str = "", **settings: str) -> Iterator[Server]:
    """A server that has answered with ``page``. ``settings`` go into its environment."""
    port = free_port()
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GLASSWORK_")}
    begun = time.perf_counter()
    pin(SERVER_CORE)  # a new process stays on the core of the one that starts it
    process = subprocess.Popen(
        [*command, str(port)],
        env={**plain, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    pin(ASKING_CORE)
    try:
        wait_for(process, port, page, cookies)
        yield Server(process, port, time.perf_counter() - begun)
    finally:
        stop(process)


def wait_for(process: subprocess.Popen[bytes], port: int, page: str, cookies: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        asking = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        try:
            asking.request("GET", page, headers={"Cookie": cookies})
            asking.getresponse().read()
        except (OSError, HTTPException):
            time.sleep(0.01)
        else:
            return
        finally:
            asking.close()
    raise RuntimeError(f"{' '.join(process.args)} did not answer")  # type: ignore[arg-type]


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def pin(core: int) -> None:
    """Moves this process to that core, where there is more than one."""
    if (os.cpu_count() or 1) > 1:
        with suppress(OSError):  # a container may be kept to other cores
            os.sched_setaffinity(0, {core})


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _ticks(process: int) -> int:
    """User and system time, its own and that of children it has seen end."""
    try:
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0
    return sum(map(int, words[11:15]))


def _children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task")
    return [int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()]


def _status(process: int, name: str) -> int:
    """A number of KiB from the process's status."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    return 0
