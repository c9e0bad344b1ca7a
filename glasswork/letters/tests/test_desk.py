"""A letter over several days: its rest, which nothing shortens, and where it goes."""

from datetime import timedelta

import pytest

from glasswork.letters.actions.desk import MOST_A_DAY
from glasswork.letters.forms import ENOUGH
from glasswork.letters.kinds import OWN, Kept, Letter
from glasswork.letters.sorts import SORTS
from glasswork.letters.tests.make import (
    APOLOGY,
    HOUR,
    TONIGHT,
    WORDS,
    Clock,
    all_of,
    at,
    body,
    choose,
    finish,
    here_of,
    page,
    send_impact,
    send_letter,
)
from glasswork.programme.shelf import SHELF
from tests.cast import Actor, close_space, make_actor, pair

Couple = tuple[Actor, Actor]
WRITE, CHOICE = "/letters/write/impact/", "/letters/write/impact/choice/"


def test_a_draft_goes_on_over_several_days(couple: Couple, clock: Clock) -> None:
    ana, _ = couple
    ana.post("/letters/draft/impact/", {"since": "First evening"})
    at(clock, TONIGHT + timedelta(days=2), ana)
    assert "First evening" in page(ana, WRITE)
    assert ana.post(WRITE, {"since": "First evening, second", "act": "save"}).status_code == 302
    assert "First evening, second" in page(ana, WRITE)
    assert not all_of(ana, Letter)


def test_it_rests_a_day_and_nothing_shortens_that(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    finish(ana)
    for moment in (TONIGHT, TONIGHT + 23 * HOUR, TONIGHT - 48 * HOUR):  # the last: a clock that was set back
        at(clock, moment, ana)
        assert "It rests until" in page(ana, CHOICE)
        for act in ("send", "aloud"):
            answer = ana.post(f"{CHOICE}?until=2020-01-01", {"act": act, "until": "2020-01-01", "rest": "0"})
            assert "Its day isn’t over yet" in body(answer)
        assert ana.get(f"{WRITE}aloud/").status_code == 302
    at(clock, TONIGHT + 24 * HOUR, ana, ben)
    assert "Where does it go?" in page(ana, CHOICE)
    assert "Your letter has rested" in page(ana, "/today/")
    assert choose(ana, "send").status_code == 302
    assert [letter.as_text() for letter in all_of(ben, Letter)] == [f"{WORDS}\n\nI asked twice"]


def test_changed_words_rest_for_a_whole_day_again(couple: Couple, clock: Clock) -> None:
    ana, _ = couple
    finish(ana)
    at(clock, TONIGHT + 20 * HOUR, ana)
    choose(ana, "change")
    assert WORDS in page(ana, WRITE)
    finish(ana, since="Other words")
    at(clock, TONIGHT + 25 * HOUR, ana)
    assert "Its day isn’t over yet" in body(choose(ana, "send"))
    choose(ana, "off")
    assert "Other words" in page(ana, WRITE)
    assert here_of(ana).waiting("impact") is None


def test_pressed_twice_and_in_two_tabs(couple: Couple, clock: Clock) -> None:
    """The same words twice are one letter; other words from another tab come back, and lose nothing."""
    ana, ben = couple
    finish(ana)
    until = here_of(ana).waiting("impact")
    assert finish(ana).status_code == 302
    text = body(finish(ana, since="From the other tab"))
    assert "done already" in text
    assert "From the other tab" in text
    assert ana.post("/letters/draft/impact/", {"since": "typed on"}).status_code == 409
    assert here_of(ana).waiting("impact") == until
    at(clock, TONIGHT + 24 * HOUR, ana, ben)
    choose(ana, "send")
    for act in ("send", "keep", "change"):
        assert "sent=1" not in choose(ana, act)["Location"], "only the press that sends may say so"
    assert len(all_of(ben, Letter)) == 1
    assert not all_of(ana, Kept, OWN)


def test_read_aloud_it_is_marked_and_stays_with_its_writer(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    finish(ana)
    at(clock, TONIGHT + 24 * HOUR, ana, ben)
    assert WORDS in page(ana, f"{WRITE}aloud/")
    choose(ana, "aloud")
    (kept,) = all_of(ana, Kept, OWN)
    assert kept.goes == "aloud"
    assert "Read together" in page(ana, "/letters/")
    assert not all_of(ben, Letter)


def test_words_are_looked_over_only_when_asked(couple: Couple) -> None:
    ana, _ = couple
    blame = {"since": "You never listen to me"}
    assert "Only you see this" in body(ana.post(WRITE, {**blame, "act": "look"}))
    assert ana.post(WRITE, {**blame, "act": "ready"}).status_code == 302


def test_a_letter_that_tells_of_harm_shows_the_way_to_help(couple: Couple) -> None:
    ana = couple[0]
    finish(ana)
    assert "People to call" not in page(ana, CHOICE)
    choose(ana, "off")
    finish(ana, since="You hit me on Sunday, and I am afraid of you.")
    assert "People to call" in page(ana, CHOICE)


def test_every_letter_has_its_longer_page() -> None:
    assert {sort.guide for sort in SORTS.values()} <= set(SHELF.exercises)


def test_other_sorts_are_looked_over_once_before_they_go(couple: Couple) -> None:
    ana, path, blame = couple[0], "/letters/write/ownership/", {"chose": "You never listen to me", "act": "ready"}
    assert "Only you see this" in body(ana.post(path, blame))
    assert ana.post(path, {**blame, "hinted": "yes"}).status_code == 302
    assert "Send it to Ben" in page(ana, f"{path}choice/")


@pytest.mark.parametrize("missing", ["chose_it", "mend"])
def test_an_apology_needs_its_choice_and_its_repair(couple: Couple, missing: str) -> None:
    text = body(finish(couple[0], "apology", **{name: each for name, each in APOLOGY.items() if name != missing}))
    assert "There is a problem" in text
    assert "I regret the Sunday" in text


def test_its_act_of_repair_may_have_a_day(couple: Couple) -> None:
    """It goes with the letter, is there again when it is changed, and is no day that has gone by."""
    ana, ben = couple
    for day in ("2026-11-18", "soon"):
        text = body(finish(ana, "apology", **APOLOGY, by=day))
        assert "There is a problem" in text
        assert APOLOGY["mend"] in text
    for _ in range(2):  # the same form, sent twice
        assert finish(ana, "apology", **APOLOGY, by="2026-11-27").status_code == 302
    assert "By Friday 27 November" in page(ana, "/letters/write/apology/choice/")
    choose(ana, "change", "apology")
    assert 'value="2026-11-27"' in page(ana, "/letters/write/apology/")
    send_letter(ana, "apology", **APOLOGY, by="2026-11-27")
    assert all_of(ben, Letter)[0].as_text().endswith("By 27 November 2026")


def test_what_it_does_well_is_said_to_its_writer_as_they_read_it_through(couple: Couple) -> None:
    ana = couple[0]
    words = {**APOLOGY, "mend": "I will move my desk", "by": "2026-11-27"}  # a day to come is not when it was
    finish(ana, "apology", **{**words, "regret": "I felt ashamed. I need to be honest with you."})
    assert "You named a feeling and a need. Only you see this." in page(ana, "/letters/write/apology/choice/")
    finish(ana, "ownership", chose="You never listen to me")
    assert "You named" not in page(ana, "/letters/write/ownership/choice/")
    finish(ana, since="I felt alone on Sunday.")
    assert "You named" not in page(ana, CHOICE), "a letter about what it did is looked at only when it is asked for"
    choose(ana, "off")
    assert "You named when it was and a feeling." in body(
        ana.post(WRITE, {"since": "I felt alone on Sunday.", "act": "look"})
    )


def test_in_an_apology_a_defence_speaks_before_another_hint(couple: Couple) -> None:
    words = {**APOLOGY, "did": "You never listen to me.", "chose_it": "It was my choice, but you were never home."}
    text = body(couple[0].post("/letters/write/apology/", {**words, "act": "ready"}))
    assert "This may sound like a defence." in text
    assert "press the button once more" in text
    assert couple[0].post("/letters/write/apology/", {**words, "act": "ready", "hinted": "yes"}).status_code == 302


def test_twenty_thousand_words_have_their_place_and_more_come_back(couple: Couple) -> None:
    ana = couple[0]
    assert finish(ana, since="window " * 20_000).status_code == 302
    choose(ana, "off")
    text = body(finish(ana, since="window " * 40_000, understand=WORDS))
    assert "longer than one letter can hold" in text
    assert WORDS in text
    assert len(here_of(ana).draft("impact")["since"]) > 200_000


def test_sharing_stops_while_it_rests(couple: Couple, clock: Clock) -> None:
    """It can be kept. It goes to nobody else, even when its writer shares with somebody new."""
    ana, ben = couple
    finish(ana)
    close_space(ben.private, ben.shared)
    at(clock, TONIGHT + 24 * HOUR, ana)
    assert "Sharing has stopped" in body(choose(ana, "send"))
    assert WORDS in page(ana, CHOICE)
    cat = make_actor("Cat")
    pair(ana, cat)
    assert "before you two shared" in body(choose(ana, "send"))
    assert "Send it to" not in page(ana, CHOICE)
    assert choose(ana, "keep").status_code == 302
    assert not all_of(cat, Letter)


def test_a_letter_that_is_taken_back_stays_visible_as_that(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    ana.post(f"/letters/{letter}/withdrawal/")
    assert WORDS not in page(ben, f"/letters/{letter}/")
    assert "Taken back" in page(ben, f"/letters/{letter}/")
    assert "A letter was taken back" in page(ben, "/letters/")


def test_nobody_is_flooded(couple: Couple) -> None:
    ana, ben = couple
    for number in range(MOST_A_DAY + 1):
        finish(ana, "ownership", chose=f"letter {number}")
        answer = choose(ana, "send", "ownership")
    assert ENOUGH in body(answer)
    assert len(all_of(ben, Letter)) == MOST_A_DAY
    assert f"letter {MOST_A_DAY}" in page(ana, "/letters/write/ownership/choice/")
    send_letter(ben)


def test_a_kept_letter_has_no_way_to_be_sent(couple: Couple) -> None:
    ana, _ = couple
    finish(ana, "perspective", that_day=WORDS)
    choose(ana, "keep", "perspective")
    for act in ("send", "aloud"):
        assert choose(ana, act, "perspective").status_code == 302
    assert not all_of(ana, Letter)
    assert WORDS in all_of(ana, Kept, OWN)[0].as_text()


def test_alone_there_is_the_perspective_and_what_is_never_sent(sam: Actor) -> None:
    text = page(sam, "/letters/")
    assert SORTS["perspective"].title in text
    assert SORTS["apology"].title not in text
    finish(sam, "perspective", that_day=WORDS)
    assert "Send it to" not in page(sam, "/letters/write/perspective/choice/")
    assert "Sharing has stopped" in body(choose(sam, "send", "perspective"))
    assert choose(sam, "keep", "perspective").status_code == 302


def test_a_made_up_sort_is_not_there(couple: Couple) -> None:
    assert couple[0].get("/letters/write/threat/").status_code == 404
