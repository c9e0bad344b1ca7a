"""A name in any script stands in a sentence without turning the words around it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from glasswork.lib.directions import isolated
from tests.cast import Actor, make_actor, pair

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
NAMES = ["روبن", "🌊🌊", "Noa נועה"]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


@pytest.fixture(params=NAMES)
def two(request: pytest.FixtureRequest, db: None) -> tuple[Actor, Actor]:
    ana, other = make_actor("Ana"), make_actor(request.param)
    pair(ana, other)
    return ana, other


def is_isolated(actor: Actor, path: str, name: str) -> None:
    """Wherever the name has words beside it, it stands in its marks."""
    response = actor.get(path)
    assert response.status_code == 200
    text = response.content.decode().replace(isolated(name), "")
    beside = re.findall(rf"[^\n]*{re.escape(name)}[^\n]*", text)
    bare = re.compile(rf'<(?:span|h2|h1)[^>]* dir="auto">{re.escape(name)}</(?:span|h2|h1)>')
    assert [line for line in beside if name in bare.sub("", line)] == [], path


def test_on_every_page_of_an_evening(two: tuple[Actor, Actor], clock: time_machine.Traveller) -> None:
    ana, other = two
    name = other.name
    for path in ("/today/", "/check-in/", "/check-in/?alone=1", "/talk/", "/me/"):
        is_isolated(ana, path, name)
    ana.post("/check-in/", {"feel": "small", "act": "seal"})
    is_isolated(ana, "/check-in/", name)
    clock.move_to(TONIGHT + timedelta(hours=25))
    for actor in two:
        actor.sign_in()
    is_isolated(ana, "/check-in/held/2026-11-19/", name)
    shared = ana.post("/check-in/held/2026-11-19/", {"act": "share"}).headers["Location"]
    is_isolated(ana, shared, name)


def test_at_every_step_of_saying_back(two: tuple[Actor, Actor]) -> None:
    ana, other = two
    ana.post("/check-in/", {"feel": "small", "act": "seal"})
    path = other.post("/check-in/", {"feel": "sorry", "act": "seal"}).headers["Location"]
    steps: list[tuple[Actor, str, dict[str, str]]] = [
        (ana, "heard", {"heard": "one", "act": "send"}),
        (other, "verdict", {"adds": "more", "act": "not-quite"}),
        (ana, "heard", {"heard": "two", "act": "send"}),
        (other, "verdict", {"act": "yes"}),
        (ana, "reply", {"reply": "thank you"}),
        (other, "heard", {"heard": "three", "act": "send"}),
        (ana, "verdict", {"act": "yes"}),
        (other, "reply", {"reply": "thank you too"}),
    ]
    for actor, part, sent in steps:
        is_isolated(ana, path, other.name)
        is_isolated(ana, "/today/", other.name)
        assert actor.post(f"{path}{part}/", sent).status_code == 302
    is_isolated(ana, path, other.name)
    assert ana.get(path).content.decode().count(isolated(other.name)) > 3
