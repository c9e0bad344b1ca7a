"""Every page on the way to joining says how far one has come, in the same manner on both sides."""

import re

from django.urls import reverse

from glasswork.pairing.tests.make import answer_offer, invite, make_two, match, page, type_code
from tests.cast import Actor

STEP = re.compile(r"Step (\d) of (\d)")


def step(actor: Actor, name: str = "pairing") -> tuple[str, str]:
    ((step_now, of),) = STEP.findall(page(actor, name))
    return step_now, of


def test_the_one_who_invites_takes_four_and_the_one_who_joins_three(db: None) -> None:
    ana, ben = make_two()
    assert step(ana, "pairing_preview") == ("1", "4")
    assert step(ana, "pairing_invitation") == ("2", "4")
    code = invite(ana)
    assert step(ana) == ("3", "4")
    assert step(ben, "pairing_join") == ("1", "3")
    type_code(ben, code)
    assert step(ben, "pairing_offer") == ("2", "3")
    answer_offer(ben, "join")
    for actor, last in ((ana, "4"), (ben, "3")):
        assert step(actor) == step(actor, "pairing_words") == (last, last)
    match(ben)
    assert step(ben) == ("3", "3")
    match(ana)
    for actor in (ana, ben):
        assert not STEP.search(page(actor))


def test_pages_that_lead_nowhere_further_count_nothing(db: None) -> None:
    ana, _ = make_two()
    for name in ("pairing", "pairing_pause"):
        assert not STEP.search(page(ana, name))
    assert ana.get(reverse("pairing_offer")).headers["Location"] == reverse("pairing_join")
