"""S11: nothing private of this room changes a byte of what the other receives.

The same evening is lived twice from one starting point, once with Ana’s private act and once without it.
"""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from glasswork.promises.tests.make import TODAY, Act, board, mend, on, page, promise, say, tell
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received

Couple = tuple[Actor, Actor]
SOON = "2026-12-03"
PRIVATE: dict[str, Act] = {
    "a choice": on("/promises/road/choice/", road="part", why="tired", act="keep"),
    "readiness": on("/promises/small/not-ready/", behind="angry", look_again=SOON, act="keep"),
    "ready again": on("/promises/small/not-ready/", act="ready"),
    "a look back": on("/promises/road/looking-back/", was="far", act="keep"),
    "an open door": on("/promises/told/{told}/door/", act="open"),
    "a closed door": on("/promises/told/{told}/door/", act="later"),
    "a crossing out": on("/promises/small/{ask}/crossing/", act="out"),
    "words that met a hint": on("/promises/told/new/", about="else", facts="You never listen to me.", act="send"),
    "a draft": on("/promises/draft/told/", facts="I saw them"),
    "a draft of an answer": on("/promises/draft/answer/", words="Did you speak?", about="{told}"),
    "a choice to wait": on("/promises/road/choice/", road="wait", act="keep"),
    "said in person first": on("/promises/told/new/", about="else", facts="I saw them", act="person"),
    "a promise to herself": on("/promises/new/", words="Bed by eleven", until=SOON, alone="1"),
    "ninety days of her own": on("/promises/road/ninety-days/", words="I will swim", ends_on=SOON, alone="1"),
}
FRONT = [f"/promises/{part}" for part in ("", "before/", "small/", "big/", "putting-right/", "road/", "road/parting/")]
PAGES = ["/today/", "/talk/", *FRONT, "/promises/told/new/", "/promises/small/not-ready/", "/record/"]


def begin(couple: Couple) -> dict[str, UUID]:
    """Something of each sort lies between the two."""
    ben = couple[1]
    kept, told = promise(ben), tell(ben)
    say(ben, kept, "not-kept")
    mend(ben, told)
    ben.post("/promises/small/", {"words": "Coffee on Sunday"})
    return {"promise": kept, "told": told, "ask": board(ben).asks[-1]}


def what_ben_receives(ben: Actor, of: dict[str, UUID]) -> list[Received]:
    paths = [*PAGES, f"/promises/{of['promise']}/", f"/promises/told/{of['told']}/"]
    sent = [
        ("/promises/new/", {"words": "I’ll ring", "until": str(TODAY), "once": "ring"}),
        (f"/promises/told/{of['told']}/mended/", {}),
        ("/promises/road/choice/", {"road": "stay", "act": "share", "once": "stay"}),
    ]
    asked = [received(ben, "get", path) for path in paths]
    written = [received(ben, "post", path, fields) for path, fields in sent]
    return [*asked, *written, *(received(ben, "get", path) for path in FRONT[2:])]


@pytest.mark.parametrize("what", PRIVATE)
def test_nothing_the_other_receives_depends_on_it(couple: Couple, what: str) -> None:
    ana, ben = couple
    of = begin(couple)
    with undone():
        without = what_ben_receives(ben, of)
    with undone():
        assert PRIVATE[what](ana, of).status_code in {200, 204, 302}  # type: ignore[attr-defined]
        with_it = what_ben_receives(ben, of)
    assert {each.status for each in without} == {200, 302}
    assert without == with_it


def test_a_day_of_ones_own_that_has_come_is_known_to_nobody(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    of = begin(couple)
    lives = []
    for acts in ([], ["a choice to wait", "ninety days of her own"]):
        with undone():
            ana.sign_in()
            for what in acts:
                PRIVATE[what](ana, of)
            clock.shift(timedelta(days=30))
            for actor in couple:
                actor.sign_in()
            assert ("Only you see this" in page(ana, "/today/")) is bool(acts)
            lives.append(what_ben_receives(ben, of))
            clock.shift(timedelta(days=-30))
    assert lives[0] == lives[1]


def test_the_comparison_can_fail(couple: Couple) -> None:
    """The seeded failure: a choice that is shared does show."""
    ana, ben = couple
    of = begin(couple)
    with undone():
        before = what_ben_receives(ben, of)
    ana.post("/promises/road/choice/", {"road": "part", "act": "share"})
    assert what_ben_receives(ben, of) != before
