"""S11, Z2: before a round opens, nothing the other can receive depends on the held answer.

The same evening is lived twice from one starting point, once with Ana's answer sealed and once without. Whatever Ben
asks for must be the same to the byte, header by header; and what a thief could count of Ana's own writing must not tell
what she wrote.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from glasswork.spaces.models import Entry, Slip
from tests.cast import Actor, undone

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
A_DAY_LATER = TONIGHT + timedelta(hours=25)  # past the evening, and past the day after which its writer may choose
HELD = "/check-in/held/2026-11-19/"
PAGES = [
    "/today/",
    "/check-in/",
    "/talk/",
    "/me/",
    "/me/settings/",
    "/pairing/",
    "/record/",
    "/talks/",
    "/talks/now/",
    "/space/",
    "/safety/",
    "/calm/",
    HELD,
]
ANSWERS = [
    {"feelings": ["hurt"], "feel": "small", "closeness": "1", "trust": "1", "move": "dipped"},
    {"feelings": ["hopeful"], "good": "we laughed", "closeness": "5", "trust": "5", "move": "rose"},
    {
        "feelings": ["hurt"],
        "feel": "small",
        "when": "you never listen",
        "closeness": "1",
        "trust": "1",
        "move": "dipped",
    },
    {"feelings": ["hurt"], "feel": "scared", "reply": "You hit me.", "closeness": "1", "trust": "1", "move": "dipped"},
]
BEN_SENDS: list[tuple[str, dict[str, str]]] = [
    ("/check-in/draft/", {"feel": "unsure"}),
    ("/check-in/", {"feel": "unsure", "act": "another"}),
    ("/today/put-off/", {"step": "check-in", "how": "later"}),
    ("/me/name/", {"name": "Benno"}),
    ("/me/settings/", {"zone": "Europe/Paris"}),
    (HELD, {"act": "take-back"}),
    (HELD, {"act": "share"}),
    (HELD, {"act": "keep"}),
]


class Received(NamedTuple):
    """Everything that an answer is made of, and how often the database was asked for it."""

    path: str
    status: int
    headers: dict[str, str]
    cookies: dict[str, str]
    body: str
    statements: int


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


def what_ben_receives(ben: Actor) -> list[Received]:
    """Every page of his, everything he can send, and every page again after that."""
    asked = [received(ben, "get", path) for path in PAGES]
    sent = [received(ben, "post", path, fields) for path, fields in BEN_SENDS]
    checked = received(ben, "post", "/record/", {"space": str(ben.shared.id)})
    return [*asked, *sent, checked, *(received(ben, "get", path) for path in PAGES)]


def received(ben: Actor, method: str, path: str, fields: dict[str, str] | None = None) -> Received:
    with CaptureQueriesContext(connection) as queries:
        response = ben.post(path, fields) if method == "post" else ben.get(path)
    body, cookies = without_tokens(response.content.decode()), cookies_of(response)
    return Received(path, response.status_code, dict(response.items()), cookies, body, len(queries))


def cookies_of(response: HttpResponse) -> dict[str, str]:
    """Each cookie with all its attributes; the token against forged forms is new for every answer."""
    found = {name: morsel.OutputString() for name, morsel in response.cookies.items()}
    token = settings.CSRF_COOKIE_NAME
    return {**found, token: found[token].replace(response.cookies[token].value, "-")} if token in found else found


def without_tokens(text: str) -> str:
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1-", text)
    text = re.sub(r'(name="once" value=")[^"]+', r"\1-", text)
    return re.sub(r'(data-token=")[^"]+', r"\1-", text)


def lived_twice(couple: tuple[Actor, Actor], clock: time_machine.Traveller, answer: dict | None) -> list[Received]:
    """Ben's evening and his next, and his own answer on that, with Ana's answer waiting or without one."""
    ana, ben = couple
    clock.move_to(TONIGHT)
    with undone():
        sign_in(ana, ben)
        if answer:
            ana.post("/check-in/draft/", answer)
            seal(ana, answer)
        tonight = what_ben_receives(ben)
        clock.move_to(A_DAY_LATER)
        sign_in(ana, ben)
        later = what_ben_receives(ben)
        sealed = received(ben, "post", "/check-in/", {"feel": "calm", "act": "seal"})
        return [*tonight, *later, sealed, *(received(ben, "get", path) for path in PAGES)]


def seal(ana: Actor, answer: dict) -> None:
    sent = ana.post("/check-in/", {**answer, "act": "seal"})
    if sent.status_code == 200:  # it came back once, with a hint or a way to help
        sent = ana.post("/check-in/", {**answer, "act": "seal", "hinted": "yes"})
    assert sent.status_code == 302


def sign_in(*actors: Actor) -> None:
    for actor in actors:
        actor.sign_in()


@pytest.mark.parametrize("answer", ANSWERS)
def test_nothing_the_other_receives_depends_on_a_held_answer(
    couple: tuple[Actor, Actor], clock: time_machine.Traveller, answer: dict
) -> None:
    without, held = lived_twice(couple, clock, None), lived_twice(couple, clock, answer)
    assert len(without) == len(held) > 5 * len(PAGES)
    assert {each.status for each in held} == {200, 204, 302}
    for one, two in zip(without, held, strict=True):
        assert one == two


def test_the_pulse_stays_still_while_an_answer_is_held(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    from glasswork.spaces.pulse import pulse_token  # noqa: PLC0415

    token = pulse_token(ben.shared)
    before = ben.get("/pulse/", headers={"X-Pulse": token}).json()["new"]
    ana.post("/check-in/", {**ANSWERS[0], "act": "seal"})
    assert ben.get("/pulse/", headers={"X-Pulse": token}).json()["new"] is before is False
    ben.post("/check-in/", {**ANSWERS[1], "act": "seal"})
    assert ana.get("/pulse/", headers={"X-Pulse": token}).json()["new"] is True


def rows_of(ana: Actor) -> Counter[tuple[object, ...]]:
    """What a thief sees of rows: table, space, author, day, size."""
    entries = [("entry", row.space_id, row.author, row.day, len(row.body)) for row in Entry.objects.all()]
    slips = [("slip", row.space_id, row.owner, row.expires_on, len(row.body)) for row in Slip.objects.all()]
    return Counter(entries + slips)


def rows_after(ana: Actor, answer: dict) -> Counter[tuple[object, ...]]:
    with undone():
        seal(ana, answer)
        return rows_of(ana)


def test_rows_tell_that_something_was_written_but_not_what(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    first, *others = [rows_after(ana, answer) for answer in ANSWERS]
    assert first != rows_of(ana)
    assert all(other == first for other in others)


def test_the_private_pane_is_one_more_row_of_its_writers_own_and_nothing_else(couple: tuple[Actor, Actor]) -> None:
    """That a trust answer exists can be counted, in the private space alone; what two people share is the same."""
    ana, _ = couple
    with_pane = rows_after(ana, ANSWERS[0])
    without = rows_after(ana, {name: value for name, value in ANSWERS[0].items() if name not in {"trust", "move"}})
    more, less = with_pane - without, without - with_pane
    assert not less
    assert [(table, space, author) for table, space, author, *_ in more.elements()] == [
        ("entry", ana.private.id, ana.account.id)
    ]


def test_the_comparison_can_fail(couple: tuple[Actor, Actor]) -> None:
    """The seeded failure: once both are in, what Ben receives does differ."""
    ana, ben = couple
    with undone():
        before = what_ben_receives(ben)
    ana.post("/check-in/", {**ANSWERS[0], "act": "seal"})
    ben.post("/check-in/", {**ANSWERS[1], "act": "seal"})
    assert what_ben_receives(ben) != before
