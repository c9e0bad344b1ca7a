"""No typed word of these forms is lost: left and come back to, refused, or sent, when the draft is gone."""

import pytest

from glasswork.agreements.tests.make import IN_A_MONTH, NOON, Couple, in_force, page, the_line
from glasswork.agreements.tests.test_openness import PLANS, shared
from tests.cast import Actor

WORDS = "On Tuesdays the tram is late."
FORMS: dict[str, tuple[str, dict[str, str], str]] = {
    "declaration": ("/contact/new/", {"state": "limited", "on": str(NOON.date())}, "chance"),
    "offer-plans": (PLANS, {"ends_on": "2026-12-01"}, "covers"),
    "request-money": ("/openness/requests/money/", {}, "words"),
    "own-line": ("/lines/mine/", {"firmness": "loose"}, "text"),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_was_typed_is_there_again_until_it_is_sent(couple: Couple, form: str) -> None:
    ana, ben = couple
    path, choices, field = FORMS[form]
    typed = {**choices, field: WORDS, "once": "one"}
    assert ana.post(f"/lines/draft/{form}/", typed).status_code == 204
    shown = page(ana.get(path))
    assert WORDS in shown
    assert all(f'value="{value}"' in shown for value in choices.values())
    assert WORDS not in page(ben.get(path))
    sent = ana.post(path, {**typed, "hinted": "yes"})
    assert sent.status_code == 302
    late = ana.post(f"/lines/draft/{form}/", typed)
    assert late.status_code == 204
    if form == "own-line":
        assert page(ana.get(path)).count(WORDS) == 1, "in the list alone"
    elif form not in {"declaration", "offer-plans"}:  # these two begin with what was said last
        assert WORDS not in page(ana.get(path))


def test_a_refused_form_is_kept_too(couple: Couple) -> None:
    ana, _ = couple
    ana.post("/contact/new/", {"state": "", "chance": WORDS})
    assert WORDS in page(ana.get("/contact/new/"))
    ana.post(PLANS, {"covers": WORDS, "ends_on": "2020-01-01"})
    assert WORDS in page(ana.get(PLANS))
    ana.post("/lines/mine/", {"text": "", "act_then": WORDS})
    assert WORDS in page(ana.get("/lines/mine/"))


def test_a_review_a_line_of_ones_own_and_cards(couple: Couple) -> None:
    ana, _ = couple
    line = in_force(couple)
    review = f"/lines/draft/review-{the_line(ana, line).id.hex}/"
    ana.post(review, {"word": "unsure", "words": WORDS, "look_again_on": "2027-01-05", "once": "one"})
    shown = page(ana.get(f"/lines/{line}/review/"))
    assert WORDS in shown
    assert 'value="2027-01-05"' in shown
    ana.post(f"/lines/{line}/review/", {"word": "keep", "words": WORDS, "look_again_on": "2027-01-05", "once": "one"})
    ana.post(review, {"word": "unsure", "words": WORDS, "once": "one"})
    ana.post(f"/lines/{line}/review/", {"act": "take-back"})
    assert WORDS not in page(ana.get(f"/lines/{line}/review/")), "it was sent, and taken back"
    ana.post("/lines/mine/", {"text": "I will ring Jo."})
    own = page(ana.get("/lines/mine/")).split('href="/lines/mine/')[1].split("/")[0]
    ana.post(f"/lines/draft/own-line-{own.replace('-', '')}/", {"text": WORDS})
    assert WORDS in page(ana.get(f"/lines/mine/{own}/"))
    assert WORDS not in page(ana.get("/lines/mine/"))
    ana.post(f"/lines/draft/cards-{ana.shared.id.hex}/", {"card_1": "over", "over": WORDS})
    shown = page(ana.get("/lines/cards/"))
    assert WORDS in shown
    assert "checked" in shown


def test_what_one_is_about_to_show_is_kept_and_gone_once_shown(couple: Couple) -> None:
    ana, ben = couple
    shared(couple)
    typed = {"shown_plans": WORDS, "once": "one"}
    ana.post("/lines/draft/shown-plans/", typed)
    assert WORDS in page(ana.get("/openness/"))
    assert WORDS not in page(ben.get("/openness/"))
    ana.post(f"{PLANS}shown/", {**typed, "hinted": "yes"})
    assert page(ana.get("/openness/")).count(WORDS) == 1


@pytest.mark.parametrize(
    ("form", "path", "field"), [("declaration", "/contact/new/", "chance"), ("offer-plans", PLANS, "covers")]
)
def test_what_was_begun_for_one_person_is_not_put_before_the_next(
    couple: Couple, form: str, path: str, field: str
) -> None:
    ana, _ = couple
    ana.post(f"/lines/draft/{form}/", {field: WORDS, "space": str(ana.shared.id)})
    assert WORDS in page(ana.get(path))
    ana.post(f"/lines/draft/{form}/", {field: WORDS, "space": str(ana.private.id)})
    assert WORDS not in page(ana.get(path))


@pytest.mark.parametrize("form", ["nothing", "offer-anything", "review-xyz", "line"])
def test_no_other_form_has_a_draft_here(sam: Actor, form: str) -> None:
    assert sam.post(f"/lines/draft/{form}/", {"words": WORDS}).status_code == 404


def test_the_closing_message_is_kept_as_it_is_typed(sam: Actor) -> None:
    sam.post("/lines/draft/closing/", {"closing": WORDS})
    assert WORDS in page(sam.get("/contact/"))
    assert sam.post("/contact/closing/", {"closing": IN_A_MONTH}).status_code == 302
    assert IN_A_MONTH in page(sam.get("/contact/"))
