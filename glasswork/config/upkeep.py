"""What an operator should mend, and the regular cleaning of what has expired (rule K18)."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.checks import run_checks
from django.db import connection

from glasswork.config import host
from glasswork.config.refusals import RefusedError
from glasswork.config.sample.filling import FILE as SAMPLE
from glasswork.people import ledger
from glasswork.people.host import note_put_back
from glasswork.programme import directory
from glasswork.safety import help_lines

WEEK_SECONDS = 7 * 24 * 3600


def problems() -> list[str]:
    """One sentence for each thing to mend on this host; empty when all is well."""
    return [*_django_problems(), *_host_problems(), *_open_files(), *_reminders()]


def _django_problems() -> Iterator[str]:
    for message in run_checks(include_deployment_checks=True):
        if message.is_silenced():
            continue
        yield f"{' '.join(message.msg.split())} ({message.id})"


def _host_problems() -> Iterator[str]:
    for refuse in (host.require_known_database, host.read_pepper, host.check_pepper):
        try:
            refuse()
        except RefusedError as refusal:
            yield str(refusal)
            return
    if settings.GLASSWORK_BEHIND_PROXY and settings.GLASSWORK_OPERATOR.startswith("the person who started"):
        yield "Say who runs this server: set GLASSWORK_OPERATOR to a name that its members know."


def _open_files() -> Iterator[str]:
    data = Path(settings.GLASSWORK_DATA)
    secrets = [Path(settings.GLASSWORK_PEPPER), ledger.path(), data / "secret_key", data / SAMPLE]
    kept = [data, *secrets, *data.glob("*.sqlite3*")]
    for path in kept:
        if path.exists() and path.stat().st_mode & 0o077:
            mode = 700 if path.is_dir() else 600
            yield f"Others on this computer can open {path}; “chmod {mode} {path}” stops that."


def _reminders() -> Iterator[str]:
    today = date.today()  # noqa: DTZ011 - the operator's own calendar
    yield from help_lines.reminders(today=today)
    yield from directory.reminders(settings.GLASSWORK_DIRECTORY, today=today)


def tidy_up(*, is_vacuum: bool) -> Iterator[str]:
    """Deletes what has expired in every room, then leaves no trace of it on the disk; says what it did."""
    host.require_known_database()
    removed = sum(tidy() for tidy in rooms_tidy())
    yield f"Deleted {removed} expired {'row' if removed == 1 else 'rows'}."
    stamp = Path(settings.GLASSWORK_DATA) / "vacuum.stamp"
    if is_vacuum or not stamp.exists() or time.time() - stamp.stat().st_mtime > WEEK_SECONDS:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        stamp.touch()
        yield "Rewrote the database."
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        yield "Emptied the write-ahead log."


def put_back() -> Iterator[str]:
    """After a backup was put back (K18): nobody stays signed in, and everybody reads about it when they sign in."""
    host.require_known_database()
    host.check_pepper()
    found = host.erase_again()
    note_put_back()
    things = "1 thing" if found == 1 else f"{found} things"
    yield f"Erased {things} again that had been erased since." if found else "Nothing had come back."
    yield "Everybody signs in anew, and is told there that the server was put back."


def rooms_tidy() -> Iterator[Callable[[], int]]:
    """A room that keeps what expires has a ``tidy`` in its actions; it returns how many rows it deleted."""
    for app in apps.get_app_configs():
        name = f"{app.name}.actions"
        if app.name.startswith("glasswork.") and find_spec(name):
            tidy = getattr(import_module(name), "tidy", None)
            if tidy:
                yield tidy
