"""Two taps at the same moment give one result, whoever was first."""

from glasswork.talks.actions import act
from glasswork.talks.kinds import Held, Line
from glasswork.talks.live import Phase
from glasswork.talks.tests.make import kept, live_of, now, press, start
from tests.at_once import repeated, together
from tests.cast import make_couple


def one_passes_twice() -> str:
    ana, ben = make_couple()
    start(ana, ben)
    before, spaces = live_of(ana), [ana.spaces, ana.spaces]
    done = together(*(lambda here=here: act(here, "pass", before.step, now()) for here in spaces))
    assert sorted(done) == [False, True], done
    assert (live_of(ana).turn, live_of(ana).mark) == ("back", before.mark + 1)
    return "once"


def one_passes_and_the_other_stops() -> str:
    ana, ben = make_couple()
    start(ana, ben)
    step, mine, theirs = live_of(ana).step, ana.spaces, ben.spaces
    together(lambda: act(mine, "pass", step, now()), lambda: act(theirs, "stop", step, now()))
    live, held = live_of(ana), [value for value in kept(ana) if isinstance(value, Held)]
    if live.phase is Phase.OVER:
        assert len(held) == 1, held
        return "stopped"
    assert (live.turn, held) == ("back", []), live
    return "passed"


def both_save_at_once() -> str:
    """Ben saves the line while Ana changes it: what is saved is what he saw, or nothing."""
    ana, ben = make_couple()
    start(ana, ben, "speaker-listener")
    for who, event in ((ana, "skip"), (ana, "done"), (ben, "done"), (ana, "done"), (ben, "done")):
        press(who, event)
    press(ana, "line", both_say="ten o’clock")
    step = live_of(ana).step
    together(
        lambda: ben.post("/talks/now/turn/", {"act": "save", "step": step}),
        lambda: ana.post("/talks/now/turn/", {"act": "line", "step": step, "both_say": "noon"}),
    )
    words = [value.words for value in kept(ana) if isinstance(value, Line)]
    assert words in ([], ["ten o’clock"]), words
    return "saved" if words else "changed"


def test_the_same_tap_twice_at_once_counts_once() -> None:
    assert repeated(one_passes_twice) == {"once": 8}


def test_a_pass_and_a_stop_at_once_give_one_of_the_two() -> None:
    assert sum(repeated(one_passes_and_the_other_stops).values()) == 8


def test_nobody_saves_words_they_did_not_see() -> None:
    assert sum(repeated(both_save_at_once).values()) == 8
