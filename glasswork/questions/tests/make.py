"""Small acts through HTTP that the tests of this room begin with."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import time_machine
from django.http import HttpResponse

from glasswork.lib import clock
from glasswork.questions.accounts import accounts_in, scopes_in
from glasswork.questions.here import load_here
from glasswork.questions.kinds import TAG
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor

type Couple = tuple[Actor, Actor]
type Clock = time_machine.Traveller

TODAY = date(2026, 11, 19)
DAY = timedelta(days=1)
WORDS = "Did Jo know about my mother in May?"


def body(response: HttpResponse) -> str:
    """A page that could be read, without the marks around names."""
    assert response.status_code == 200, response.status_code
    return re.sub("[\u2066-\u2069]", "", response.content.decode())


def page(actor: Actor, path: str = "/questions/") -> str:
    return body(actor.get(path))


def send(actor: Actor, words: str = WORDS, **more: Any) -> HttpResponse:
    fields = {"words": words, "sort": "fact", "how": "writing", "act": "send", "once": words, **more}
    return actor.post("/questions/new/", fields)


def ask(actor: Actor, words: str = WORDS, **more: Any) -> UUID:
    """Asked at once, or sealed until its hour; returns its id either way."""
    answer = send(actor, words, **{"hinted": "yes", **more})
    assert answer.status_code == 302, body(answer)
    here = load_here(actor.spaces)
    notes = [each for each, note in here.desk.notes.items() if note.words == words]
    return [*here.ledger.standings, *here.due(), *notes][-1]


def say(actor: Actor, question: UUID, what: str, **fields: str) -> HttpResponse:
    return actor.post(f"/questions/{question}/{what}/", fields)


def park(actor: Actor, question: UUID, days: int = 14, why: str = "I could say it with Dr Osei there") -> HttpResponse:
    return say(
        actor, question, "parking", act="offer", why=why, look_again_on=str(TODAY + days * DAY), whom="therapist"
    )


def all_of(actor: Actor, kind: type) -> list[Any]:
    return [entry.value for entry in read_entries(Want(actor.shared, tags=(TAG,))) if isinstance(entry.value, kind)]


def say_how_much(reader: Actor, size: str = "months", **more: Any) -> str:
    """What the form of the other then carries."""
    answer = reader.post("/questions/account/scope/", {"size": size, "act": "say", "hinted": "yes", **more})
    assert answer.status_code == 302, body(answer)
    said = scopes_in(reader.shared, reader.private.me).now
    assert said
    return str(said.id)


def share_account(actor: Actor, reader: Actor, words: str = "From March to July, by message", **more: str) -> UUID:
    """``reader`` has said how much they would like to know."""
    with clock.at(datetime.combine(clock.now().date(), time(12), UTC)):  # it goes by day, whenever a test is run
        scope = say_how_much(reader)
        sent = {"walls": words, "doors": "I said I was tired", "act": "share", "once": words, "hinted": "yes", **more}
        answer = actor.post("/questions/account/", {"scope": scope, **sent})
    assert answer.status_code == 302, body(answer)
    return next(told.id for told in accounts_in(actor.shared) if told.is_mine)


def later(moving: Clock, moment: datetime, *actors: Actor) -> None:
    moving.move_to(moment)
    for actor in actors:
        actor.sign_in()
