"""The front page asks little, and asks no more after three years of promises."""

from datetime import UTC, datetime
from typing import NamedTuple
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glasswork.promises.actions.writing import act_in
from glasswork.promises.here import load_here
from glasswork.promises.kinds import Closing, Outcome, Promise, Standing, Word
from glasswork.promises.kinds_of_acts import Act, Ask, Done
from glasswork.promises.kinds_of_telling import Told
from glasswork.promises.tests.make import DAY, TODAY, page, promise, say, tell
from glasswork.promises.threads import ROOT
from glasswork.spaces import reading
from glasswork.spaces.models import Entry
from glasswork.spaces.opening import OpenSpace
from tests.cast import Actor

MOST_STATEMENTS = 10
FRONT = "/promises/"
PATHS = [FRONT, "/promises/before/", "/promises/putting-right/", "/promises/small/"]


class Cost(NamedTuple):
    statements: int
    rows: int


def live(couple: tuple[Actor, Actor], days: range) -> None:
    """On each of these days back a promise with its answer and its word, an act, an ask; each month something told."""
    for actor, other in (couple, couple[::-1]):
        for back in days:
            _one_day(actor, other, back)


def _one_day(actor: Actor, other: Actor, back: int) -> None:
    thread, on = uuid4(), TODAY - back * DAY
    with act_in(actor.private, actor.shared) as act:
        act.place(thread, ROOT, Promise(words="I’ll ring", until=on, each_time=False))
        act.place(thread, "outcome-1", Outcome(promise=thread, pane=1, what="kept", on=on, promised="I’ll ring"))
        act.place(thread, "closed", Closing(promise=thread, panes=1, on=on))
        act.place(uuid4(), ROOT, Act(row="open", words="I told you", on=on))
        act.place(uuid4(), ROOT, Ask(words="coffee"))
        act.place(uuid4(), f"done-{on}", Done(ask=uuid4(), on=on, words="coffee"))
        if back % 30 == 29:
            act.place(uuid4(), ROOT, Told(about="else", happened_on=on, told_on=on, facts="a letter"))
    with act_in(other.private, other.shared) as act:
        act.place(thread, "word-1", Word(promise=thread, pane=1, is_so=True))
    Entry.objects.filter(space=actor.shared.id, day=TODAY).update(day=on)


def cost_of(actor: Actor, path: str, monkeypatch: pytest.MonkeyPatch) -> Cost:
    opened: list[object] = []
    real = reading.open_entry

    def counting(space: OpenSpace, row: reading.Row) -> object:
        opened.append(row)
        return real(space, row)

    page(actor, path)
    with monkeypatch.context() as patch, CaptureQueriesContext(connection) as queries:
        patch.setattr(reading, "open_entry", counting)
        page(actor, path)
    return Cost(len(queries), len(opened))


def test_three_years_cost_what_thirty_days_cost(couple: tuple[Actor, Actor], monkeypatch: pytest.MonkeyPatch) -> None:
    ana, ben = couple
    for actor in couple:
        for n in range(5):
            say(actor, promise(actor, f"I’ll do thing {n}"), "kept")
    tell(ben)
    live(couple, range(30))
    months = [cost_of(ana, path, monkeypatch) for path in PATHS]
    live(couple, range(30, 1095, 7))  # past every window there is, to the beginning of three years
    for path, month in zip(PATHS, months, strict=True):
        years = cost_of(ana, path, monkeypatch)
        assert month.statements == years.statements <= MOST_STATEMENTS, path
        assert years.rows <= 1.2 * month.rows, path


def test_the_board_holds_what_is_open_and_no_more(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    for n in range(4):
        thread = promise(ana, f"I’ll do thing {n}")
        ana.post(f"/promises/{thread}/end/")
    here = load_here(ana.spaces, datetime.now(tz=UTC))
    assert all(isinstance(standing, Standing) for standing in here.board.promises.values())
    assert len(here.board.promises) <= 4
