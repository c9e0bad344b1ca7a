"""Queries that Django writes once find what queries written anew would."""

from collections.abc import Callable
from datetime import timedelta
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import connection
from django.test.utils import CaptureQueriesContext

from glasswork.lib import written_query
from glasswork.lib.written_query import WrittenQuery
from glasswork.people.models import Session
from glasswork.spaces import reading
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.reading import Want, slot_of
from glasswork.spaces.writing import append, save_slip, utc_day
from tests.cast import TAG, Actor, Line

type Couple = tuple[Actor, Actor]


def same(make: Callable[..., Any], *values: list[Any]) -> list[Any]:
    """The rows, by both ways; the written query is asked twice, for it has its words already then."""
    query = WrittenQuery(make)
    once, twice, anew = query.rows(*values), query.rows(*values), list(make(*values))
    assert sorted(map(repr, once)) == sorted(map(repr, twice)) == sorted(map(repr, anew))
    return once


def test_entries_of_every_shape(couple: Couple) -> None:
    ana, ben = couple
    slot = slot_of(ana.shared, "once")
    append(ana.shared, Line(text="a"), slot=slot)
    append(ben.shared, Line(text="b"))
    append(ana.private, Line(text="c"))
    today, day = utc_day(), timedelta(days=1)
    both = (Want(ana.shared, (TAG,)), Want(ana.private, (TAG,)))
    shapes: list[tuple[tuple[Want, ...], int]] = [
        (both, 3),
        (both[:1], 2),
        ((Want(ana.shared, (TAG, "names"), since=today - day), Want(ana.private, (TAG,), since=today - day)), 5),
        ((Want(ana.shared, (TAG,), since=today + day), Want(ana.private, (TAG,))), 1),
        ((Want(ana.shared, (TAG,), since=today, until=today), Want(ana.shared, slots=(slot,))), 2),
        ((Want(ana.shared, slots=(slot, slot)),), 1),
    ]
    for wants, number in shapes:
        values: list[Any] = list(chain.from_iterable(reading._parts(wants)))
        assert len(same(reading._entries, *values)) == number, wants


def test_slips_of_every_shape(couple: Couple) -> None:
    ana, ben = couple
    Slip.objects.all().delete()
    save_slip(ana.shared, Line(text="a"), "a")
    save_slip(ben.shared, Line(text="b"), "b")
    save_slip(ana.private, Line(text="c"), "c")
    me, spaces, b = ana.private.me, [ana.private.id, ana.shared.id], slot_of(ana.shared, "b")
    shapes: list[tuple[list[UUID], list[bytes], int]] = [([], [], 3), ([me], [], 2), ([me], [b], 3), ([], [b], 1)]
    for owners, slots, number in shapes:
        assert len(same(reading._slips_of, spaces, owners, slots)) == number


def test_rows_with_what_belongs_to_them(couple: Couple) -> None:
    ana, ben = couple
    query = WrittenQuery(lambda ids: Session.objects.select_related("account").filter(pk__in=ids))
    for actor in (ana, ben, ana):
        wanted = Session.objects.filter(account=actor.private.me).values_list("pk", flat=True)[:1]
        with CaptureQueriesContext(connection) as asked:
            found = [session.account for session in query.rows([bytes(pk) for pk in wanted])]
        assert len(asked) == 2
        assert all(account.pk == actor.private.me for account in found)


def test_nothing_is_remembered_between_two_runs(couple: Couple) -> None:
    ana, ben = couple
    query = WrittenQuery(lambda ids: Entry.objects.filter(author=ids[0]))
    before = len(query.rows([ana.private.me]))
    append(ana.shared, Line(text="one more"))
    assert len(query.rows([ana.private.me])) == before + 1
    assert {entry.author for entry in query.rows([ben.private.me])} == {ben.private.me}


def test_so_many_shapes_that_all_are_written_anew(couple: Couple, monkeypatch: Any) -> None:
    monkeypatch.setattr(written_query, "MOST_SHAPES", 2)
    ana, _ben = couple
    query = WrittenQuery(lambda ids: Entry.objects.filter(author__in=ids))
    sizes = [len(query.rows([ana.private.me] * number)) for number in (1, 2, 3, 4, 1)]
    assert len(set(sizes)) == 1
