"""Small acts through HTTP that the tests of this room begin with."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse

from glasswork.promises.here import BOARD
from glasswork.promises.kinds import Board
from glasswork.promises.kinds_of_acts import Act as DoneAct
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Want, read_entries, read_slip
from tests.cast import Actor

Act = Callable[[Actor, dict[str, UUID]], object]

TODAY = date(2026, 11, 19)
DAY = timedelta(days=1)


def body(response: HttpResponse) -> str:
    """A page that could be read, without the marks around names."""
    assert response.status_code == 200, response.status_code
    return re.sub("[\u2066-\u2069]", "", response.content.decode())


def page(actor: Actor, path: str) -> str:
    return body(actor.get(path))


def board(actor: Actor) -> Board:
    return read_slip(actor.shared, Board, BOARD, actor.shared.me.bytes) or Board()


def all_of[K: Kind](actor: Actor, kind: type[K]) -> list[K]:
    tags = ("promises", "small", "right", "telling", "roads")
    return [entry.value for entry in read_entries(Want(actor.shared, tags=tags)) if isinstance(entry.value, kind)]


def promise(actor: Actor, words: str = "I’ll tell you before I work late", **more: str) -> UUID:
    fields = {
        "words": words,
        "each_time": "yes",
        "until": str(TODAY + 30 * DAY),
        "once": words,
        "hinted": "yes",
        **more,
    }
    answer = actor.post("/promises/new/", fields)
    assert answer.status_code == 302, body(answer)
    return list(board(actor).promises)[-1]


def say(actor: Actor, thread: UUID, what: str, number: int = 1, **more: str) -> HttpResponse:
    return actor.post(f"/promises/{thread}/outcome/", {"what": what, "pane": str(number), "hinted": "yes", **more})


def word(actor: Actor, thread: UUID, act: str, pane: int = 1, **more: str) -> HttpResponse:
    return actor.post(f"/promises/{thread}/word/", {"act": act, "pane": str(pane), "hinted": "yes", **more})


def tell(actor: Actor, facts: str = "At the station, a minute", **more: str) -> UUID:
    fields = {
        "about": "ran-into",
        "happened_on": str(TODAY),
        "facts": facts,
        "act": "send",
        "once": facts,
        "hinted": "yes",
        **more,
    }
    answer = actor.post("/promises/told/new/", fields)
    assert answer.status_code == 302, body(answer)
    return board(actor).told[-1]


def mend(actor: Actor, thread: UUID, attempt: int = 1, **more: str) -> HttpResponse:
    parts = {"happened": "I wrote back", "own": "I chose to", "mend": "I’ll call first", "show": "I’ll say it at seven"}
    return actor.post(f"/promises/told/{thread}/repair/", {**parts, "attempt": str(attempt), "hinted": "yes", **more})


def on(path: str, **fields: str) -> Act:
    """A form sent to one of the threads, which path and fields may name."""

    def send(actor: Actor, of: dict[str, UUID]) -> object:
        return actor.post(path.format(**of), {name: text.format(**of) for name, text in fields.items()})

    return send


def one_of_each(actor: Actor, words: str, today: date) -> dict[str, str]:
    """One thread of each sort, all of them this actor’s and all with these words; id by sort."""
    day, line = str(today), {"words": words, "once": words, "hinted": "yes"}
    forms: dict[str, dict[str, str]] = {
        "new/": {"until": day, **line},
        "small/": line,
        "big/new/": {"cost": words, "by": day, **line},
        "told/new/": {"about": "else", "facts": words, "act": "send", "once": words, "hinted": "yes"},
        "putting-right/": {"row": "open", **line},
        "putting-right/offers/": {"offer": words, "once": words, "hinted": "yes"},
        "road/ninety-days/": {"ends_on": day, "act": "share", **line},
        "road/parting/": {"corner": words, "once": words, "hinted": "yes"},
    }
    for path, fields in forms.items():
        answer = actor.post(f"/promises/{path}", fields)
        assert answer.status_code == 302, body(answer)
    here = board(actor)
    acts = [e.id for e in read_entries(Want(actor.shared, tags=("right",))) if isinstance(e.value, DoneAct)]
    lists = {"ask": here.asks, "big": here.bigs, "told": here.told, "offer": here.offers}
    more = {"commitment": here.ninety, "corner": here.corners, "act": tuple(acts), "promise": tuple(here.promises)}
    return {sort: str(found[-1]) for sort, found in {**lists, **more}.items()}


def sort_of(route: str) -> str:
    """Which of them an address is about, by the beginning of its name."""
    beginnings = {"promise": "promise", "small": "ask", "big": "big", "told": "told", "repair": "told"}
    others = {"right_offer": "offer", "right_landed": "act", "commitment": "commitment", "corner": "corner"}
    return next(sort for start, sort in {**beginnings, **others}.items() if route.startswith(start))
