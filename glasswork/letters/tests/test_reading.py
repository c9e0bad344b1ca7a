"""The reader's side: a door, three things heard, two days, a letter back; and an apology that asks for nothing."""

import pytest
from django.http import HttpResponse

from glasswork.letters.kinds import OWN, Answer, Heard, Letter, Mirror, Reply, Understood
from glasswork.letters.tests.make import (
    APOLOGY,
    HOUR,
    TONIGHT,
    WORDS,
    Clock,
    all_of,
    answer,
    at,
    body,
    choose,
    finish,
    page,
    say_back,
    send_impact,
    send_letter,
    tell,
    write_back,
)
from tests.cast import Actor, close_space
from tests.test_one_sided import received

Couple = tuple[Actor, Actor]


def test_its_door_shows_no_words_until_it_is_opened(couple: Couple) -> None:
    ana, ben = couple
    letter = send_letter(ana)
    for path in ("/today/", "/letters/", f"/letters/{letter}/"):
        text = page(ben, path)
        assert "Ana has written you a letter" in text
        assert WORDS not in text
    ben.post(f"/letters/{letter}/door/", {"act": "later"})
    assert "has written you a letter" not in page(ben, "/today/")
    assert "You put this by" in page(ben, f"/letters/{letter}/")
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    assert WORDS in page(ben, f"/letters/{letter}/")


def test_three_things_then_two_days_then_a_letter_back(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    assert "moved on already" in body(write_back(ben, letter))
    assert tell(ben, letter).status_code == 302
    assert tell(ben, letter).status_code == 302
    assert [each.things[1] for each in all_of(ana, Heard)] == ["You asked twice"]
    assert "Three things Ben heard" in page(ana, f"/letters/{letter}/")
    told_at = TONIGHT + 24 * HOUR
    for moment in (told_at, told_at + 47 * HOUR, TONIGHT):  # the last: a clock that was set back
        at(clock, moment, ana, ben)
        assert "48 hours to let it land" in page(ben, f"/letters/{letter}/")
        assert "too early" in body(write_back(ben, letter, until="2020-01-01"))
    assert not all_of(ana, Reply)
    at(clock, told_at + 48 * HOUR, ana, ben)
    assert "I read it three times" in page(ben, f"/letters/{letter}/"), "what was typed too early is still there"
    assert write_back(ben, letter).status_code == 302
    assert write_back(ben, letter).status_code == 302
    assert "Ben wrote back" in page(ana, f"/letters/{letter}/")
    assert "Ben wrote back to your letter" in page(ana, "/today/")
    assert len(all_of(ana, Reply)) == 1


def understood(actor: Actor, path: str, level: str) -> HttpResponse:
    return actor.post(f"/letters/{path}/understood/", {"understood": level})


def test_its_writer_keeps_to_themself_how_well_they_feel_understood(couple: Couple, clock: Clock) -> None:
    """Only once its reader has told what they heard, on any day after, and never its reader (P6)."""
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    understood(ana, str(letter), "9")
    assert "Do you feel understood?" not in page(ana, f"/letters/{letter}/")
    tell(ben, letter)
    for level in ("3", "3", "7", "11", ""):
        assert understood(ana, str(letter), level).status_code == 302
        understood(ben, str(letter), level)
    assert [each.level for each in all_of(ana, Understood, OWN)] == [3, 7]
    assert all_of(ben, Understood, OWN) == []
    assert "You said 7 of 10" in page(ana, f"/letters/{letter}/")
    assert "understood?" not in page(ben, f"/letters/{letter}/")


def test_after_it_was_read_aloud_too(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    finish(ana)
    at(clock, TONIGHT + 24 * HOUR, ana, ben)
    path = choose(ana, "aloud").headers["Location"].strip("/").removeprefix("letters/")
    understood(ana, path, "8")
    assert "You said 8 of 10" in page(ana, f"/letters/{path}/")
    assert understood(ben, path, "8").status_code == 404
    finish(ana, "perspective", that_day=WORDS)
    choose(ana, "keep", "perspective")
    assert page(ana, f"/letters/{path}/")
    assert len(all_of(ana, Understood, OWN)) == 1


def test_its_writer_says_nothing_for_its_reader(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    assert "moved on already" in body(tell(ana, letter))
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    tell(ben, letter)
    at(clock, TONIGHT + 90 * HOUR, ana, ben)
    assert "moved on already" in body(write_back(ana, letter))
    assert "moved on already" in body(answer(ana, send_letter(ana, "apology"), "heard"))


def test_two_things_are_kept_until_there_are_three(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    ben.post("/letters/draft/heard/", {"about": str(letter), "heard_1": "a first thing"})
    assert "a first thing" in page(ben, f"/letters/{letter}/")
    text = body(tell(ben, letter, heard_3=""))
    assert "There is a problem" in text
    assert "You asked twice" in text
    assert not all_of(ana, Heard)


def test_what_goes_back_is_looked_over_once(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    assert "Only you see this" in body(tell(ben, letter, heard_2="You always exaggerate"))
    tell(ben, letter, heard_2="You always exaggerate", hinted="yes")
    assert len(all_of(ana, Heard)) == 1
    apology = send_letter(ana, "apology")
    assert "Only you see this" in body(
        ben.post(f"/letters/{apology}/answer/", {"act": "not-yet", "words": "You are a liar"})
    )


@pytest.mark.parametrize(("act", "words"), [("heard", ""), ("not-yet", ""), ("more", "what you told Jo")])
def test_an_apology_is_answered_as_its_reader_likes(couple: Couple, act: str, words: str) -> None:
    ana, ben = couple
    letter = send_letter(ben, "apology")
    assert answer(ana, letter, act, words).status_code == 302
    assert answer(ana, letter, act, words).status_code == 302
    assert [(each.says, each.words) for each in all_of(ben, Answer)] == [(act, words)]
    assert words in page(ben, f"/letters/{letter}/")


def test_more_of_what_is_asked_and_nothing_is_an_answer_too(couple: Couple) -> None:
    ana, ben = couple
    letter = send_letter(ben, "apology")
    before = received(ben, "get", f"/letters/{letter}/")
    assert "Say what you need more of" in body(answer(ana, letter, "more"))
    ana.post(f"/letters/{letter}/door/", {"act": "open"})
    assert received(ben, "get", f"/letters/{letter}/") == before


def test_its_writer_says_back_once_what_more_is_needed_and_then_it_rests(couple: Couple) -> None:
    ana, ben = couple
    letter = send_letter(ben, "apology")
    path = f"/letters/{letter}/"
    answer(ana, letter, "not-yet")
    assert "Say back what you heard" not in page(ben, path)
    assert "moved on already" in body(say_back(ben, letter))
    answer(ana, letter, "more", "what you told Jo")
    assert "Say back what you heard" in page(ben, path)
    assert "Say back what you heard" not in page(ana, path)
    assert "moved on already" in body(say_back(ana, letter, "my own words"))
    for words, says in (
        ("", "Write a line first"),
        ("x" * 501, "under 500"),
        ("You need more, but you never listen", "sound like a defence"),
    ):
        assert says in body(say_back(ben, letter, words))
    assert not all_of(ana, Mirror)
    for _ in range(2):
        assert say_back(ben, letter).status_code == 302
    assert "had moved on" in body(say_back(ben, letter, "And once more", hinted="yes"))
    assert [each.words for each in all_of(ana, Mirror)] == ["You need the autumn, all of it"]
    assert "Let it rest." in page(ben, path)
    assert "Ben said back what they heard" in page(ana, path)
    assert "Ben said back what they heard." in page(ana, "/today/")
    assert "They said back what they heard" in page(ana, "/letters/")
    ben.post(f"{path}withdrawal/")
    assert not all_of(ana, Mirror)


def test_an_act_of_repair_becomes_a_promise_in_its_writers_own_hand(couple: Couple) -> None:
    """Its words and its day stand in a new promise; none in an address, and a promise begun before isn’t lost."""
    ana, ben = couple
    ben.post("/promises/draft/promise/", {"words": "I will ring my mother"})
    letter = send_letter(ben, "apology", **APOLOGY, by="2026-11-27")
    for place in ("/letters/?sent=1", f"/letters/{letter}/"):
        assert "Make a promise of your repair" in page(ben, place)
    ana.post(f"/letters/{letter}/door/", {"act": "open"})
    assert "Make a promise" not in page(ana, f"/letters/{letter}/")
    for _ in range(2):
        assert ben.post(f"/letters/{letter}/promise/")["Location"] == "/promises/new/"
    assert ana.post(f"/letters/{letter}/promise/")["Location"] == f"/letters/{letter}/"
    form = page(ben, "/promises/new/")
    assert f"I will ring my mother\n{APOLOGY['mend']}</textarea>" in form
    assert 'value="2026-11-27"' in form
    assert APOLOGY["mend"] not in page(ana, "/promises/new/")
    assert len(all_of(ana, Letter)) == 1


def test_what_a_letter_back_does_well_is_said_once_to_its_writer(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    tell(ben, letter)
    at(clock, TONIGHT + 90 * HOUR, ana, ben)
    sent = write_back(ben, letter, "I felt ashamed on Sunday. Could we talk for ten minutes?", hinted="yes")
    assert "You named when it was, a feeling and a request." in page(ben, sent["Location"])
    for actor in couple:
        assert "You named" not in page(actor, f"/letters/{letter}/")
    assert "You named" not in page(ana, f"/letters/{letter}/?said=1")


def test_a_letter_that_was_taken_back_meanwhile(couple: Couple, clock: Clock) -> None:
    """What its reader typed is not lost, and goes nowhere."""
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    tell(ben, letter)
    ana.post(f"/letters/{letter}/withdrawal/")
    at(clock, TONIGHT + 90 * HOUR, ana, ben)
    text = body(write_back(ben, letter))
    assert "Taken back" in text
    assert "I read it three times" in text
    assert "You asked twice" in text
    assert not all_of(ana, Reply)


def test_sharing_stops_before_the_letter_back(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    close_space(ana.private, ana.shared)
    text = body(tell(ben, letter))
    assert "Sharing has stopped, so this was not sent" in text
    assert "You asked twice" in text
    assert "Ana" in page(ben, f"/letters/{letter}/")


def test_what_its_reader_took_back_is_not_asked_again(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    tell(ben, letter)
    ben.post(f"/letters/{letter}/withdrawal/")
    assert "heard_1" not in page(ben, f"/letters/{letter}/")
    assert "had moved on" in body(tell(ben, letter, heard_1="Once more", hinted="yes"))


def test_a_door_stays_one_after_sharing_stopped(couple: Couple) -> None:
    ana, ben = couple
    letter = send_letter(ana)
    close_space(ana.private, ana.shared)
    assert WORDS not in page(ben, f"/letters/{letter}/")
    assert page(ben, "/letters/")
    ben.post(f"/letters/{letter}/door/", {"act": "open"})
    assert WORDS in page(ben, f"/letters/{letter}/")
