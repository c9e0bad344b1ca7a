"""Whoever is to be told says how much before it is written; what changes later says so (programme E23)."""

from datetime import UTC, datetime

import pytest

from glasswork.questions.actions.account import FIRST_HOW_MUCH, HAS_CHANGED, NOT_NOW
from glasswork.questions.forms import TOO_LONG_A_QUESTION
from glasswork.questions.kinds_of_words import Scope, ScopeMet, ScopePlease
from glasswork.questions.tests.make import Clock, Couple, body, later, page, say_how_much, share_account
from glasswork.questions.views.scope import SAY_SIZE
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor, close_space

PATH = "/questions/account/scope/"
MONTHS = "Months. Where. Who knew. No clothes, no perfume"


def written(actor: Actor, kind: type) -> int:
    return sum(isinstance(entry.value, kind) for entry in read_entries(Want(actor.shared, tags=("accounts",))))


def test_the_giver_asks_once_and_writes_with_the_answer_before_them(couple: Couple) -> None:
    ana, ben = couple
    for _ in range(2):
        kept = ben.post("/questions/account/", {"walls": "From March", "act": "please"})
        assert kept.headers["Location"] == "/questions/account/?asked"
    assert "You’ve asked Ana" in page(ben, "/questions/account/")
    assert "From March" in page(ben, "/questions/account/")
    assert "Ben asks how much you’d like to know" in page(ana, "/today/")
    assert "Ben asks you" in page(ana)
    for _ in range(2):
        say_how_much(ana, "facts", leave_out=["intimacy", "names", "violins"], words=MONTHS, once="a")
    text = page(ben, "/questions/account/")
    assert text.index("The facts alone") < text.index("Details of intimacy") < text.index(MONTHS)
    assert "violins" not in text
    assert "asks how much" not in page(ana, "/today/")
    assert (written(ana, Scope), written(ana, ScopePlease)) == (1, 1)


def test_nobody_is_asked_at_night_or_while_one_takes_space(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    sent = {"walls": "From March", "act": "please"}
    ana.post("/space/", {"length": "60", "once": "a"})
    assert "taking space" in body(ben.post("/questions/account/", sent))
    later(clock, datetime(2026, 11, 20, 2, tzinfo=UTC), *couple)
    assert "It goes by day" in body(ben.post("/questions/account/", sent))
    assert written(ana, ScopePlease) == 0


@pytest.mark.parametrize(("size", "why"), [("", FIRST_HOW_MUCH), ("nothing", NOT_NOW)])
def test_before_that_nothing_is_shared_and_nothing_is_lost(couple: Couple, size: str, why: str) -> None:
    ana, ben = couple
    scope = say_how_much(ana, size) if size else ""
    sent = {"walls": "From March to July", "act": "share", "hinted": "yes", "scope": scope}
    text = body(ben.post("/questions/account/", sent))
    assert why in text
    assert 'value="share"' not in text
    assert "From March to July" in page(ben, "/questions/account/")
    assert "has written down" not in page(ana)


def test_a_change_that_crosses_the_sharing_is_read_first(couple: Couple) -> None:
    ana, ben = couple
    sent = {"walls": "From March to July", "act": "share", "hinted": "yes", "scope": say_how_much(ana, "months")}
    say_how_much(ana, "facts")
    text = body(ben.post("/questions/account/", sent))
    assert HAS_CHANGED in text
    assert text.index("Changed on") < text.index("The facts alone") < text.index("What it said before")
    sent["scope"] = text.partition('name="scope" value="')[2][:36]
    assert ben.post("/questions/account/", sent).status_code == 302


def test_a_change_after_it_was_shared_is_marked_with_its_day_for_both(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    path = f"/questions/account/{share_account(ben, ana)}/"
    ana.post(f"{path}door/", {"act": "open"})
    later(clock, datetime(2026, 11, 22, 12, tzinfo=UTC), *couple)
    say_how_much(ana, "facts", words=MONTHS)
    mine, theirs = page(ana, path), page(ben, path)
    assert "You changed what was asked for" in mine
    assert "Ana changed what was asked for" in theirs
    for text in (mine, theirs):
        on_that_day = text.index("On Sunday 22 November, after this was shared")
        assert text.index("Month by month") < on_that_day < text.index(MONTHS)
    assert ana.post(PATH, {"act": "back"}).status_code == 302
    assert MONTHS not in page(ana, path) + page(ben, path) + page(ana, PATH)


def test_whoever_was_told_may_say_that_this_is_it(couple: Couple) -> None:
    """Once, after opening it, or never; its giver can’t say it for them."""
    ana, ben = couple
    path = f"/questions/account/{share_account(ben, ana)}/"
    assert "moved on" in body(ben.post(f"{path}word/", {"act": "met"}))
    ana.post(f"{path}word/", {"act": "met"})
    assert written(ana, ScopeMet) == 0
    ana.post(f"{path}door/", {"act": "open"})
    for _ in range(2):
        assert ana.post(f"{path}word/", {"act": "met"}).status_code == 302
    assert "Ana: “That’s what I asked for”" in page(ben, path)
    assert 'value="met"' not in page(ana, path)
    assert written(ana, ScopeMet) == 1


def test_what_is_wrong_comes_back_with_its_words(couple: Couple) -> None:
    ana, _ = couple
    text = body(ana.post(PATH, {"words": MONTHS, "leave_out": "names", "act": "say"}))
    assert SAY_SIZE in text
    assert MONTHS in text
    assert TOO_LONG_A_QUESTION in body(ana.post(PATH, {"size": "facts", "words": "word " * 500, "act": "say"}))
    blaming = {"size": "facts", "words": "You never tell me the truth anyway", "act": "say"}
    assert 'name="hinted"' in body(ana.post(PATH, blaming))
    assert written(ana, Scope) == 0


def test_after_sharing_has_stopped_and_alone_there_is_nobody_to_say_it_to(couple: Couple, sam: Actor) -> None:
    ana, ben = couple
    close_space(ana.private, ana.shared)
    assert [actor.get(PATH).status_code for actor in (sam, ben)] == [404, 404]
