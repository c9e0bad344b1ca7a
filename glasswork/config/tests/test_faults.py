"""When something breaks inside: a calm page with a reference, and the words that were typed."""

import logging
import re
from typing import Any

import pytest
from django.db import OperationalError
from django.http import HttpRequest
from django.test import Client

from glasswork.seal.errors import SealError
from tests import cast

TYPED = {"feel": "Lonely", "reply": "One line\nand another", "feelings": "hurt", "once": "f00d", "act": "seal"}


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Every signed-in page breaks with the fault of this test."""

    def fail(_: HttpRequest) -> None:
        raise request.param

    monkeypatch.setattr("glasswork.people.http.find_person", fail)


FAULTS = [(OperationalError("locked"), 503, "try again"), (SealError(), 500, "opened"), (KeyError("x"), 500, "fault")]


@pytest.mark.parametrize(("broken", "status", "sentence"), FAULTS, indirect=["broken"])
def test_what_was_typed_is_on_the_page(ana: cast.Actor, broken: None, status: int, sentence: str) -> None:
    answer = ana.post("/check-in/", TYPED)
    body = answer.content.decode()
    assert answer.status_code == status
    assert sentence in body
    for text in (TYPED["feel"], TYPED["reply"]):
        assert text in body
    assert body.count('<div class="pane">') == 2
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("broken", [KeyError("x")], indirect=True)
def test_a_page_that_only_shows_promises_nothing(ana: cast.Actor, broken: None) -> None:
    body = ana.get("/check-in/").content.decode()
    assert "What you typed" not in body
    assert "should still be there" not in body


@pytest.mark.parametrize("broken", [KeyError("Lonely")], indirect=True)
def test_the_log_holds_no_word_of_it(ana: cast.Actor, broken: None, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[Any] = []
    monkeypatch.setattr(logging.getLogger("glasswork").handlers[0], "emit", lines.append)
    ana.post("/check-in/", TYPED)
    formatter = logging.getLogger("glasswork").handlers[0].formatter
    assert formatter
    said = [formatter.format(line) for line in lines]
    assert len(said) == 1
    assert "KeyError at" in said[0]
    assert "Lonely" not in said[0]


@pytest.mark.django_db
def test_a_hundred_thousand_emoji_reach_the_page_that_refuses_them(ana: cast.Actor) -> None:
    page = ana.post("/me/name/", {"name": "🌊" * 100_000})
    assert page.status_code == 200
    assert "at most 60 characters" in page.content.decode()


@pytest.mark.django_db
def test_more_than_any_form_holds_is_said_to_be_too_much(ana: cast.Actor) -> None:
    page = ana.client.post("/me/name/", b"name=" + b"x" * 8_000_001, "application/x-www-form-urlencoded", secure=True)
    assert page.status_code == 413
    assert "more than one form can carry" in page.content.decode()


def test_a_name_that_is_not_ours_is_told_who_can_mend_it_and_nothing_else() -> None:
    page = Client(headers={"Host": "192.168.1.20:8000"}).get("/today/")
    body = page.content.decode()
    assert page.status_code == 400
    assert "This server does not answer to that name." in body
    assert "GLASSWORK_HOSTS" in body
    assert all(link.startswith("/static/") for link in re.findall(r'(?:href|src|action)="([^"]*)"', body))
    assert "form" not in body
