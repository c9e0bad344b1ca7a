"""What is typed while saying back is kept as one types, for its writer alone, and is gone once it is sent."""

import re
from html import unescape

import pytest

from glasswork.spaces.models import Slip
from tests.cast import Actor

type Couple = tuple[Actor, Actor]


@pytest.fixture
def path(couple: Couple) -> str:
    """Where their open round is."""
    ana, ben = couple
    ana.post("/check-in/", {"feel": "scared", "act": "seal"})
    return ben.post("/check-in/", {"feel": "sorry", "act": "seal"}).headers["Location"]


class Tab:
    def __init__(self, actor: Actor, path: str) -> None:
        self.actor, self.path = actor, path
        self.text = unescape(actor.get(path).content.decode())
        found = {name: re.search(rf'name="{name}" value="([^"]*)"', self.text) for name in ("once", "follows")}
        self.marks = {name: each[1] for name, each in found.items() if each}

    def holds(self, field: str) -> str:
        found = re.search(rf'id="field-{field}"[^>]*>\n([^<]*)</textarea>', self.text)
        return found[1] if found else ""

    def saves(self, **typed: str) -> None:
        assert self.actor.post(f"{self.path}draft/", {**self.marks, **typed}).status_code == 204

    def sends(self, part: str, **typed: str) -> None:
        self.actor.post(f"{self.path}{part}/", {**self.marks, **typed})


def test_every_field_comes_back_for_its_writer_alone(couple: Couple, path: str) -> None:
    ana, ben = couple
    rows = Slip.objects.filter(space=ben.shared.id).count()
    Tab(ana, path).saves(heard="You are so", correction="And cold")
    again = Tab(ana, path)
    assert (again.holds("heard"), again.holds("correction")) == ("You are so", "And cold")
    assert "You are so" not in Tab(ben, path).text
    assert Slip.objects.filter(space=ben.shared.id).count() == rows


def test_what_is_sent_is_a_draft_no_more_and_the_rest_still_is(couple: Couple, path: str) -> None:
    ana, ben = couple
    tab = Tab(ana, path)
    tab.saves(heard="You are so", correction="And cold")
    tab.sends("heard", heard="You are sorry", correction="And cold", act="send")
    tab.saves(heard="You are sor", correction="And co")  # it arrives late
    again = Tab(ana, path)
    assert again.holds("correction") == "And cold"
    assert "Not sent" not in again.text
    again.sends("correction", correction="And cold")
    assert Tab(ana, path).holds("correction") == ""
    judge = Tab(ben, path)
    judge.saves(adds="a little")
    assert Tab(ben, path).holds("adds") == "a little"
    judge.sends("verdict", adds="a little more", act="yes")
    Tab(ana, path).saves(reply="Thank")
    assert Tab(ana, path).holds("reply") == "Thank"
    Tab(ana, path).sends("reply", reply="Thank you")
    assert "Not sent" not in Tab(ana, path).text + Tab(ben, path).text


def test_two_tabs_keep_both_texts(couple: Couple, path: str) -> None:
    ana, _ = couple
    one, two = Tab(ana, path), Tab(ana, path)
    one.saves(heard="of tab one")
    two.saves(heard="of tab two")
    one.saves(heard="of tab one, longer")
    again = Tab(ana, path)
    assert again.holds("heard") == "of tab one, longer"
    assert again.text.count("of tab") == 2
    two.sends("heard", heard="of tab two", act="send")
    assert "of tab one, longer" in Tab(ana, path).text
    ana.post(f"{path}draft/", {"act": "let-go"})
    assert "of tab one" not in Tab(ana, path).text


def test_nobody_else_keeps_one_there(couple: Couple, path: str, max_: Actor) -> None:
    assert max_.post(f"{path}draft/", {"heard": "x"}).status_code == 404
