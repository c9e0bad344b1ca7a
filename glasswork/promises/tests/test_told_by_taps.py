"""Telling of contact by taps alone, and naming the line that something was about."""

import re

from msgspec import msgpack

from glasswork.agreements.tests.make import in_force
from glasswork.promises.kinds_of_telling import Told
from glasswork.promises.tests.make import all_of, body, page, tell
from glasswork.promises.views.telling import SAY_FACTS
from glasswork.spaces.kinds import decode
from tests.cast import Actor

Couple = tuple[Actor, Actor]
NEW = "/promises/told/new/"
LINE = "I will tell you the same day."


def test_contact_is_told_in_taps_without_a_word(couple: Couple) -> None:
    ana, ben = couple
    taps = {"where": "work", "length": "moment", "spoke": "few"}
    thread = tell(ben, "", about="they-reached", once="a", **taps)
    path = f"/promises/told/{thread}/"
    assert "At work" not in page(ana, path)
    ana.post(f"{path}door/", {"act": "open"})
    for label in ("They got in touch", "At work", "A moment", "A few words"):
        assert label in page(ana, path)
    tell(ben, "", about="ran-into", once="b", where="on the moon")  # one tap, and the day
    assert [told.where for told in all_of(ana, Told)] == ["work", ""]


def test_whatever_is_no_contact_takes_a_line_of_words(couple: Couple) -> None:
    ana, ben = couple
    sent = {"about": "line", "where": "work", "act": "send"}
    assert SAY_FACTS in body(ben.post(NEW, sent))
    assert all_of(ana, Told) == []


def test_what_was_told_before_there_were_taps_still_reads() -> None:
    old = {"about": "ran-into", "happened_on": "2026-11-01", "told_on": "2026-11-01", "facts": "At the station"}
    found = decode(msgpack.encode(("promises.told", 1, old)))
    assert isinstance(found, Told)
    assert (found.facts, found.where, found.wording) == ("At the station", "", None)


def test_a_line_that_was_crossed_is_named_behind_the_door(couple: Couple) -> None:
    ana, ben = couple
    assert 'name="wording"' not in page(ben, NEW)
    line = in_force(couple, text=LINE)
    wording = re.search(r'<option value="([0-9a-f-]{36})">', page(ben, NEW))
    assert wording, "the line in force is not on offer"
    thread = tell(ben, "I said nothing until Friday", about="line", wording=wording[1])
    path = f"/promises/told/{thread}/"
    assert LINE not in page(ana, path)
    ana.post(f"{path}door/", {"act": "open"})
    for actor in couple:
        assert LINE in page(actor, path)
        assert f"/lines/{line}/" in page(actor, path)
    ana.post(f"/lines/{line}/stop/")
    assert LINE not in page(ben, NEW)
    assert LINE in page(ana, path)


def test_only_a_line_in_force_can_be_named(couple: Couple) -> None:
    ana, ben = couple
    tell(ben, "I wrote", about="line", wording=str(ana.shared.id))
    assert [told.wording for told in all_of(ana, Told)] == [None]
