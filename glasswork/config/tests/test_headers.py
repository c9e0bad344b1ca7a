"""B1: the whole policy on every answer, whatever it is."""

import pytest
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


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_the_whole_policy(db: None, path: str) -> None:
    response = Client().get(path, secure=True)
    for name, value in EXPECTED.items():
        assert response.headers[name] == value, name
    policy = response.headers["Content-Security-Policy"]
    assert [each for each in DIRECTIVES if each not in policy] == []
    assert "unsafe" not in policy
    assert "geolocation=()" in response.headers["Permissions-Policy"]
    assert "max-age=63072000" in response.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("path", ["/today/", "/check-in/", "/talk/", "/me/", "/pairing/", "/record/"])
def test_nothing_of_a_signed_in_page_is_stored(ana: Actor, path: str) -> None:
    assert ana.get(path).headers["Cache-Control"] == "no-store"


def test_the_policy_says_the_same_signed_in(ana: Actor) -> None:
    here, there = ana.get("/today/").headers, Client().get("/", secure=True).headers
    assert here["Content-Security-Policy"] == there["Content-Security-Policy"]
