"""Runs Granian until it is told to stop: says when the first page really answers, and tidies every hour."""

import errno
import http.client
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils.module_loading import import_string
from granian.constants import HTTPModes, Interfaces
from granian.server.mp import MPServer

from glasswork.config.refusals import RefusedError

APPLICATION = "glasswork.config.wsgi.application"
THREADS = 4
PATIENCE_SECONDS = 30
SETTLING_SECONDS = 0.5
TIDY_SECONDS = 3600
HERE = {"localhost", "127.0.0.1", "[::1]"}
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - the operator's choice, mapped to where to ask


def require_free(address: str, port: int) -> None:
    """Refuses when Glasswork could not listen there; Granian shares ports, so it would not notice."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            attempt.bind(where)
    except socket.gaierror:
        raise RefusedError(f"This computer has no address {address}; choose another with --host.") from None
    except OSError as error:
        raise RefusedError(_why_not_free(error, address, port)) from None


def _why_not_free(error: OSError, address: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is already taken on this computer; choose another with --port {port + 1}."
    if error.errno == errno.EACCES:
        return f"Port {port} is kept for the system; choose another with --port 8000."
    return f"This computer has no address {address}; choose another with --host."


def serve(*, address: str, port: int) -> None:
    """Returns when it is told to stop (Ctrl-C, SIGTERM). Raises RefusedError when it stops by itself."""
    load_application()  # before the workers fork, which then share it
    connections.close_all()
    server = Server(
        APPLICATION,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=settings.GLASSWORK_WORKERS,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        websockets=False,
        log_enabled=False,
    )
    try:
        server.serve(target_loader=start_worker, wrap_loader=False)
    except SystemExit:
        if not server.interrupt_signal:
            raise RefusedError("Glasswork stopped by itself; the lines above say why.") from None
    if server.has_failed:
        raise RefusedError("Glasswork started, but its first page failed; the lines above say where.")


class Server(MPServer):
    """Granian's server of processes, which looks after itself once its workers are there."""

    has_failed = False
    settled_at = 0.0

    def signal_handler_interrupt(self, *_: Any) -> None:
        self.interrupt_signal = True
        # Not set here: the thread this interrupts may hold the event's lock, and would then wait for itself.
        Thread(target=self._stop).start()

    def _stop(self) -> None:
        # A worker that is told to stop while it starts does not hear it.
        time.sleep(max(0.0, self.settled_at - time.monotonic()))
        self.main_loop_interrupt.set()

    def startup(self, *arguments: Any, **named: Any) -> None:
        was_nohup = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        self.settled_at = time.monotonic() + SETTLING_SECONDS
        super().startup(*arguments, **named)  # type: ignore[no-untyped-call]
        # A closed terminal stops it; Granian would start its workers anew.
        signal.signal(signal.SIGHUP, signal.SIG_IGN if was_nohup else self.signal_handler_interrupt)
        # Only now: a thread that runs while a worker forks could leave a lock taken in it for ever.
        Thread(target=self.look_after, daemon=True).start()

    def look_after(self) -> None:
        address = EVERYWHERE.get(self.bind_addr, self.bind_addr)
        if not answers(address, self.bind_port):
            self.has_failed = True
            os.kill(os.getpid(), signal.SIGTERM)
            return
        first, *others = web_addresses(self.bind_addr, self.bind_port)
        sys.stdout.write(f"Glasswork is ready: {first}\n")
        sys.stdout.writelines(f"On this computer: {other}\n" for other in others)
        sys.stdout.flush()
        pause = Event()
        while not pause.wait(TIDY_SECONDS):
            command = [sys.executable, "-P", "-m", "glasswork.config.command", "tidy"]
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)  # noqa: S603 - our own words


def answers(address: str, port: int) -> bool:
    """Whether the first page comes within half a minute."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        asking = http.client.HTTPConnection(address, port, timeout=PATIENCE_SECONDS)
        try:
            asking.request("GET", "/", headers={"Host": own_name()})
            return asking.getresponse().status < 500
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
        finally:
            asking.close()
    return False


def own_name() -> str:
    """One that this server answers to."""
    return next((name for name in settings.ALLOWED_HOSTS if not name.startswith((".", "*"))), "localhost")


def web_addresses(address: str, port: int) -> list[str]:
    """What to type into a browser: behind a proxy its name, and on this computer what answers there."""
    names = [name for name in settings.ALLOWED_HOSTS if not name.startswith((".", "*"))]
    others = [name for name in names if name not in HERE]
    through = [f"https://{name}/" for name in others[:1] if settings.GLASSWORK_BEHIND_PROXY]
    if others and len(others) == len(names):  # it does not answer to localhost
        return through or [f"http://{others[0]}:{port}/"]
    return [*through, web_address(address, port)]


def web_address(address: str, port: int) -> str:
    """What to type into a browser on this computer."""
    if address in {"127.0.0.1", "::1", *EVERYWHERE}:
        return f"http://localhost:{port}/"
    return f"http://[{address}]:{port}/" if ":" in address else f"http://{address}:{port}/"


def load_application() -> Any:
    return import_string(APPLICATION)


def start_worker() -> Any:
    """What Granian calls in each worker to get the application."""
    os.setpgid(0, 0)  # Ctrl-C reaches the parent alone, which then tells each worker once
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # until Granian sets its own
    Thread(target=_end_with_parent, daemon=True).start()
    return load_application()


def _end_with_parent() -> None:
    """A worker whose parent was killed outright would otherwise keep the port."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
