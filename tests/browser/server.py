"""What the journeys run against: the real ``glasswork`` command, and a neutral site for Exit to lead to."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from glasswork.config.tests.server import free_port, press_control_c, start

OPERATOR = "Mo from the allotment"
NEUTRAL = "Showers later"


@contextmanager
def glasswork(data: Path, *options: str, **settings: str) -> Iterator[str]:
    """Its address. When it stops it must have had nothing to say in errors."""
    port = free_port()
    address = f"http://localhost:{port}"
    server = start(data, *options, port=port, GLASSWORK_OPERATOR=OPERATOR, **settings)
    assert server.stdout is not None
    assert server.stderr is not None
    for line in server.stdout:
        if line == f"Glasswork is ready: {address}/\n":
            break
    else:
        raise AssertionError(server.stderr.read())
    try:
        yield address
    finally:
        _, _, errors = press_control_c(server)
    assert not errors, errors


@contextmanager
def neutral_site() -> Iterator[str]:
    """Where Exit leads: on this machine, but another host than Glasswork's, as a real one would be."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), Weather)
    Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{site.server_port}/"
    finally:
        site.shutdown()
        site.server_close()


class Weather(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/" else 204)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.path == "/":
            self.wfile.write(f'<!doctype html><html lang="en"><title>Weather</title><h1>{NEUTRAL}</h1>'.encode())

    def log_message(self, *_: object) -> None:
        """Not a word."""
