"""Appending, slips and what a closed space still allows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glasswork.spaces.actions import rename
from glasswork.spaces.common_kinds import DisplayName, Settings
from glasswork.spaces.kinds import Kind, Unreadable, decode, encode, kind
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.reading import Want, read_entries, read_slip, slot_of
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed, append, drop_slip, save_slip, withdraw, writing_in
from tests.cast import TAG, Actor, Line, close_space

type Couple = tuple[Actor, Actor]


def line_of(value: Kind) -> str:
    assert isinstance(value, Line)
    return value.text


def test_both_read_what_one_wrote(couple: Couple) -> None:
    ana, _ben = couple
    append(ana.shared, Line(text="a line"))
    for actor in couple:
        texts = [line_of(entry.value) for entry in read_entries(Want(actor.shared, tags=(TAG,))) if entry.value]
        assert texts == ["a line"]


def test_numbers_follow_one_another_without_a_gap(couple: Couple) -> None:
    ana, ben = couple
    for actor in (ana, ben, ben, ana):
        append(actor.shared, Line(text="x"))
    numbers = Entry.objects.filter(space=ana.shared.id).order_by("sequence").values_list("sequence", flat=True)
    assert list(numbers) == [1, 2, 3, 4, 5, 6]


def test_the_lock_of_a_writer_does_not_hold_up_a_draft(couple: Couple) -> None:
    """A new slip asks that its space stays; waiting for a writer who waits for that very slip would be a deadlock."""
    ana, _ = couple
    spaces = ana.spaces
    assert spaces.shared
    with CaptureQueriesContext(connection) as queries, writing_in(spaces.private, spaces.shared):
        pass
    locks = [each["sql"] for each in queries if " FOR " in each["sql"]]
    assert len(locks) == connection.features.has_select_for_update
    assert all("FOR NO KEY UPDATE" in sql for sql in locks)


def test_a_slot_is_filled_once(couple: Couple) -> None:
    ana, ben = couple
    slot = slot_of(ana.shared, "once")
    append(ana.shared, Line(text="first"), slot=slot)
    with pytest.raises(AlreadyWritten):
        append(ben.shared, Line(text="second"), slot=slot)
    assert Entry.objects.filter(space=ana.shared.id, slot=slot).count() == 1


def test_a_slip_is_replaced_and_dropped_by_its_owner_alone(couple: Couple) -> None:
    ana, ben = couple
    save_slip(ana.shared, Settings(zone="Asia/Tokyo"), "shared-slip")
    save_slip(ana.shared, Settings(zone="Asia/Seoul"), "shared-slip")
    assert read_slip(ben.shared, Settings, "shared-slip") == Settings(zone="Asia/Seoul")
    drop_slip(ben.shared, "shared-slip")
    assert Slip.objects.filter(space=ana.shared.id).count() == 1
    drop_slip(ana.shared, "shared-slip")
    assert not Slip.objects.filter(space=ana.shared.id).exists()


def test_after_sharing_stops_both_read_and_only_taking_back_is_written(couple: Couple) -> None:
    ana, ben = couple
    entry = append(ben.shared, Line(text="mine"))
    close_space(ana.private, ana.shared)
    assert ana.spaces.shared is None
    old = ben.spaces.former[0]
    assert [line_of(e.value) for e in read_entries(Want(old, tags=(TAG,))) if e.value] == ["mine"]
    with pytest.raises(SpaceClosed):
        append(old, Line(text="more"))
    assert withdraw(old, entry)


def test_a_new_name_leaves_no_trace_of_the_old_one(couple: Couple) -> None:
    ana, ben = couple
    rename([ana.private, ana.shared], "Anouk")
    entries = read_entries(Want(ben.shared, tags=(NAMES,)))
    assert names_in(entries)[ana.account.id] == "Anouk"
    assert not any(isinstance(e.value, DisplayName) and e.value.name == "Ana" for e in entries)


def test_an_entry_of_a_newer_release_is_kept_and_said_to_be_unreadable() -> None:
    payload = encode(Line(text="x")).replace(b"tests.line", b"tests.newl")
    assert isinstance(decode(payload), Unreadable)


def test_an_old_payload_is_lifted_version_by_version() -> None:
    @kind("tests.lifted", version=3, tag="tests", lifts={1: lambda d: {"b": d["a"]}, 2: lambda d: {"c": d["b"] + 1}})
    class Lifted(Kind, frozen=True, kw_only=True):
        c: int

    import msgspec  # noqa: PLC0415

    old = msgspec.msgpack.encode(("tests.lifted", 1, {"a": 4}))
    assert decode(old) == Lifted(c=5)
