"""S10: declined, paused, stopped early and never made look alike to the other, byte for byte.

One day is lived several times from one starting point. Whatever the other asks for and sends afterwards must be the
same to the byte, header by header, with as many statements.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from glasswork.agreements.tests.make import NOON, WORDS, Couple, page, suggest, the_line
from glasswork.agreements.tests.test_openness import OFFER, PLANS, offer, shared, show
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received

PAGES = [
    "/openness/",
    "/openness/people/",
    "/lines/",
    "/contact/",
    "/lines/cards/",
    "/today/",
    "/record/",
    f"{PLANS}welcome/",
]
SENDS = [
    (f"{PLANS}welcome/", {"act": "yes"}),
    (f"{PLANS}welcome/", {"act": "leave"}),
    (f"{PLANS}shown/", {"shown_plans": "Mine."}),
    ("/openness/requests/plans/", {"words": "please"}),
    (PLANS, {"act": "pause"}),
    (PLANS, {"act": "stop"}),
]

type Act = Callable[[Actor, Actor], object]


def never(_ana: Actor, _ben: Actor) -> None:
    """Nothing was offered, and nothing was asked for."""


def paused(ana: Actor, _ben: Actor) -> None:
    offer(ana)
    ana.post(PLANS, {"act": "pause"})


def stopped(ana: Actor, _ben: Actor) -> None:
    offer(ana)
    ana.post(PLANS, {"act": "stop"})


def paused_after_a_welcome(ana: Actor, ben: Actor) -> None:
    offer(ana)
    ben.post(f"{PLANS}welcome/", {"act": "yes"})
    ben.post(f"{PLANS}welcome/", {"act": "leave"})
    ana.post(PLANS, {"act": "pause"})


def refused_as_too_late(ana: Actor, _ben: Actor) -> None:
    ana.post(PLANS, {**OFFER, "ends_on": "2026-01-01"})


def everything(ben: Actor) -> list[Received]:
    asked = [received(ben, "get", path) for path in PAGES]
    sent = [received(ben, "post", path, fields) for path, fields in SENDS]
    return [*asked, *sent, *(received(ben, "get", path) for path in PAGES)]


def lived(couple: Couple, *acts: Act, who: int = 1) -> list[Received]:
    with undone():
        for act in acts:
            act(*couple)
        return everything(couple[who])


@pytest.mark.parametrize("act", [paused, stopped, paused_after_a_welcome, refused_as_too_late])
def test_an_offer_that_does_not_stand_looks_like_none(couple: Couple, act: Act) -> None:
    assert lived(couple, act) == lived(couple, never)


def test_the_comparison_can_fail(couple: Couple) -> None:
    assert lived(couple, lambda ana, _: offer(ana)) != lived(couple, never)


def asked(_ana: Actor, ben: Actor) -> None:
    ben.post("/openness/requests/plans/", {"words": "On Tuesdays you’re late."})


def put_away(ana: Actor, _ben: Actor) -> None:
    request = page(ana.get("/openness/")).split('name="request" value="')[1].split('"')[0]
    ana.post("/openness/requests/", {"request": request})


@pytest.mark.parametrize("answer", [put_away, paused, stopped, paused_after_a_welcome])
def test_a_request_that_was_declined_looks_like_one_not_answered(couple: Couple, answer: Act) -> None:
    assert lived(couple, asked, answer) == lived(couple, asked, never)


def looked(_ana: Actor, ben: Actor) -> None:
    ben.get(f"{PLANS}welcome/")


def not_today(_ana: Actor, ben: Actor) -> None:
    ben.post(f"{PLANS}welcome/", {"act": "not-today"})


def declined(_ana: Actor, ben: Actor) -> None:
    ben.post(f"{PLANS}welcome/", {"act": "leave"})


def left_later(_ana: Actor, ben: Actor) -> None:
    ben.post(f"{PLANS}welcome/", {"act": "yes"})
    ben.post(f"{PLANS}welcome/", {"act": "leave"})


@pytest.mark.parametrize("answer", [looked, not_today, declined, left_later])
def test_to_its_giver_a_declined_offer_looks_like_one_not_answered(couple: Couple, answer: Act) -> None:
    with undone():
        offer(couple[0])
        not_answered = lived(couple, never, who=0)
        assert lived(couple, answer, who=0) == not_answered


@pytest.mark.parametrize("days", [1, 15])
def test_after_something_was_shown_every_end_looks_alike(
    couple: Couple, clock: time_machine.Traveller, days: int
) -> None:
    """Stopped, paused, or ended by itself: the other sees what was shown, and “Not shared now”."""
    ana, ben = couple
    shared(couple)
    show(ana)
    ends: list[Act] = [
        lambda ana, _: ana.post(PLANS, {"act": "stop"}),
        lambda ana, _: ana.post(PLANS, {"act": "pause"}),
    ]
    if days > 14:
        ends.append(never)
    clock.move_to(NOON + timedelta(days=days))
    for actor in (ana, ben):
        actor.sign_in()
    found = [lived(couple, end) for end in ends]
    assert all(each == found[0] for each in found)
    assert "Home by six." in found[0][0].body


def held_cards(ana: Actor, _ben: Actor) -> None:
    ana.post("/lines/cards/", {"card_1": "over"})


def own_line(ana: Actor, _ben: Actor) -> None:
    ana.post("/lines/mine/", {"text": "I will leave when I am shouted at."})


def caught(ana: Actor, _ben: Actor) -> None:
    ana.post("/lines/new/", {**WORDS, "text": "You give me your password."})


def closing(ana: Actor, _ben: Actor) -> None:
    ana.post("/contact/closing/", {"closing": "Goodbye."})


def drafts(ana: Actor, _ben: Actor) -> None:
    for form in ("declaration", "offer-plans", "request-money", "shown-plans", f"cards-{ana.shared.id.hex}"):
        assert ana.post(f"/lines/draft/{form}/", {"covers": "half", "words": "half"}).status_code == 204


@pytest.mark.parametrize("act", [held_cards, own_line, caught, closing, drafts])
def test_nothing_of_ones_own_changes_what_the_other_receives(couple: Couple, act: Act) -> None:
    assert lived(couple, act) == lived(couple, never)


@pytest.mark.parametrize("act", ["not-today", "sleep", "pressed", "away"])
def test_a_line_that_was_not_answered_and_one_that_was_put_off_look_alike(couple: Couple, act: str) -> None:
    ana, ben = couple
    line = suggest(ana)
    wording = str(the_line(ben, line).open[0].id)

    def pages() -> list[Received]:
        return [received(ana, "get", path) for path in (f"/lines/{line}/", "/lines/", "/today/", "/record/")]

    before = pages()
    if act == "away":
        ben.post(f"/lines/{line}/aside/", {"act": act})
    else:
        ben.post(f"/lines/{line}/agreement/", {"wording": wording, "act": act})
    assert pages() == before


@pytest.mark.parametrize("days", [0, 30])
def test_a_word_of_a_review_that_waits_shows_nowhere(couple: Couple, clock: time_machine.Traveller, days: int) -> None:
    """Before its review day, and on it."""
    ana, ben = couple
    line = suggest(ana)
    wording = str(the_line(ben, line).open[0].id)
    ben.post(f"/lines/{line}/agreement/", {"wording": wording, "act": "yes"})

    def pages() -> list[Received]:
        paths = (f"/lines/{line}/", f"/lines/{line}/review/", "/lines/", "/today/")
        return [received(ben, "get", path) for path in paths]

    clock.move_to(NOON + timedelta(days=days))
    for actor in couple:
        actor.sign_in()
    before = pages()
    ana.post(f"/lines/{line}/review/", {"word": "drop", "look_again_on": "2026-12-30", "words": "Enough."})
    assert pages() == before
