"""Fills the sample in once, and says how to sign in. The passwords are random; a file beside the data keeps them."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from functools import partial
from operator import itemgetter
from pathlib import Path

import msgspec
from django.conf import settings
from django.db import transaction

from glasswork.config.folder import write_secret
from glasswork.config.refusals import RefusedError
from glasswork.config.sample.acts import Acts
from glasswork.config.sample.agreed import Agreements
from glasswork.config.sample.evenings import Couple, Diary, Everybody
from glasswork.config.sample.people import ZONE, SamplePerson, SignIn, give_space, make_person, pair
from glasswork.config.sample.steps import Steps
from glasswork.config.sample.talking import Talks
from glasswork.config.sample.words import (
    WEEKS,
    read_acts,
    read_agreed,
    read_evenings,
    read_evenings_alone,
    read_steps,
    read_talking,
)
from glasswork.lib import clock
from glasswork.lib.evenings import evening_of, zone_of
from glasswork.people.models import Account
from glasswork.people.sign_in_names import hash_sign_in_name

FILE = "sample.json"
FILLED = "The sample is filled in: eight weeks of evenings, made up, that end today."
ALREADY = "The sample is here already; nothing was changed."
OTHERS = "People have accounts in this folder, so the sample was not filled in; give it one of its own with --data."
HOW = "One browser is one person: sign in as each in a browser profile of its own."


def fill() -> list[str]:
    """Lines to print. A database that has the sample keeps it as it is. Raises RefusedError where others write."""
    if known := _known():
        return [ALREADY, *_lines(known)]
    if Account.objects.exists():
        raise RefusedError(OTHERS)
    sign_ins = _make()
    return [FILLED, *_lines(sign_ins)]


def _make() -> list[SignIn]:
    now = clock.now()
    with transaction.atomic():
        robin = make_person("Robin", who="Robin, who was hurt")
        alex = make_person("Alex", who="Alex, who was involved")
        sam = make_person("Sam", who="Sam, alone")
        _live(robin, alex, sam, now)
        sign_ins = [each.sign_in for each in (robin, alex, sam)]
        _remember(sign_ins)
    return sign_ins


def _live(robin: SamplePerson, alex: SamplePerson, sam: SamplePerson, now: datetime) -> None:
    with clock.at(_beginning(now)):
        give_space(robin)
        give_space(alex)
        give_space(sam, is_alone=True)
        pair(robin, alex)
    for _, happens in sorted(_happenings(robin, alex, sam, Diary(now)), key=itemgetter(0)):
        happens()


def _happenings(
    robin: SamplePerson, alex: SamplePerson, sam: SamplePerson, diary: Diary
) -> Iterator[tuple[datetime, Callable[[], None]]]:
    """Everything that they live, each with its moment."""
    couple: Couple = {"robin": robin, "alex": alex}
    everybody: Everybody = {"robin": robin, "alex": alex, "sam": sam}
    acts, agreed, steps, talks = Acts(couple), Agreements(couple), Steps(everybody), Talks(everybody)
    for each in read_evenings():
        yield diary.start(each.ago, each.starts), partial(diary.live, couple, each)
    for alone in read_evenings_alone():
        yield diary.start(alone.ago, alone.starts), partial(diary.live_alone, sam, alone)
    for act in read_acts():
        yield (moment := diary.on(act.ago, act.at)), partial(acts.live, act, moment)
    for line in read_agreed():
        yield (moment := diary.on(line.ago, line.at)), partial(agreed.live, line, moment)
    for step in read_steps():
        yield (moment := diary.on(step.ago, step.at)), partial(steps.live, step, moment)
    for talk in read_talking():
        yield (moment := diary.on(talk.ago, talk.at)), partial(talks.live, talk, moment)


def _beginning(now: datetime) -> datetime:
    zone = zone_of(ZONE)
    return datetime.combine(evening_of(now, zone) - timedelta(weeks=WEEKS), time(18), zone)


def _known() -> list[SignIn]:
    """Whoever of an earlier sample is in this database."""
    try:
        kept = msgspec.json.decode(_file().read_bytes(), type=list[SignIn])
    except (FileNotFoundError, msgspec.DecodeError):
        return []
    return [each for each in kept if Account.objects.filter(sign_in=hash_sign_in_name(each.name)).exists()]


def _remember(sign_ins: list[SignIn]) -> None:
    _file().unlink(missing_ok=True)
    write_secret(_file(), msgspec.json.encode(sign_ins))


def _file() -> Path:
    return Path(settings.GLASSWORK_DATA) / FILE


def _lines(sign_ins: list[SignIn]) -> list[str]:
    rows = [(each.who, each.name, each.password) for each in sign_ins]
    widths = [max(len(cell) for cell in column) for column in zip(("", "sign-in name", ""), *rows, strict=True)]
    table = [("", "sign-in name", "password"), *rows]
    return [
        *("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in table),
        HOW,
    ]
