"""The plan follows at once what both know, and what its owner decided elsewhere; of the other’s own space, nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine

from glasswork.agreements.contact_kinds import Contact, State
from glasswork.plan.reasons import BEGIN
from glasswork.plan.stage import PART_WELL
from glasswork.plan.tests.make import answer_intake, change, here_of, page
from glasswork.promises.here import BOARD
from glasswork.promises.kinds import Board
from glasswork.promises.kinds_of_telling import Answer
from glasswork.spaces.reading import read_slip
from glasswork.spaces.writing import append
from tests.cast import Actor, make_actor, pair

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
STATEMENTS: list[tuple[State, str, int]] = [("limited", "some", 0), ("ended", "none", 1), ("not-so", "yes", 60)]
DAY = str(TONIGHT.date())
type Couple = tuple[Actor, Actor]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


@pytest.fixture
def planned(couple: Couple) -> Couple:
    ana, ben = couple
    answer_intake(ana, role="hurt", standing="together")
    answer_intake(ben, role="involved", standing="together", contact="yes")
    return couple


def tell(ben: Actor, **more: str) -> UUID:
    fields = {"about": "else", "happened_on": DAY, "facts": "At the station", "act": "send", "once": "t", **more}
    assert ben.post("/promises/told/new/", fields).status_code == 302
    return (read_slip(ben.shared, Board, BOARD, ben.shared.me.bytes) or Board()).told[-1]


def open_door(ana: Actor, thread: UUID) -> None:
    assert ana.post(f"/promises/told/{thread}/door/", {"act": "open"}).status_code == 302


def state_contact(actor: Actor, *states: State) -> None:
    for state in states:
        append(actor.shared, Contact(state=state, on=TONIGHT.date()))


def test_a_decision_of_ones_own_is_known_to_oneself_until_it_is_shared(planned: Couple) -> None:
    ana, ben = planned
    before = page(ben, "/plan/")
    ana.post("/promises/road/choice/", {"road": "part", "act": "keep", "once": "a"})
    assert here_of(ana).stage == PART_WELL
    assert "Your plan now helps you to part well." in page(ana, "/plan/")
    assert _bare(page(ben, "/plan/")) == _bare(before)
    ana.post("/promises/road/choice/", {"road": "part", "act": "share", "share_words": "I am going.", "once": "b"})
    assert here_of(ben).stage == PART_WELL
    assert "chose to part. Your plan now helps you to part well." in page(ben, "/plan/")


def test_one_who_stays_decides_for_nobody_else(planned: Couple) -> None:
    ana, ben = planned
    ana.post("/promises/road/choice/", {"road": "stay", "act": "share", "share_words": "I stay.", "once": "a"})
    assert here_of(ana).facts.decision == "stay"
    assert here_of(ben).facts.decision == ""
    assert "Your own choice can take its time." in page(ben, "/plan/")


def test_something_hidden_that_is_told_leads_both_back_for_a_month(
    planned: Couple, clock: time_machine.Traveller
) -> None:
    ana, ben = planned
    open_door(ana, tell(ben, hidden="yes", happened_on=str(TONIGHT.date() - timedelta(days=40))))
    for days, is_back in ((0, True), (20, True), (31, False)):
        clock.move_to(TONIGHT + timedelta(days=days))
        for actor in planned:
            actor.sign_in()
            assert (here_of(actor).facts.reset_on is not None) is is_back, days
            assert ("goes back to steady ground" in page(actor, "/plan/")) is (days == 0)


def test_its_giver_is_led_back_at_once_and_its_reader_with_the_door(planned: Couple) -> None:
    ana, ben = planned
    before = ana.get("/plan/first-steps/").content.decode()
    thread = tell(ben, hidden="yes", happened_on=str(TONIGHT.date() - timedelta(days=40)))
    assert here_of(ben).facts.reset_on == TONIGHT.date()
    ana.post(f"/promises/told/{thread}/door/", {"act": "therapist"})
    assert here_of(ana).known == []
    assert _bare(page(ana, "/plan/first-steps/")) == _bare(before)
    open_door(ana, thread)
    assert here_of(ana).facts.reset_on == TONIGHT.date()


def test_whoever_answered_has_opened_it_on_whichever_device(planned: Couple) -> None:
    ana, ben = planned
    thread = tell(ben, hidden="yes", happened_on=str(TONIGHT.date() - timedelta(days=40)))
    append(ana.shared, Answer(told=thread, says="space"))
    assert here_of(ana).facts.reset_on == TONIGHT.date()


def test_a_slip_told_the_same_day_is_progress(planned: Couple) -> None:
    ana, ben = planned
    open_door(ana, tell(ben))
    assert here_of(ana).facts.reset_on is None
    assert "Told the same day counts as progress." in page(ana, "/plan/")


def test_a_statement_on_contact_counts_for_both_as_long_as_it_stands(
    planned: Couple, clock: time_machine.Traveller
) -> None:
    ana, ben = planned
    assert not here_of(ben).facts.is_contact_settled
    for state, now, days in STATEMENTS:
        clock.move_to(TONIGHT + timedelta(days=days))
        for actor in planned:
            actor.sign_in()
        append(ben.shared, Contact(state=state, on=TONIGHT.date()))
        assert here_of(ben).facts.contact_now == now
        assert here_of(ana).facts.contact_now == now
    assert here_of(ana).facts.reset_on is not None


def test_what_one_states_settles_no_contact_of_the_other(planned: Couple) -> None:
    """Ben had the tie, and says that it goes on."""
    ana, ben = planned
    before = page(ben, "/plan/first-steps/")
    state_contact(ana, "ended")
    assert here_of(ana).facts.contact_now == "none"
    assert here_of(ben).facts.contact_now == "yes"
    assert "More steps fit now" not in page(ben, "/plan/")
    assert "a decision on contact comes before anything can mend" in page(ben, "/plan/first-steps/")
    assert _bare(page(ben, "/plan/first-steps/")) == _bare(before)
    state_contact(ben, "ended")
    state_contact(ana, "not-so")
    assert here_of(ben).facts.is_contact_settled
    assert here_of(ana).facts.contact_now == "yes"


@pytest.mark.parametrize("days", [0, 3])
def test_two_who_come_to_share_are_two_again(db: None, clock: time_machine.Traveller, days: int) -> None:
    """Whatever each said of being alone, until they say so again."""
    ana, ben = make_actor("Ana"), make_actor("Ben")
    answer_intake(ana, role="alone", contact="yes")
    answer_intake(ben, role="hurt", standing="left", contact="none")
    assert here_of(ana).facts.is_over
    clock.move_to(TONIGHT + timedelta(days=days))
    for actor in (ana, ben):
        actor.sign_in()
    pair(ana, ben)
    for actor in (ana, ben):
        actor.sign_in()
        facts = here_of(actor).facts
        assert (facts.is_over, facts.is_for_two, facts.is_contact_settled) == (False, True, True)
        for path in ("/plan/", "/plan/first-steps/"):
            text = page(actor, path)
            assert not any(reason in text for reason in (*BEGIN["alone"], *BEGIN["left"]))
        assert "Your plan has room for two" in page(actor, "/plan/")
        assert "Ideas for two" in page(actor, "/plan/")
    clock.move_to(TONIGHT + timedelta(days=days + 1))
    ana.sign_in()
    answer_intake(ana, role="alone", words="later")
    assert here_of(ana).facts.is_over
    ben.sign_in()
    change(ben, "left")
    assert here_of(ben).facts.is_over


@pytest.mark.parametrize(
    ("states", "now", "line"),
    [
        (("ended", "not-so"), "yes", "was taken back"),
        (("not-so", "ended"), "none", "stated that contact has ended"),
        (("ended", "limited"), "some", "is limited"),
        (("limited", "not-so", "ended", "limited"), "some", "is limited"),
    ],
)
def test_of_two_statements_on_one_day_the_later_counts(
    planned: Couple, states: tuple[State, ...], now: str, line: str
) -> None:
    state_contact(planned[1], *states)
    for actor in planned:
        assert here_of(actor).facts.contact_now == now
        assert line in page(actor, "/plan/")


def test_a_clock_set_back_between_two_statements_changes_nothing(
    planned: Couple, clock: time_machine.Traveller
) -> None:
    _, ben = planned
    state_contact(ben, "ended")
    clock.move_to(TONIGHT - timedelta(days=2))
    ben.sign_in()
    state_contact(ben, "not-so")
    assert here_of(ben).facts.contact_now == "yes"


@pytest.mark.parametrize(
    ("said", "now"), [(("contact-ended", "contact-again"), "yes"), (("contact-again", "contact-ended"), "none")]
)
def test_of_ones_own_changes_on_one_day_the_later_counts(planned: Couple, said: tuple[str, ...], now: str) -> None:
    ana, _ = planned
    for what in said:
        change(ana, what)
    assert here_of(ana).facts.contact_now == now


def test_ones_own_word_and_a_statement_on_one_day(planned: Couple) -> None:
    """Which came first nothing tells: what both know counts, but contact again is not talked away."""
    ana, ben = planned
    change(ana, "contact-ended")
    state_contact(ben, "not-so")
    assert here_of(ana).facts.contact_now == "yes"
    assert "was taken back" in page(ana, "/plan/")
    state_contact(ben, "ended")
    assert here_of(ana).facts.contact_now == "none"
    change(ana, "contact-again")
    assert here_of(ana).facts.contact_now == "yes"
    assert "goes back to steady ground" in page(ana, "/plan/")


def test_a_later_intake_says_more_than_an_older_statement(planned: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = planned
    state_contact(ben, "ended")
    clock.move_to(TONIGHT + timedelta(days=40))
    ana.sign_in()
    answer_intake(ana, role="hurt", standing="together")
    assert here_of(ana).facts.contact_now == "none"
    answer_intake(ana, role="hurt", standing="together", contact="yes", words="again")
    assert here_of(ana).facts.contact_now == "yes"


def _bare(text: str) -> str:
    from tests.test_one_sided import without_tokens  # noqa: PLC0415

    return without_tokens(text)
