"""Before an evening's words go to the other: one hint, once, for the writer alone."""

import pytest

from glasswork.checkin.evening import load_evening
from glasswork.checkin.kinds import Alone, Verdict
from glasswork.lib.clock import now
from glasswork.spaces.models import Entry
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor

type Couple = tuple[Actor, Actor]

BLAMING = {"feel": "lonely", "when": "you never listen to me"}
HARM = {"feel": "scared", "reply": "He hit me again, I mean you hit me on Sunday."}
HINT, HELP = "Only you see this", "Staying safe (new tab)"


def seal(actor: Actor, fields: dict[str, str], **more: str) -> tuple[int, str]:
    response = actor.post("/check-in/", {**fields, "act": "seal", **more})
    return response.status_code, response.content.decode()


def waits(actor: Actor) -> bool:
    return load_evening(actor.spaces, now()).held_tonight is not None


def test_a_hint_comes_once_keeps_the_words_and_then_lets_them_go(couple: Couple) -> None:
    ana, _ = couple
    status, page = seal(ana, BLAMING)
    assert (status, waits(ana)) == (200, False)
    assert HINT in page
    assert "you never listen to me" in page
    assert 'name="hinted"' in page
    assert seal(ana, BLAMING, hinted="yes")[0] == 302
    assert waits(ana)


def test_the_words_are_a_draft_meanwhile(couple: Couple) -> None:
    ana, _ = couple
    seal(ana, BLAMING)
    page = ana.get("/check-in/").content.decode()
    assert "you never listen to me" in page
    assert HINT not in page


def test_kind_words_are_sealed_at_once_and_told_what_they_do_well(couple: Couple) -> None:
    ana, _ = couple
    assert (
        seal(ana, {"feel": "sad", "when": "the phone rang on Sunday", "would_help": "you told me who it was"})[0] == 302
    )
    assert "You named when it was" in ana.get("/check-in/").content.decode()


def test_a_report_of_harm_gets_no_hint_but_a_way_to_help_and_is_sent_as_it_is(couple: Couple) -> None:
    ana, ben = couple
    _, page = seal(ana, HARM)
    assert HELP in page
    assert "I felt … when" not in page
    assert seal(ana, HARM, hinted="yes")[0] == 302
    assert HELP not in ben.get("/check-in/").content.decode()


@pytest.mark.parametrize(("fields", "seen"), [(BLAMING, False), (HARM, True)])
def test_hints_can_be_left_out_and_help_never_is(couple: Couple, fields: dict[str, str], seen: bool) -> None:
    ana, _ = couple
    ana.post("/me/settings/", {"zone": "UTC", "without_hints": "yes"})
    status, page = seal(ana, fields)
    assert (status == 200, HELP in page) == (seen, seen)


def test_private_words_are_never_looked_at(couple: Couple) -> None:
    ana, _ = couple
    assert seal(ana, {"feel": "tired", "why": "You never listen. He hit me."})[0] == 302
    kept = ana.post("/check-in/?alone=1", {**BLAMING, "act": "keep", "alone": "yes", "once": "mine"})
    assert kept.status_code == 302
    assert any(isinstance(each.value, Alone) for each in load_evening(ana.spaces, now()).entries)


def test_saying_back_hints_beside_what_is_added_and_what_is_replied(couple: Couple) -> None:
    ana, ben = couple
    seal(ana, {"feel": "sad"})
    path = ben.post("/check-in/", {"feel": "calm", "act": "seal"})["Location"]
    ben.post(f"{path}heard/", {"heard": "You feel sad", "act": "send"})
    page = ana.post(f"{path}verdict/", {"adds": "You never listen.", "act": "not-quite"})
    assert HINT in page.content.decode()
    assert ana.post(f"{path}verdict/", {"adds": "You never listen.", "act": "yes", "hinted": "yes"}).status_code == 302
    verdicts = [e.value for e in read_entries(Want(ana.shared, tags=("checkin",))) if isinstance(e.value, Verdict)]
    assert [verdict.adds for verdict in verdicts] == ["You never listen."]
    reply = {"reply": "Whatever."}
    assert HINT in ben.post(f"{path}reply/", reply).content.decode()
    assert ben.post(f"{path}reply/", {**reply, "hinted": "yes"}).status_code == 302


def test_a_hint_writes_nothing_that_is_shared(couple: Couple) -> None:
    ana, ben = couple
    before = Entry.objects.filter(space=ana.shared.id).count()
    page = ben.get("/today/").content
    seal(ana, BLAMING)
    seal(ana, HARM)
    assert Entry.objects.filter(space=ana.shared.id).count() == before
    assert len(ben.get("/today/").content) == len(page)
