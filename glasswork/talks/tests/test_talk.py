"""Two people talk, each on a phone of their own."""

import re
from datetime import timedelta

import time_machine

from glasswork.programme.flows import FLOWS
from glasswork.talks.kinds import Ending, Held, Line, Saved
from glasswork.talks.tests.make import (
    CALM,
    ask,
    heading,
    is_new,
    kept,
    live_of,
    now,
    own,
    page,
    press,
    pulse,
    start,
    token_in,
)
from tests.cast import Actor

type Couple = tuple[Actor, Actor]


def finish(ana: Actor, ben: Actor) -> None:
    """One round of mirroring, without a swap."""
    for who, act in (
        (ana, "pass"), (ben, "said"), (ana, "yes"), (ana, "enough"), (ben, "said"), (ana, "yes"), (ben, "enough"),
        (ana, "done"), (ben, "done"),
    ):  # fmt: skip
        press(who, act)


def test_a_whole_talk_keeps_its_date_and_nothing_that_was_said(couple: Couple) -> None:
    ana, ben = couple
    ask(ana, topic="the phone on the sofa")
    assert heading(ana) == "You’ve asked Ben"
    assert heading(ben) == "Ana would like to talk"
    assert "the phone on the sofa" in page(ben)
    press(ben, "ready", **CALM)
    assert heading(ana) == "Ben is ready"
    assert heading(ben) == "You’re ready"
    press(ana, "begin")
    assert (heading(ana), heading(ben)) == ("You hold the glass", "Ana holds the glass")
    finish(ana, ben)
    assert heading(ana) == heading(ben) == "That’s the talk"
    (held,) = kept(ben)
    assert isinstance(held, Held)
    assert (held.flow, held.is_finished, held.topic) == ("mirroring", True, "")
    assert "Say it back" in ben.get("/talks/").content.decode()


def test_the_ending_is_its_writers_alone_and_written_once(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    press(ben, "stop")
    assert heading(ana) == "You stopped here"
    sent = {"step": live_of(ana).step, "how": "2", "accuracy": "7", "words": "a small thing"}
    for _ in range(2):
        ana.post("/talks/now/ending/", sent)
    (ending,) = own(ana.spaces)
    assert isinstance(ending, Ending)
    assert (ending.how, ending.heard, ending.words) == (2, 7, "a small thing")
    assert own(ben.spaces) == []
    assert heading(ana) == "No talk is open"
    assert heading(ben) == "You stopped here"
    assert "a small thing" not in page(ben)


def test_an_ending_may_be_left_empty(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    press(ana, "stop")
    assert ana.post("/talks/now/ending/", {"step": live_of(ana).step}).headers["Location"] == "/talks/"
    assert own(ana.spaces) == []


def test_a_line_is_kept_once_both_saved_it(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben, "speaker-listener", topic="Sundays")
    for who, act in ((ana, "skip"), (ana, "done"), (ben, "done"), (ana, "done"), (ben, "done")):
        press(who, act)
    assert "a line that nobody saved" not in page(ben)
    press(ana, "line", both_say="ten o’clock, no phones", on="2026-12-01")
    assert [value for value in kept(ana) if isinstance(value, Line)] == []
    assert "ten o’clock, no phones" in page(ben)
    press(ana, "save")
    assert [value for value in kept(ana) if isinstance(value, Line)] == []
    press(ben, "save")
    line, saved = [value for value in kept(ana) if isinstance(value, Line | Saved)]
    assert isinstance(line, Line)
    assert (line.words, str(line.on), line.by) == ("ten o’clock, no phones", "2026-12-01", ana.account.id)
    assert isinstance(saved, Saved)
    press(ana, "done")
    press(ben, "done")
    assert "ten o’clock, no phones" in page(ana)
    listed = ana.get("/talks/").content.decode()
    assert "ten o’clock, no phones" in listed
    assert "Sundays" in listed


def test_a_changed_word_takes_the_place_of_the_line_before(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben, "speaker-listener")
    for who, act in ((ana, "skip"), (ana, "done"), (ben, "done"), (ana, "done"), (ben, "done")):
        press(who, act)
    press(ana, "line", both_say="ten o’clock")
    press(ben, "line", both_say="half past ten")
    press(ana, "save")
    (line,) = [value for value in kept(ben) if isinstance(value, Line)]
    assert (line.words, line.by) == ("half past ten", ben.account.id)


def test_an_empty_line_is_asked_for_again_and_a_late_one_is_given_back(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben, "speaker-listener")
    for who, act in ((ana, "skip"), (ana, "done"), (ben, "done"), (ana, "done"), (ben, "done")):
        press(who, act)
    assert "Write a few words first" in press(ana, "line", both_say=" ").content.decode()
    late = live_of(ana).step
    press(ben, "leave")
    answer = ana.post("/talks/now/turn/", {"act": "line", "step": late, "both_say": "words that came late"})
    assert "words that came late" in answer.content.decode()
    long = ana.post("/talks/now/turn/", {"act": "line", "step": late, "both_say": "x" * 20_000})
    assert "x" * 20_000 in long.content.decode()


def test_a_phone_that_was_away_for_ten_minutes_goes_on_where_the_talk_is(couple: Couple) -> None:
    ana, ben = couple
    with time_machine.travel(now()) as clock:
        start(ana, ben)
        token = token_in(page(ben))
        clock.shift(timedelta(minutes=10))
        ana.sign_in()
        press(ana, "pass")
        assert pulse(ben, token).status_code == 403  # two minutes are over: the page fetches itself again
        assert heading(ben) == "Say it back"


def test_three_devices_show_the_same_talk(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    others = [Actor("Ana", ana.new) for _ in range(2)]
    for other in others:
        other.sign_in()
    press(others[0], "pass")
    assert {heading(each) for each in (ana, *others)} == {"Did Ben hear you?"}
    press(ben, "said")
    press(others[1], "yes")
    assert {heading(each) for each in (ana, *others)} == {"Is there more?"}


def test_the_pulse_tells_of_a_pass_and_of_nothing_else(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    token = token_in(page(ben))
    page(ana)
    ben.post("/talks/now/notes/", {"notes": "mine"})
    ana.post("/talks/now/notes/", {"notes": "theirs"})
    assert not is_new(ben, token)
    press(ana, "pass")
    assert is_new(ben, token)
    assert not is_new(ben, token_in(page(ben)))


def test_the_pulse_answers_nobody_else(couple: Couple, max_: Actor) -> None:
    ana, ben = couple
    start(ana, ben)
    token = token_in(page(ben))
    assert pulse(max_, token).status_code == 403
    assert pulse(ben, "made-up").status_code == 403
    assert pulse(Actor("Out", ben.new), token).status_code == 403


def test_a_token_is_of_no_use_to_another_session_or_long_after_signing_out(couple: Couple) -> None:
    ana, ben = couple
    with time_machine.travel(now(), tick=False) as clock:
        start(ana, ben)
        token = pulse(ben, token_in(page(ben))).json()["token"]  # type: ignore[attr-defined]  # the test client's own
        elsewhere = Actor("Ben", ben.new)
        elsewhere.sign_in()
        assert pulse(elsewhere, token).status_code == 200
        cookies = ben.client.cookies.output()
        ben.post("/sign-out/")
        ben.client.cookies.load(cookies.replace("Set-Cookie: ", ""))
        clock.shift(timedelta(seconds=5))
        assert pulse(ben, token).status_code == 403


def test_a_page_of_a_talk_keeps_its_session_alive_and_no_longer(couple: Couple) -> None:
    ana, ben = couple
    with time_machine.travel(now(), tick=False) as clock:
        start(ana, ben)
        token = token_in(page(ben))
        for _ in range(30):  # half an hour: twice the idle limit, and still within the talk
            clock.shift(timedelta(minutes=1))
            answer = pulse(ben, token)
            assert answer.status_code == 200
            token = answer.json()["token"]  # type: ignore[attr-defined]  # the test client's own
        for _ in range(30):
            clock.shift(timedelta(minutes=1))
            answer = pulse(ben, token)
            token = answer.json()["token"] if answer.status_code == 200 else token  # type: ignore[attr-defined]
        assert answer.status_code == 403


def test_a_pause_and_a_time_out_hold_the_talk(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben)
    press(ben, "pause")
    assert "Paused" in page(ana)
    press(ana, "pass")
    assert live_of(ana).turn == "say"
    press(ana, "resume")
    ben.post("/space/", {"length": "20"})
    assert live_of(ana).paused_at is not None


def test_notes_are_ones_own(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben, "speaker-listener")
    ana.post("/talks/now/notes/", {"notes": "how it looks from my chair"})
    assert "how it looks from my chair" in page(ana)
    assert "how it looks from my chair" not in page(ben)


def test_every_talk_can_be_opened_and_says_why(couple: Couple) -> None:
    ana, _ = couple
    for slug, flow in FLOWS.items():
        text = ana.get(f"/talks/{slug}/").content.decode()
        assert flow.facts.title in text
        assert re.search(r"<details>", text)
    assert ana.get("/talks/no-such-talk/").status_code == 404


def test_somebody_alone_sees_what_there_is_and_asks_nobody(sam: Actor) -> None:
    assert sam.get("/talks/").status_code == 200
    assert "needs two people" in sam.get("/talks/mirroring/").content.decode()
    assert "Sharing has stopped" in ask(sam).content.decode()


def test_the_weekly_meeting_has_the_promises_beside_it(couple: Couple) -> None:
    ana, ben = couple
    start(ana, ben, "weekly-meeting")
    assert "Look at your promises" not in page(ana)
    for who in couple:
        press(who, "skip")
    assert heading(ana) == "The promises of this week"
    for who in couple:
        assert '<a class="button" href="/promises/"' in page(who)
