"""Openness that its giver offers: what stands, what ends by itself, and what looks alike to the other (S10)."""

from datetime import timedelta

import pytest
import time_machine

from glasswork.agreements.caught import REST
from glasswork.agreements.open_forms import FAR_END, NO_COVERS, NO_TEXT, ODD_DAY, PAST_END
from glasswork.agreements.tests.make import NOON, Couple, agree, page, problems, suggest, the_line
from glasswork.agreements.views.openness import TAKES
from glasswork.guard import checking
from tests.cast import Actor, close_space

OFFER = {"covers": "write my plans each morning", "leaves": "who else was there", "ends_on": "2026-12-03"}
PLANS = "/openness/offers/plans/"


def offer(giver: Actor, **more: str) -> None:
    sent = giver.post(PLANS, {**OFFER, "hinted": "yes", **more})
    assert sent.status_code == 302, problems(sent)


def shared(couple: Couple) -> None:
    offer(couple[0])
    couple[1].post(f"{PLANS}welcome/", {"act": "yes"})


def show(giver: Actor, text: str = "Home by six."):  # type: ignore[no-untyped-def]
    return giver.post(f"{PLANS}shown/", {"shown_plans": text, "hinted": "yes"})


def at(clock: time_machine.Traveller, days: int, *actors: Actor) -> None:
    clock.move_to(NOON + timedelta(days=days))
    for actor in actors:
        actor.sign_in()


def test_an_offer_is_shared_once_it_is_welcome(couple: Couple) -> None:
    ana, ben = couple
    offer(ana)
    assert "Offered until" in page(ana.get("/openness/"))
    assert "Would you like to be shown this?" in page(ben.get(f"{PLANS}welcome/"))
    assert problems(show(ana)) == ["Not shared now, so this was not sent. Your words are still here."]
    ben.post(f"{PLANS}welcome/", {"act": "yes"})
    assert "Shared until" in page(ana.get("/openness/"))
    show(ana)
    for actor in couple:
        assert "Home by six." in page(actor.get("/openness/"))


def test_it_ends_by_itself_and_what_was_shown_stays(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    shared(couple)
    show(ana)
    at(clock, 14, *couple)
    assert "Shared until" in page(ben.get("/openness/")), "its last day counts"
    at(clock, 15, *couple)
    assert "Ended by itself" in page(ana.get("/openness/"))
    text = page(ben.get("/openness/"))
    assert "Shared until" not in text
    assert "Home by six." in text
    assert "Thursday 19 November" in text
    assert problems(show(ana, "Home by seven."))


def test_only_its_giver_renews_it_and_it_is_asked_about_anew(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    shared(couple)
    at(clock, 20, *couple)
    for act in ("resume", "pause", "stop"):
        ben.post(PLANS, {"act": act})
    ben.post(f"{PLANS}welcome/", {"act": "yes"})
    assert "Shared until" not in page(ana.get("/openness/"))
    offer(ana, ends_on="2026-12-20")
    assert "Offered until" in page(ben.get("/openness/"))
    assert "Offered until" in page(ana.get("/openness/"))


def test_a_pause_prolongs_nothing(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    shared(couple)
    ana.post(PLANS, {"act": "pause"})
    assert "Paused" in page(ana.get("/openness/"))
    at(clock, 3, *couple)
    ana.post(PLANS, {"act": "resume"})
    assert "Shared until Thursday 3 December" in page(ben.get("/openness/"))
    ana.post(PLANS, {"act": "pause"})
    at(clock, 30, *couple)
    ana.post(PLANS, {"act": "resume"})
    assert "Shared until" not in page(ben.get("/openness/"))


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"ends_on": "2026-11-19"}, PAST_END),
        ({"ends_on": "2026-01-01"}, PAST_END),
        ({"ends_on": "2027-02-18"}, FAR_END),
        ({"ends_on": ""}, ODD_DAY),
        ({"covers": "🙂"}, NO_COVERS),
        ({"covers": "give you my phone password"}, TAKES),
        ({"covers": "share my live location"}, TAKES),
        ({"covers": "plans", "purpose": "You can read my messages."}, TAKES),
    ],
)
def test_what_cannot_be_offered_comes_back(couple: Couple, sent: dict[str, str], field: str) -> None:
    ana, ben = couple
    answer = ana.post(PLANS, {**OFFER, **sent})
    assert problems(answer) == [field]
    assert "who else was there" in page(answer)
    assert "Offered until" not in page(ben.get("/openness/"))


def test_typed_plans_are_welcome() -> None:
    for text in ("write you my plans each morning", "show you the phone bill for June, with you beside me"):
        assert not checking.hands_over(text)


def test_one_request_a_topic_in_seven_days(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    ask = {"words": "On Tuesdays you’re late."}
    assert ben.post("/openness/requests/plans/", ask).status_code == 302
    assert "On Tuesdays" in page(ana.get("/openness/"))
    assert "You can ask again on" in problems(ben.post("/openness/requests/plans/", ask))[0]
    assert ben.post("/openness/requests/money/", ask).status_code == 302
    at(clock, 6, *couple)
    assert problems(ben.post("/openness/requests/plans/", ask))
    at(clock, 7, *couple)
    assert ben.post("/openness/requests/plans/", ask).status_code == 302


def test_a_request_that_would_control_rests_a_day(couple: Couple) -> None:
    ana, ben = couple
    for words in ("give me your passwords", "Share your location with me all day."):
        assert problems(ben.post("/openness/requests/other/", {"words": words})) == [REST]
    assert "asks" not in page(ana.get("/openness/"))


def test_something_else_needs_words(couple: Couple) -> None:
    assert problems(couple[1].post("/openness/requests/other/", {"words": ""})) == [NO_TEXT]


def test_a_flood_of_plans(couple: Couple) -> None:
    ana, _ = couple
    shared(couple)
    for number in range(5):
        assert show(ana, f"Plan {number} a").status_code == 302
    assert "plenty for one day" in problems(show(ana, "One more plan"))[0]


def test_an_offer_or_a_welcome_at_night_waits(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    offer(ana)
    clock.move_to(NOON + timedelta(hours=15))
    for actor in couple:
        actor.sign_in()
    ben.post(f"{PLANS}welcome/", {"act": "yes"})
    assert "Shared until" not in page(ana.get("/openness/"))
    answer = ana.post("/openness/offers/money/", OFFER)
    assert "wait for the morning" in problems(answer)[0]
    ana.post(PLANS, {"act": "stop"})
    assert "Offered until" not in page(ben.get("/openness/"))


def test_what_is_not_a_topic_is_not_there(couple: Couple) -> None:
    assert couple[0].get("/openness/offers/location/").status_code == 404
    assert couple[0].post("/openness/requests/passwords/", {}).status_code == 404


def test_who_knows_is_on_the_map_once_both_say_yes(couple: Couple) -> None:
    ana, ben = couple
    line = suggest(ana, sort="who-knows", text="My sister knows that we are having a hard time.")
    agree(ben, line)
    assert the_line(ana, line).in_force
    assert "My sister knows" in page(ben.get("/openness/people/"))
    assert "My sister knows" not in page(ben.get("/lines/"))


def test_after_parting_what_was_shown_stays_and_nothing_is_written(couple: Couple) -> None:
    ana, ben = couple
    shared(couple)
    show(ana)
    close_space(ana.private, ana.shared)
    for actor in couple:
        assert "Home by six." in page(actor.get("/openness/"))
        actor.post(PLANS, OFFER)
        actor.post(f"{PLANS}welcome/", {"act": "yes"})
        actor.post("/openness/requests/plans/", {"words": "please"})
        assert "Late again." in page(show(actor, "Late again."))
    assert "Late again." not in page(ben.get("/openness/"))


def test_somebody_alone_is_told_that_it_is_for_two(sam: Actor) -> None:
    assert "Openness is for two" in page(sam.get("/openness/"))
    assert sam.get(PLANS).status_code == 302


def test_today_names_an_offer_while_it_waits(couple: Couple, clock: time_machine.Traveller) -> None:
    """A “not today” and a “no” quieten it for a week, however often it is made."""
    ana, ben = couple
    named = "offers to show you something: my plans for the day"
    offer(ana)
    assert named in page(ben.get("/today/"))
    assert named not in page(ana.get("/today/"))
    ben.post(f"{PLANS}welcome/", {"act": "not-today"})
    offer(ana)
    assert named not in page(ben.get("/today/"))
    at(clock, 8, *couple)
    offer(ana, ends_on="2026-12-10")
    assert named in page(ben.get("/today/"))
    ben.post(f"{PLANS}welcome/", {"act": "yes"})
    assert named not in page(ben.get("/today/"))
