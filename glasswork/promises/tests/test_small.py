"""Small things: asked, done, thanked for, crossed out in private, or not ready yet."""

import pytest

from glasswork.promises.actions.small import MANY_NEW, TEN_ASKS, THREE_DONE
from glasswork.promises.forms import IN_WORDS
from glasswork.promises.kinds_of_acts import Ask, Done, Dropped, NotReadySaid, Thanks
from glasswork.promises.tests.make import DAY, TODAY, all_of, board, body, page
from glasswork.promises.views.not_ready import SAY_TO_TELL
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor

Couple = tuple[Actor, Actor]
SMALL = "/promises/small/"


def ask(actor: Actor, words: str) -> str:
    answer = actor.post(SMALL, {"words": words, "once": words})
    assert answer.status_code == 302, body(answer)
    return str(board(actor).asks[-1])


def test_what_is_asked_is_done_and_thanked_for(couple: Couple) -> None:
    ana, ben = couple
    thread = ask(ana, "Coffee on Sunday")
    assert "Coffee on Sunday" in page(ben, SMALL)
    for _ in range(2):
        assert ben.post(f"{SMALL}{thread}/done/").status_code == 302
    assert len(all_of(ana, Done)) == 1
    (entry,) = [e for e in read_entries(Want(ana.shared, tags=("small",))) if isinstance(e.value, Done)]
    assert "Say thank you" in page(ana, SMALL)
    for actor in (ben, ana, ana):
        actor.post(f"{SMALL}{thread}/thanks/", {"done": str(entry.id)})
    assert len(all_of(ana, Thanks)) == 1
    assert "Ana said thank you" in page(ben, SMALL)


def test_nobody_does_or_drops_the_others(couple: Couple) -> None:
    ana, ben = couple
    thread = ask(ana, "Coffee on Sunday")
    ana.post(f"{SMALL}{thread}/done/")
    ben.post(f"{SMALL}{thread}/end/")
    assert all_of(ana, Done) + all_of(ana, Dropped) == []
    ana.post(f"{SMALL}{thread}/end/")
    assert "Coffee on Sunday" not in page(ben, SMALL)
    ben.post(f"{SMALL}{thread}/done/")
    assert all_of(ana, Done) == []


def test_ten_asks_are_enough_and_so_are_twelve_a_week(couple: Couple) -> None:
    ana, _ = couple
    threads = [ask(ana, f"thing {n}") for n in range(10)]
    assert TEN_ASKS in body(ana.post(SMALL, {"words": "an eleventh"}))
    for thread in threads[:3]:
        ana.post(f"{SMALL}{thread}/end/")
    ask(ana, "eleven")
    ask(ana, "twelve")
    text = body(ana.post(SMALL, {"words": "a thirteenth"}))
    assert MANY_NEW in text
    assert "a thirteenth" in text


def test_three_a_day_are_enough(couple: Couple) -> None:
    ana, ben = couple
    threads = [ask(ana, f"thing {n}") for n in range(4)]
    answers = [ben.post(f"{SMALL}{thread}/done/") for thread in threads]
    assert THREE_DONE in body(answers[-1])
    assert len(all_of(ana, Done)) == 3


def test_crossing_out_is_known_to_nobody_else(couple: Couple) -> None:
    ana, ben = couple
    thread = ask(ana, "Tell me when the bad hour comes")
    before = all_of(ana, Ask)
    ben.post(f"{SMALL}{thread}/crossing/", {"act": "out"})
    assert "Crossed out by you" in page(ben, SMALL)
    assert "Crossed out" not in page(ana, SMALL)
    assert all_of(ana, Ask) == before
    ben.post(f"{SMALL}{thread}/crossing/", {"act": "in"})
    assert "Crossed out by you" not in page(ben, SMALL)


def test_not_ready_yet_is_an_answer_for_oneself(couple: Couple) -> None:
    ana, ben = couple
    ask(ben, "Coffee on Sunday")
    sent = {"behind": "It would feel like pretending", "look_again": str(TODAY + 14 * DAY), "act": "keep"}
    assert ana.post(f"{SMALL}not-ready/", sent).status_code == 302
    assert "This list waits" in page(ana, SMALL)
    assert "Coffee on Sunday" not in page(ana, SMALL)
    assert "not ready" not in page(ben, SMALL).lower().replace("not ready yet</a>", "")
    ana.post(f"{SMALL}not-ready/", {"act": "ready"})
    assert "Coffee on Sunday" in page(ana, SMALL)


def test_not_ready_yet_may_be_said_in_ones_own_words(couple: Couple) -> None:
    ana, ben = couple
    sent = {"look_again": str(TODAY + 14 * DAY), "act": "tell"}
    assert SAY_TO_TELL in body(ana.post(f"{SMALL}not-ready/", sent))
    assert (
        ana.post(f"{SMALL}not-ready/", {**sent, "say_it": "It isn’t a punishment", "hinted": "yes"}).status_code == 302
    )
    assert len(all_of(ana, NotReadySaid)) == 1
    assert "It isn’t a punishment" in page(ben, SMALL)


@pytest.mark.parametrize("day", ["2026-11-01", "2027-11-01", "soon"])
def test_a_day_to_look_again_lies_ahead(couple: Couple, day: str) -> None:
    ana, _ = couple
    text = body(ana.post(f"{SMALL}not-ready/", {"behind": "too tired", "look_again": day, "act": "keep"}))
    assert "There is a problem" in text
    assert "too tired" in text


def test_an_ask_is_in_words(couple: Couple) -> None:
    assert IN_WORDS in body(couple[0].post(SMALL, {"words": "🌻"}))


def test_the_same_ask_twice_is_one(couple: Couple) -> None:
    ana, _ = couple
    ask(ana, "Coffee on Sunday")
    assert ana.post(SMALL, {"words": "Coffee on Sunday", "once": "Coffee on Sunday"}).status_code == 302
    assert len(all_of(ana, Ask)) == 1


def test_somebody_alone_has_no_list_for_two(sam: Actor) -> None:
    assert sam.get(SMALL).status_code == 404
    assert sam.get(f"{SMALL}not-ready/").status_code == 200
