"""Couples with evenings behind them: real accounts, keys and sessions, and every row sealed as the actions seal it."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import transaction
from django.http import HttpResponse

from bench.ours.words import answer, heard, trust, verdict
from glasswork.checkin.actions import part_slot
from glasswork.goals import actions as goals
from glasswork.goals.forms import Cleaned
from glasswork.lib import clock
from glasswork.lib.evenings import evening_of
from glasswork.people import actions
from glasswork.people.actions import create_account
from glasswork.people.keyring import Pin
from glasswork.people.person import Person, change_keyring
from glasswork.people.sessions import COOKIE, start_session
from glasswork.plan.actions import act_on, keep_intake
from glasswork.programme.shelf import SHELF
from glasswork.seal import password
from glasswork.spaces.actions import make_private_space, make_shared_space, open_shared_space
from glasswork.spaces.common_kinds import DisplayName, Settings
from glasswork.spaces.opening import OpenSpace, Spaces, open_spaces
from glasswork.spaces.writing import append, prepare, writing_in

PASSWORD = "a bench in the morning sun"
QUICK = password.Cost(memory_kib=8, passes=1)
ZONE = ZoneInfo("UTC")
SAID_BACK = 8  # evenings: those that Today looks at
INTAKE = {
    "goals": ["calm", "trust"], "focus": ["me"], "role": ["hurt"], "standing": ["together"], "happened": ["lies"],
    "since": ["weeks"], "contact": ["some"], "sleep": ["broken"], "support": ["little"], "pace": ["steady"],
}  # fmt: skip
CHOSEN = ("support-map", "breathing", "time-out")
GOALS = ("Sleep through most nights", "Listen to the end before I answer")


class Member(NamedTuple):
    name: str
    person: Person
    cookie: str


def run(*, couples: int = 0, evenings: list[int] | None = None, sign_ins: int = 0) -> dict[str, Any]:
    """Session cookies by couple: ``couples`` with 8 evenings of everything, and one for each number in ``evenings``
    with so many answers of both and trust notes of the first. ``sign_ins`` names are for signing in with PASSWORD.
    """
    names = [create_account(display_name="Ana", password=PASSWORD) for _ in range(sign_ins)]
    password.FLOOR = actions.DEFAULT = QUICK
    with transaction.atomic():
        for made in names:
            _with_space(made)
        return {
            "couples": [make_couple(SAID_BACK, is_said_back=True) for _ in range(couples)],
            "by_evenings": [make_couple(number, is_said_back=False) for number in evenings or []],
            "sign_ins": [made.sign_in_name for made in names],
            "password": PASSWORD,
        }


def make_couple(evenings: int, *, is_said_back: bool) -> tuple[str, str]:
    """Both session cookies. The last evening was yesterday."""
    ana, ben = make_pair()
    live(open_spaces(ana.person), open_spaces(ben.person), evenings, is_said_back=is_said_back)
    make_plan(open_spaces(ana.person).private)
    return ana.cookie, ben.cookie


def make_plan(private: OpenSpace) -> None:
    """A full one: an intake, three steps that were chosen, and two goals."""
    today = evening_of(clock.now(), ZONE)
    keep_intake(private, INTAKE, today, once="bench")
    for exercise in CHOSEN:
        act_on(private, SHELF.exercises[exercise], "chosen", today, once=exercise)
    for words in GOALS:
        goals.begin(private, private, Cleaned(words, "", None, ""), None, once=words)


def make_pair() -> tuple[Member, Member]:
    """Two people who share since today, and have written nothing but their names."""
    ana, ben = make_member("Ana"), make_member("Ben")
    pin = Pin(ana.person.id, ana.name, ana.person.identity.public)
    theirs = Pin(ben.person.id, ben.name, ben.person.identity.public)
    space = make_shared_space(ana.person, partner=theirs)
    change_keyring(ben.person, lambda keyring: keyring.with_pin(pin))
    open_shared_space(space)
    for each in (ana, ben):
        append(shared_of(open_spaces(each.person)), DisplayName(name=each.name))
    return ana, ben


def make_member(name: str) -> Member:
    made = create_account(display_name=name, password=PASSWORD)
    return _with_space(made, name)


def _with_space(made: actions.NewAccount, name: str = "Ana") -> Member:
    response = HttpResponse()
    session = start_session(response, made.account, made.account_key)
    person = Person(made.account, session, made.account_key, made.keyring)
    settings = Settings(zone=ZONE.key, country="GB", sign_in_name=made.sign_in_name)
    make_private_space(person, display_name=name, settings=settings)
    return Member(name, person, response.cookies[COOKIE].value)


def live(mine: Spaces, theirs: Spaces, evenings: int, *, is_said_back: bool) -> None:
    """All evenings under one lock, each row with the day it is about."""
    now = clock.now()
    ours, others = shared_of(mine), shared_of(theirs)
    with writing_in(ours, mine.private) as (page, own):
        for ago in range(evenings, 0, -1):
            moment = now - timedelta(days=ago)
            with clock.at(moment):
                own.place(prepare(mine.private, trust(evening_of(moment, ZONE), ago)))
                for entry in _round(ours, others, moment, ago, is_said_back=is_said_back):
                    page.place(entry)


def _round(ours: OpenSpace, others: OpenSpace, moment: datetime, ago: int, *, is_said_back: bool) -> list[Any]:
    found, round_id = [], uuid4()
    for space in (ours, others):
        value = answer(round_id, evening_of(moment, ZONE), ago)
        found.append(prepare(space, value, slot=part_slot(space, round_id, space.me, "answer")))
    if is_said_back:
        for listener, speaker in ((ours, others), (others, ours)):
            back, judged = heard(round_id, ago), verdict(round_id)
            found.append(prepare(listener, back, slot=part_slot(listener, round_id, listener.me, "heard-1")))
            found.append(prepare(speaker, judged, slot=part_slot(speaker, round_id, speaker.me, "verdict-1")))
    return found


def shared_of(spaces: Spaces) -> OpenSpace:
    if spaces.shared is None:
        raise ValueError("they are not paired")
    return spaces.shared
