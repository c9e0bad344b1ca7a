"""The page “Is our record whole?”: what was found, in words, and for nobody else."""

import html
from datetime import date
from typing import Any
from unittest.mock import Mock
from uuid import uuid4

import pytest

from glasswork.spaces import views
from glasswork.spaces.common_kinds import RememberedHead
from glasswork.spaces.models import Entry, Slip, Space
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_slip, slot_of
from glasswork.spaces.record import Report, check_record
from glasswork.spaces.writing import append, remember_head, withdraw
from tests.cast import Actor, Line, close_space

pytestmark = pytest.mark.django_db


def write(actor: Actor, *texts: str) -> None:
    for text in texts:
        append(actor.shared, Line(text=text))


def check(actor: Actor) -> str:
    page = actor.post("/record/", {"space": str(actor.shared.id)})
    assert page.status_code == 200
    return html.unescape(" ".join(page.content.decode().split()))


def remembered(actor: Actor) -> RememberedHead | None:
    return read_slip(actor.private, RememberedHead, "head", actor.shared.id.bytes)


def test_who_shares_nothing_is_told_so(sam: Actor) -> None:
    assert "Nothing is shared yet" in sam.get("/record/").content.decode()


def test_a_whole_record_is_said_to_be_whole(couple: Any) -> None:
    ana, ben = couple
    write(ben, "one", "two")
    Space.objects.filter(is_shared=True).update(opened_on=date(2026, 10, 3))
    assert "All 4 entries since 3 October 2026 are here, signed by who wrote them" in check(ana)


def test_checking_moves_the_head_that_is_remembered_and_looking_never_does(couple: Any) -> None:
    ana, ben = couple
    write(ben, "one")
    ana.get("/record/")
    assert remembered(ana) is None
    check(ana)
    memory = remembered(ana)
    assert memory
    assert memory.sequence == ana.shared.sequence


def test_words_taken_back_are_counted_and_the_record_is_whole(couple: Any) -> None:
    ana, _ = couple
    write(ana, "one")
    withdraw(ana.shared, Entry.objects.filter(space=ana.shared.id).latest("sequence").id)
    found = check(ana)
    assert "Your record is whole." in found
    assert "One was taken back by who wrote it." in found


def shorten(ana: Actor) -> None:
    rows = Entry.objects.filter(space=ana.shared.id)
    rows.filter(sequence=rows.count()).delete()


def change(ana: Actor) -> None:
    row = Entry.objects.get(space=ana.shared.id, sequence=3)
    body = bytearray(bytes(row.body))
    body[-1] ^= 1
    Entry.objects.filter(space=ana.shared.id, sequence=3).update(body=bytes(body))


def forge(ana: Actor) -> None:
    Entry.objects.filter(space=ana.shared.id, sequence=3).update(signature=bytes(64))


def open_a_gap(ana: Actor) -> None:
    Entry.objects.filter(space=ana.shared.id, sequence=3).delete()


def erase(ana: Actor) -> None:
    Entry.objects.filter(space=ana.shared.id, sequence=3).update(body=b"")


def rewrite(ana: Actor) -> None:
    Space.objects.filter(pk=ana.shared.id).update(head=bytes(32))


def forget(ana: Actor) -> None:
    slot = slot_of(ana.private, "head", ana.shared.id.bytes)
    Slip.objects.filter(space=ana.private.id, slot=slot).update(body=b"GW\x01 damaged")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (shorten, "You saw 4 entries here before. Now there are 3."),
        (change, "The words of entry 3 aren’t those that were signed."),
        (forge, "Entry 3 isn’t signed by the person it names."),
        (open_a_gap, "Entry 3 is missing, or it stands there twice."),
        (erase, "The words of entry 3 are gone."),
        (rewrite, "they aren’t the same ones you saw before."),
    ],
)
def test_each_kind_of_damage_has_its_own_words_and_blames_nobody(couple: Any, damage: Any, words: str) -> None:
    ana, ben = couple
    write(ben, "one", "two")
    remember_head(ana.private, ana.shared)
    before = remembered(ana)
    damage(ana)
    found = check(ana)
    assert "Something isn’t as it was written." in found
    assert words in found
    assert 'It says nothing about what <span dir="auto">Ben</span> did.' in found
    assert remembered(ana) == before


def test_a_damaged_memory_is_said_and_the_next_words_mend_it(couple: Any) -> None:
    ana, _ = couple
    remember_head(ana.private, ana.shared)
    forget(ana)
    assert "your own note of what you saw last can’t be opened any more" in check(ana)
    remember_head(ana.private, ana.shared)
    assert "Your record is whole." in check(ana)


def test_a_damaged_name_does_not_hide_what_was_found(couple: Any) -> None:
    ana, _ = couple
    Entry.objects.filter(space=ana.shared.id, sequence=2).update(body=b"GW\x01 damaged")
    found = check(ana)
    assert "The words of entry 2 aren’t those that were signed." in found
    assert "You and" in found


def test_a_whole_record_is_checked_while_others_write(couple: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, _ = couple
    monkeypatch.setattr(views, "writing", Mock(side_effect=AssertionError("nobody may have to wait")))
    assert "Your record is whole." in check(ana)


def test_an_entry_that_arrives_meanwhile_is_no_damage(couple: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, ben = couple
    arriving = iter([ben.shared])

    def check_slowly(private: OpenSpace, space: OpenSpace) -> Report:
        for shared in arriving:
            append(shared, Line(text="meanwhile"))
        return check_record(private, space)

    monkeypatch.setattr(views, "check_record", check_slowly)
    assert "All 3 entries since" in check(ana)
    memory = remembered(ana)
    assert memory
    assert memory.sequence == 3


def test_a_record_that_was_closed_can_still_be_checked(couple: Any) -> None:
    ana, ben = couple
    shared = ana.shared.id
    close_space(ben.private, ben.shared)
    page = ana.post("/record/", {"space": str(shared)})
    assert "Your record is whole." in page.content.decode()
    assert "Sharing stopped on" in page.content.decode()


@pytest.mark.parametrize("space", ["", "x", "private", "theirs", "made-up"])
def test_only_ones_own_shared_records_are_checked(couple: Any, max_: Actor, space: str) -> None:
    ana, _ = couple
    asked = {"private": str(max_.private.id), "theirs": str(ana.shared.id), "made-up": str(uuid4())}.get(space, space)
    assert max_.post("/record/", {"space": asked}).status_code == 404
