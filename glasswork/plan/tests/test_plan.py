"""The plan: five steps, five stages and the other ending, and a search that leaves no trace."""

import logging

import pytest
from django.http import HttpResponse
from django.urls import reverse

from glasswork.plan.tests.make import answer_intake
from glasswork.plan.tools import TOOLS, Tool
from glasswork.programme.shelf import SHELF
from tests.cast import Actor


def page(response: HttpResponse) -> str:
    assert response.status_code == 200, (response.status_code, response.get("Location"))
    return response.content.decode()


def test_the_front_of_the_plan_leads_to_all_five_steps(ana: Actor) -> None:
    text = page(ana.get("/plan/"))
    for name in SHELF.steps:
        assert f'href="/plan/{name}/"' in text


@pytest.mark.parametrize("name", SHELF.steps)
def test_a_step_leads_to_every_exercise_of_it(ana: Actor, name: str) -> None:
    text = page(ana.get(f"/plan/{name}/"))
    for exercise in SHELF.exercises_of(name):
        assert f'href="/exercises/{exercise.facts.id}/"' in text


@pytest.mark.parametrize("name", SHELF.stages)
def test_every_stage_opens(ana: Actor, name: str) -> None:
    assert SHELF.stages[name].facts.title in page(ana.get(f"/plan/stages/{name}/"))


def test_every_exercise_stands_in_a_step() -> None:
    assert sum(len(SHELF.exercises_of(name)) for name in SHELF.steps) == len(SHELF.exercises)


@pytest.mark.parametrize("path", ["/plan/no-such-step/", "/plan/stages/no-such-stage/"])
def test_what_is_not_there(ana: Actor, path: str) -> None:
    assert ana.get(path).status_code == 404


def test_a_search_forgives_a_slip_and_stands_in_no_log(ana: Actor, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    text = page(ana.post("/search/", {"q": "appology"}))
    assert 'href="/exercises/apology/"' in text
    assert "appology" not in caplog.text


def test_a_search_that_finds_nothing_leads_on(ana: Actor) -> None:
    text = page(ana.post("/search/", {"q": "zzyzx <script>"}))
    assert "Nothing found" in text
    assert "<script>" not in text.replace('<script type="module"', "")
    assert 'href="/plan/"' in text


@pytest.mark.parametrize("query", ["", "   ", "…", "the"])
def test_an_empty_search_is_no_mistake(ana: Actor, query: str) -> None:
    assert "error-summary" not in page(ana.post("/search/", {"q": query}))


def test_a_search_that_is_too_long_is_said_beside_the_field(ana: Actor) -> None:
    text = page(ana.post("/search/", {"q": "sleep " * 100}))
    assert "error-q" in text


@pytest.mark.parametrize(
    ("role", "there", "away"),
    [("hurt", ("/lines/", "/talks/"), ("/lines/mine/",)), ("alone", ("/lines/mine/",), ("/lines/", "/talks/"))],
)
def test_lines_and_talks_stand_on_their_cards(sam: Actor, role: str, there: tuple[str], away: tuple[str]) -> None:
    answer_intake(sam, role=role)
    cards = "".join(page(sam.get("/plan/")).split('class="tools"')[1:6])
    assert all(f'href="{path}"' in cards for path in there)
    assert not any(f'href="{path}"' in cards for path in away)
    assert 'href="/lines/"' in page(sam.get("/plan/lines/"))


@pytest.mark.parametrize(("role", "is_for_two"), [("hurt", True), ("alone", False)])
def test_whoever_goes_on_alone_meets_no_tools_for_two(sam: Actor, role: str, is_for_two: bool) -> None:
    answer_intake(sam, role=role)
    text = page(sam.get("/plan/"))
    for tool in (*TOOLS["together"], Tool("", "exercise", "date-night"), Tool("", "exercise", "daily-check-in")):
        assert (f'href="{reverse(tool.page, args=[tool.argument])}"' in text) is is_for_two
