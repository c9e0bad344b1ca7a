"""The intake: six short pages, each skippable, left and come back to, changed later, and private."""

import re

import pytest

from glasswork.plan.actions import DRAFT
from glasswork.plan.kinds import TAG, Intake, IntakeDraft, Reason
from glasswork.plan.questions import PAGES, QUESTIONS
from glasswork.plan.tests.make import ONCE, answer_intake, course_of, page
from glasswork.spaces.reading import Want, read_entries, read_slip
from glasswork.spaces.writing import append
from tests.cast import Actor

# What each kind of person answers, and what their first plan then holds.
SEVEN: list[tuple[str, dict[str, str | list[str]], set[str]]] = [
    ("hurt", {"role": "hurt", "standing": "together", "goals": ["trust"]}, {"set-off-map", "support-map"}),
    ("involved", {"role": "involved", "standing": "together", "contact": "yes"}, {"contact-decision", "truth-habit"}),
    ("a couple", {"role": "both", "standing": "together", "contact": "none"}, {"feelings-map"}),
    ("alone", {"role": "alone", "goals": ["calm"]}, {"breathing", "check-in-with-myself"}),
    ("left", {"role": "hurt", "standing": "left", "goals": ["life"]}, {"support-map", "moving-plan"}),
    ("dating", {"role": "alone", "standing": "dating", "since": "years"}, {"ready-to-date", "dating-lines"}),
    ("unsure", {"role": "hurt", "standing": "unsure", "goals": ["decide"]}, {"is-it-worth-it", "thought-record"}),
]


def intakes(actor: Actor) -> list[Intake]:
    found = read_entries(Want(actor.private, tags=(TAG,)))
    return [entry.value for entry in found if isinstance(entry.value, Intake)]


@pytest.mark.parametrize(("kind", "answers", "expected"), SEVEN, ids=[each[0] for each in SEVEN])
def test_a_first_plan_of_three_with_reasons(
    sam: Actor, kind: str, answers: dict[str, str | list[str]], expected: set[str]
) -> None:
    answer_intake(sam, **answers)
    text = page(sam, "/plan/first-steps/")
    assert "Three steps to begin with" in text
    assert text.count('value="declined"') == 3
    assert text.count("<p>Because ") == 3
    for name in expected:
        assert f'href="/plan/mine/{name}/"' in text


def test_nobody_alone_is_asked_about_a_partner(sam: Actor) -> None:
    sam.post("/plan/intake/2/", {"about_role": "alone", "act": "next", "once": ONCE})
    for number in range(1, len(PAGES) + 1):
        shown = page(sam, f"/plan/intake/{number}/").lower()
        assert "partner" not in shown
        assert "your relationship" not in shown or number != 4
    answer_intake(sam, role="alone")
    for path in ("/plan/first-steps/", "/plan/", "/plan/changes/"):
        assert "your partner" not in page(sam, path).lower()


def test_every_page_may_be_skipped(sam: Actor) -> None:
    for number in range(1, len(PAGES) + 1):
        sent = sam.post(f"/plan/intake/{number}/", {"act": "skip", "about_goals": ["calm"], "once": ONCE})
        assert sent.status_code == 302
    assert sent.headers["Location"] == "/plan/first-steps/"
    assert all(not each.answers for each in intakes(sam)[0].asked)
    assert "To begin with" in page(sam, "/plan/first-steps/") or "Three steps" in page(sam, "/plan/first-steps/")


def test_enough_is_enough(sam: Actor) -> None:
    sent = sam.post("/plan/intake/1/", {"about_goals": ["calm"], "act": "starter", "once": ONCE})
    assert sent.headers["Location"] == "/plan/first-steps/"
    assert course_of(sam).said == {"goals": ["calm"]}


def test_it_goes_on_where_it_was_left(sam: Actor) -> None:
    sam.post("/plan/intake/1/", {"about_goals": ["calm"], "act": "next", "once": ONCE})
    sam.post("/plan/intake/draft/", {"about_role": "hurt", "page": "2", "once": ONCE})
    assert sam.get("/plan/intake/").headers["Location"] == "/plan/intake/2/"
    assert 'value="hurt" checked' in page(sam, "/plan/intake/2/")
    assert 'value="calm" checked' in page(sam, "/plan/intake/1/")


def test_a_draft_that_comes_late_changes_nothing(sam: Actor) -> None:
    answer_intake(sam, role="hurt")
    sam.post("/plan/intake/draft/", {"about_words": "late", "page": "3", "once": ONCE})
    assert read_slip(sam.private, IntakeDraft, DRAFT).fields == {}  # type: ignore[union-attr]  # it is there
    assert sam.get("/plan/intake/").headers["Location"] == "/plan/intake/1/"


def test_the_last_page_sent_twice_is_kept_once(sam: Actor) -> None:
    answer_intake(sam, role="hurt")
    sam.post("/plan/intake/6/", {"act": "next", "once": ONCE})
    assert len(intakes(sam)) == 1


def test_a_page_left_open_somewhere_begins_a_new_round(sam: Actor) -> None:
    answer_intake(sam, role="hurt", sleep="well")
    sam.post("/plan/intake/5/", {"about_sleep": "hardly", "act": "next", "once": ONCE})
    assert 'value="hardly" checked' in page(sam, "/plan/intake/5/")
    assert course_of(sam).said["sleep"] == ["well"]
    sam.post("/plan/intake/6/", {"about_pace": "slow", "act": "next", "once": ONCE})
    assert course_of(sam).said == {"role": ["hurt"], "sleep": ["hardly"], "pace": ["slow"]}


def test_answers_are_kept_with_their_question_and_changed_later(sam: Actor) -> None:
    answer_intake(sam, role="hurt", sleep="hardly", words="a long story")
    first = intakes(sam)[0]
    assert [each.id for each in first.asked] == list(QUESTIONS)
    asked = {each.id: each for each in first.asked}
    assert asked["sleep"].question == "How do you sleep?"
    assert asked["sleep"].answers == {"hardly": "Hardly at all"}
    assert first.words == "a long story"
    assert "a long story" in page(sam, "/plan/intake/3/")
    assert "a long story" in first.as_text()
    sent = sam.post("/plan/intake/5/", {"about_sleep": "well", "act": "starter", "once": "another"})
    assert sent.status_code == 302
    assert course_of(sam).said == {"role": ["hurt"], "sleep": ["well"]}
    assert intakes(sam)[-1].words == "a long story"


def test_too_many_words_are_given_back(sam: Actor) -> None:
    sent = sam.post(
        "/plan/intake/3/", {"about_words": "x" * 5_000, "about_since": "weeks", "act": "next", "once": ONCE}
    )
    assert sent.status_code == 200
    text = sent.content.decode()
    assert "error-about_words" in text
    assert "x" * 5_000 in text
    assert 'value="weeks" checked' in text


def test_made_up_answers_are_left_out(sam: Actor) -> None:
    answer_intake(sam, role="king", goals=["calm", "gold"], pace="<script>")
    assert course_of(sam).said == {"goals": ["calm"]}


@pytest.mark.parametrize("path", ["/plan/intake/0/", "/plan/intake/7/"])
def test_a_page_that_is_not_there(sam: Actor, path: str) -> None:
    assert sam.get(path).status_code == 404
    assert sam.post("/plan/intake/draft/", {"page": "9"}).status_code == 404


def test_what_the_first_run_was_told_is_not_asked_from_nothing(sam: Actor) -> None:
    append(sam.private, Reason(asked="What brings you here?", reason="hurt-someone", answer="I hurt someone"))
    assert 'value="involved" checked' in page(sam, "/plan/intake/2/")


def test_it_is_all_in_ones_own_space(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    before = ben.shared.sequence
    answer_intake(ana, role="hurt", words="a heron over the weir")
    assert ben.shared.sequence == before
    for path in ("/plan/", "/plan/intake/3/", "/today/", "/plan/first-steps/"):
        assert "heron" not in ben.get(path).content.decode()


@pytest.mark.parametrize(("kind", "answers", "expected"), SEVEN, ids=[each[0] for each in SEVEN])
def test_from_the_intake_to_a_step_that_is_done_today(
    sam: Actor, kind: str, answers: dict[str, str | list[str]], expected: set[str]
) -> None:
    """The whole way of each kind of person: answers, the check-in, Today’s one step, its guide, and a quiet evening."""
    answer_intake(sam, **answers)
    sam.post("/check-in/", {"feel": "here", "act": "keep"})
    today = page(sam, "/today/")
    found = re.search(r'action="(/plan/mine/[a-z-]+/)"', today)
    assert found, today
    assert "Because " in today
    guide = sam.post(found[1], {"act": "started"}).headers["Location"]
    assert "Only you see what you write here" in page(sam, guide)
    assert sam.post(found[1], {"act": "done", "came_from": "today"}).headers["Location"] == "/today/"
    assert "Nothing needed" in page(sam, "/today/")
