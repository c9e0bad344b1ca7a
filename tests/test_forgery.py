"""Z11: no form is taken from another site, and no words that people write ever become markup."""

import json
from html import escape
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from glasswork.people.sessions import COOKIE
from glasswork.spaces.actions import rename
from tests.cast import Actor
from tests.test_access import OWN, ROUND, routes

NAUGHTY = json.loads((Path(__file__).parent / "data" / "naughty_strings.json").read_text())
EXEMPT = {"exit"}  # the beacon only ends one's own session, and the Strict cookie keeps other sites from sending it


def unsafe_routes() -> list[str]:
    arguments = {"round_id": "00000000-0000-0000-0000-000000000000"}
    names = [str(route.name) for route in routes()]
    needs = {**dict.fromkeys(ROUND, arguments), "held": {"day": "2026-01-01"}}
    return [reverse(name, kwargs=needs.get(name, {})) for name in names if name not in EXEMPT]


def test_a_form_without_our_token_is_refused_everywhere(ana: Actor) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[COOKIE] = ana.client.cookies[COOKIE].value
    for path in unsafe_routes():
        assert client.post(path, {"act": "x"}, secure=True).status_code in {403, 405}, path


def test_a_form_from_another_site_is_refused_everywhere(ana: Actor) -> None:
    for path in unsafe_routes():
        for site in ("cross-site", "same-site"):
            status = ana.post(path, {"act": "x"}, headers={"Sec-Fetch-Site": site}).status_code
            assert status in {403, 405}, (path, site)


def test_the_matrix_of_forms_is_not_empty() -> None:
    assert len(unsafe_routes()) > len(OWN)


def naughty_texts() -> list[str]:
    """The whole list; a form sends line ends as one kind, and strips the outside."""
    return [text for text in NAUGHTY if text.strip() and "\0" not in text]


def test_every_awkward_string_comes_back_unchanged_and_harmless(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    fields = ("feel", "when", "because", "would_help", "reply", "good", "why")
    texts = naughty_texts()
    for start in range(0, len(texts), len(fields)):
        sent = dict(zip(fields, texts[start:], strict=False))
        ana.post("/check-in/draft/", sent)
        page = ana.get("/check-in/").content.decode()
        for text in sent.values():
            assert escape(text, quote=False) in page or escape(text) in page or jinja(text) in page, text
            assert_harmless(page, text)


@pytest.mark.parametrize("start", range(0, len(naughty_texts()), 100))
def test_awkward_words_are_safe_for_the_one_who_reads_them(couple: tuple[Actor, Actor], start: int) -> None:
    ana, ben = couple
    text = "\n".join(naughty_texts()[start : start + 100])
    assert ana.post("/check-in/", {"reply": text, "good": text, "act": "seal"}).status_code == 302
    path = ben.post("/check-in/", {"feel": "x", "act": "seal"}).headers["Location"]
    page = ben.get(path).content.decode()
    for line in naughty_texts()[start : start + 100]:
        assert_harmless(page, line)
    assert jinja(text.strip().splitlines()[0]) in page


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "\u202egnp.exe", "Ω≈ç√∫˜µ≤≥÷", "'; DROP TABLE entry; --"]
)
def test_a_name_is_only_ever_text(couple: tuple[Actor, Actor], name: str) -> None:
    ana, ben = couple
    rename([ana.private, ana.shared], name)
    for path in ("/today/", "/check-in/", "/pairing/", "/me/"):
        assert_harmless(ben.get(path).content.decode(), name)


def assert_harmless(page: str, text: str) -> None:
    if "<" in text:
        assert text not in page, text


def jinja(text: str) -> str:
    from markupsafe import escape as markup  # noqa: PLC0415

    return str(markup(text))


def test_the_check_can_fail() -> None:
    with pytest.raises(AssertionError):
        assert_harmless(HttpResponse("<b><script>").content.decode(), "<script>")
