"""S11: how a talk was for one of the two changes no byte and no row that the other can get."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine

from glasswork.spaces.models import Entry, Slip
from glasswork.talks.tests.make import is_new, live_of, own, press, start, token_in
from glasswork.talks.tests.test_not_ready import PAGES, TONIGHT, looked
from tests.cast import Actor, undone

type Couple = tuple[Actor, Actor]
type Way = Callable[[Actor], None]
ENDINGS = {
    "hard": {"how": "1", "accuracy": "0", "words": "It was as before. " * 200},
    "good": {"how": "5", "accuracy": "10", "words": "I was heard."},
    "empty": {},
}


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def rows(ana: Actor) -> list[object]:
    """What is stored of the two together: how many entries and slips, whose, and how long."""
    space = ana.shared.id
    slips = sorted((str(slip.owner), len(bytes(slip.body))) for slip in Slip.objects.filter(space_id=space))
    entries = [len(bytes(entry.body or b"")) for entry in Entry.objects.filter(space_id=space).order_by("sequence")]
    return [ana.shared.sequence, slips, entries]


def says_nothing(_: Actor) -> None:
    """Leaves the page as it is."""


def ends(sent: dict[str, str]) -> Way:
    def way(ben: Actor) -> None:
        ben.post("/talks/now/ending/", {"step": live_of(ben).step, **sent})
        assert bool(own(ben.spaces)) == bool(sent)

    return way


def what_ana_receives(couple: Couple, clock: time_machine.Traveller, way: Way) -> list[object]:
    """Every page of hers, the pulse and the rows of both: at once, and the day after."""
    ana, ben = couple
    clock.move_to(TONIGHT)
    with undone():
        for actor in couple:
            actor.sign_in()
        start(ana, ben)
        press(ana, "stop")
        token = token_in(ana.get("/talks/now/").content.decode())
        way(ben)
        found = [is_new(ana, token), rows(ana), *looked(ana)]
        clock.shift(timedelta(days=1))
        ana.sign_in()
        return [*found, rows(ana), *looked(ana)]


@pytest.mark.parametrize("name", ENDINGS)
def test_a_hard_ending_a_good_one_and_none_look_alike(couple: Couple, clock: time_machine.Traveller, name: str) -> None:
    found = what_ana_receives(couple, clock, ends(ENDINGS[name]))
    assert len(found) == 3 + 2 * len(PAGES)
    assert found == what_ana_receives(couple, clock, says_nothing)


def test_the_comparison_can_fail(couple: Couple, clock: time_machine.Traveller) -> None:
    """The seeded failure: what is for both does show."""

    def takes_space(ben: Actor) -> None:
        ben.post("/space/", {"length": "20"})

    assert what_ana_receives(couple, clock, takes_space) != what_ana_receives(couple, clock, says_nothing)
