"""The plan knows what was done elsewhere: an exercise that was kept, and what both know or its reader has opened."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from glasswork.letters.tests.make import APOLOGY, choose, finish
from glasswork.plan.facts import Times
from glasswork.plan.kinds import Done
from glasswork.plan.reasons import TIME_OUTS
from glasswork.plan.tests.make import act, answer_intake, course_of, here_of, page
from glasswork.programme.flows import FLOWS
from glasswork.programme.shelf import SHELF
from glasswork.promises.kinds_of_telling import RepairAnswer
from glasswork.promises.tests.make import mend, promise, say, tell, word
from glasswork.questions.tests.make import say_how_much
from glasswork.spaces.writing import append
from glasswork.talks.kinds import Held
from tests.cast import Actor
from tests.test_one_sided import without_tokens

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
TODAY = date(2026, 11, 19)
type Couple = tuple[Actor, Actor]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


@pytest.fixture
def planned(couple: Couple) -> Couple:
    ana, ben = couple
    answer_intake(ana, role="hurt", standing="together")
    answer_intake(ben, role="involved", standing="together", contact="none")
    return couple


def later(clock: time_machine.Traveller, *actors: Actor, **after: int) -> None:
    clock.shift(timedelta(**after))
    for actor in actors:
        actor.sign_in()


def keep(actor: Actor, name: str, once: str = "one") -> None:
    fields = {f"w-{field.name}": "a line" for field in SHELF.exercises[name].fields}
    assert actor.post(f"/exercises/{name}/", {**fields, "once": once, "act": "keep"}).status_code == 302


def take_space(actor: Actor, clock: time_machine.Traveller) -> None:
    actor.post("/space/", {"length": "30"})
    later(clock, actor, minutes=30)
    actor.post("/space/return/", {"act": "back"})


def test_an_exercise_that_was_kept_is_done_on_its_day(sam: Actor, clock: time_machine.Traveller) -> None:
    answer_intake(sam, role="alone", pace="daily")
    for _ in range(2):
        keep(sam, "support-map")
    facts = here_of(sam).facts
    assert facts.done["support-map"] == Times(1, TODAY, TODAY)
    assert "quiet evening" in page(sam, "/plan/")
    later(clock, sam, days=1)
    choice = here_of(sam).choice
    assert choice is not None
    assert choice.exercise != "support-map"
    sam.post("/exercises/support-map/draft/", {"w-first": "again", "once": "two"})
    assert here_of(sam).facts.done["support-map"] == Times(1, TODAY, TODAY)
    act(sam, "support-map", "done")
    assert here_of(sam).facts.done["support-map"] == Times(1, TODAY, TODAY + timedelta(days=1))
    later(clock, sam, days=30)
    keep(sam, "support-map", "three")
    assert here_of(sam).facts.done["support-map"] == Times(2, TODAY, TODAY + timedelta(days=31))


def test_a_step_that_was_begun_and_kept_is_over(sam: Actor, clock: time_machine.Traveller) -> None:
    answer_intake(sam, role="alone")
    act(sam, "support-map", "done", again="week")
    later(clock, sam, days=7)
    act(sam, "support-map", "started")
    choice = here_of(sam).choice
    assert choice is not None
    assert choice.exercise == "support-map"
    keep(sam, "support-map")
    assert (here_of(sam).facts.again, here_of(sam).facts.started) == ({}, {})


def test_a_kept_return_counts_for_both_and_is_a_reason(planned: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = planned
    assert not here_of(ben).facts.did("time-out")
    take_space(ana, clock)
    for actor in planned:
        actor.sign_in()
        facts = here_of(actor).facts
        assert facts.did("time-out")
        assert facts.done == {}, "somebody else's evening is never full with it"
    assert TIME_OUTS in page(ana, "/plan/mine/impact-letter/")


def test_a_return_that_came_too_late_is_none(planned: Couple, clock: time_machine.Traveller) -> None:
    ana, _ = planned
    ana.post("/space/", {"length": "30"})
    later(clock, ana, minutes=70)
    ana.post("/space/return/", {"act": "back"})
    assert not here_of(ana).facts.did("time-out")


def test_what_was_done_is_known_for_good(planned: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = planned
    take_space(ana, clock)
    act(ana, "breathing", "done")
    assert course_of(ana).deeds == {"time-out": Done(1, TODAY, TODAY)}
    later(clock, *planned, days=90)
    act(ana, "breathing", "done")
    assert here_of(ana).facts.deeds == {"time-out": Times(1, TODAY, TODAY)}
    ben.post("/plan/changes/", {"what": "told-same-day"})
    take_space(ben, clock)
    assert here_of(ben).facts.deeds["time-out"].number == 1


@pytest.mark.parametrize(("size", "is_said"), [("months", True), ("nothing", False)])
def test_how_much_to_be_told_is_a_scope(planned: Couple, size: str, is_said: bool) -> None:
    ana, ben = planned
    say_how_much(ana, size)
    for actor in (ana, ben):
        assert here_of(actor).facts.did("scope-said") is is_said


def test_an_apology_counts_for_its_reader_once_it_is_open(planned: Couple) -> None:
    ana, ben = planned
    before = without_tokens(page(ana, "/plan/first-steps/"))
    finish(ben, "apology", **APOLOGY)
    choose(ben, "send", "apology")
    assert here_of(ben).facts.did("apology")
    assert here_of(ana).facts.deeds == {}
    assert without_tokens(page(ana, "/plan/first-steps/")) == before
    (letter,) = _letters(ana)
    ana.get(f"/letters/{letter}/")
    ana.post(f"/letters/{letter}/door/", {"act": "open"})
    assert list(here_of(ana).facts.deeds) == ["apology-read"]
    kept = promise(ben)
    say(ben, kept, "kept")
    assert here_of(ben).facts.did("kept-promises")
    assert not here_of(ana).facts.has_amends
    word(ana, kept, "yes")
    assert here_of(ana).facts.has_amends
    assert not here_of(ben).facts.has_amends


def test_a_repair_counts_once_it_was_answered(planned: Couple) -> None:
    ana, ben = planned
    thread = tell(ben)
    ana.post(f"/promises/told/{thread}/door/", {"act": "open"})
    mend(ben, thread)
    assert not here_of(ben).facts.did("repair-after-crossing")
    append(ana.shared, RepairAnswer(told=thread, attempt=1, says="time"))
    assert here_of(ben).facts.did("repair-after-crossing")
    assert here_of(ana).facts.deeds == {}
    append(ana.shared, RepairAnswer(told=thread, attempt=1, says="helps"))
    assert list(here_of(ana).facts.deeds) == ["repair-seen"]


@pytest.mark.parametrize("is_finished", [True, False])
def test_a_talk_that_came_to_its_end_is_done(planned: Couple, is_finished: bool) -> None:
    ana, ben = planned
    assert "mirroring" in FLOWS
    append(ben.shared, Held(talk=uuid4(), flow="mirroring", version=1, title="Mirroring", is_finished=is_finished))
    for actor in (ana, ben):
        assert here_of(actor).facts.did("mirroring") is is_finished


def _letters(actor: Actor) -> list[Any]:
    from glasswork.letters.kinds import Letter  # noqa: PLC0415
    from glasswork.letters.tests.make import all_of  # noqa: PLC0415

    return [each.letter for each in all_of(actor, Letter)]
