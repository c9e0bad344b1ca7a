"""Words that help, chosen by both; the whole account behind its door; one’s own list."""

from datetime import UTC, datetime, timedelta

import pytest

from glasswork.questions.actions.comfort import read_words
from glasswork.questions.forms import TOO_LONG
from glasswork.questions.tests.make import Clock, Couple, ask, body, later, page, park, say, say_how_much, share_account
from glasswork.questions.views.account import SAY_WALLS
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor, close_space

STAY = "I’m here, and I’m not leaving tonight"


def choose(couple: Couple, words: str = STAY) -> str:
    ana, ben = couple
    ana.post("/questions/comfort/", {"act": "add", "words": words, "once": words})
    which = str(read_words(ana.shared)[-1].id)
    ben.post("/questions/comfort/", {"act": "can", "which": which})
    return which


def test_words_are_chosen_by_both_asked_for_and_said_and_nobody_counts(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    which = choose(couple)
    before = len(read_entries(Want(ana.shared, tags=("comfort",))))
    for _ in range(3):
        assert ana.post("/questions/comfort/", {"act": "please", "which": which}).status_code == 302
    assert "could you say it?" in page(ben, "/today/")
    assert STAY in page(ben, "/questions/comfort/")
    assert ben.post("/questions/comfort/", {"act": "said"}).status_code == 302
    assert "Ben: “I said it”" in page(ana, "/questions/comfort/")
    assert "could you say it?" not in page(ben, "/today/")
    assert len(read_entries(Want(ana.shared, tags=("comfort",)))) == before
    later(clock, datetime(2026, 11, 20, 12, tzinfo=UTC), *couple)
    assert "I said it" not in page(ana, "/questions/comfort/")


def test_asking_to_hear_them_is_no_pressure(couple: Couple, clock: Clock) -> None:
    """Not again and again, not while one takes space, and not for what isn’t true any more."""
    ana, ben = couple
    which = choose(couple)
    ask_now = {"act": "please", "which": which}
    ana.post("/questions/comfort/", ask_now)
    later(clock, datetime(2026, 11, 19, 15, tzinfo=UTC), *couple)
    ben.post("/space/", {"length": "60", "once": "a"})
    assert "could you say it?" not in page(ben, "/today/") + page(ben, "/questions/comfort/")
    assert "taking space" in body(ana.post("/questions/comfort/", ask_now))
    ben.post("/space/return/", {"act": "back"})
    assert "could you say it?" in page(ben, "/today/")
    ana.post("/questions/comfort/", ask_now)
    ben.post("/questions/comfort/", {"act": "said"})
    later(clock, datetime(2026, 11, 19, 15, 40, tzinfo=UTC), *couple)
    assert ana.post("/questions/comfort/", ask_now).status_code == 302
    ben.post("/questions/comfort/", {"act": "tonight"})
    assert "Let it land" in body(ana.post("/questions/comfort/", ask_now))
    later(clock, datetime(2026, 11, 19, 17, tzinfo=UTC), *couple)
    ana.post("/questions/comfort/", ask_now)
    ben.post("/questions/comfort/", {"act": "cannot", "which": which})
    assert "could you say it?" not in page(ben, "/today/") + page(ben, "/questions/comfort/")


def test_an_account_is_given_by_day_and_never_while_one_takes_space(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    sent = {"walls": "From March to July", "act": "share", "hinted": "yes", "scope": say_how_much(ana)}
    ana.post("/space/", {"length": "60", "once": "a"})
    assert "taking space" in body(ben.post("/questions/account/", sent))
    later(clock, datetime(2026, 11, 20, 2, tzinfo=UTC), *couple)
    assert "It goes by day" in body(ben.post("/questions/account/", sent))
    assert "From March to July" in page(ben, "/questions/account/")
    assert "has written down" not in page(ana, "/today/")


def test_a_hint_on_what_could_be_said_instead_stays_beside_it(couple: Couple) -> None:
    ana, ben = couple
    which = choose(couple)
    sent = {"act": "cannot", "which": which, "words": "You never listen to me anyway"}
    text = body(ben.post("/questions/comfort/", sent))
    assert text.index(sent["words"]) < text.index('name="hinted"') < text.index("Words I’d like to be able to ask for")
    assert ben.post("/questions/comfort/", {**sent, "hinted": "yes"}).status_code == 302
    assert sent["words"] in page(ana, "/questions/comfort/")


def test_only_true_words_can_be_asked_for(couple: Couple) -> None:
    ana, ben = couple
    which = choose(couple)
    sent = {"act": "cannot", "which": which, "words": "I’m not going anywhere this week"}
    assert ben.post("/questions/comfort/", sent).status_code == 302
    text = page(ana, "/questions/comfort/")
    assert "not going anywhere this week" in text
    assert "Could you say it?" not in text
    assert "moved on" in body(ana.post("/questions/comfort/", {"act": "please", "which": which}))
    assert "moved on" in body(ana.post("/questions/comfort/", {"act": "can", "which": which}))
    assert ana.post("/questions/comfort/", {"act": "back", "which": which}).status_code == 302
    assert "What Ana would like to hear" not in page(ben, "/questions/comfort/")


def test_the_account_waits_behind_its_door_and_later_words_say_so(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    ben.post("/questions/account/", {"walls": "From March", "act": "keep"})
    assert "From March" in page(ben, "/questions/account/")
    assert SAY_WALLS in body(ben.post("/questions/account/", {"walls": "", "doors": "I said", "act": "share"}))
    assert TOO_LONG in body(ben.post("/questions/account/", {"walls": "word " * 20_000, "act": "share"}))
    for _ in range(2):
        account = share_account(ben, ana)
    assert "shared an account already" in body(ben.post("/questions/account/", {"walls": "Another", "act": "share"}))
    path = f"/questions/account/{account}/"
    assert "From March to July" not in page(ana) + page(ana, path)
    assert "Ben has written down what happened" in page(ana, "/today/")
    ana.post(f"{path}door/", {"act": "later"})
    assert "You put this by" in page(ana, path)
    assert "has written down" not in page(ana, "/today/")
    ana.post(f"{path}door/", {"act": "open"})
    assert "From March to July" in page(ana, path)
    later(clock, datetime(2026, 11, 22, 12, tzinfo=UTC), *couple)
    for _ in range(2):
        assert ben.post(f"{path}later/", {"words": "One lunch in August too"}).status_code == 302
    assert page(ana, path).count("Added later, on Sunday 22 November") == 1
    assert "moved on" in body(ana.post(f"{path}later/", {"words": "not mine"}))
    assert ben.post(f"{path}withdrawal/").status_code == 302
    assert "From March" not in page(ana, path)


@pytest.mark.parametrize("path", ["new/", "mine/"])
def test_somebody_alone_has_a_list_for_their_therapist(sam: Actor, path: str) -> None:
    assert sam.get("/questions/").headers["Location"] == "/questions/mine/"
    for _ in range(2):
        sam.post("/questions/mine/", {"words": "Why do I check at night?", "once": "a"})
    assert page(sam, "/questions/mine/therapist/").count("Why do I check at night?") == 1
    assert sam.get("/questions/hour/").status_code == 404
    assert "partner" not in page(sam, "/questions/mine/").partition("<main")[2].partition("</main>")[0].lower()


def test_ones_own_list_comes_back_after_four_weeks_and_is_printed(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    question = ask(ana)
    park(ben, question, why="With Dr Osei")
    say(ana, question, "parking", act="yes")
    ana.post("/questions/mine/", {"words": "Why do I check at night?"})
    sheet = page(ana, "/questions/mine/therapist/")
    assert "Why do I check at night?" in sheet
    assert "we both parked it until" in sheet
    later(clock, datetime(2026, 11, 19, 14, tzinfo=UTC) + timedelta(days=28), *couple)
    assert "kept for your therapist is back" in page(ana, "/today/")
    assert "kept for your therapist" not in page(ben, "/today/")


def test_what_was_shared_stays_readable_after_sharing_stopped(couple: Couple) -> None:
    ana, ben = couple
    account = share_account(ben, ana)
    close_space(ana.private, ana.shared)
    ana.post(f"/questions/account/{account}/door/", {"act": "open"})
    assert "From March to July" in page(ana, f"/questions/account/{account}/")
    text = body(ben.post(f"/questions/account/{account}/later/", {"words": "One more thing"}))
    assert "One more thing" in text
