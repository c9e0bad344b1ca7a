"""S11: every way of not being ready looks alike to the other, byte for byte, and leaves nothing to count."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.solo import is_solo_week
from glasswork.spaces.writing import utc_day
from glasswork.talks.live import Phase
from glasswork.talks.tests.make import CALM, ask, heading, is_new, live_of, press, start, token_in
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received

type Way = Callable[[Actor], None]
TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
PAGES = ("/talks/now/", "/talks/", "/talk/", "/today/", "/space/", "/me/", "/record/")


def silent(_: Actor) -> None:
    """No tap at all."""


def reads_it(ben: Actor) -> None:
    ben.get("/talks/now/")


def declines(ben: Actor) -> None:
    press(ben, "not-tonight")


def is_stirred_up(ben: Actor) -> None:
    press(ben, "ready", calm="8", alcohol="no")


def has_had_a_drink(ben: Actor) -> None:
    press(ben, "ready", calm="1", alcohol="yes")


def answers_half(ben: Actor) -> None:
    press(ben, "ready", calm="1")


def rests(ben: Actor) -> None:
    """Told us alone that it isn't safe, and is pressed to say yes all the same."""
    ben.post("/safety/answer/", {"safe": "no", "once": "o"})
    press(ben, "ready", **CALM)


WAYS = (silent, reads_it, declines, is_stirred_up, has_had_a_drink, answers_half, rests)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def what_ana_receives(couple: tuple[Actor, Actor], clock: time_machine.Traveller, way: Way) -> list[object]:
    """Every page of hers and the pulse, at once, after a while, and when the invitation has lapsed."""
    ana, ben = couple
    found: list[object] = []
    clock.move_to(TONIGHT)
    with undone():
        ana.sign_in()
        ben.sign_in()
        ask(ana, topic="the sofa")
        token = token_in(ana.get("/talks/now/").content.decode())
        way(ben)
        found += [is_new(ana, token), *looked(ana)]
        clock.shift(timedelta(minutes=29))
        ana.sign_in()
        found += looked(ana)
        clock.shift(timedelta(minutes=2))
        found += looked(ana)
        shared = ana.shared.id
        slips = Slip.objects.filter(space_id=shared).count()
        return [*found, ana.shared.sequence, slips, Entry.objects.filter(space_id=shared).count()]


def looked(ana: Actor) -> list[Received]:
    """Every page of hers, with the talk’s own number left out: it is another in every evening that is lived."""
    name, pages = live_of(ana).id.hex, [received(ana, "get", path) for path in PAGES]
    return [each._replace(body=each.body.replace(name, "-")) for each in pages]


@pytest.mark.parametrize("way", WAYS[1:], ids=lambda way: way.__name__)
def test_every_way_of_not_being_ready_looks_alike(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller, way: Way
) -> None:
    assert what_ana_receives(couple, clock, way) == what_ana_receives(couple, clock, silent)


def test_the_comparison_can_fail(couple: tuple[Actor, Actor], clock: time_machine.Traveller) -> None:
    """The seeded failure: who is ready, and who asks for ten minutes, does show."""

    def is_ready(ben: Actor) -> None:
        press(ben, "ready", **CALM)

    def wants_ten_minutes(ben: Actor) -> None:
        press(ben, "in-ten")

    plain = what_ana_receives(couple, clock, silent)
    for way in (is_ready, wants_ten_minutes):
        assert what_ana_receives(couple, clock, way) != plain


def test_not_ready_looks_alike_to_oneself_too_so_that_a_look_over_the_shoulder_tells_nothing(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller
) -> None:
    ana, ben = couple
    ask(ana)
    press_ready = {"act": "ready", "step": live_of(ben).step}
    sent = [{"calm": "8", "alcohol": "no"}, {"calm": "0", "alcohol": "yes"}]
    answers = [received(ben, "post", "/talks/now/turn/", {**press_ready, **each}) for each in sent]
    ben.post("/safety/answer/", {"safe": "no", "once": "o"})
    answers.append(received(ben, "post", "/talks/now/turn/", {**press_ready, **CALM}))
    assert answers[0] == answers[1] == answers[2]
    assert "Not now, then" in answers[0].body


def test_nothing_of_the_two_answers_is_kept(couple: tuple[Actor, Actor], clock: time_machine.Traveller) -> None:
    ana, ben = couple
    ask(ana)

    def rows() -> tuple[int, int]:
        return Entry.objects.count(), Slip.objects.count()

    before = rows()
    is_stirred_up(ben)
    has_had_a_drink(ben)
    assert rows() == before


def starts(actor: Actor, **sent: str) -> Received:
    return received(actor, "post", "/talks/mirroring/", {**CALM, "topic": "our Sunday", **sent})


def test_whoever_is_not_ready_starts_nothing_and_loses_no_words(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller
) -> None:
    ana, ben = couple
    tries = [starts(ana, calm="6"), starts(ana, alcohol="yes")]
    ana.post("/safety/answer/", {"safe": "no", "once": "o"})
    tries.append(starts(ana))
    assert starts(ana, calm="") != tries[0]
    assert all(each.status == 200 and "Not now, then" in each.body and "our Sunday" in each.body for each in tries)
    assert heading(ben) == "No talk is open"
    assert tries[0] == tries[1] == tries[2], "the page tells which reason it was"


def test_in_a_solo_week_no_heavy_talk_begins_for_either_and_light_ones_go_on(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller
) -> None:
    ana, ben = couple
    shared = ana.shared
    while not is_solo_week(shared, utc_day()):
        clock.shift(timedelta(days=7))
    for actor in couple:
        actor.sign_in()
        assert 'name="calm"' not in actor.get("/talks/forgiveness-talk/").content.decode()
        assert "rest until Monday" in ask(actor, "forgiveness-talk").content.decode()
    assert heading(ben) == "No talk is open"
    start(ana, ben, "speaker-listener")
    assert live_of(ana).phase is Phase.ON


def test_a_heavy_talk_that_was_asked_for_before_the_week_goes_on(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller
) -> None:
    ana, ben = couple
    shared = ana.shared
    while is_solo_week(shared, utc_day()):
        clock.shift(timedelta(days=7))
    for actor in couple:
        actor.sign_in()
    ask(ana, "forgiveness-talk")
    assert live_of(ben).phase is Phase.ASKED


def test_not_tonight_puts_it_aside_for_oneself_alone(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller
) -> None:
    ana, ben = couple
    ask(ana)
    declines(ben)
    assert heading(ben) == "No talk is open"
    assert heading(ana) == "You’ve asked Ben"
    assert live_of(ana).phase is Phase.ASKED
    clock.shift(timedelta(minutes=31))
    ana.sign_in()
    assert heading(ana) == "Not tonight"
