"""Walking through a guide: typing, stopping, going on, keeping, and finding again what one wrote."""

import re

import pytest
from django.http import HttpResponse

from glasswork.exercises.actions import read_draft, read_written
from glasswork.exercises.kinds import Written
from glasswork.programme.shelf import SHELF
from glasswork.spaces.models import Entry, Slip
from tests.cast import Actor

APOLOGY = SHELF.exercises["apology"]
LADDER = SHELF.exercises["trust-ladder"]
PATH = "/exercises/apology/"
WORDS = "I wrote to them every night for four months"


def page(response: HttpResponse) -> str:
    assert response.status_code == 200, (response.status_code, response.get("Location"))
    return response.content.decode()


@pytest.mark.parametrize("name", SHELF.exercises)
def test_every_exercise_opens_with_all_its_steps_and_fields(ana: Actor, name: str) -> None:
    text = page(ana.get(f"/exercises/{name}/"))
    assert text.count("data-step") == len(SHELF.exercises[name].steps)
    for field in SHELF.exercises[name].fields:
        assert f'name="w-{field.name}"' in text


def test_an_exercise_that_is_not_there(ana: Actor) -> None:
    assert ana.get("/exercises/no-such-thing/").status_code == 404
    assert ana.post("/exercises/no-such-thing/draft/").status_code == 404


def test_what_is_typed_is_there_the_next_day(ana: Actor) -> None:
    assert ana.post(f"{PATH}draft/", {"w-did": WORDS}).status_code == 204
    assert WORDS in page(ana.get(PATH))
    assert WORDS not in page(ana.get("/exercises/trust-ladder/"))


def test_keeping_seals_an_entry_with_the_words_as_shown(ana: Actor) -> None:
    ana.post(f"{PATH}draft/", {"w-did": WORDS, "once": "one"})
    response = ana.post(PATH, {"w-did": WORDS, "w-answer": " ", "once": "one", "act": "keep"})
    assert response.headers["Location"] == f"{PATH}?kept=1"
    assert "Kept" in page(ana.get(f"{PATH}?kept=1"))
    (entry,) = read_written(ana.private)
    assert isinstance(entry.value, Written)
    assert (entry.value.exercise, entry.value.title) == ("apology", APOLOGY.facts.title)
    assert [(each.label, each.text) for each in entry.value.answers] == [("What I did was", WORDS)]
    assert read_draft(ana.private, APOLOGY).words == {}


def test_a_second_press_keeps_once_and_other_words_are_kept_too(ana: Actor) -> None:
    for text in (WORDS, WORDS, "other words from another tab"):
        ana.post(PATH, {"w-did": text, "once": "one", "act": "keep"})
    assert len(read_written(ana.private)) == 2


def test_a_draft_that_arrives_after_its_form_is_late(ana: Actor) -> None:
    ana.post(PATH, {"w-did": WORDS, "once": "one", "act": "keep"})
    ana.post(f"{PATH}draft/", {"w-did": "older words", "once": "one"})
    assert read_draft(ana.private, APOLOGY).words == {}
    ana.post(f"{PATH}draft/", {"w-did": "a new start", "once": "two"})
    assert read_draft(ana.private, APOLOGY).words == {"did": "a new start"}


def test_nothing_written_is_said_beside_the_first_field(ana: Actor) -> None:
    text = page(ana.post(PATH, {"w-did": "  ", "once": "one"}))
    assert "error-w-missing" in text
    assert Entry.objects.filter(space_id=ana.private.id).count() == 1  # the name alone


def test_too_long_loses_nothing(ana: Actor) -> None:
    long = "a long letter " * 2000
    text = page(ana.post(PATH, {"w-did": long, "w-regret": "that you found out alone", "once": "one"}))
    assert "error-w-did" in text
    assert long.strip() in text
    assert read_draft(ana.private, APOLOGY).words["regret"] == "that you found out alone"


def test_fields_of_no_exercise_are_not_kept(ana: Actor) -> None:
    ana.post(f"{PATH}draft/", {"w-did": WORDS, "w-unknown": "x", "feel": "y"})
    assert read_draft(ana.private, APOLOGY).words == {"did": WORDS}


def test_what_was_kept_is_found_again_and_erased(ana: Actor) -> None:
    ana.post(PATH, {"w-did": WORDS, "once": "one"})
    (entry,) = read_written(ana.private)
    assert str(entry.id) in page(ana.get("/exercises/written/"))
    assert WORDS in page(ana.get(f"/exercises/written/{entry.id}/"))
    assert ana.post(f"/exercises/written/{entry.id}/erasure/").status_code == 302
    assert read_written(ana.private) == []
    assert ana.get(f"/exercises/written/{entry.id}/").status_code == 404
    assert ana.post(f"/exercises/written/{entry.id}/erasure/").status_code == 404


def test_nobody_else_finds_it(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    ana.post(PATH, {"w-did": WORDS, "once": "one"})
    (entry,) = read_written(ana.private)
    assert ben.get(f"/exercises/written/{entry.id}/").status_code == 404
    assert WORDS not in page(ben.get("/exercises/written/"))
    assert not Slip.objects.filter(space_id=ana.shared.id).exists()


def test_an_exercise_that_left_the_content_still_reads(ana: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    ana.post(PATH, {"w-did": WORDS, "once": "one"})
    (entry,) = read_written(ana.private)
    monkeypatch.delitem(SHELF.exercises, "apology")
    text = page(ana.get(f"/exercises/written/{entry.id}/"))
    assert WORDS in text
    assert 'href="/exercises/apology/"' not in text


def test_guides_for_two_rest_for_somebody_who_is_not_safe(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    ana.post("/safety/answer/", {"safe": "no", "next": "/today/"})
    assert LADDER.is_joint is False
    assert "data-step" in page(ana.get("/exercises/trust-ladder/"))
    for path in (PATH, "/exercises/mirroring/"):
        assert "data-step" not in page(ana.get(path))
        assert "data-step" in page(ben.get(path))
    ana.post(PATH, {"w-did": WORDS, "once": "one"})
    assert read_written(ana.private) == []


def test_a_number_has_a_small_field_that_keeps_whatever_is_typed(ana: Actor) -> None:
    path = "/exercises/hard-day-review/"
    ana.post(f"{path}draft/", {"w-stirred": "7, and then 3"})
    text = page(ana.get(path))
    (field,) = re.findall(r"<input[^>]*w-stirred[^>]*>", text)
    assert 'inputmode="numeric"' in field
    assert "7, and then 3" in field
    assert "number]" not in text
