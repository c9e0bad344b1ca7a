"""Small acts through HTTP that the tests of this room begin with."""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import time_machine
from django.http import HttpResponse

from glasswork.letters.here import Here, load_here
from glasswork.letters.kinds import OWN, PARTS, TAG, Letter
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor

Clock = time_machine.Traveller

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
WORDS = "a heron over the weir"
IMPACT = {"since": WORDS, "understand": "I asked twice"}
APOLOGY = {"regret": "I regret the Sunday", "chose_it": "It was my choice", "mend": "I will move my desk by Friday"}


def body(response: HttpResponse) -> str:
    """A page that could be read, without the marks around names."""
    assert response.status_code == 200, response.status_code
    return re.sub("[\u2066-\u2069]", "", response.content.decode())


def page(actor: Actor, path: str) -> str:
    return body(actor.get(path))


def here_of(actor: Actor, now: datetime = TONIGHT) -> Here:
    return load_here(actor.spaces, now)


def all_of[K: Kind](actor: Actor, kind: type[K], *tags: str) -> list[K]:
    space = actor.private if tags else actor.shared
    entries = read_entries(Want(space, tags=tags or (TAG, PARTS)))
    return [entry.value for entry in entries if isinstance(entry.value, kind)]


def finish(actor: Actor, sort: str = "impact", **words: str) -> HttpResponse:
    sent = {**(words or IMPACT), "act": "ready", "once": sort, "hinted": "yes"}
    return actor.post(f"/letters/write/{sort}/", sent)


def choose(actor: Actor, act: str, sort: str = "impact") -> HttpResponse:
    return actor.post(f"/letters/write/{sort}/choice/", {"act": act})


def at(clock: Clock, moment: datetime, *actors: Actor) -> None:
    """Some time later: everybody signs in again."""
    clock.move_to(moment)
    for actor in actors:
        actor.sign_in()


def send_letter(actor: Actor, sort: str = "ownership", **words: str) -> UUID:
    """One that has no day to rest, unless the clock is moved by whoever calls."""
    fields = {"ownership": {"chose": WORDS}, "apology": APOLOGY, "perspective": {"that_day": WORDS}}
    finish(actor, sort, **(words or fields[sort]))
    answer = choose(actor, "send", sort)
    assert answer.status_code == 302, body(answer)
    return all_of(actor, Letter)[-1].letter


def send_impact(ana: Actor, ben: Actor, clock: Clock) -> UUID:
    """Sent a day after it was done; returns it, with the clock at that moment."""
    finish(ana)
    at(clock, TONIGHT + 24 * HOUR, ana, ben)
    assert choose(ana, "send").status_code == 302
    return all_of(ana, Letter)[-1].letter


def tell(actor: Actor, letter: UUID, **more: str) -> HttpResponse:
    sent = {"heard_1": "You asked", "heard_2": "You asked twice", "heard_3": "You lay awake", **more}
    return actor.post(f"/letters/{letter}/heard/", sent)


def write_back(actor: Actor, letter: UUID, words: str = "I read it three times", **more: str) -> HttpResponse:
    return actor.post(f"/letters/{letter}/reply/", {"words": words, **more})


def answer(actor: Actor, letter: UUID, act: str, words: str = "", **more: str) -> HttpResponse:
    return actor.post(f"/letters/{letter}/answer/", {"act": act, "words": words, "hinted": "yes", **more})


def say_back(actor: Actor, letter: UUID, words: str = "You need the autumn, all of it", **more: str) -> HttpResponse:
    return actor.post(f"/letters/{letter}/mirror/", {"words": words, "once": "back", **more})


def keep_letter(actor: Actor, words: str) -> str:
    """One that is never sent; returns its entry."""
    actor.post("/letters/never-sent/", {"words": words, "once": words})
    own = read_entries(Want(actor.private, tags=(OWN,)))
    return str(own[-1].id)
