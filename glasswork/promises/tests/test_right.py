"""Big things and putting it right: offered, answered, begun, done, and what landed."""

import pytest
import time_machine

from glasswork.promises.actions.right import SAID_THRICE, SIX_ACTS, THREE_BIG, THREE_OFFERS
from glasswork.promises.forms import DAY_TO_COME
from glasswork.promises.kinds_of_acts import Act, Big, BigStep, Landed, Offer, WouldHelp
from glasswork.promises.tests.make import DAY, TODAY, all_of, board, body, page
from glasswork.promises.views.big import TOO_FAR, TOO_SOON
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor

Couple = tuple[Actor, Actor]
BIG, RIGHT = "/promises/big/", "/promises/putting-right/"


def offer_big(actor: Actor, words: str = "I’ll change teams", **more: str) -> str:
    sent = {"words": words, "cost": "People I like", "by": str(TODAY + 60 * DAY), "once": words, **more}
    answer = actor.post(f"{BIG}new/", sent)
    assert answer.status_code == 302, body(answer)
    return f"{BIG}{board(actor).bigs[-1]}/"


def steps(actor: Actor) -> list[str]:
    return [step.what for step in all_of(actor, BigStep)]


def test_a_big_thing_is_offered_wanted_begun_and_done(couple: Couple) -> None:
    ana, ben = couple
    path = offer_big(ben)
    assert "Would this help?" in page(ana, path)
    ben.post(f"{path}step/", {"act": "begun"})
    ana.post(f"{path}answer/", {"act": "yes", "words": "It would"})
    assert "It would" in page(ben, path)
    for act in ("begun", "done"):
        assert ben.post(f"{path}step/", {"act": act}).status_code == 302
    assert steps(ana) == ["begun", "done"]
    assert board(ben).bigs == ()
    assert "Done" in page(ana, path)


def test_a_no_is_an_answer(couple: Couple) -> None:
    ana, ben = couple
    path = offer_big(ben)
    ana.post(f"{path}answer/", {"act": "no"})
    ana.post(f"{path}answer/", {"act": "yes"})
    ben.post(f"{path}step/", {"act": "begun"})
    assert steps(ana) == []
    assert [said.says for said in all_of(ana, WouldHelp)] == ["no"]
    ben.post(f"{path}step/", {"act": "let-go"})
    assert "no hard words" in page(ana, path)


def test_what_cannot_be_undone_waits_fourteen_days_and_a_second_yes(
    couple: Couple, clock: time_machine.Traveller
) -> None:
    ana, ben = couple
    path = offer_big(ben, undone="yes")
    ana.post(f"{path}answer/", {"act": "yes"})
    ben.post(f"{path}step/", {"act": "begun"})
    assert steps(ana) == []
    assert "Sleep on it" in page(ben, path)
    clock.shift(86_400 * 14)
    ana.sign_in()
    ben.sign_in()
    ben.post(f"{path}step/", {"act": "begun"})
    assert steps(ana) == []
    assert "Do you still say yes?" in page(ana, path)
    ana.post(f"{path}answer/", {"act": "yes"})
    ben.post(f"{path}step/", {"act": "begun"})
    assert steps(ana) == ["begun"]


def test_nobody_answers_or_begins_for_the_other(couple: Couple) -> None:
    ana, ben = couple
    path = offer_big(ben)
    ben.post(f"{path}answer/", {"act": "yes"})
    ana.post(f"{path}step/", {"act": "let-go"})
    assert all_of(ana, WouldHelp) + all_of(ana, BigStep) == []


def test_three_big_things_are_enough(couple: Couple) -> None:
    ana, ben = couple
    for n in range(3):
        offer_big(ben, f"thing {n}")
    sent = {"words": "a fourth", "cost": "much", "by": str(TODAY + 60 * DAY)}
    assert THREE_BIG in body(ben.post(f"{BIG}new/", sent))
    assert len(all_of(ana, Big)) == 3


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"words": ""}, "Write what you would do."),
        ({"cost": ""}, "Write what it would cost you."),
        ({"by": "2028-11-19"}, TOO_FAR),
        ({"by": "2026-11-25", "undone": "yes"}, TOO_SOON),
    ],
)
def test_what_is_wrong_comes_back_with_its_sentence(couple: Couple, fields: dict[str, str], sentence: str) -> None:
    _, ben = couple
    sent = {"words": "I’ll change teams", "cost": "People I like", "by": str(TODAY + 60 * DAY), **fields}
    assert sentence in body(ben.post(f"{BIG}new/", sent))
    assert board(ben).bigs == ()


def test_examples_stand_with_their_limits(couple: Couple) -> None:
    text = page(couple[1], BIG)
    assert "It must not leave you with none." in text
    assert "I ask for another team" in page(couple[1], f"{BIG}new/?card=other-team")


def write_act(actor: Actor, words: str, row: str = "open", **more: str) -> str:
    answer = actor.post(RIGHT, {"row": row, "words": words, "on": str(TODAY), "once": words, "hinted": "yes", **more})
    assert answer.status_code == 302, body(answer)
    entries = read_entries(Want(actor.shared, tags=("right",)))
    return str([entry.id for entry in entries if isinstance(entry.value, Act)][-1])


def test_an_act_is_read_and_what_it_did_is_the_others_to_say(couple: Couple) -> None:
    ana, ben = couple
    act = write_act(ben, "I told you that Jo had written")
    text = page(ana, RIGHT)
    assert "I told you that Jo had written" in text
    assert "Nothing yet." in text
    assert ben.post(f"{RIGHT}{act}/landed/", {"act": "yes"}).status_code == 404
    ana.post(f"{RIGHT}{act}/landed/", {"act": "no"})
    assert "“It did not”" in page(ben, RIGHT)
    ana.post(f"{RIGHT}{act}/landed/", {"act": "yes"})
    ana.post(f"{RIGHT}{act}/landed/", {"act": "yes"})
    assert [said.did for said in all_of(ana, Landed)] == [False, True]
    ana.post(f"{RIGHT}{act}/landed/", {"act": "no"})
    assert SAID_THRICE in body(ana.post(f"{RIGHT}{act}/landed/", {"act": "yes"}))


def test_either_may_write_acts(couple: Couple) -> None:
    ana, ben = couple
    write_act(ana, "I said that I was sorry for shouting", "responsibility")
    assert "I was sorry for shouting" in page(ben, RIGHT)


def test_six_a_day_and_nothing_that_has_not_happened(couple: Couple) -> None:
    ana, ben = couple
    text = body(ben.post(RIGHT, {"row": "open", "words": "I will tell", "on": "2026-12-01"}))
    assert DAY_TO_COME in text
    assert "I will tell" in text
    for n in range(6):
        write_act(ben, f"act {n}")
    assert SIX_ACTS in body(ben.post(RIGHT, {"row": "open", "words": "a seventh", "hinted": "yes"}))
    assert len(all_of(ana, Act)) == 6


def test_would_this_help_comes_before_an_amends(couple: Couple) -> None:
    ana, ben = couple
    ben.post(f"{RIGHT}offers/", {"offer": "take the Sunday mornings", "once": "a"})
    ben.post(f"{RIGHT}offers/", {"offer": "take the Sunday mornings", "once": "a"})
    assert len(all_of(ana, Offer)) == 1
    path = f"{RIGHT}offers/{board(ben).offers[-1]}/"
    ben.post(f"{path}answer/", {"act": "yes"})
    ana.post(f"{path}end/")
    assert all_of(ana, WouldHelp) == []
    assert len(board(ben).offers) == 1
    ana.post(f"{path}answer/", {"act": "else"})
    assert "Something else would" in page(ben, RIGHT)
    ben.post(f"{path}end/")
    for n in range(3):
        ben.post(f"{RIGHT}offers/", {"offer": f"offer {n}"})
    assert THREE_OFFERS in body(ben.post(f"{RIGHT}offers/", {"offer": "offer 3"}))


def test_somebody_alone_has_no_table_for_two(sam: Actor) -> None:
    for path in (BIG, RIGHT):
        assert sam.get(path).status_code == 404
