"""Run as a process of its own by test_kill.py: sets a couple up, appends entries until killed, or checks the record.

python -m tests.appender make               prints two session cookies as JSON
python -m tests.appender append COOKIE      prints the id of each entry once it is acknowledged
python -m tests.appender check COOKIE IDS   prints what the record page would find; IDS is a file of ids
"""

import json
import os
import sys
from pathlib import Path
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "glasswork.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import RequestFactory  # noqa: E402

from glasswork.checkin.kinds import Reply  # noqa: E402
from glasswork.people import actions  # noqa: E402
from glasswork.people.sessions import COOKIE, find_person  # noqa: E402
from glasswork.seal import password  # noqa: E402
from glasswork.spaces.models import Entry  # noqa: E402
from glasswork.spaces.opening import Spaces, open_spaces  # noqa: E402
from glasswork.spaces.record import check_record  # noqa: E402
from glasswork.spaces.writing import append  # noqa: E402


def make() -> None:
    password.FLOOR = actions.DEFAULT = password.Cost(memory_kib=8, passes=1)
    from tests.cast import make_couple  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    print(json.dumps([actor.client.cookies[COOKIE].value for actor in make_couple()]))


def append_for_ever(cookie: str) -> None:
    shared = spaces_of(cookie).shared
    assert shared
    while True:
        print(append(shared, Reply(round=uuid4(), text="a line " * 60)), flush=True)


def check(cookie: str, acknowledged: str) -> None:
    spaces = spaces_of(cookie)
    assert spaces.shared
    found = {str(row) for row in Entry.objects.filter(space=spaces.shared.id).values_list("id", flat=True)}
    missing = set(Path(acknowledged).read_text().split()) - found
    report = check_record(spaces.private, spaces.shared)
    print(json.dumps({"finding": report.finding, "entries": report.entries, "missing": len(missing)}))


def spaces_of(cookie: str) -> Spaces:
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = cookie
    person = find_person(request)
    assert person
    return open_spaces(person)


if __name__ == "__main__":
    act, *arguments = sys.argv[1:]
    {"make": make, "append": append_for_ever, "check": check}[act](*arguments)
