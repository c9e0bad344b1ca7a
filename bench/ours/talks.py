"""Couples in the middle of a talk: asked, ready and begun by the actions themselves."""

from typing import Any

from django.db import transaction

from bench.ours.couples import QUICK, live, make_member, shared_of
from glasswork.lib import clock
from glasswork.people import actions as accounts
from glasswork.people.keyring import Pin
from glasswork.people.person import change_keyring
from glasswork.programme.flows import FLOWS
from glasswork.seal import password
from glasswork.spaces.actions import make_shared_space, open_shared_space
from glasswork.spaces.common_kinds import DisplayName
from glasswork.spaces.opening import open_spaces
from glasswork.spaces.writing import append
from glasswork.talks.actions import Wish, act, ask
from glasswork.talks.slip import read_live

FLOW = "speaker-listener"
EVENINGS = 2


def run(*, couples: int) -> dict[str, Any]:
    """Both session cookies of each; the first one holds the glass."""
    password.FLOOR = accounts.DEFAULT = QUICK
    with transaction.atomic():
        return {"talks": [_talking() for _ in range(couples)]}


def _talking() -> tuple[str, str]:
    ana, ben = make_member("Ana"), make_member("Ben")
    theirs = Pin(ben.person.id, ben.name, ben.person.identity.public)
    space = make_shared_space(ana.person, partner=theirs)
    pin = Pin(ana.person.id, ana.name, ana.person.identity.public)
    change_keyring(ben.person, lambda keyring: keyring.with_pin(pin))
    open_shared_space(space)
    mine, others = open_spaces(ana.person), open_spaces(ben.person)
    for each, name in ((mine, "Ana"), (others, "Ben")):
        append(shared_of(each), DisplayName(name=name))
    live(mine, others, EVENINGS, is_said_back=False)
    now = clock.now()
    ask(mine, Wish(FLOWS[FLOW], 30, "Sundays", is_first=True), now)
    for who, event in ((others, "ready"), (mine, "begin"), (mine, "skip")):
        found = read_live(shared_of(mine))
        if found is None or not act(who, event, found.step, now):
            raise ValueError(f"the talk did not go on at {event}")
    return ana.cookie, ben.cookie
