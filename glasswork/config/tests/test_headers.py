"""B1: the whole policy on every answer, whatever it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client

from tests.cast import Actor

ANSWERS = [
    "/",
    "/safety/",
    "/calm/",
    "/today/",
    "/nothing-here/",
    "/pulse/",
    "/exit/",
    "/manifest.webmanifest",
    "/start/",
]
EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
DIRECTIVES = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types glasswork",
]


def assert_whole_policy(response: HttpResponseBase) -> None:
    for name, value in EXPECTED.items():
        assert response.headers[name] == value, name
    policy = response.headers["Content-Security-Policy"]
    assert [each for each in DIRECTIVES if each not in policy] == []
    assert "unsafe" not in policy
    assert "geolocation=()" in response.headers["Permissions-Policy"]
    assert "max-age=63072000" in response.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_the_whole_policy(db: None, path: str) -> None:
    assert_whole_policy(Client().get(path, secure=True))


CROWD = {f"field{number}": "x" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
LONG = {"feel": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
REFUSED: dict[int, Callable[[Actor], HttpResponseBase]] = {
    302: lambda _: Client().get("/today/", secure=True),
    400: lambda actor: actor.post("/check-in/", CROWD),
    401: lambda _: Client().post("/check-in/", {"feel": "x"}, secure=True),
    403: lambda actor: actor.post("/check-in/", {"feel": "x"}, headers={"Sec-Fetch-Site": "cross-site"}),
    404: lambda actor: actor.get("/nothing-here/"),
    405: lambda actor: actor.get("/check-in/draft/"),
    413: lambda actor: actor.post("/check-in/", LONG),
}


@pytest.mark.parametrize("status", REFUSED)
def test_every_refusal_carries_the_whole_policy(ana: Actor, status: int) -> None:
    response = REFUSED[status](ana)
    assert response.status_code == status
    assert_whole_policy(response)


def test_a_host_that_is_not_ours_is_refused_under_the_whole_policy(db: None) -> None:
    response = Client(headers={"Host": "elsewhere.example"}).get("/", secure=True)
    assert response.status_code == 400
    assert_whole_policy(response)


def test_a_static_file_carries_the_whole_policy() -> None:
    """WhiteNoise answers before any view; it looks for files when a new client loads the middleware."""
    (Path(settings.STATIC_ROOT) / "probe.css").write_text("p { color: black }")
    response = Client().get("/static/probe.css", secure=True)
    assert response.status_code == 200
    assert b"".join(response) == b"p { color: black }"
    assert_whole_policy(response)
    assert "Access-Control-Allow-Origin" not in response.headers


def test_the_check_can_fail() -> None:
    """The seeded failure: one header less, or one directive."""
    response = Client().get("/calm/", secure=True)
    assert_whole_policy(response)
    response.headers["Content-Security-Policy"] = response.headers["Content-Security-Policy"].replace("'none'", "*")
    with pytest.raises(AssertionError):
        assert_whole_policy(response)
    del response.headers["Content-Security-Policy"]
    with pytest.raises(KeyError):
        assert_whole_policy(response)


@pytest.mark.parametrize("path", ["/today/", "/check-in/", "/talk/", "/me/", "/pairing/", "/record/"])
def test_nothing_of_a_signed_in_page_is_stored(ana: Actor, path: str) -> None:
    assert ana.get(path).headers["Cache-Control"] == "no-store"


def test_the_policy_says_the_same_signed_in(ana: Actor) -> None:
    here, there = ana.get("/today/").headers, Client().get("/", secure=True).headers
    assert here["Content-Security-Policy"] == there["Content-Security-Policy"]
