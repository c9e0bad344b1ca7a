"""S11: nothing private of this room changes a byte of what the other receives, nor what a thief could count of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from glasswork.progress.tests.make import EVENING, TODAY, answer, note_trust, page, put_in
from glasswork.spaces.models import Slip
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received, rows_of

Couple = tuple[Actor, Actor]
PAGES = [f"/how-far/{part}" for part in ("", "trust/", "trust/theirs/", "jar/", "letters/", "looking-back/")]
PAGES += ["/today/", "/plan/", "/talk/", "/promises/", "/record/", "/how-far/letters/2026-11/"]
PRIVATE: dict[str, Callable[[Actor], object]] = {
    "a hidden window": lambda ana: ana.post("/how-far/hiding/", {"act": "hide"}),
    "a look back": lambda ana: ana.post("/how-far/looking-back/new/", {"happened": "I wept", "once": "o"}),
    "a laugh of her own": lambda ana: put_in(ana, "on the bus"),
    "a kept letter": lambda ana: ana.post("/how-far/letters/2026-11/", {"words": "mine", "act": "keep", "once": "o"}),
    "a letter that was only shown to herself": lambda ana: ana.post(
        "/how-far/letters/2026-11/", {"words": "for Ben?", "act": "show", "once": "o"}
    ),
    "a draft": lambda ana: ana.post("/how-far/draft/jar/", {"words": "half", "once": "o"}),
    "a visit": lambda ana: page(ana, "/how-far/"),
    "her own trust": lambda ana: note_trust(ana, {TODAY - timedelta(days=n): 1 for n in range(9)}),
    "a chart put away again": lambda ana: [
        ana.post("/how-far/trust/sharing/", {"act": act}) for act in ("share", "away")
    ],
}


def what_ben_receives(ben: Actor) -> list[Received]:
    asked = [received(ben, "get", path) for path in PAGES]
    put = received(
        ben, "post", "/how-far/jar/", {"words": "We saw a heron", "act": "share", "once": "heron", "hinted": "yes"}
    )
    return [*asked, put, *(received(ben, "get", path) for path in PAGES)]


@pytest.mark.parametrize("what", PRIVATE)
def test_nothing_the_other_receives_depends_on_it(couple: Couple, what: str) -> None:
    ana, ben = couple
    for actor in couple:
        answer(actor, trust="2")
    with undone():
        without = what_ben_receives(ben)
    with undone():
        PRIVATE[what](ana)
        assert what_ben_receives(ben) == without
    assert {each.status for each in without} == {200, 302}


def test_to_its_reader_a_chart_that_ended_was_stopped_or_never_shared_look_alike(
    couple: Couple, clock: time_machine.Traveller
) -> None:
    ana, ben = couple
    for actor in couple:
        answer(actor, trust="2")
    ends: dict[str, tuple[str, ...]] = {"never": (), "by itself": ("share",), "stopped": ("share", "away")}
    seen = []
    for acts in ends.values():
        clock.move_to(EVENING)
        with undone():
            for act in acts:
                ana.post("/how-far/trust/sharing/", {"act": act, "length": "1", "purpose": "for a day"})
            clock.move_to(EVENING + timedelta(days=2))
            for actor in couple:
                actor.sign_in()
            seen.append(what_ben_receives(ben))
    assert seen[0] == seen[1] == seen[2]


def test_the_comparison_can_fail(couple: Couple) -> None:
    """The seeded failure: a chart that is shown does show."""
    ana, ben = couple
    for actor in couple:
        answer(actor, trust="2")
    with undone():
        before = what_ben_receives(ben)
    ana.post("/how-far/trust/sharing/", {"act": "share"})
    assert what_ben_receives(ben) != before


@pytest.mark.parametrize("trust", ["1", "5"])
def test_sizes_tell_nothing(couple: Couple, trust: str) -> None:
    """Whatever was answered or hidden: a tally and a chart are as large as any other, and as many."""
    ana, _ = couple
    rows = []
    for act, value in (("hide", trust), ("show", "3")):
        with undone():
            for actor in couple:
                answer(actor, trust=value)
            page(ana, "/how-far/")
            ana.post("/how-far/hiding/", {"act": act})
            ana.post("/how-far/trust/sharing/", {"act": "share"})
            rows.append(rows_of(ana))
            assert Slip.objects.filter(owner=ana.account.id).exists()
    assert rows[0] == rows[1]
