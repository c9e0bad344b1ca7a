"""S11, Z2: before a round opens, nothing the other can receive depends on the held answer.

The same evening is lived twice from one starting point, once with Ana's answer sealed and once without. Whatever Ben
asks for must be the same to the byte, header by header; and what a thief could count of Ana's own writing must not tell
what she wrote.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import transaction

from glasswork.spaces.models import Entry, Slip
from tests.cast import Actor

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
PAGES = ["/today/", "/check-in/", "/talk/", "/me/", "/me/settings/", "/pairing/", "/record/", "/safety/", "/calm/"]
ANSWERS = [
    {"feelings": ["hurt"], "feel": "small", "closeness": "1", "trust": "1", "move": "dipped"},
    {"feelings": ["hopeful"], "good": "we laughed", "closeness": "5", "trust": "5", "move": "rose"},
]

type Received = list[tuple[str, int, dict[str, str], str]]


@contextmanager
def undone() -> Iterator[None]:
    """Takes everything inside back, so that two runs start alike."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def frozen():
    with time_machine.travel(TONIGHT, tick=False):
        yield


def what_ben_receives(ben: Actor, *, pages: list[str]) -> Received:
    received = []
    for path in pages:
        response = ben.get(path)
        received.append((path, response.status_code, headers_of(response), without_tokens(response.content.decode())))
    return received


def headers_of(response) -> dict[str, str]:
    return {name: value for name, value in response.items() if name != "Content-Length"}


def without_tokens(text: str) -> str:
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1-", text)
    text = re.sub(r'(name="once" value=")[^"]+', r"\1-", text)
    return re.sub(r'(data-token=")[^"]+', r"\1-", text)


def lived_twice(couple: tuple[Actor, Actor], answer: dict | None) -> Received:
    ana, ben = couple
    with undone():
        if answer:
            ana.post("/check-in/draft/", answer)
            assert ana.post("/check-in/", {**answer, "act": "seal"}).status_code == 302
        return what_ben_receives(ben, pages=PAGES)


@pytest.mark.parametrize("answer", ANSWERS)
def test_nothing_the_other_receives_depends_on_a_held_answer(couple: tuple[Actor, Actor], answer: dict) -> None:
    assert lived_twice(couple, None) == lived_twice(couple, answer)


def test_the_pulse_stays_still_while_an_answer_is_held(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    from glasswork.spaces.pulse import pulse_token  # noqa: PLC0415

    token = pulse_token(ben.shared)
    before = ben.get("/pulse/", headers={"X-Pulse": token}).json()["new"]
    ana.post("/check-in/", {**ANSWERS[0], "act": "seal"})
    assert ben.get("/pulse/", headers={"X-Pulse": token}).json()["new"] is before is False
    ben.post("/check-in/", {**ANSWERS[1], "act": "seal"})
    assert ana.get("/pulse/", headers={"X-Pulse": token}).json()["new"] is True


def rows_of(ana: Actor) -> list[tuple[object, ...]]:
    """What a thief sees of rows: table, space, author, day, size."""
    entries = [("entry", row.space_id, row.author, row.day, len(row.body)) for row in Entry.objects.all()]
    slips = [("slip", row.space_id, row.owner, row.expires_on, len(row.body)) for row in Slip.objects.all()]
    return sorted(map(str, entries + slips))


def test_rows_tell_that_something_was_written_but_not_what(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    seen = []
    for answer in ANSWERS:
        with undone():
            ana.post("/check-in/", {**answer, "act": "seal"})
            seen.append(rows_of(ana))
    assert seen[0] == seen[1]


def test_the_comparison_can_fail(couple: tuple[Actor, Actor]) -> None:
    """The seeded failure: once both are in, what Ben receives does differ."""
    ana, ben = couple
    before = what_ben_receives(ben, pages=PAGES)
    ana.post("/check-in/", {**ANSWERS[0], "act": "seal"})
    ben.post("/check-in/", {**ANSWERS[1], "act": "seal"})
    assert what_ben_receives(ben, pages=PAGES) != before
