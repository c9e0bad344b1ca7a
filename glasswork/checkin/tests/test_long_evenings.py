"""What happens to an evening days later, on a second device, or when its words go."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse

from glasswork.checkin.evening import load_evening
from glasswork.checkin.kinds import Alone
from glasswork.spaces.models import Slip
from glasswork.spaces.writing import tidy
from tests.cast import Actor

type Couple = tuple[Actor, Actor]

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
WORDS = {"feel": "scared", "when": "the phone lights up"}


@pytest.fixture(autouse=True)
def tonight() -> Iterator[Any]:
    with time_machine.travel(TONIGHT, tick=False) as clock:
        yield clock


def later(clock: Any, couple: Couple, **span: int) -> None:
    clock.move_to(TONIGHT + timedelta(**span))
    for actor in couple:
        actor.sign_in()


def seal(actor: Actor, **more: object) -> HttpResponse:
    return actor.post("/check-in/", {**WORDS, "act": "seal", **more})


def page(actor: Actor, path: str) -> str:
    response = actor.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def test_saying_back_a_week_later_breaks_nobodys_today(couple: Couple, tonight: Any) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben).headers["Location"]
    later(tonight, couple, days=9)
    ben.post(f"{path}heard/", {"heard": "You were scared", "act": "send"})
    assert "Was that it?" in page(ana, "/today/")
    page(ben, "/today/")


def test_taking_everything_back_breaks_nobodys_today(couple: Couple, tonight: Any) -> None:
    ana, ben = couple
    seal(ana)
    later(tonight, couple, hours=25)
    path = ana.post("/check-in/held/2026-11-19/", {"act": "share"}).headers["Location"]
    ben.post(f"{path}heard/", {"heard": "You were scared", "act": "send"})
    ana.post(f"{path}withdrawal/")
    for actor in couple:
        page(actor, "/today/")
        assert "taken back" in page(actor, "/talk/")
        assert path in page(actor, "/talk/")


def test_what_is_shared_days_later_reaches_the_other(couple: Couple, tonight: Any) -> None:
    ana, ben = couple
    seal(ana)
    later(tonight, couple, days=5)
    ana.post("/check-in/held/2026-11-19/", {"act": "share"})
    assert "shared an answer with you" in page(ben, "/today/")


def test_an_answer_waits_for_as_long_as_it_takes(couple: Couple, tonight: Any) -> None:
    ana, _ = couple
    seal(ana)
    later(tonight, couple, days=200)
    tidy()
    assert "the phone lights up" in page(ana, "/check-in/held/2026-11-19/")


def test_an_edited_form_sent_again_is_kept_too(sam: Actor) -> None:
    for text in ("first words", "first words", "other words"):
        sam.post("/check-in/", {"feel": text, "act": "keep", "once": "one"})
    for text in ("first", "second"):
        sam.post("/check-in/", {"feel": text, "act": "keep"})
    kept = [e.value.words.feel for e in load_evening(sam.spaces, TONIGHT).entries if isinstance(e.value, Alone)]
    assert kept == ["first words", "other words", "first", "second"]


def test_taking_back_never_writes_over_a_newer_draft(couple: Couple) -> None:
    ana, _ = couple
    seal(ana)
    ana.post("/check-in/draft/", {"feel": "a newer thought"})
    ana.post("/check-in/held/2026-11-19/", {"act": "take-back"})
    assert "a newer thought" in page(ana, "/check-in/")
    assert "the phone lights up" in page(ana, "/check-in/mine/2026-11-19/")


def test_an_old_page_takes_back_nothing_newer(couple: Couple) -> None:
    """The first device still shows the old answer; the second has changed it since."""
    ana, _ = couple
    seal(ana)
    before = load_evening(ana.spaces, TONIGHT)
    seal(ana, when="the door bangs", changes=str(before.held[0].entry.id))
    from glasswork.checkin.actions import keep_mine  # noqa: PLC0415
    from glasswork.spaces.writing import AlreadyWritten  # noqa: PLC0415

    with pytest.raises(AlreadyWritten):
        keep_mine(before, before.held[0])
    assert "the door bangs" in page(ana, "/check-in/")


def test_a_draft_that_arrives_late_brings_nothing_back(couple: Couple) -> None:
    ana, _ = couple
    seal(ana, once="form one")
    assert ana.post("/check-in/draft/", {**WORDS, "once": "form one"}).status_code == 204
    ana.post("/check-in/held/2026-11-19/", {"act": "keep"})
    assert "the phone lights up" not in page(ana, "/check-in/")
    ana.post("/check-in/draft/", {"feel": "a new form", "once": "form two"})
    assert "a new form" in page(ana, "/check-in/")


def test_what_is_wrong_is_kept_as_a_draft(couple: Couple) -> None:
    ana, _ = couple
    ana.post("/check-in/", {**WORDS, "good": "x" * 30_000, "act": "seal"})
    assert "the phone lights up" in page(ana, "/check-in/")


def test_writing_for_oneself_stays_open_all_evening(couple: Couple) -> None:
    ana, ben = couple
    for answers in (0, 1, 2):
        if answers:
            seal(couple[answers - 1])
        text = page(ana, "/check-in/?alone=1")
        assert "Keep it" in text
        assert "Seal it for" not in text
    ana.post("/check-in/", {"feel": "steady", "act": "keep", "alone": "yes"})
    assert "steady" in page(ana, "/check-in/mine/2026-11-19/")
    assert "steady" not in page(ben, "/talk/") + page(ben, "/check-in/mine/2026-11-19/")


def test_a_reply_taken_back_leaves_no_form_behind(couple: Couple) -> None:
    ana, ben = couple
    seal(ana)
    path = seal(ben).headers["Location"]
    ben.post(f"{path}heard/", {"heard": "You were scared", "act": "send"})
    ana.post(f"{path}verdict/", {"act": "yes"})
    ben.post(f"{path}reply/", {"reply": "Thank you"})
    ben.post(f"{path}withdrawal/")
    assert "Would you like to reply" not in page(ben, path)


def test_old_days_are_all_reached(couple: Couple, tonight: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glasswork.checkin.views.talk.AT_ONCE", 6)
    ana, ben = couple
    for day in range(8):
        later(tonight, couple, days=day)
        ana.post("/check-in/", {"feel": f"day {day}", "act": "keep", "once": f"{day}"})
    seen, path = "", "/talk/"
    for _ in range(8):
        text = page(ana, path)
        seen += text
        if "Older" not in text:
            break
        path = "/talk/?before=" + text.partition("/talk/?before=")[2][:10]
    days = [f"/check-in/mine/{(TONIGHT + timedelta(days=day)).date()}/" for day in range(8)]
    assert [day for day in days if day not in seen] == []
    assert "day 0" in page(ana, days[0])
    assert not Slip.objects.filter(space=ben.private.id, owner=ana.account.id).exists()
