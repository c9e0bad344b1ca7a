"""S11: nothing private of this room changes a byte of what the other receives, nor a row that a thief could count.

The same night is lived twice from one starting point, once with Ana’s private act and once without it or with another.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest

from glasswork.questions.actions.comfort import read_words
from glasswork.questions.tests.make import Clock, Couple, ask, later, send, share_account
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received, rows_of

EVENING = datetime(2026, 11, 19, 22, 30, tzinfo=UTC)
NIGHT = datetime(2026, 11, 21, 2, 10, tzinfo=UTC)
MARK = "Did you laugh about me, the two of you?"
PAGES = [
    "/today/",
    "/talks/",
    "/questions/",
    "/questions/new/",
    "/questions/mine/",
    "/questions/mine/therapist/",
    "/questions/hour/",
    "/questions/comfort/",
    "/questions/account/",
    "/questions/account/scope/",
    "/record/",
]

type Act = Callable[[Actor, dict[str, UUID]], object]


def note(act: str) -> Act:
    return lambda ana, _: send(ana, MARK, change="I’d sleep", act=act)


def door(act: str) -> Act:
    return lambda ana, of: ana.post(f"/questions/account/{of['account']}/door/", {"act": act})


PRIVATE: dict[str, Act] = {
    "a draft": note("draft"),
    "kept to herself": note("keep"),
    "parked for her therapist": note("park"),
    "sealed until its hour": note("send"),
    "what is typed": lambda ana, _: ana.post("/questions/draft/question/", {"words": MARK}),
    "an account she writes": lambda ana, _: ana.post("/questions/account/", {"walls": MARK, "act": "keep"}),
    "an open door": door("open"),
    "a door for later": door("later"),
    "a door for her therapist": door("therapist"),
    "an unsafe answer": lambda ana, _: rest(ana),
}
ALIKE = {
    "notes": ["a draft", "kept to herself", "sealed until its hour"],
    "doors": ["an open door", "a door for later", "a door for her therapist"],
}


def rest(ana: Actor) -> None:
    """Whoever isn’t safe, and everything they try towards the other: it rests, and only they see it."""
    keep_answer(ana.spaces, make_answer("no", None), once="rest")
    assert "This one is resting" in send(ana, MARK).content.decode()
    for path in ("hour/", "comfort/"):
        ana.post(f"/questions/{path}", {"act": "add", "words": MARK, "hour": "18"})


def begin(couple: Couple, clock: Clock) -> dict[str, UUID]:
    """Something of each sort lies between the two."""
    ana, ben = couple
    of = {"question": ask(ben), "account": share_account(ben, ana)}
    ben.post("/questions/comfort/", {"act": "add", "words": "I’m here"})
    of["comfort"] = read_words(ben.shared)[-1].id
    later(clock, EVENING, ben)
    ask(ben, "What was it to you, and what am I?")  # its hour has come since, and nobody’s step has placed it
    later(clock, NIGHT, ana, ben)
    return of


def what_ben_receives(ben: Actor, of: dict[str, UUID]) -> list[Received]:
    paths = [*PAGES, f"/questions/{of['question']}/", f"/questions/account/{of['account']}/"]
    sent = [
        ("/questions/new/", {"words": "And you?", "sort": "fact", "how": "talk", "act": "send", "once": "n"}),
        (f"/questions/{of['question']}/parking/", {"why": "too late now", "look_again_on": "2026-12-01"}),
        ("/questions/hour/", {"hour": "19"}),
        (f"/questions/account/{of['account']}/later/", {"words": "One more lunch"}),
    ]
    asked = [received(ben, "get", path) for path in paths]
    written = [received(ben, "post", path, fields) for path, fields in sent]
    return [*asked, *written, *(received(ben, "get", path) for path in paths)]


@pytest.mark.parametrize("what", PRIVATE)
def test_nothing_the_other_receives_depends_on_it(couple: Couple, clock: Clock, what: str) -> None:
    ana, ben = couple
    of = begin(couple, clock)
    with undone():
        without = what_ben_receives(ben, of)
    with undone():
        PRIVATE[what](ana, of)
        with_it = what_ben_receives(ben, of)
    assert {each.status for each in without} == {200, 302}
    for one, other in zip(without, with_it, strict=True):
        assert one == other


@pytest.mark.parametrize("sort", ALIKE)
def test_rows_do_not_tell_what_was_done(couple: Couple, clock: Clock, sort: str) -> None:
    ana, _ = couple
    of, found = begin(couple, clock), []
    before = rows_of(ana)
    for what in ALIKE[sort]:
        with undone():
            PRIVATE[what](ana, of)
            found.append(rows_of(ana))
    assert all(each == found[0] != before for each in found)


def test_the_comparison_can_fail(couple: Couple, clock: Clock) -> None:
    """The seeded failure: once its hour has come, it does show."""
    ana, ben = couple
    of = begin(couple, clock)
    note("send")(ana, of)
    later(clock, NIGHT.replace(hour=8), ben)
    assert MARK in ben.get("/questions/").content.decode()
