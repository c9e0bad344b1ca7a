"""“Is our record whole?”: what it says when nothing is wrong, and each thing that can be (Z7)."""

import os
from collections.abc import Callable

import pytest

from glasswork.spaces.models import Entry, Slip, Space
from glasswork.spaces.reading import slot_of
from glasswork.spaces.record import Finding, check_record
from glasswork.spaces.writing import append, remember_head, withdraw
from tests.cast import Actor, Line

type Couple = tuple[Actor, Actor]


def write(actor: Actor, *texts: str) -> None:
    for text in texts:
        append(actor.shared, Line(text=text))


def finding(actor: Actor) -> Finding:
    spaces = actor.spaces
    assert spaces.shared
    return check_record(spaces.private, spaces.shared).finding


def test_a_record_that_nobody_touched_is_whole(couple: Couple) -> None:
    ana, ben = couple
    write(ana, "one")
    write(ben, "two", "three")
    remember_head(ana.private, ana.shared)
    assert finding(ana) == finding(ben) == Finding.WHOLE


def test_words_taken_back_leave_the_record_whole(couple: Couple) -> None:
    ana, ben = couple
    write(ana, "one", "two")
    entry = Entry.objects.filter(space=ana.shared.id, author=ana.account.id).latest("sequence")
    assert withdraw(ana.shared, entry.id)
    assert not withdraw(ana.shared, entry.id)
    assert finding(ana) == finding(ben) == Finding.WHOLE
    assert not bytes(Entry.objects.get(space=ana.shared.id, id=entry.id).body)


def test_nobody_takes_back_the_words_of_the_other(couple: Couple) -> None:
    ana, ben = couple
    write(ana, "one")
    entry = Entry.objects.filter(space=ana.shared.id).latest("sequence")
    assert not withdraw(ben.shared, entry.id)
    assert bytes(Entry.objects.get(space=ana.shared.id, id=entry.id).body)


def rows_of(actor: Actor) -> list[Entry]:
    return list(Entry.objects.filter(space=actor.shared.id).order_by("sequence"))


def drop_inner(actor: Actor) -> None:
    rows_of(actor)[2].delete()


def drop_last(actor: Actor) -> None:
    rows_of(actor)[-1].delete()


def erase_words(actor: Actor) -> None:
    Entry.objects.filter(space=actor.shared.id, id=rows_of(actor)[2].id).update(body=b"")


def forge_signature(actor: Actor) -> None:
    Entry.objects.filter(space=actor.shared.id, id=rows_of(actor)[2].id).update(signature=os.urandom(64))


def change_words(actor: Actor) -> None:
    rows = rows_of(actor)
    Entry.objects.filter(space=actor.shared.id, id=rows[2].id).update(body=bytes(rows[3].body))


def swap_two(actor: Actor) -> None:
    rows = rows_of(actor)
    space = Entry.objects.filter(space=actor.shared.id)
    space.filter(id=rows[2].id).update(sequence=999)
    space.filter(id=rows[3].id).update(sequence=3)
    space.filter(id=rows[2].id).update(sequence=4)


def give_to_other_author(actor: Actor) -> None:
    row = rows_of(actor)[2]
    other = next(entry.author for entry in rows_of(actor) if entry.author != row.author)
    Entry.objects.filter(space=actor.shared.id, id=row.id).update(author=other)


def truncate_quietly(actor: Actor) -> None:
    """Drops the last entry and sets the space back to where it was before it."""
    rows = rows_of(actor)
    rows[-1].delete()
    Space.objects.filter(pk=actor.shared.id).update(sequence=len(rows) - 1)


def damage_memory(actor: Actor) -> None:
    slot = slot_of(actor.private, "head", actor.shared.id.bytes)
    Slip.objects.filter(space=actor.private.id, slot=slot).update(body=os.urandom(600))


def damage_everything(actor: Actor) -> None:
    damage_memory(actor)
    Entry.objects.filter(space=actor.shared.id).update(header=b"", signature=b"", body=b"x")


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (drop_inner, Finding.GAP),
        (drop_last, Finding.SHORTER),
        (truncate_quietly, Finding.SHORTER),
        (erase_words, Finding.ERASED),
        (forge_signature, Finding.FORGED),
        (give_to_other_author, Finding.FORGED),
        (change_words, Finding.CHANGED),
        (swap_two, Finding.REWRITTEN),
        (damage_memory, Finding.FORGOTTEN),
        (damage_everything, Finding.FORGED),
    ],
)
def test_each_kind_of_tampering_shows(couple: Couple, tamper: Callable[[Actor], None], expected: Finding) -> None:
    ana, ben = couple
    write(ana, "one", "two")
    write(ben, "three")
    remember_head(ana.private, ana.shared)
    tamper(ana)
    assert finding(ana) is expected
