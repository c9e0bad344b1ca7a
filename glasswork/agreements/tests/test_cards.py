"""Scenes sorted apart, opened together; or kept by one alone."""

import pytest

from glasswork.agreements.cards import AT_ONCE, compare, scenes
from glasswork.agreements.kinds import SORTED, Card, Sorting
from glasswork.agreements.tests.make import Couple, page, problems
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.record import Finding, check_record
from tests.cast import Actor, close_space

FINE = {f"card_{n}": "fine" for n in range(1, 6)}


def sortings(actor: Actor) -> list[Sorting]:
    entries = read_entries(*(Want(space, tags=(SORTED,)) for space in actor.spaces.all()))
    return [entry.value for entry in entries if isinstance(entry.value, Sorting)]


def test_both_have_the_same_scenes(couple: Couple) -> None:
    texts = [page(actor.get("/lines/cards/")) for actor in couple]
    shown = [[scene.text for scene in scenes(b"") if scene.text in text] for text in texts]
    assert shown[0] == shown[1]
    assert len({scene.id for scene in scenes(b"any")}) == AT_ONCE


def test_they_open_when_both_are_in(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/lines/cards/", FINE)
    assert "Your piles are in" in page(ana.get("/lines/cards/"))
    assert not sortings(ben)
    ben.post("/lines/cards/", {**FINE, "card_1": "over"})
    for actor in couple:
        text = page(actor.get("/lines/cards/"))
        assert "Here you agree" in text
        assert "Here you differ" in text
    assert check_record(ana.private, ana.shared).finding is Finding.WHOLE


def test_they_can_be_taken_back_and_sorted_again(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/lines/cards/", FINE)
    ana.post("/lines/cards/", {"act": "take-back"})
    ben.post("/lines/cards/", FINE)
    assert not sortings(ben)
    ana.post("/lines/cards/", FINE)
    assert len(sortings(ben)) == 2
    assert "What counts for us?" in page(ana.get("/lines/cards/?again=1"))
    ana.post("/lines/cards/", {**FINE, "card_1": "depends"})
    ben.post("/lines/cards/", FINE)
    assert len(sortings(ben)) == 4


def test_no_card_at_all_is_said(couple: Couple) -> None:
    answer = couple[0].post("/lines/cards/", {"card_1": "elsewhere", "over": "it is hidden"})
    assert len(problems(answer)) == 1
    assert "it is hidden" in page(answer)


def test_the_sentence_stays_ones_own(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/lines/cards/", {**FINE, "over": "somebody is kept from me"})
    ben.post("/lines/cards/", FINE)
    assert "kept from me" in page(ana.get("/lines/cards/"))
    assert "kept from me" not in page(ben.get("/lines/cards/"))


def test_one_alone_keeps_their_piles(sam: Actor, couple: Couple) -> None:
    sam.post("/lines/cards/", {**FINE, "card_2": "over"})
    assert "Your piles" in page(sam.get("/lines/cards/"))
    ana, ben = couple
    ana.post("/lines/cards/", {**FINE, "act": "alone"})
    ben.post("/lines/cards/", FINE)
    assert len(sortings(ana)) == 1
    assert "Your piles" in page(ana.get("/lines/cards/"))


def test_after_parting_the_form_comes_back(couple: Couple) -> None:
    ana, _ = couple
    close_space(ana.private, ana.shared)
    ana.post("/lines/cards/", FINE)
    assert "Your piles" in page(ana.get("/lines/cards/"))


@pytest.mark.parametrize(
    ("mine", "theirs", "same", "differ"), [("fine", "fine", 1, 0), ("fine", "over", 0, 1), ("", "over", 0, 0)]
)
def test_comparing_leaves_out_what_one_left_out(mine: str, theirs: str, same: int, differ: int) -> None:
    from uuid import uuid4  # noqa: PLC0415

    one, two = (Sorting(round=uuid4(), cards=(Card("a", "A scene.", pile),)) for pile in (mine, theirs))
    agree, apart = compare(one, two)
    assert (len(agree), len(apart)) == (same, differ)
