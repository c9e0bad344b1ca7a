"""A question is laid before its reader at its hour, and before that it is nobody’s but its asker’s."""

import re
from datetime import UTC, datetime, timedelta

from glasswork.questions.delivery import Hour
from glasswork.questions.here import load_here
from glasswork.questions.kinds import Asked, Ledger
from glasswork.questions.tests.make import TODAY, WORDS, Clock, Couple, all_of, ask, body, later, page, say, send
from glasswork.spaces.models import Slip

NIGHT = datetime(2026, 11, 20, 2, 10, tzinfo=UTC)
MORNING = NIGHT + timedelta(hours=6)


def test_written_at_night_it_comes_in_the_morning_by_the_clock_alone(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    later(clock, NIGHT, *couple)
    question = ask(ana)
    assert "Sealed until its hour" in page(ana)
    assert WORDS not in page(ben)
    assert ben.get(f"/questions/{question}/").status_code == 404
    later(clock, MORNING, *couple)
    assert WORDS in page(ben)
    assert "Ana has asked you something" in page(ben, "/today/")
    assert "Waits for an answer" in page(ana)
    assert all_of(ana, Asked) == []
    assert say(ben, question, "answer", words="Yes. Twice.").status_code == 302
    assert len(all_of(ana, Asked)) == 1
    assert "Yes. Twice." in page(ana, f"/questions/{question}/")
    assert "Sealed until" not in page(ana)


def test_it_waits_for_a_reader_who_is_away_for_half_a_year(couple: Couple, clock: Clock) -> None:
    """Its asker never comes back to place it."""
    ana, ben = couple
    later(clock, NIGHT, *couple)
    question = ask(ana)
    for days in (4, 40, 180):
        later(clock, MORNING + timedelta(days=days), ben)
        assert "Ana has asked you something" in page(ben, "/today/")
        assert page(ben).count(WORDS) == 1
    assert say(ben, question, "answer", words="Yes. Twice.").status_code == 302
    assert len(all_of(ben, Asked)) == 1
    assert not Slip.objects.filter(space_id=ben.shared.id).exclude(owner=ben.shared.me).exists()


def test_taken_back_too_late_says_that_it_is_asked(couple: Couple, clock: Clock) -> None:
    """And a draft of it made from the form’s address does not send it twice."""
    ana, ben = couple
    later(clock, NIGHT, *couple)
    question = ask(ana)
    assert WORDS not in page(ana, f"/questions/new/?note={question}")
    send(ana, "Something else", act="draft", note=str(question))
    assert question in load_here(ana.spaces).waiting()
    later(clock, MORNING, *couple)
    assert "it is asked now" in body(ana.post("/questions/mine/", {"act": "back", "note": str(question)}))
    assert WORDS in page(ben)


def test_until_its_hour_it_is_taken_back_without_a_trace(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    later(clock, NIGHT, *couple)
    question = ask(ana)
    assert ana.post("/questions/mine/", {"act": "back", "note": str(question)}).status_code == 302
    later(clock, MORNING, *couple)
    assert WORDS not in page(ben)
    assert "asked you something" not in page(ben, "/today/")
    assert WORDS in page(ana, "/questions/mine/")
    question = ask(ana, "Another thing entirely, please?")
    say(ben, question, "answer", words="Yes.")
    assert [asked.words for asked in all_of(ana, Asked)] == ["Another thing entirely, please?"]


def test_sealed_twice_it_is_asked_once(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    later(clock, NIGHT, *couple)
    for _ in range(2):
        ask(ana)
    later(clock, MORNING, *couple)
    for _ in range(2):
        ask(ana)
    say(ben, ask(ana), "day", by=str(TODAY + timedelta(days=2)))
    assert len(all_of(ana, Asked)) == 1


def test_a_form_sent_again_at_night_after_its_question_was_taken_back_blocks_nobody(
    couple: Couple, clock: Clock
) -> None:
    ana, ben = couple
    question, other = ask(ana), ask(ana, "Was it my birthday?")
    say(ana, question, "withdrawal")
    later(clock, NIGHT, *couple)
    assert "moved on" in body(send(ana, hinted="yes"))
    later(clock, MORNING, *couple)
    assert WORDS not in page(ben)
    assert say(ben, other, "answer", words="Yes.").status_code == 302


def test_the_hour_both_chose_counts_and_either_ends_it(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    ana.post("/questions/hour/", {"hour": "19", "act": "name"})
    assert "Ben has named an hour" not in page(ana, "/questions/hour/")
    assert "19:00" in page(ben, "/questions/hour/")
    assert "moved on" in body(ana.post("/questions/hour/", {"act": "yes", "which": "19:0"}))
    assert "moved on" in body(ben.post("/questions/hour/", {"act": "yes", "which": "20:0"}))
    assert ben.post("/questions/hour/", {"act": "yes", "which": "19:0"}).status_code == 302
    assert "You two have agreed on 19:00" in page(ana, "/questions/hour/")
    assert "Europe/London" not in page(ben, "/questions/hour/") + page(ana, "/questions/hour/")
    ask(ana)
    assert WORDS not in page(ben)
    later(clock, datetime(2026, 11, 19, 19, 5, tzinfo=UTC), *couple)
    assert WORDS in page(ben)
    ben.post("/questions/hour/", {"act": "end"})
    assert "Nothing is agreed yet" in page(ana, "/questions/hour/")


def test_in_two_zones_each_has_it_on_their_own_clock_also_when_clocks_change(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    for actor, zone in zip(couple, ("Europe/London", "America/New_York"), strict=True):
        actor.post("/me/settings/", {"zone": zone})
    ana.post("/questions/hour/", {"hour": "19", "act": "name"})
    assert "14:00, on your clock" in page(ben, "/questions/hour/")
    assert ben.post("/questions/hour/", {"act": "yes", "which": "19:0"}).status_code == 302
    for month, day in ((11, 20), (3, 15), (4, 5)):  # on 15 March clocks have changed in New York alone
        noon = datetime(2026 if month > 6 else 2027, month, day, 14, tzinfo=UTC)
        later(clock, noon, *couple)
        assert "You two have agreed on 19:00, on your clock" in page(ana, "/questions/hour/")
        text = page(ben, "/questions/hour/")
        assert "You two have agreed on 14:00, on your clock" in text
        assert "London" not in text
    apart = datetime(2027, 3, 15, 14, tzinfo=UTC)
    later(clock, apart, *couple)
    ask(ana)
    ask(ben, "Will you come to Dr Osei on Friday?")
    for hours, is_with_ana, is_with_ben in ((4.1, False, False), (5.1, True, True)):
        later(clock, apart + timedelta(hours=hours), *couple)
        assert ("Will you come" in page(ana)) is is_with_ana
        assert (WORDS in page(ben)) is is_with_ben


def test_what_both_agreed_to_names_no_place_and_no_time_of_one_of_them(couple: Couple) -> None:
    """Two who live far apart leave the same as two who live side by side."""
    ana, ben = couple
    ben.post("/me/settings/", {"zone": "Australia/Sydney"})
    ana.post("/questions/hour/", {"hour": "19", "act": "name"})
    ben.post("/questions/hour/", {"act": "yes", "which": "19:0"})
    assert load_here(ana.spaces).ledger == load_here(ben.spaces).ledger == Ledger(hour=Hour(19))
    hours = [load_here(actor.spaces).desk.hours[0].hour for actor in couple]
    assert hours == [19, 6]


def test_what_was_laid_stays_when_another_hour_is_chosen(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    for hour in ("14", "9"):
        ana.post("/questions/hour/", {"hour": hour, "act": "name"})
        ben.post("/questions/hour/", {"act": "yes", "which": f"{hour}:0"})
        if hour == "14":
            ask(ana)
        assert WORDS in page(ben)
        later(clock, datetime(2026, 11, 19, 14, 30, tzinfo=UTC), *couple)


def test_while_one_takes_space_nothing_new_is_laid_before_anybody(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    later(clock, NIGHT, *couple)
    ask(ana)
    later(clock, MORNING - timedelta(minutes=30), *couple)
    assert ben.post("/space/", {"length": "60", "once": "a"}).status_code == 302
    later(clock, MORNING, *couple)
    assert WORDS not in page(ben)
    assert "has asked you" not in page(ben, "/today/")
    assert "waits" in send(ana, "And did your sister know as well?").headers["Location"]
    ben.post("/space/return/", {"act": "back"})
    assert WORDS in page(ben)
    assert "your sister" not in page(ben)
    later(clock, MORNING + timedelta(hours=2), *couple)
    assert "your sister" in page(ben)


def test_days_of_space_that_both_agreed_to_hold_questions_too(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    ana.post("/space/longer/", {"need": "quiet", "contact": "by letter", "back_on": "2026-11-26", "once": "a"})
    found = re.search(r'name="space" value="([^"]+)"', page(ben, "/space/longer/"))
    assert found, "nothing was proposed"
    ben.post("/space/longer/answer/", {"space": found[1], "act": "agree"})
    ask(ana)
    later(clock, datetime(2026, 11, 25, 12, tzinfo=UTC), *couple)
    assert WORDS not in page(ben)
    later(clock, datetime(2026, 11, 26, 12, tzinfo=UTC), *couple)
    assert WORDS in page(ben)
