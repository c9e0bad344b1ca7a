"""The state machine, without a database: who may do what, clocks, and every path of every talk."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import UUID, uuid4

import msgspec
import pytest

from glasswork.programme.conversations import Flow
from glasswork.programme.flows import FLOWS
from glasswork.spaces.prepared import Prepared
from glasswork.talks.flow import NotNow, acting, advance, begin, may, propose, seconds_left
from glasswork.talks.live import FORGOTTEN_AFTER, INVITATION_LASTS, Live, Phase, Proposal

NOW = datetime(2026, 11, 19, 20, tzinfo=UTC)
ANA, BEN = uuid4(), uuid4()
ENTRY = Prepared(uuid4(), 1, ANA, b"", None, b"", b"", b"")


def asked(flow: str = "mirroring", **changes: object) -> Live:
    plain = {
        "id": uuid4(), "flow": flow, "version": 1, "phase": Phase.ASKED, "opener": ANA, "first": ANA, "second": BEN,
        "minutes": FLOWS[flow].facts.minutes, "touched_at": NOW, "lapses_at": NOW + INVITATION_LASTS,
    }  # fmt: skip
    return Live(**{**plain, **changes})  # type: ignore[arg-type]  # the test's own table


def on(flow: str = "mirroring") -> Live:
    return begin(asked(flow), FLOWS[flow], NOW)


def go(live: Live, *acts: tuple[UUID, str]) -> Live:
    for who, event in acts:
        live = advance(live, FLOWS[live.flow], event, who, NOW)
    return live


def refused(live: Live, who: UUID, event: str, now: datetime = NOW) -> bool:
    try:
        advance(live, FLOWS[live.flow], event, who, now)
    except NotNow:
        return True
    return False


def test_only_the_one_who_was_asked_can_be_ready_and_only_the_asker_begins() -> None:
    live = asked()
    assert refused(live, ANA, "ready")
    assert refused(live, uuid4(), "ready")
    ready = go(live, (BEN, "ready"))
    assert refused(ready, BEN, "begin")
    assert go(ready, (ANA, "begin")).turn == "say"


def test_an_invitation_lapses_and_ten_minutes_make_it_wait_once() -> None:
    later = go(asked(), (BEN, "in-ten"))
    assert later.asks_for_ten
    assert refused(later, BEN, "in-ten")
    past = NOW + INVITATION_LASTS + timedelta(minutes=5)
    assert refused(asked(), BEN, "ready", past)
    assert not refused(later, BEN, "ready", past)


def test_the_wrong_person_passes_nothing() -> None:
    live = on()
    assert refused(live, BEN, "pass")
    back = go(live, (ANA, "pass"))
    assert may(back, FLOWS["mirroring"].turn("back"), BEN) == {"said"}  # type: ignore[arg-type]  # it is there
    assert refused(back, ANA, "said")
    assert refused(back, BEN, "yes")


def test_two_tries_are_plenty() -> None:
    once = go(on(), (ANA, "pass"), (ANA, "not-quite"))
    assert (once.turn, once.said, once.tries) == ("back", False, 1)
    twice = go(once, (BEN, "said"), (ANA, "not-quite"))
    assert (twice.turn, twice.tries) == ("more", 0)


def test_after_the_third_more_it_goes_on() -> None:
    live = on()
    for _ in range(3):
        live = go(live, (ANA, "pass"), (ANA, "yes"), (ANA, "more"))
        assert live.turn == "say"
    assert go(live, (ANA, "pass"), (ANA, "yes"), (ANA, "more")).turn == "sum-up"


def test_both_may_be_done_from_pages_that_are_a_moment_old() -> None:
    live = on("speaker-listener")
    one = go(live, (BEN, "done"))
    assert one.mark == live.mark
    assert go(one, (ANA, "done")).mark == live.mark + 1
    assert refused(one, BEN, "done")


def test_a_shared_clock_runs_on_and_ends_the_half() -> None:
    live = go(on("speaker-listener"), (ANA, "done"), (BEN, "done"))
    ends_at = live.ends_at
    back = go(live, (ANA, "pass"), (ANA, "yes"))
    assert (back.turn, back.ends_at) == ("say-one", ends_at)
    passed = go(back, (ANA, "pass"))
    late = advance(passed, FLOWS["speaker-listener"], "yes", ANA, NOW + timedelta(minutes=9))
    assert late.turn == "say-two"
    assert late.ends_at != ends_at


def test_a_shorter_talk_has_shorter_turns() -> None:
    live = begin(asked(minutes=10), FLOWS["mirroring"], NOW)
    assert live.ends_at == NOW + timedelta(seconds=90)


def test_a_pause_stops_the_clock_for_as_long_as_it_lasts() -> None:
    paused = go(on(), (BEN, "pause"))
    assert seconds_left(paused, 180, NOW + timedelta(minutes=10)) == 180
    assert may(paused, FLOWS["mirroring"].facts.turn[0], ANA) == set()
    resumed = advance(paused, FLOWS["mirroring"], "resume", ANA, NOW + timedelta(minutes=10))
    assert seconds_left(resumed, 180, NOW + timedelta(minutes=10)) == 180


@pytest.mark.parametrize("skew", [timedelta(hours=1), -timedelta(hours=1)])
def test_a_clock_that_jumps_an_hour_breaks_nothing(skew: timedelta) -> None:
    live = on()
    left = seconds_left(live, 180, NOW + skew)
    assert left in {0, 180}
    assert not refused(live, ANA, "pass", NOW + skew)


def test_anyone_stops_at_any_turn_and_at_the_last_one_nothing_was_stopped() -> None:
    stopped = go(on(), (BEN, "stop"))
    assert (stopped.phase, stopped.is_finished) == (Phase.OVER, False)
    last = go(on("forgiveness-talk"), (ANA, "pass"), (ANA, "yes"), (BEN, "pass"))
    assert last.turn == "last-word"
    assert go(last, (BEN, "stop")).is_finished


def test_a_talk_that_was_left_is_forgotten_after_some_hours() -> None:
    live = on()
    assert live.is_open(NOW + FORGOTTEN_AFTER - timedelta(minutes=1))
    assert refused(live, ANA, "pass", NOW + FORGOTTEN_AFTER)


def test_a_turn_that_content_no_longer_has_can_only_be_stopped() -> None:
    lost = asked(phase=Phase.ON, turn="a-turn-of-before")
    assert refused(lost, ANA, "pass")
    assert go(lost, (ANA, "stop")).phase is Phase.OVER
    gone = asked(phase=Phase.ON, turn="say")
    assert advance(gone, None, "stop", BEN, NOW).phase is Phase.OVER


def test_a_line_is_saved_by_the_other_alone() -> None:
    live = on("speaker-listener")
    while live.turn != "agreement":
        live = walk_on(live, FLOWS[live.flow], "skip" if live.turn == "look" else "")
    assert refused(live, ANA, "save")
    shown = propose(go(live, (ANA, "line")), Proposal(by=ANA, words="ten o’clock", entry=ENTRY))
    assert refused(shown, ANA, "save")
    assert go(shown, (BEN, "save")).turn == "thanks"
    assert go(shown, (ANA, "leave")).proposal is None


def walk_on(live: Live, flow: Flow, event: str = "") -> Live:
    turn = flow.turn(live.turn)
    assert turn
    who = acting(live, turn)
    possible = sorted(may(live, turn, who) - {"not-quite", "more", "skip", "line"})
    return advance(live, flow, event or possible[0], who, NOW)


def still(live: Live) -> Live:
    """The same place, at a moment of its own: where a clock runs there is a minute left."""
    times = {name: NOW if getattr(live, name) else None for name in ("paused_at", "begun_at", "ends_by")}
    ends_at = NOW + timedelta(minutes=1) if live.ends_at else None
    rounds = {turn: number for turn, number in live.rounds.items() if number}
    return msgspec.structs.replace(live, touched_at=NOW, ends_at=ends_at, rounds=rounds, mark=0, **times)


def name_of(place: Live) -> bytes:
    return msgspec.json.encode(place, order="deterministic")


def steps_from(live: Live, flow: Flow) -> Iterator[tuple[str, Live]]:
    """Every button that either may press now, in time and when the time is up, with the place it leads to."""
    turn = flow.turn(live.turn)
    assert turn
    for who in (ANA, BEN):
        events = {"resume" if live.paused_at else "pause", "stop", *may(live, turn, who)}
        for event, late in product(sorted(events), (timedelta(), timedelta(minutes=2))):
            after = advance(live, flow, event, who, NOW + late)
            proposal = Proposal(by=who, words="a line", entry=ENTRY)
            yield event, still(propose(after, proposal) if event == "line" else after)


def everywhere(flow: Flow) -> tuple[dict[bytes, Live], dict[bytes, set[bytes]]]:
    """All places of a talk by name, and from where each can be reached without stopping."""
    first = still(begin(asked(flow.id), flow, NOW))
    found, before, look_at = {name_of(first): first}, defaultdict(set), [first]
    while look_at:
        live = look_at.pop()
        for event, after in steps_from(live, flow):
            if event == "stop":
                assert after.phase is Phase.OVER
                continue
            name = name_of(after)
            before[name].add(name_of(live))
            if name not in found and after.phase is Phase.ON:
                look_at.append(after)
            found[name] = after
    return found, before


@pytest.mark.parametrize("flow", FLOWS.values(), ids=list(FLOWS))
def test_from_wherever_a_talk_can_get_it_comes_to_its_end(flow: Flow) -> None:
    """Every path of the talk, by a search through all its places; and no turn of it is out of reach."""
    found, before = everywhere(flow)
    ends = {name for name, live in found.items() if live.phase is Phase.OVER}
    assert ends
    assert all(found[name].is_finished for name in ends)
    reached, look_at = set(ends), list(ends)
    while look_at:
        new = before[look_at.pop()] - reached
        reached |= new
        look_at += new
    assert reached == set(found), "from here only stopping ends it"
    assert {live.turn for live in found.values()} == {turn.id for turn in flow.facts.turn}
