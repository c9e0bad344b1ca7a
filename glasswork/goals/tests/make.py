"""Small acts through HTTP that the tests of this room begin with."""

import re
from uuid import UUID

from django.http import HttpResponse

from glasswork.goals.here import BOARD
from glasswork.goals.kinds import Board, Brief
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_slip
from tests.cast import Actor


def body(response: HttpResponse) -> str:
    """A page that could be read, without the marks around names."""
    assert response.status_code == 200, (response.status_code, response.get("Location"))
    return re.sub("[\u2066-\u2069]", "", response.content.decode())


def page(actor: Actor, path: str) -> str:
    return body(actor.get(path))


def board(space: OpenSpace) -> Board:
    return read_slip(space, Board, BOARD) or Board()


def brief(space: OpenSpace, goal: UUID) -> Brief:
    return board(space).goals[goal]


def mine(actor: Actor, words: str = "Sleep through the night", **more: str) -> UUID:
    sent = actor.post("/goals/new/", {"words": words, "once": words, **more})
    assert sent.status_code == 302, body(sent)
    return list(board(actor.private).goals)[-1]


def ours(actor: Actor, words: str = "A weekend by the sea", **more: str) -> UUID:
    sent = actor.post("/goals/ours/new/", {"words": words, "once": words, **more})
    assert sent.status_code == 302, body(sent)
    return list(board(actor.shared).goals)[-1]


def say(actor: Actor, goal: UUID, part: str, **fields: str) -> HttpResponse:
    return actor.post(f"/goals/{goal}/{part}/", fields)


def agree(actor: Actor, goal: UUID) -> HttpResponse:
    """A yes to the words on the page."""
    found = re.search(r'name="wording" value="([^"]+)"', page(actor, f"/goals/{goal}/"))
    assert found, "no words wait for a yes"
    return say(actor, goal, "agreement", act="yes", wording=found[1])


def step_of(actor: Actor, goal: UUID) -> str:
    found = re.search(rf"/goals/{goal}/steps/([0-9a-f-]+)/", page(actor, f"/goals/{goal}/"))
    assert found, "no step is open"
    return found[1]
