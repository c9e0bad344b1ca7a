"""Asks a server, over connections that stay open, and says what an answer cost it in CPU."""

import re
import socket
from collections.abc import Sequence
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlencode

from bench.server import ASKING_CORE, Server, pin

CONNECTIONS = 1  # a second one adds the noise of threads that wait for each other, to both servers alike
TIMES = 3
SLICES = 6
PULSE_TOKEN = re.compile(r'data-token="([^"]+)"')
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class Ask(NamedTuple):
    """One request. ``cookies`` as a browser sends them; ``sent`` is a form, for POST; ``header`` is one line more."""

    path: str
    cookies: str = ""
    sent: dict[str, str] | None = None
    header: str = ""

    def message(self) -> bytes:
        lines = [f"{'POST' if self.sent else 'GET'} {self.path} HTTP/1.1", "Host: localhost"]
        lines += [f"Cookie: {self.cookies}"] if self.cookies else []
        lines += [self.header] if self.header else []
        body = urlencode(self.sent or {}).encode()
        if self.sent:
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + body


class Answer(NamedTuple):
    status: int
    body: bytes


class Failed(Exception):
    """A server answered with something other than a page or a redirect."""


type Asked = tuple[Server, Sequence[Ask]]


def costs(*asked: Asked) -> list[float]:
    """CPU milliseconds of each server for one answer, on average over all that it was asked.

    They are asked in turn, a slice at a time, so that whatever else the machine does meets them alike.
    """
    pin(ASKING_CORE)
    before = [server.cpu_seconds() for server, _ in asked]
    for part in range(SLICES):
        for server, asks in asked:
            ask_all(server, asks[part::SLICES])
    return [
        1000 * (server.cpu_seconds() - used) / len(asks) for (server, asks), used in zip(asked, before, strict=True)
    ]


def best_costs(*asked: Asked) -> list[float]:
    """The lowest of three for each; a first time, which only warms up, does not count."""
    times = [costs(*asked) for _ in range(TIMES + 1)][1:]
    return [min(of_one) for of_one in zip(*times, strict=True)]


def ask_all(server: Server, asks: Sequence[Ask]) -> None:
    """Every one once, shared out over the connections. Raises Failed."""
    failures: list[str] = []
    threads = [
        Thread(target=_ask_in_turn, args=(server.port, asks[start::CONNECTIONS], failures))
        for start in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise Failed(failures[0])


def ask(server: Server, one: Ask) -> Answer:
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        return _answer(connection, one)


def token_in(page: bytes) -> str:
    """The pulse token that an open page holds."""
    found = PULSE_TOKEN.search(page.decode())
    if not found:
        raise Failed("the page holds no pulse token")
    return found[1]


def _ask_in_turn(port: int, asks: Sequence[Ask], failures: list[str]) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        for one in asks:
            answer = _answer(connection, one)
            if answer.status not in {200, 302}:
                failures.append(f"{one.path} answered {answer.status}")
                return


def _answer(connection: socket.socket, one: Ask) -> Answer:
    connection.sendall(one.message())
    received = b""
    while (end := received.find(b"\r\n\r\n")) < 0:
        received += _more(connection)
    length = LENGTH.search(received[:end])
    wanted = end + 4 + (int(length[1]) if length else 0)
    while len(received) < wanted:
        received += _more(connection)
    return Answer(int(received.split(b" ", 2)[1]), received[end + 4 : wanted])


def _more(connection: socket.socket) -> bytes:
    found = connection.recv(1 << 16)
    if not found:
        raise Failed("the server closed the connection")
    return found
