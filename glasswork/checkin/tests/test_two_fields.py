"""A round has several fields at once: what is typed in one is not lost when another is sent."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.http import HttpResponse

from tests.cast import Actor

type Couple = tuple[Actor, Actor]

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def tonight() -> Iterator[None]:
    with time_machine.travel(TONIGHT, tick=False):
        yield


@pytest.fixture
def path(couple: Couple) -> str:
    """Where their open round is."""
    ana, ben = couple
    ana.post("/check-in/", {"feel": "scared", "act": "seal"})
    return ben.post("/check-in/", {"feel": "sorry", "act": "seal"}).headers["Location"]


def text_of(response: HttpResponse) -> str:
    assert response.status_code == 200
    return response.content.decode()


def is_in_field(text: str, field: str, words: str) -> bool:
    return (
        f'id="field-{field}"' in text and words in text.partition(f'id="field-{field}"')[2].partition("</textarea>")[0]
    )


def test_all_fields_stand_in_one_form(couple: Couple, path: str) -> None:
    ana, ben = couple
    ben.post(f"{path}heard/", {"heard": "You were scared", "act": "send"})
    text = text_of(ana.get(path))
    form = text.partition("<form")[2].partition("</form>")[0]
    for field, part in (("heard", "heard"), ("adds", "verdict"), ("correction", "correction")):
        assert f'name="{field}"' in form
        assert f'formaction="{path}{part}/"' in form


def test_a_line_half_written_stays_when_saying_back_is_sent(couple: Couple, path: str) -> None:
    ana, ben = couple
    sent = {"heard": "You are sorry", "correction": "I was also tired", "act": "send"}
    text = text_of(ana.post(f"{path}heard/", sent))
    assert is_in_field(text, "correction", "I was also tired")
    assert "<details open>" in text
    assert "You are sorry" in text
    assert "I was also tired" not in text_of(ben.get(path))


def test_saying_back_half_written_stays_when_a_line_is_added(couple: Couple, path: str) -> None:
    ana, ben = couple
    text = text_of(ana.post(f"{path}correction/", {"heard": "You are", "correction": "And tired"}))
    assert is_in_field(text, "heard", "You are")
    assert not is_in_field(text, "correction", "And tired")
    assert "And tired" in text_of(ben.get(path))


def test_words_whose_field_is_gone_are_shown_to_be_copied(couple: Couple, path: str) -> None:
    ana, ben = couple
    text = text_of(ana.post(f"{path}heard/", {"heard": "I had begun to write", "act": "aloud"}))
    assert "Not sent" in text
    assert "I had begun to write" in text
    text = text_of(ana.post(f"{path}withdrawal/", {"correction": "one more thing"}))
    assert "Taken back by you" in text
    assert "one more thing" in text
    for words in ("I had begun to write", "one more thing"):
        assert words not in text_of(ben.get(path))
        assert words in text_of(ana.get(path))
    assert ana.post(f"{path}draft/", {"act": "let-go"})["Location"] == path
    assert "Not sent" not in text_of(ana.get(path))


def test_what_is_wrong_with_one_loses_nothing_of_another(couple: Couple, path: str) -> None:
    ana, _ = couple
    text = text_of(ana.post(f"{path}heard/", {"heard": "", "correction": "half a line", "act": "send"}))
    assert "Write what you heard first" in text
    assert is_in_field(text, "correction", "half a line")


def test_a_second_press_with_other_words_beside_it_writes_once(couple: Couple, path: str) -> None:
    ana, ben = couple
    for _ in range(2):
        text = text_of(ana.post(f"{path}heard/", {"heard": "You are sorry", "correction": "half", "act": "send"}))
        assert is_in_field(text, "correction", "half")
        assert "moved on" not in text
    assert text_of(ben.get(path)).count("You are sorry") == 1


def test_nothing_else_typed_leads_on_as_ever(couple: Couple, path: str) -> None:
    ana, _ = couple
    assert ana.post(f"{path}heard/", {"heard": "You are sorry", "correction": " ", "act": "send"})["Location"] == path


def test_words_are_taken_back_only_after_it_is_asked_once(couple: Couple, path: str) -> None:
    before = text_of(couple[0].get(path)).partition(f'formaction="{path}withdrawal/"')[0]
    assert before.rpartition("<details")[2].partition("<summary>")[2].startswith("Take my words back</summary>")
