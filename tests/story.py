"""Run as a process of its own by test_canary.py: a whole story in which every field holds a mark.

    python -m tests.story MARKS LOG FOLDER

Lives it through HTTP on a database of its own, with success, error and fault paths; writes the marks it used to MARKS
and what was logged to LOG. Into FOLDER go every value of every row, and the database files with their write-ahead log
as they lay before anything was tidied away.
"""

import json
import logging
import os
import re
import shutil
import sys
from itertools import count
from pathlib import Path
from unittest import mock

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "glasswork.config.settings")
django.setup()

from django.apps import apps  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from glasswork.config.upkeep import tidy_up  # noqa: E402
from glasswork.exercises.actions import read_written  # noqa: E402
from glasswork.pairing.tests.make import answer_hark, invite, join, match  # noqa: E402
from glasswork.people import actions  # noqa: E402
from glasswork.people.models import Account  # noqa: E402
from glasswork.programme.shelf import SHELF  # noqa: E402
from glasswork.seal import password  # noqa: E402
from tests import agreements_story as agreements  # noqa: E402
from tests import goals_story as goals  # noqa: E402
from tests import letters_story as letters  # noqa: E402
from tests import progress_story as progress  # noqa: E402
from tests import promises_story as promises  # noqa: E402
from tests import questions_story as questions  # noqa: E402
from tests import talks_story as talks  # noqa: E402
from tests.cast import PASSWORD, Actor, make_actor  # noqa: E402

MARKS: list[str] = []
_numbers = count(1)


def mark(field: str) -> str:
    """A new word that stands nowhere else, long enough to be found in any encoding."""
    made = f"canary{field.replace('_', '')}{next(_numbers):04d}quokka"
    MARKS.append(made)
    return made


def live() -> None:
    ana, ben, sam = make_actor(mark("name")), make_actor(mark("name")), make_actor(mark("name"))
    first_run(sam)
    pairing(ana, ben)
    evening(ana, ben)
    alone(sam)
    exercise(sam)
    plan(ana, ben)
    promises.live(ana, ben, mark)
    agreements.live(ana, ben, sam, mark)
    talks.live(ana, ben, mark)
    letters.live(ana, ben, mark)
    goals.live(ana, ben, mark)
    progress.live(ana, ben, mark)
    questions.live(ana, ben, sam, mark)
    account(ana)
    errors(ana, sam)
    choices(ana)
    fault(ana)
    parting(ana)


def words() -> dict[str, str]:
    return {name: mark(name) for name in ("feel", "when", "because", "would_help", "reply", "good", "why")}


def first_run(visitor: Actor) -> None:
    """The whole form of the first run, once with a mistake and once without; “One thing you wish” is its frame."""
    before = Account.objects.count()
    typed = ("feel", "when", "because", "would_help", "name", "code", "feelings", "more", "reason", "next")
    sent = {name: mark(name) for name in typed}
    for password_sent in ("short", mark("password")):
        Actor("New", visitor.new).post("/start/", {**sent, "password": password_sent, "adult": "yes", "zone": "UTC"})
    assert Account.objects.count() == before + 1, "the first run made no account"


def pairing(ana: Actor, ben: Actor) -> None:
    for actor in (ana, ben):
        answer_hark(actor)
    ben.post("/pairing/join/", {"code": mark("code")})
    code = invite(ana)
    MARKS.extend([code, code.replace("-", "")])
    join(ben, code)
    match(ben)
    match(ana)


def evening(ana: Actor, ben: Actor) -> None:
    for once in ("one", "two"):  # two tabs: what the first typed is kept beside the second
        ana.post("/check-in/draft/", {**words(), "once": once})
    ana.post("/check-in/", {**words(), "act": "another"})
    ana.post("/check-in/", {**words(), "act": "seal"})
    take_back(ana)
    ana.post("/check-in/", {**words(), "act": "seal"})
    path = ben.post("/check-in/", {**words(), "act": "seal"}).headers["Location"]
    saying_back(ana, ben, path)
    for actor in (ana, ben):
        for page in (path, "/today/", "/talk/", "/check-in/"):
            actor.get(page)
    ben.post(f"{path}withdrawal/")
    assert "Taken back" in ben.get(path).content.decode(), "the words were not taken back"


def take_back(ana: Actor) -> None:
    held = ana.get("/check-in/").content.decode()
    day = re.search(r"/check-in/held/[0-9-]+/", held)
    assert day, "the answer does not wait"
    ana.post(day[0], {"act": "take-back"})


def saying_back(ana: Actor, ben: Actor, path: str) -> None:
    """Not quite, then yes; each part must be seen by the other, or it was not written at all."""
    parts = [
        (ben, "heard", {"act": "send"}),
        (ana, "verdict", {"act": "not-quite"}),
        (ben, "heard", {"act": "send"}),
        (ana, "verdict", {"act": "yes"}),
        (ana, "correction", {}),
        (ben, "reply", {}),
    ]
    for actor, part, more in parts:
        field = {"verdict": "adds"}.get(part, part)
        actor.post(f"{path}{part}/", {field: mark(field), **more})
        other = ben if actor is ana else ana
        assert MARKS[-1] in other.get(path).content.decode(), f"{part} did not arrive"
    ben.post(f"{path}reply/", {"reply": mark("late")})
    ana.post(f"{path}draft/", {"correction": mark("correction")})
    assert MARKS[-1] in ana.get(path).content.decode(), "the draft is lost"


def alone(sam: Actor) -> None:
    sam.post("/check-in/", {**words(), "act": "keep", "once": "one"})
    assert MARKS[-2] in sam.get("/talk/").content.decode(), "the evening alone was not kept"


def exercise(sam: Actor) -> None:
    """Every field of one guide, typed and kept; what is looked for; and words that are erased again."""
    path, fields = "/exercises/trust-ladder/", [field.name for field in SHELF.exercises["trust-ladder"].fields]
    for way, once in ((f"{path}draft/", ""), (path, "one"), (path, "two")):
        sam.post(way, {f"w-{name}": mark("field") for name in fields} | {"once": once})
    entry = read_written(sam.private)[0]
    page = f"/exercises/written/{entry.id}/"
    assert MARKS[-1] in sam.get(page).content.decode(), "the exercise was not kept"
    sam.get("/exercises/written/")
    sam.post(f"{page}erasure/")
    assert sam.get(page).status_code == 404, "the words were not erased"
    sam.post("/search/", {"q": mark("query")})


def plan(ana: Actor, ben: Actor) -> None:
    """The intake with a mark in every field, its draft, a step of one's own and one for two."""
    names = ("goals", "focus", "role", "happened", "since", "contact", "sleep", "pace", "words")
    for number in range(1, 7):
        sent = {**{f"about_{name}": mark(name) for name in names}, "once": "intake", "page": str(number)}
        ana.post("/plan/intake/draft/", sent)
        ana.post(f"/plan/intake/{number}/", {**sent, "about_words": mark("about") + "x" * 5_000, "act": "next"})
        ana.post(f"/plan/intake/{number}/", {**sent, "act": "next"})
    for act in (mark("act"), "chosen", "started", "done"):
        ana.post("/plan/mine/breathing/", {"act": act, "again": mark("again"), "came_from": mark("from"), "once": "x"})
    assert "quiet evening" in ana.get("/plan/").content.decode(), "the step was not kept"
    ana.post("/plan/changes/", {"what": mark("what")})
    ana.post(f"/plan/mine/{mark('step')}/")
    for actor in (ana, ben):
        actor.post("/plan/mine/date-night/readiness/", {"act": mark("ready")})
    assert "You were both ready" in ben.get("/plan/mine/date-night/").content.decode(), "they did not meet"


def account(ana: Actor) -> None:
    ana.post("/me/name/", {"name": mark("name")})
    assert MARKS[-1] in ana.get("/me/").content.decode(), "the new name was not kept"
    new = mark("password")
    ana.post("/me/password/", {"new_password": new, "password": PASSWORD})
    ana.post("/me/password/again/", {"password": mark("password")})
    ana.sign_in()


def errors(ana: Actor, sam: Actor) -> None:
    """What goes wrong carries words too: too long, an ended session, a wrong name, a page that is not there."""
    ana.post("/check-in/", {**words(), "good": mark("long") + "x" * 30_000, "act": "seal"})
    Actor("Out", sam.new).post("/check-in/", {**words(), "_owner": "0" * 32, "act": "seal"})
    Actor("Out", sam.new).post("/sign-in/", {"name": mark("name"), "password": mark("password")})
    Actor("Out", sam.new).post("/recovery/", {"name": mark("name"), "code": mark("code"), "new_password": "x" * 12})
    ana.get(f"/{mark('path')}/?query={mark('query')}")
    ana.post("/check-in/", {**words()}, headers={"Sec-Fetch-Site": "cross-site"})


def choices(ana: Actor) -> None:
    """Fields that hold a choice take words too, from whoever writes the form themself."""
    for path, fields in {
        "/me/settings/": ("zone", "theme"),
        "/today/put-off/": ("step", "how"),
        "/safety/question/": ("safe", "next"),
        "/safety/answer/": ("safe", "hark", "once", "next"),
        "/pairing/words/": ("words",),
        "/pairing/offer/": ("answer",),
        "/record/": ("space",),
        "/check-in/held/2026-01-01/": ("act",),
    }.items():
        answer = ana.post(path, {name: mark(name) for name in fields})
        assert answer.status_code in {200, 302} or path == "/record/", (path, answer.status_code)
    kept = {"zone": "Europe/Paris", **{name: mark(name) for name in ("country", "theme", "face", "shared")}}
    assert ana.post("/me/settings/", kept).status_code == 302


def fault(ana: Actor) -> None:
    """A function breaks with words in its variables and in its message."""
    ana.client.raise_request_exception = False

    def break_down(*_: object, **__: object) -> None:
        held = mark("variable")
        raise RuntimeError(held)

    with mock.patch("glasswork.checkin.views.evening.clean", break_down):
        assert ana.post("/check-in/", {**words(), "act": "seal"}).status_code == 500


def parting(ana: Actor) -> None:
    ana.post("/pairing/end/", {"tell": "now", "words": mark("words")})
    assert ana.spaces.shared is None, "sharing did not stop"


def keep(folder: Path) -> None:
    """The database as a thief would find it at this moment: its rows, and on SQLite its files."""
    folder.mkdir(parents=True)
    dump(folder / "rows")
    for file in Path(settings.GLASSWORK_DATA).glob("*.sqlite3*"):
        shutil.copy(file, folder)


def dump(path: Path) -> None:
    """Every value of every row as raw bytes, whichever database it is."""
    with path.open("wb") as out:
        for model in apps.get_models():
            for row in model.objects.all().values_list():
                for value in row:
                    out.write(bytes(value) if isinstance(value, bytes | memoryview) else repr(value).encode())
                    out.write(b"\n")


if __name__ == "__main__":
    marks, log, seen = map(Path, sys.argv[1:])
    password.FLOOR = actions.DEFAULT = password.Cost(memory_kib=8, passes=1)
    handler = logging.FileHandler(log)
    for name in ("glasswork", "django", ""):
        logger = logging.getLogger(name)
        handler.setFormatter(logger.handlers[0].formatter if logger.handlers else handler.formatter)
        logger.addHandler(handler)
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.ALLOWED_HOSTS.append("testserver")
    call_command("migrate", verbosity=0)
    live()
    keep(seen / "before")
    list(tidy_up(is_vacuum=False))
    keep(seen / "after")
    connection.close()
    marks.write_text(json.dumps(MARKS))
