"""Whoever is to be told says how much before it is written; what changes later says so (programme E23)."""

import re
from datetime import UTC, datetime

import pytest

from glasswork.questions.actions.account import (
    ADDITIONS_TODAY,
    BY_DAY,
    FIRST_HOW_MUCH,
    HAS_CHANGED,
    IN_SPACE,
    MANY_SCOPES,
    NOT_NOW,
    SCOPES_TODAY,
    SHARES_TODAY,
)
from glasswork.questions.forms import TOO_LONG_A_QUESTION
from glasswork.questions.kinds_of_words import Account, Scope, ScopeMet, ScopePlease
from glasswork.questions.tests.make import DAY, Clock, Couple, body, later, page, say_how_much, share_account
from glasswork.questions.views.scope import SAY_SIZE
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
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


def say(actor: Actor, words: str) -> str:
    """The page with the words on it where they were not said, and nothing where they were."""
    answer = actor.post(PATH, {"size": "facts", "words": words, "act": "say", "hinted": "yes"})
    return "" if answer.status_code == 302 else body(answer)


def seen(actor: Actor, *paths: str) -> list[str]:
    marks = re.compile(r'name="(?:csrfmiddlewaretoken|once)" value="[^"]*"|data-token="[^"]*"')
    return [marks.sub("", page(actor, path)) for path in paths]


def test_words_of_how_much_go_by_day_and_never_while_one_takes_space(couple: Couple, clock: Clock) -> None:
    """Neither hour nor quiet lets them through, and none is lost."""
    ana, ben = couple
    ben.post("/space/", {"length": "60", "once": "a"})
    assert IN_SPACE in say(ana, MONTHS)
    later(clock, datetime(2026, 11, 20, 2, tzinfo=UTC), *couple)
    text = say(ana, MONTHS)
    assert BY_DAY in text
    assert MONTHS in text
    assert MONTHS in page(ana, PATH)
    assert MONTHS not in page(ben, "/questions/account/")
    later(clock, datetime(2026, 11, 20, 9, tzinfo=UTC), *couple)
    assert say(ana, MONTHS) == ""
    assert MONTHS in page(ben, "/questions/account/")


def test_taking_back_makes_no_room_for_saying_on_and_on(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    for number in range(3):
        assert say(ana, f"Where were you, {number}") == ""
        ana.post(PATH, {"act": "back"})
    text = say(ana, "And where else")
    assert SCOPES_TODAY in text
    assert "And where else" in text
    assert "And where else" in page(ana, PATH)
    assert "where else" not in page(ben, "/questions/account/")
    for day in range(1, 4):
        later(clock, datetime(2026, 11, 19, 14, tzinfo=UTC) + day * DAY, *couple)
        for number in range(3):
            assert say(ana, f"And then, {day} {number}") == ""
        ana.post(PATH, {"act": "back"})
    later(clock, datetime(2026, 11, 24, 14, tzinfo=UTC), *couple)
    assert MANY_SCOPES in say(ana, "And where else")
    later(clock, datetime(2027, 1, 4, 14, tzinfo=UTC), *couple)
    assert say(ana, "And where else") == ""


def test_share_and_take_back_and_share_again_is_no_row_of_doors(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    scope = say_how_much(ana)
    for number in range(4):
        sent = {"walls": f"From March, {number}", "act": "share", "hinted": "yes", "scope": scope, "once": str(number)}
        answer = ben.post("/questions/account/", sent)
        assert (answer.status_code == 302) is (number < 2)
        if number < 2:
            ben.post(f"{answer.headers['Location']}withdrawal/")
        else:
            assert SHARES_TODAY in body(answer)
            assert f"From March, {number}" in page(ben, "/questions/account/")
    assert "has written down" not in page(ana, "/today/")
    assert written(ana, Account) == 0
    later(clock, datetime(2026, 11, 20, 14, tzinfo=UTC), *couple)
    assert ben.post("/questions/account/", sent).status_code == 302


def test_what_is_added_goes_by_day_too_a_few_at_a_time(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    path = f"/questions/account/{share_account(ben, ana)}/"
    for number in range(5):
        assert ben.post(f"{path}later/", {"words": f"More, {number}", "hinted": "yes"}).status_code == 302
    text = body(ben.post(f"{path}later/", {"words": "Still more", "hinted": "yes"}))
    assert ADDITIONS_TODAY in text
    assert "Still more" in text
    later(clock, datetime(2026, 11, 21, 2, tzinfo=UTC), *couple)
    assert BY_DAY in body(ben.post(f"{path}later/", {"words": "Still more", "hinted": "yes"}))
    assert "Still more" in page(ben, path)
    ana.post(f"{path}door/", {"act": "open"})
    assert "Still more" not in page(ana, path)


def test_later_is_said_to_nobody_and_leaves_today(couple: Couple) -> None:
    ana, ben = couple
    ben.post("/questions/account/", {"walls": "From March", "act": "please"})
    looks = ("/today/", "/questions/", "/questions/account/", PATH)
    before, rows = seen(ben, *looks), ben.shared.sequence
    assert 'value="later"' in page(ana, PATH)
    for _ in range(2):
        assert ana.post(PATH, {"act": "later"}).status_code == 302
    assert "asks how much" not in page(ana, "/today/")
    assert 'value="later"' not in page(ana, PATH)
    assert seen(ben, *looks) == before
    assert ben.shared.sequence == rows
    assert say(ana, MONTHS) == ""


def test_what_was_said_and_taken_back_is_not_asked_for_again(couple: Couple) -> None:
    ana, ben = couple
    ben.post("/questions/account/", {"walls": "From March", "act": "please"})
    assert say(ana, MONTHS) == ""
    ana.post(PATH, {"act": "back"})
    assert "asks how much" not in page(ana, "/today/")


def test_nobody_is_asked_while_steps_for_two_rest_for_them(couple: Couple) -> None:
    """And whoever asked sees nothing of it."""
    ana, ben = couple
    ben.post("/questions/account/", {"walls": "From March", "act": "please"})
    looks = ("/today/", "/questions/", "/questions/account/")
    before = seen(ben, *looks)
    assert "asks how much" in page(ana, "/today/")
    keep_answer(ana.spaces, make_answer("no", None), once="rest")
    assert "asks how much" not in page(ana, "/today/") + page(ana, PATH)
    assert seen(ben, *looks) == before
