"""Answering: one row of one size whatever is said, and nothing else anywhere differs (K9, S11)."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest
import time_machine
from django.http import HttpResponse
from django.utils import timezone

from glasswork.safety.actions import keep_answer
from glasswork.safety.hark import HARK
from glasswork.safety.kinds import SafetyAnswer
from glasswork.safety.rules import SAFE, make_answer
from glasswork.spaces.models import Entry, Slip, Space
from glasswork.spaces.writing import append
from tests.cast import Actor

ITEMS = [item.id for item in HARK.items]
AFTER = "/safety/support/?next=%2Fpairing%2F"

Row = tuple[int, ...]


def rows(actor: Actor) -> list[Row]:
    """What a thief sees of each entry: the lengths of all its parts, and that it has a slot."""
    found = Entry.objects.filter(space_id=actor.private.id).order_by("sequence")
    parts = ("tag", "slot", "header", "signature", "body")
    return [tuple(len(getattr(row, part) or b"") for part in parts) for row in found]


def kept(actor: Actor, answer: SafetyAnswer, once: str) -> tuple[Row, ...]:
    """The rows that keeping this answer adds."""
    before = len(rows(actor))
    keep_answer(actor.spaces, answer, once=once)
    return tuple(rows(actor)[before:])


def every_answer() -> Iterator[SafetyAnswer]:
    harks = [dict(zip(ITEMS, each, strict=True)) for each in product(["yes", "no", "skip"], repeat=4)]
    yield from (make_answer(safe, hark) for safe in ("", "yes", "not-always", "no") for hark in [None, *harks])


def send(actor: Actor, safe: str, once: str, **hark: str) -> HttpResponse:
    sent = {"safe": safe, "once": once, "next": "/pairing/", **({"hark": "asked", **hark} if hark else {})}
    return actor.post("/safety/answer/", sent)


def test_every_answer_writes_one_row_of_one_size(ana: Actor) -> None:
    spaces, sizes = ana.spaces, set()
    for number, answer in enumerate(every_answer()):
        before = Entry.objects.count()
        keep_answer(spaces, answer, once=str(number))
        assert Entry.objects.count() == before + 1
        sizes.add(rows_of_newest(ana))
    assert len(sizes) == 1


def rows_of_newest(actor: Actor) -> Row:
    row = Entry.objects.filter(space_id=actor.private.id).order_by("-sequence")[0]
    return tuple(len(part) for part in (row.tag, row.slot or b"", row.header, row.signature, row.body))


def test_a_row_that_held_only_what_was_asked_would_be_found_out(ana: Actor) -> None:
    one = kept(ana, make_answer("yes", None), "a")
    append(ana.private, SafetyAnswer(asked=(SAFE,)))
    assert one[0] != rows(ana)[-1]


def led_to(reply: HttpResponse) -> str:
    """The address without the mark that says when the sitting was kept."""
    return re.sub(r"kept=[^&]+&", "", reply["Location"])


def test_an_unlocked_phone_does_not_tell_later(ana: Actor) -> None:
    send(ana, "no", "1", **dict.fromkeys(ITEMS, "yes"))
    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        for path in ("/safety/support/", "/safety/support/?kept=yes"):
            assert "/again/" in ana.get(path)["Location"]


def test_every_answer_is_answered_alike(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    replies = [
        send(ana, "yes", "1"),
        send(ana, "not-always", "2", afraid="no"),
        send(ana, "no", "3", **dict.fromkeys(ITEMS, "yes")),
        send(ana, "", "4", humiliation="skip"),
    ]
    assert {(reply.status_code, led_to(reply), reply.content) for reply in replies} == {(302, AFTER, b"")}
    assert len({len(reply["Location"]) for reply in replies}) == 1
    assert len({tuple(sorted(reply.headers)) for reply in replies}) == 1
    assert len(set(rows(ana)[-4:])) == 1


def test_nothing_of_it_touches_what_a_partner_can_open(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    theirs = [ana.shared.id, ben.private.id]

    def seen() -> list[object]:
        tables = (Entry, Slip, Space)
        fields = ("space_id__in", "space_id__in", "id__in")
        return [
            list(table._default_manager.filter(**{field: theirs}).order_by("pk").values())
            for table, field in zip(tables, fields, strict=True)
        ]

    before = seen()
    send(ana, "no", "1", kick="yes")
    assert seen() == before


def test_pressing_twice_writes_once_and_a_changed_answer_is_not_lost(ana: Actor) -> None:
    before = len(rows(ana))
    send(ana, "not-always", "1", kick="no")
    send(ana, "not-always", "1", kick="no")
    assert len(rows(ana)) == before + 1
    send(ana, "not-always", "1", kick="yes")
    assert len(rows(ana)) == before + 2


@pytest.mark.parametrize("sent", [{}, {"safe": "perhaps"}, {"once": "1", "next": "/today/"}])
def test_a_form_without_an_answer_writes_nothing(ana: Actor, sent: dict[str, str]) -> None:
    before = len(rows(ana))
    assert ana.post("/safety/answer/", sent)["Location"] == "/safety/question/"
    assert len(rows(ana)) == before


@pytest.mark.parametrize("path", ["//elsewhere.example/", "https://elsewhere.example/", "javascript:go()", "today"])
def test_nobody_is_led_to_another_site(ana: Actor, path: str) -> None:
    reply = ana.post("/safety/answer/", {"safe": "yes", "next": path})
    assert led_to(reply) == "/safety/support/?next="
    assert "elsewhere" not in ana.get(f"/safety/support/?next={path}").content.decode()
