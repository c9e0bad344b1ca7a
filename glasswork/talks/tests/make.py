"""Two people in a talk, and the few things they press."""

import re
from datetime import UTC, datetime

from django.http import HttpResponse

from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.talks.kinds import OWN_TAG, TAG
from glasswork.talks.live import Live
from glasswork.talks.slip import read_live
from tests.cast import Actor

CALM = {"calm": "3", "alcohol": "no"}


def ask(actor: Actor, flow: str = "mirroring", **more: str) -> HttpResponse:
    return actor.post(f"/talks/{flow}/", {**CALM, "first": "me", **more})


def live_of(actor: Actor) -> Live:
    found = read_live(actor.spaces.shared)
    assert found is not None
    return found


def press(actor: Actor, act: str, **more: str) -> HttpResponse:
    """One button of the page as it stands now."""
    return actor.post("/talks/now/turn/", {"act": act, "step": live_of(actor).step, **more})


def start(one: Actor, two: Actor, flow: str = "mirroring", **more: str) -> None:
    """``one`` asks, ``two`` is ready, and they begin."""
    ask(one, flow, **more)
    press(two, "ready", **CALM)
    press(one, "begin")


def page(actor: Actor) -> str:
    return actor.get("/talks/now/").content.decode()


def heading(actor: Actor) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page(actor), re.DOTALL)
    assert found
    return re.sub("[\u2066-\u2069]", "", found[1]).strip()


def token_in(text: str) -> str:
    found = re.search(r'data-token="([^"]+)"', text)
    assert found
    return found[1]


def pulse(actor: Actor, token: str) -> HttpResponse:
    return actor.get("/talks/now/pulse/", headers={"X-Pulse": token})


def is_new(actor: Actor, token: str) -> bool:
    answer: dict[str, bool] = pulse(actor, token).json()  # type: ignore[attr-defined]  # the test client's own
    return answer["new"]


def kept(actor: Actor) -> list[object]:
    """What is in the record about talks, as this person reads it."""
    return [entry.value for entry in read_entries(Want(actor.shared, tags=(TAG,)))]


def own(spaces: Spaces) -> list[object]:
    return [entry.value for entry in read_entries(Want(spaces.private, tags=(OWN_TAG,)))]


def now() -> datetime:
    return datetime.now(UTC)
