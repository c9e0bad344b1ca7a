"""An evening through HTTP: sealing apart, opening together, changing one's mind, and one alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse

from glasswork.checkin.evening import load_evening
from glasswork.checkin.kinds import Alone, Answer, Held, Trust
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.reading import read_all_slips
from glasswork.spaces.record import Finding, check_record
from tests.cast import Actor, close_space

type Couple = tuple[Actor, Actor]

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
WORDS = {"feelings": ["scared", "tired"], "closeness": "2", "feel": "scared", "when": "the phone lights up"}


@pytest.fixture(autouse=True)
def tonight() -> Iterator[Any]:
    with time_machine.travel(TONIGHT, tick=False) as clock:
        yield clock


def page(response: HttpResponse) -> str:
    assert response.status_code == 200, (response.status_code, response.get("Location"))
    return response.content.decode()


def seal(actor: Actor, **more: object) -> HttpResponse:
    return actor.post("/check-in/", {**WORDS, "act": "seal", **more})


def waiting(actor: Actor) -> str:
    """Which answer of one's own a change is of."""
    return str(load_evening(actor.spaces, TONIGHT).held[0].entry.id)


def entries(actor: Actor) -> list[object]:
    return [entry.value for entry in load_evening(actor.spaces, TONIGHT).entries]


def test_the_first_answer_waits_and_nobody_else_sees_it(couple: Couple) -> None:
    ana, ben = couple
    before = Entry.objects.count()
    assert seal(ana).headers["Location"] == "/check-in/"
    assert Entry.objects.count() == before
    assert "the phone lights up" in page(ana.get("/check-in/"))
    for path in ("/check-in/", "/today/", "/talk/"):
        assert "the phone lights up" not in page(ben.get(path))


def test_the_second_answer_opens_both(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    opened = seal(ben, when="you go quiet", feel="nervous")
    assert opened.headers["Location"].startswith("/check-in/")
    for actor in couple:
        text = page(actor.get(opened.headers["Location"]))
        assert "the phone lights up" in text
        assert "you go quiet" in text
    assert len([value for value in entries(ana) if isinstance(value, Answer)]) == 2
    assert not [slip for slip in read_all_slips(ana.shared) if isinstance(slip.value, Held)]


def test_a_second_press_writes_nothing_twice(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    seal(ana)
    seal(ben)
    seal(ben)
    seal(ana)
    assert len([value for value in entries(ben) if isinstance(value, Answer)]) == 2
    assert not [slip for slip in read_all_slips(ana.shared) if isinstance(slip.value, Held)]


def test_it_can_be_changed_and_taken_back_until_then(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    assert "the phone lights up" in page(ana.get("/check-in/?change=1"))
    seal(ana, when="the door bangs", changes=waiting(ana))
    assert ana.post("/check-in/held/2026-11-19/", {"act": "take-back"}).status_code == 302
    assert not Slip.objects.filter(space=ana.shared.id).exists()
    assert "the door bangs" in page(ana.get("/check-in/"))
    seal(ben)
    assert "the door bangs" not in page(ben.get("/check-in/"))


def test_after_a_day_its_writer_alone_shares_it_anyway(couple: Couple, tonight: Any) -> None:
    ana, ben = couple
    seal(ana)
    ana.post("/check-in/held/2026-11-19/", {"act": "share"})
    assert not [value for value in entries(ben) if isinstance(value, Answer)]
    tonight.move_to(TONIGHT + timedelta(hours=25))
    ana.sign_in()
    ben.sign_in()
    assert "/check-in/held/2026-11-19/" in page(ana.get("/today/"))
    assert "Share anyway" in page(ana.get("/check-in/held/2026-11-19/"))
    assert "sealed" not in page(ben.get("/today/")).lower()
    shown = ana.post("/check-in/held/2026-11-19/", {"act": "share"})
    assert "the phone lights up" in page(ben.get(shown.headers["Location"]))


def test_keep_mine_moves_it_to_the_private_space(couple: Couple, tonight: Any) -> None:
    ana, ben = couple
    seal(ana)
    tonight.move_to(TONIGHT + timedelta(hours=25))
    ana.sign_in()
    ana.post("/check-in/held/2026-11-19/", {"act": "keep"})
    assert any(isinstance(value, Alone) for value in entries(ana))
    assert not Slip.objects.filter(space=ana.shared.id).exists()
    ben.sign_in()
    assert "the phone lights up" not in page(ben.get("/talk/"))


def test_trust_stays_with_its_writer(couple: Couple) -> None:
    ana, ben = couple
    seal(ana, trust="2", move="dipped", why="a late bus")
    seal(ben)
    assert [value.trust for value in entries(ana) if isinstance(value, Trust)] == [2]
    assert not [value for value in entries(ben) if isinstance(value, Trust)]
    own = f"/check-in/mine/{TONIGHT.date()}/"
    assert "a late bus" in page(ana.get(own))
    assert "a late bus" not in page(ben.get(own)) + page(ben.get("/talk/"))


def test_somebody_alone_has_their_own_evening(sam: Actor) -> None:
    text = page(sam.get("/check-in/"))
    assert "partner" not in text.lower()
    assert "Seal it for" not in text
    sam.post("/check-in/", {"feel": "steady", "act": "keep", "once": "n1"})
    sam.post("/check-in/", {"feel": "steady", "act": "keep", "once": "n1"})
    assert len([value for value in entries(sam) if isinstance(value, Alone)]) == 1
    assert "steady" in page(sam.get("/talk/"))


def test_drafts_are_kept_sealed_and_come_back(couple: Couple) -> None:
    ana, _ = couple
    assert ana.post("/check-in/draft/", {"feel": "half a thou", "feelings": ["sad"]}).status_code == 204
    assert "half a thou" in page(ana.get("/check-in/"))


def test_another_question_loses_nothing(couple: Couple) -> None:
    ana, _ = couple
    sent = {**WORDS, "act": "another", "prompt": "a-no"}
    text = page(ana.get(ana.post("/check-in/", sent).headers["Location"]))
    assert "the phone lights up" in text
    assert 'value="a-no"' not in text


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"feelings": [], "act": "seal"}, "Pick a word or write a line first"),
        ({"feel": "x" * 100_000, "act": "seal"}, "This is longer than one evening can hold"),
    ],
)
def test_bad_input_says_so_and_keeps_what_was_typed(couple: Couple, sent: dict[str, Any], sentence: str) -> None:
    text = page(couple[0].post("/check-in/", sent))
    assert sentence in text
    assert str(sent.get("feel", "")) in text


def test_a_stale_page_after_parting_keeps_the_words(couple: Couple) -> None:
    ana, ben = couple
    close_space(ben.private, ben.shared)
    text = page(seal(ana))
    assert "Sharing has stopped" in text
    assert "the phone lights up" in text


def test_saying_back_to_the_end(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben, when="you go quiet").headers["Location"]
    ben.post(f"{path}heard/", {"heard": "You were scared", "act": "send"})
    ben.post(f"{path}heard/", {"heard": "twice", "act": "send"})
    assert "You were scared" in page(ana.get(path))
    ana.post(f"{path}verdict/", {"act": "not-quite", "adds": "and tired"})
    ben.post(f"{path}heard/", {"heard": "Scared and tired", "act": "send"})
    ana.post(f"{path}verdict/", {"act": "yes"})
    ben.post(f"{path}reply/", {"reply": "Thank you for telling me"})
    text = page(ana.get(path))
    for said in ("You were scared", "and tired", "Scared and tired", "Thank you for telling me"):
        assert said in text
    assert "twice" not in text


def test_saying_it_out_loud_needs_no_words(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben).headers["Location"]
    ben.post(f"{path}heard/", {"act": "aloud"})
    assert "Out loud, face to face" in page(ana.get(path))


def test_an_empty_saying_back_says_so(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben).headers["Location"]
    assert "Write what you heard first" in page(ben.post(f"{path}heard/", {"act": "send"}))


def test_strangers_find_nothing(couple: Couple, max_: Actor) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben).headers["Location"]
    assert max_.get(path).status_code == 404
    assert max_.post(f"{path}heard/", {"heard": "x"}).status_code == 404


def test_a_line_can_be_added_and_words_taken_back(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben, when="you go quiet").headers["Location"]
    ana.post(f"{path}correction/", {"correction": "It was the other phone"})
    text = page(ben.get(path))
    assert "It was the other phone" in text
    assert "the phone lights up" in text
    ana.post(f"{path}withdrawal/")
    ana.post(f"{path}withdrawal/")
    for actor in couple:
        text = page(actor.get(path))
        assert "the phone lights up" not in text
        assert "It was the other phone" not in text
        assert "you go quiet" in text
    assert "Taken back by you" in page(ana.get(path))
    spaces = ana.spaces
    assert spaces.shared
    assert check_record(spaces.private, spaces.shared).finding is Finding.WHOLE


def test_own_words_can_be_taken_back_after_sharing_stopped(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben).headers["Location"]
    close_space(ben.private, ben.shared)
    assert "the phone lights up" in page(ana.get(path))
    ana.post(f"{path}withdrawal/")
    assert "Taken back by" in page(ben.get(path))


def test_words_from_a_second_tab_are_given_back(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben).headers["Location"]
    text = page(seal(ana, when="words from another tab"))
    assert "open already" in text
    assert "words from another tab" in text
    ben.post(f"{path}heard/", {"heard": "first", "act": "send"})
    assert ben.post(f"{path}heard/", {"heard": "first", "act": "send"}).status_code == 302
    text = page(ben.post(f"{path}heard/", {"heard": "from another tab", "act": "send"}))
    assert "moved on already" in text
    assert "from another tab" in text


def test_a_waiting_answer_stays_with_its_writer_when_sharing_stops(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    close_space(ben.private, ben.shared)
    assert "/check-in/held/2026-11-19/" in page(ana.get("/today/"))
    text = page(ana.get("/check-in/held/2026-11-19/"))
    assert "the phone lights up" in text
    assert "Share anyway" not in text
    ana.post("/check-in/held/2026-11-19/", {"act": "share"})
    ana.post("/check-in/held/2026-11-19/", {"act": "keep"})
    assert any(isinstance(value, Alone) for value in entries(ana))
    assert "the phone lights up" not in page(ben.get("/talk/"))
    assert not Slip.objects.filter(space=ben.spaces.former[0].id).exists()


def test_saving_asks_little_of_the_database(couple: Couple, django_assert_max_num_queries: Any) -> None:
    """With BEGIN, COMMIT and a note of trust, which adds two: the answer alone takes eight, and eleven opens both."""
    ana, ben = couple
    with django_assert_max_num_queries(10):
        ana.post("/check-in/", {"feel": "one", "trust": "3", "act": "seal"})
    with django_assert_max_num_queries(11):
        ben.post("/check-in/", {"feel": "two", "trust": "4", "act": "seal"})
