"""Starting and stopping a server."""

import os
import signal
import stat
import time
import urllib.request
from pathlib import Path

import pytest
from django.test import override_settings

from glasswork.config.serve import own_name, web_address, web_addresses
from glasswork.config.tests.server import press_control_c, run, serving, start

PRIVATE = ("pepper", "secret_key", "glasswork.sqlite3")


def answer(port: int) -> int:
    with urllib.request.urlopen(f"http://localhost:{port}/", timeout=20) as response:
        return int(response.status)


def test_the_first_start_sets_everything_up_and_answers(tmp_path: Path, port: int) -> None:
    data = tmp_path / "deep" / "data"
    with serving(data, port=port):
        assert answer(port) == 200
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {stat.S_IMODE((data / name).stat().st_mode) for name in PRIVATE} == {0o600}
    assert len((data / "pepper").read_bytes()) == 32


def test_a_second_start_keeps_the_secrets(data: Path, port: int) -> None:
    before = [(data / name).read_bytes() for name in ("pepper", "secret_key", "static.stamp")]
    with serving(data, port=port):
        assert answer(port) == 200
    assert [(data / name).read_bytes() for name in ("pepper", "secret_key", "static.stamp")] == before


def test_control_c_stops_it_cleanly(data: Path, port: int) -> None:
    with serving(data, port=port) as server:
        assert press_control_c(server) == (0, "Glasswork has stopped.\n", "")


def test_a_service_manager_stops_it_cleanly(data: Path, port: int) -> None:
    with serving(data, port=port) as server:
        server.terminate()
        assert server.communicate(timeout=20) == ("Glasswork has stopped.\n", "")
        assert server.returncode == 0


def test_a_killed_server_leaves_the_port_free(data: Path, port: int) -> None:
    with serving(data, port=port) as server:
        os.kill(server.pid, signal.SIGKILL)
        server.wait()
    for _ in range(100):
        try:
            os.killpg(server.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    with serving(data, port=port):
        assert answer(port) == 200


def test_a_taken_port_is_said_with_the_way_out(data: Path, port: int) -> None:
    with serving(data, port=port):
        second = start(data, port=port)
        said, errors = second.communicate(timeout=20)
    assert (second.returncode, said) == (1, "")
    assert errors == f"Port {port} is already taken on this computer; choose another with --port {port + 1}.\n"


def test_an_address_of_another_computer_is_said(data: Path, port: int) -> None:
    code, _, errors = run(data, "up", "--host", "192.0.2.1", "--port", str(port))
    assert (code, errors) == (1, "This computer has no address 192.0.2.1; choose another with --host.\n")


def test_a_port_that_is_no_port_is_refused(data: Path) -> None:
    code, _, errors = run(data, "up", "--port", "70000")
    assert code == 2
    assert "a port is a number from 1 to 65535" in errors


def test_the_address_to_type_is_one_a_browser_on_this_computer_takes() -> None:
    assert web_address("0.0.0.0", 8000) == "http://localhost:8000/"  # noqa: S104 - text only
    assert web_address("::1", 8000) == "http://localhost:8000/"
    assert web_address("192.0.2.1", 80) == "http://192.0.2.1:80/"
    assert web_address("2001:db8::1", 80) == "http://[2001:db8::1]:80/"


@pytest.mark.parametrize(
    ("hosts", "is_behind_proxy", "said"),
    [
        ("localhost 127.0.0.1 [::1]", False, ["http://localhost:8000/"]),
        ("glass.home.arpa localhost", True, ["https://glass.home.arpa/", "http://localhost:8000/"]),
        ("glass.example.org", True, ["https://glass.example.org/"]),
        ("192.168.1.20", False, ["http://192.168.1.20:8000/"]),
        ("*", False, ["http://localhost:8000/"]),
    ],
)
def test_what_is_said_is_an_address_that_it_answers_to(hosts: str, is_behind_proxy: bool, said: list[str]) -> None:
    with override_settings(ALLOWED_HOSTS=hosts.split(), GLASSWORK_BEHIND_PROXY=is_behind_proxy):
        assert web_addresses("127.0.0.1", 8000) == said
        assert own_name() in [*hosts.split(), "localhost"]
