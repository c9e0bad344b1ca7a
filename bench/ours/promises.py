"""Couples with months of promises behind them, as the actions of that room would have left them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.ours.couples import QUICK, Member, make_pair, shared_of
from bench.promises import PROMISES
from glasswork.lib import clock
from glasswork.people import actions
from glasswork.people.sessions import COOKIE
from glasswork.promises.actions.writing import act_in
from glasswork.promises.kinds import Board, Closing, Outcome, Promise, Standing, Word
from glasswork.promises.kinds_of_acts import Act, Ask
from glasswork.promises.kinds_of_telling import Mended, Repair, Told
from glasswork.promises.threads import ROOT
from glasswork.seal import password
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace, open_spaces
from glasswork.spaces.writing import prepare, utc_day, writing_in

OPEN, ASKS, TOLD = 5, 10, 6
WORDS = "I’ll say so before six when it gets late, and again when I am on my way"

type Part = tuple[str, Kind]


def run(*, days: list[int]) -> dict[str, Any]:
    """For each number of days a couple with a promise of both on each: cookies, and the statements of the page."""
    password.FLOOR = actions.DEFAULT = QUICK
    with transaction.atomic():
        cookies = [make_couple(number) for number in days]
    return {"by_days": cookies, "statements": max(_statements(cookie) for cookie in cookies)}


def make_couple(days: int) -> str:
    """The session cookie of one of the two."""
    ana, ben = make_pair()
    today = utc_day()
    for one, other in ((ana, ben), (ben, ana)):
        for ago in range(days, 0, -1):
            on = today - timedelta(days=ago)
            with clock.at(clock.now() - timedelta(days=ago)):
                _one_day(shared_of(open_spaces(one.person)), shared_of(open_spaces(other.person)), on, ago)
        _open_now(one, today)
    return ana.cookie


def _one_day(mine: OpenSpace, theirs: OpenSpace, on: date, ago: int) -> None:
    thread = uuid4()
    written: list[tuple[OpenSpace, Kind]] = [
        (mine, Promise(words=WORDS, until=on, each_time=False)),
        (mine, Outcome(promise=thread, pane=1, what="kept", on=on, promised=WORDS)),
        (mine, Closing(promise=thread, panes=1, on=on)),
        (theirs, Word(promise=thread, pane=1, is_so=True)),
        (mine, Act(row="open", words=WORDS, on=on)),
        (mine, Ask(words=WORDS)),
    ]
    if ago % 30 == 0:
        written.append((mine, Told(about="else", happened_on=on, told_on=on, facts=WORDS)))
    with writing_in(mine) as (page,):
        for author, value in written:
            page.place(prepare(author, value))


def _open_now(member: Member, today: date) -> None:
    """A full page: five promises with five panes each, ten asks, and what was told and mended."""
    spaces = open_spaces(member.person)
    space, until = shared_of(spaces), today + timedelta(days=30)
    with act_in(spaces.private, space) as act:
        promises, asks, told = ([uuid4() for _ in range(most)] for most in (OPEN, ASKS, TOLD))
        for thread in promises:
            for part, value in _promise(thread, today, until):
                act.place(thread, part, value)
        for thread in asks:
            act.place(thread, ROOT, Ask(words=WORDS))
        for thread in told:
            act.place(thread, ROOT, Told(about="else", happened_on=today, told_on=today, facts=WORDS))
            act.place(
                thread, "repair-1", Repair(told=thread, attempt=1, happened=WORDS, own=WORDS, mend=WORDS, show=WORDS)
            )
            act.place(thread, "mended", Mended(told=thread))
        open_now = {thread: Standing(OPEN, until) for thread in promises}
        act.board = Board(promises=open_now, asks=tuple(asks), told=tuple(told))


def _promise(thread: UUID, today: date, until: date) -> list[Part]:
    on = today - timedelta(days=1)
    outcomes = [Outcome(promise=thread, pane=n, what="kept", on=on, promised=WORDS) for n in range(1, 6)]
    return [
        (ROOT, Promise(words=WORDS, until=until, each_time=True)),
        *((f"outcome-{said.pane}", said) for said in outcomes),
    ]


def _statements(cookie: str) -> int:
    browser = Client(SERVER_NAME="localhost", headers={"Sec-Fetch-Site": "same-origin"})
    browser.cookies[COOKIE] = cookie
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(PROMISES, secure=True)
    if answer.status_code != 200:
        raise RuntimeError(f"{PROMISES} answered {answer.status_code}")
    return len(asked)
