"""Something hard is told, waits behind its door, is answered and mended."""

import pytest
import time_machine

from glasswork.promises.forms import DAY_TO_COME
from glasswork.promises.kinds_of_telling import Answer, Mended, Repair, RepairAnswer, Told
from glasswork.promises.tests.make import DAY, TODAY, all_of, body, mend, page, promise, say, tell
from glasswork.promises.views.telling import SAY_ABOUT, SAY_FACTS
from glasswork.spaces.kinds import Kind
from glasswork.spaces.refused import MOVED_ON, STOPPED
from tests.cast import Actor, close_space

Couple = tuple[Actor, Actor]


def test_its_reader_gets_a_door_and_not_the_words(couple: Couple) -> None:
    ana, ben = couple
    thread = tell(ben)
    for path in ("/promises/", f"/promises/told/{thread}/"):
        text = page(ana, path)
        assert "Ben has something hard to tell you" in text
        assert "It is about contact." in text
        assert "At the station" not in text
        assert "Calm first" in text
    assert "At the station" not in page(ana, "/promises/before/")
    assert "At the station" in page(ben, f"/promises/told/{thread}/")


def test_it_opens_when_its_reader_opens_it(couple: Couple) -> None:
    ana, ben = couple
    thread = tell(ben)
    assert ana.post(f"/promises/told/{thread}/door/", {"act": "open"}).headers["Location"].endswith(f"{thread}/")
    text = page(ana, f"/promises/told/{thread}/")
    assert "At the station" in text
    assert "Told the same day" in text
    assert "something hard" not in page(ana, "/promises/")


@pytest.mark.parametrize("how", ["later", "therapist"])
def test_a_door_may_stay_closed(couple: Couple, how: str) -> None:
    ana, ben = couple
    thread = tell(ben)
    before = page(ben, f"/promises/told/{thread}/")
    assert ana.post(f"/promises/told/{thread}/door/", {"act": how}).status_code == 302
    assert "You put this by" in page(ana, f"/promises/told/{thread}/")
    assert "At the station" not in page(ana, f"/promises/told/{thread}/")
    assert plain(page(ben, f"/promises/told/{thread}/")) == plain(before)


def plain(text: str) -> str:
    import re  # noqa: PLC0415

    return re.sub(r'(value|data-token)="[A-Za-z0-9_:-]{12,}"', "", text)


def test_told_the_same_day_counts_as_progress(couple: Couple, clock: time_machine.Traveller) -> None:
    _, ben = couple
    assert "You did it the same day" in page(ben, f"/promises/told/{tell(ben)}/")
    late = tell(ben, "On Tuesday", happened_on=str(TODAY - 2 * DAY))
    assert "same day" not in page(ben, f"/promises/told/{late}/")


def test_how_somebody_wants_hard_news_is_theirs_to_share(couple: Couple) -> None:
    ana, ben = couple
    assert "hard news" not in page(ben, "/promises/told/new/").lower()
    sent = {"how": "face", "words": "After supper, please"}
    assert ana.post("/promises/told/hard-news/", sent).status_code == 302
    assert "After supper, please" in page(ben, "/promises/told/new/")
    assert "After supper, please" in page(ana, "/promises/told/hard-news/")
    assert ana.post("/promises/told/hard-news/", {"words": ""}).status_code == 302
    assert "After supper, please" not in page(ben, "/promises/told/new/")


@pytest.mark.parametrize("act", ["person", "therapist"])
def test_it_may_be_said_in_person_first(couple: Couple, act: str) -> None:
    ana, ben = couple
    sent = {"about": "i-reached", "facts": "I wrote to them", "act": act}
    assert ben.post("/promises/told/new/", sent).status_code == 302
    assert all_of(ana, Told) == []
    assert "something hard" not in page(ana, "/promises/")
    assert "I wrote to them" in page(ben, "/promises/told/new/")


def test_something_hidden_leads_both_gently_back_to_steady(couple: Couple) -> None:
    ana, ben = couple
    kept = promise(ben)
    thread = tell(ben, "I kept writing", hidden="yes", happened_on=str(TODAY - 9 * DAY))
    assert len(all_of(ana, Kind)) == 2  # no second entry that would say what is behind the door
    for path in ("/promises/", "/promises/before/"):
        assert "Steady" not in page(ana, path)  # it would say what is behind the door
    ana.post(f"/promises/told/{thread}/door/", {"act": "open"})
    for actor in couple:
        text = page(actor, "/promises/")
        assert "Steady is open for you both again" in text
        assert "Nothing you did is lost" in text
        assert "I’ll tell you before I work late" in text
    assert "Steady is open" in page(ben, f"/promises/told/{thread}/")
    assert page(ana, f"/promises/{kept}/")


@pytest.mark.parametrize("happened_on", [str(TODAY), str(TODAY - 2 * DAY)])
def test_only_what_was_hidden_leads_back_to_steady(couple: Couple, happened_on: str) -> None:
    """A second crossing in a month is told, and that is enough; what is kept back is no progress, on whatever day."""
    ana, ben = couple
    tell(ben, "I wrote to them", about="i-reached")
    tell(ben, "I wrote back", about="line", happened_on=happened_on)
    assert [told.steady for told in all_of(ana, Told)] == [False, False]
    thread = tell(ben, "It went on for weeks", about="else", hidden="yes")
    assert all_of(ana, Told)[-1].steady
    ana.post(f"/promises/told/{thread}/door/", {"act": "open"})
    for actor in couple:
        text = page(actor, f"/promises/told/{thread}/")
        assert "Steady is open" in text
        assert "same day" not in text


def test_a_reader_answers_each_thing_once(couple: Couple) -> None:
    ana, ben = couple
    thread = tell(ben)
    for act in ("thanks", "thanks", "space"):
        assert ana.post(f"/promises/told/{thread}/answer/", {"act": act}).status_code == 302
    assert [answer.says for answer in all_of(ana, Answer)] == ["thanks", "space"]
    text = body(ana.post(f"/promises/told/{thread}/answer/", {"act": "question"}))
    assert "Write your question first" in text
    ana.post(f"/promises/told/{thread}/answer/", {"act": "question", "words": "Did you speak?"})
    assert "Did you speak?" in page(ben, f"/promises/told/{thread}/")


def test_a_repair_is_answered_changed_and_mended_by_both(couple: Couple) -> None:
    ana, ben = couple
    thread = tell(ben)
    path = f"/promises/told/{thread}/"
    assert mend(ben, thread).status_code == 302
    assert mend(ben, thread).status_code == 302
    ana.post(f"{path}door/", {"act": "open"})
    assert "I’ll call first" in page(ana, path)
    ana.post(f"{path}reply/", {"act": "time", "attempt": "1"})
    ana.post(f"{path}reply/", {"act": "not-enough", "attempt": "1", "words": "The phone stays out"})
    assert "The phone stays out" in page(ben, path)
    assert "Change the plan" in page(ben, path)
    mend(ben, thread, 2, mend="The phone lives in the hall")
    ana.post(f"{path}reply/", {"act": "helps", "attempt": "2"})
    assert [each.attempt for each in all_of(ana, Repair)] == [1, 2]
    ben.post(f"{path}mended/")
    assert "the seam is gold" not in page(ana, path)
    ana.post(f"{path}mended/")
    ana.post(f"{path}mended/")
    for actor in couple:
        assert "the seam is gold" in page(actor, path)
        assert "Mended. You both said so" in page(actor, "/promises/")
    assert len(all_of(ana, Mended)) == 2


def test_nobody_mends_or_answers_for_the_other(couple: Couple) -> None:
    ana, ben = couple
    thread = tell(ben)
    path = f"/promises/told/{thread}/"
    ben.post(f"{path}answer/", {"act": "thanks"})
    ben.post(f"{path}reply/", {"act": "helps", "attempt": "1"})
    assert mend(ana, thread).status_code == 404
    ana.post(f"{path}mended/")
    assert all_of(ana, Answer) + all_of(ana, RepairAnswer) + all_of(ana, Repair) + all_of(ana, Mended) == []


def test_a_promise_not_kept_is_put_right_and_its_pane_has_a_seam(couple: Couple) -> None:
    ana, ben = couple
    kept = promise(ben)
    say(ben, kept, "not-kept")
    assert f"/promises/told/new/?promise={kept}" in page(ben, f"/promises/{kept}/").replace("&amp;", "&")
    thread = tell(ben, "I came home at eight", promise=str(kept), pane="1")
    assert "It is about a promise." in page(ana, f"/promises/told/{thread}/")
    mend(ben, thread)
    for actor in couple:
        actor.post(f"/promises/told/{thread}/mended/")
    text = page(ana, "/promises/")
    assert "not kept, mended" in text
    assert 'class="glass mended"' in text
    assert "rose" not in text


def test_only_ones_own_promise_can_be_put_right(couple: Couple) -> None:
    ana, ben = couple
    kept = promise(ben)
    say(ben, kept, "not-kept")
    tell(ana, "not mine to say", promise=str(kept), pane="1")
    assert [told.promise for told in all_of(ana, Told)] == [None]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [({"about": ""}, SAY_ABOUT), ({"facts": ""}, SAY_FACTS), ({"happened_on": "2026-11-25"}, DAY_TO_COME)],
)
def test_what_is_wrong_comes_back_with_its_sentence(couple: Couple, fields: dict[str, str], sentence: str) -> None:
    ana, ben = couple
    sent = {"about": "else", "facts": "A letter came", "did_next": "I put it away", "act": "send", **fields}
    text = body(ben.post("/promises/told/new/", sent))
    assert sentence in text
    assert "I put it away" in text
    assert all_of(ana, Told) == []


def test_many_at_once_are_damped_and_kept(couple: Couple) -> None:
    ana, ben = couple
    for number in range(6):
        tell(ben, f"fact {number}")
    sent = {"about": "else", "facts": "fact 6", "act": "send"}
    assert "That was a lot for one day" in body(ben.post("/promises/told/new/", sent))
    assert len(all_of(ana, Told)) == 6


def test_when_the_partner_has_left_the_words_come_back(couple: Couple) -> None:
    ana, ben = couple
    thread = tell(ben)
    close_space(ana.private, ana.shared)
    assert STOPPED in body(mend(ben, thread)) or MOVED_ON in body(mend(ben, thread))
    assert "I’ll call first" in body(mend(ben, thread))
    assert "At the station" in page(ana, f"/promises/told/{thread}/")
    assert ben.get("/promises/told/new/").status_code == 404


def test_words_can_be_taken_back(couple: Couple) -> None:
    ana, ben = couple
    thread = tell(ben)
    assert ben.post(f"/promises/told/{thread}/withdrawal/").status_code == 302
    assert "took words back" in page(ana, "/promises/before/")


def test_a_page_that_was_taken_back_says_so_to_both(couple: Couple, max_: Actor) -> None:
    ana, ben = couple
    path = f"/promises/told/{tell(ben)}/"
    ana.post(f"{path}answer/", {"act": "question", "words": "Did you speak?"})
    ben.post(f"{path}withdrawal/")
    assert "Ben took these words back" in page(ana, path)
    assert "You took these words back" in page(ben, path)
    for actor in couple:
        assert "At the station" not in page(actor, path)
    assert "Did you speak?" in page(ana, path)
    assert max_.get(path).status_code == 404


def test_words_for_what_was_taken_back_are_not_lost(couple: Couple) -> None:
    ana, ben = couple
    path = f"/promises/told/{tell(ben)}/"
    ben.post(f"{path}withdrawal/")
    assert "Did you speak?" in body(ana.post(f"{path}answer/", {"act": "question", "words": "Did you speak?"}))
    assert "It still hurts" in body(
        ana.post(f"{path}reply/", {"act": "time", "attempt": "1", "words": "It still hurts"})
    )
    assert ana.post(f"{path}mended/").status_code == 302
    assert ana.post(f"{path}door/", {"act": "open"}).status_code == 302
    assert ben.get(f"{path}repair/").status_code == 302
    assert all_of(ana, Answer) + all_of(ana, RepairAnswer) + all_of(ana, Mended) == []


def test_what_puts_a_promise_right_is_told_once_and_later_words_come_back(couple: Couple) -> None:
    _, ben = couple
    kept = promise(ben)
    say(ben, kept, "not-kept")
    thread = tell(ben, "I came home at eight", promise=str(kept), pane="1")
    ben.post(f"/promises/told/{thread}/withdrawal/")
    sent = {"facts": "It was nine", "promise": str(kept), "pane": "1", "act": "send"}
    text = body(ben.post("/promises/told/new/", sent))
    assert MOVED_ON in text
    assert "It was nine" in text


def test_today_leads_with_the_door_until_it_is_opened_or_put_by(couple: Couple) -> None:
    ana, ben = couple
    thread = tell(ben)
    text = page(ana, "/today/")
    assert "Ben has something hard to tell you" in text
    assert "At the station" not in text
    assert "Your check-in is waiting" in page(ben, "/today/")
    ana.post(f"/promises/told/{thread}/door/", {"act": "later"})
    assert "something hard" not in page(ana, "/today/")


def test_today_shows_a_claim_after_the_check_in(couple: Couple) -> None:
    ana, ben = couple
    thread = promise(ben)
    say(ben, thread, "late")
    assert "Ben says of a promise: late, and said so." in page(ana, "/today/")
    assert "Your check-in is waiting" in page(ana, "/today/")
    ana.post("/check-in/", {"feel": "one", "act": "keep"})
    assert "A promise, and how it went" in page(ana, "/today/") or "says of a promise" in page(ana, "/today/")
    ana.post(f"/promises/{thread}/word/", {"act": "yes", "pane": "1"})
    assert "says of a promise" not in page(ana, "/today/")
