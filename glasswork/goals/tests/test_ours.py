"""A goal of two: one puts it into words, both agree to the same, either lets it go; and a sentence about oneself."""

import re

import pytest

from glasswork.goals.goal import Stand
from glasswork.goals.kinds import Growth
from glasswork.goals.tests.make import agree, board, brief, mine, ours, page, say, step_of
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor, close_space

type Couple = tuple[Actor, Actor]


def test_it_counts_once_both_have_agreed_to_the_same_words(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana, first_step="Pick a month")
    assert brief(ana.shared, goal).stand == Stand.TALKED
    assert "In Ana’s words" in page(ben, "/goals/ours/")
    for _ in range(2):
        assert say(ben, goal, "words", words="A day by the sea", once="w").status_code == 302
    assert brief(ana.shared, goal).waits_for == ana.shared.me
    stale = say(ben, goal, "agreement", act="yes", wording=str(goal))
    assert "These words have changed since" in stale.content.decode()
    agree(ana, goal)
    assert brief(ana.shared, goal).stand == Stand.OPEN
    assert brief(ana.shared, goal).words == "A day by the sea"
    for actor in couple:
        assert "A day by the sea" in page(actor, "/goals/ours/")


def test_changed_words_need_both_again_and_the_old_ones_stay_until_then(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana)
    agree(ben, goal)
    say(ana, goal, "words", words="A week by the sea")
    assert brief(ana.shared, goal).stand == Stand.OPEN
    assert brief(ana.shared, goal).words == "A weekend by the sea"
    say(ana, goal, "withdrawal")
    assert brief(ana.shared, goal).waits_for is None
    assert "A week by the sea" not in page(ben, f"/goals/{goal}/")
    say(ben, goal, "words", words="Ten days by the sea")
    assert say(ana, goal, "words", words="Ten days by the sea").status_code == 302, "the very same words are a yes"
    assert brief(ana.shared, goal).words == "Ten days by the sea"
    assert brief(ana.shared, goal).waits_for is None


def test_either_may_say_of_a_step_and_only_its_author_changes_it(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana, first_step="Pick a month")
    agree(ben, goal)
    step = step_of(ben, goal)
    say(ben, goal, f"steps/{step}", act="words", first_step="Pick a year")
    say(ben, goal, f"steps/{step}", act="off")
    assert brief(ana.shared, goal).next == "Pick a month"
    before = Entry.objects.count()
    for actor in couple:
        say(actor, goal, f"steps/{step}", act="done")
    assert Entry.objects.count() == before + 1
    say(ben, goal, "steps", first_step="Ask my sister for the house", once="s")
    assert "Ask my sister for the house" in page(ana, f"/goals/{goal}/")


def test_either_lets_it_go_and_taking_it_up_again_needs_both(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana)
    agree(ben, goal)
    say(ben, goal, "end", how="let-go")
    assert brief(ana.shared, goal).stand == Stand.LET_GO
    assert "way to be done, too" in page(ana, f"/goals/{goal}/")
    say(ben, goal, "end", how="again")
    assert brief(ana.shared, goal).waits_for == ana.shared.me
    agree(ana, goal)
    assert brief(ana.shared, goal).stand == Stand.OPEN


def test_own_words_are_taken_back_and_that_stays_visible(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana, first_step="Pick a month")
    agree(ben, goal)
    say(ana, goal, "withdrawal")
    assert "by the sea" in page(ben, f"/goals/{goal}/"), "both stand by them"
    say(ana, goal, "end", how="let-go")
    say(ana, goal, "withdrawal")
    for actor in couple:
        shown = page(actor, f"/goals/{goal}/")
        assert "Taken back" in shown
        assert "by the sea" not in shown
        assert "Pick a month" not in shown


def test_out_of_ones_own_sight_changes_nothing_for_the_other(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana)
    before = page(ana, "/goals/ours/"), page(ana, f"/goals/{goal}/"), page(ana, "/today/")
    say(ben, goal, "agreement", act="away")
    assert "To look at" not in page(ben, "/goals/ours/")
    assert [_bare(each) for each in before] == [
        _bare(page(ana, path)) for path in ("/goals/ours/", f"/goals/{goal}/", "/today/")
    ]
    say(ben, goal, "agreement", act="back")
    assert "To look at" in page(ben, "/goals/ours/")


def test_a_sentence_about_oneself_is_shared_once_and_taken_back(couple: Couple) -> None:
    ana, ben = couple
    goal = mine(ana, "Stop shouting", why="I scare people")
    path = f"/goals/{goal}/growth/"
    hinted = ana.post(path, {"growth": "I finally do what you always wanted, you never see it."})
    assert "Look at “One sentence about yourself” again" in hinted.content.decode()
    assert ana.post(path, {"growth": "I am learning to wait a breath.", "hinted": "yes"}).status_code == 302
    shown = page(ben, "/goals/ours/")
    assert "I am learning to wait a breath." in shown
    for private in ("Stop shouting", "I scare people", str(goal)):
        assert private not in shown
    again = ana.post(path, {"growth": "And one more.", "hinted": "yes"}).content.decode()
    assert "One is enough" in again
    assert "And one more." in again
    other = ana.post(f"/goals/{mine(ana, 'Listen')}/growth/", {"growth": "I am learning to listen."}).content.decode()
    assert "a sentence today" in other, "one a day"
    assert "I am learning to listen." in other
    entry = next(each for each in read_entries(Want(ana.shared, tags=("goals-growth",))) if each.value)
    ben.post(f"/goals/growth/{entry.id}/withdrawal/")
    assert "wait a breath" in page(ben, "/goals/ours/"), "only its author takes it back"
    ana.post(f"/goals/growth/{entry.id}/withdrawal/")
    for actor in couple:
        assert "wait a breath" not in page(actor, "/goals/ours/")
    assert not any(isinstance(each.value, Growth) for each in read_entries(Want(ben.shared, tags=("goals-growth",))))


def test_sharing_stopped_leaves_it_to_read_and_own_words_to_take_back(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ana)
    agree(ben, goal)
    close_space(ben.private, ben.shared)
    assert "From when you shared" in page(ana, "/goals/ours/")
    assert "Sharing has stopped" in page(ana, f"/goals/{goal}/")
    typed = ana.post("/goals/ours/new/", {"words": "A walk"}).content.decode()
    assert "Sharing has stopped" in typed
    assert "A walk" in typed
    before = Entry.objects.count()
    say(ben, goal, "end", how="let-go")
    for part, field in (("steps", "first_step"), ("words", "words")):
        assert "One more word" in say(ben, goal, part, **{field: "One more word"}).content.decode(), "nothing is lost"
    assert Entry.objects.count() == before
    say(ana, goal, "withdrawal")
    assert "Taken back" in page(ben, f"/goals/{goal}/")


def test_words_for_the_other_get_one_hint_and_go_at_the_second_press(couple: Couple) -> None:
    ana, _ = couple
    blaming = {"words": "You never care about the two of us", "once": "b"}
    assert "Look at “What you would both like” again" in ana.post("/goals/ours/new/", blaming).content.decode()
    assert board(ana.shared).goals == {}
    assert ana.post("/goals/ours/new/", {**blaming, "hinted": "yes"}).status_code == 302
    assert ana.post("/goals/new/", blaming).status_code == 302, "private words get none"


def test_steps_for_two_rest_quietly_for_whoever_is_not_safe(couple: Couple) -> None:
    ana, ben = couple
    goal = ours(ben)
    before = [_bare(page(ben, path)) for path in ("/goals/ours/", f"/goals/{goal}/", "/today/", "/plan/")]
    keep_answer(ana.spaces, make_answer("no", None), once="x")
    entries, slips = Entry.objects.filter(space_id=ana.shared.id).count(), Slip.objects.count()
    for path, fields in (
        ("ours/new", {"words": "A walk"}),
        (f"{goal}/words", {"words": "A walk"}),
        (f"{goal}/steps", {"first_step": "A walk"}),
        (f"{goal}/agreement", {"act": "yes"}),
    ):
        assert "A walk" in page_of(ana, path, fields) or "agreement" in path
    assert Entry.objects.filter(space_id=ana.shared.id).count() == entries
    assert Slip.objects.count() == slips
    assert [_bare(page(ben, path)) for path in ("/goals/ours/", f"/goals/{goal}/", "/today/", "/plan/")] == before


@pytest.mark.parametrize("path", ["", "words/", "steps/", "agreement/", "end/", "withdrawal/", "growth/"])
def test_nobody_else_finds_it(couple: Couple, max_: Actor, path: str) -> None:
    ana, ben = couple
    shared, own = ours(ana), mine(ana)
    for goal, others in ((shared, [max_]), (own, [max_, ben])):
        for other in others:
            assert other.post(f"/goals/{goal}/{path}", {"how": "let-go"}).status_code in {404, 405}
            assert other.get(f"/goals/{goal}/{path}").status_code in {404, 405}
    assert brief(ana.private, own).stand == Stand.OPEN


def page_of(actor: Actor, path: str, fields: dict[str, str]) -> str:
    sent = actor.post(f"/goals/{path}/", fields)
    assert "This one is resting" in sent.content.decode()
    return sent.content.decode()


def _bare(text: str) -> str:
    return re.sub(r'value="[A-Za-z0-9_-]{10,}"', "-", re.sub(r'data-token="[^"]+"', "-", text))
