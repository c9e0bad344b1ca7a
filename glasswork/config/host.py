"""Makes this host ready to serve, once Django is started: pepper, database and static files."""

import secrets
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from glasswork.config.folder import make_folder, write_secret
from glasswork.config.refusals import RefusedError
from glasswork.people import host
from glasswork.spaces.erasing import replay


def make_ready() -> None:
    """From a new folder, or from whatever an earlier version left there. Raises RefusedError."""
    if is_new_database():
        _make_pepper()
    _ready_database()
    check_pepper()
    erase_again()
    _ready_static_files()


def erase_again() -> int:
    """What was erased and came back with a backup goes again (K18); returns how much, and tells members."""
    found = _replay()
    if found:
        host.note_put_back()
    return found


def is_new_database() -> bool:
    return not MigrationRecorder(connection).applied_migrations()


def _make_pepper() -> None:
    path = Path(settings.GLASSWORK_PEPPER)
    make_folder(path.parent)
    write_secret(path, secrets.token_bytes(host.PEPPER_BYTES))


def _ready_database() -> None:
    require_known_database()
    read_pepper()  # before anything is changed
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)
    with transaction.atomic():  # takes the write lock once, so that a database nobody can write to is said now
        connection.ensure_connection()


def require_known_database() -> None:
    """Refuses a database in which a migration ran that this version has never heard of."""
    loader = MigrationLoader(connection)
    replaced = {name for migration in loader.disk_migrations.values() for name in migration.replaces}
    if set(loader.applied_migrations) - set(loader.disk_migrations) - replaced:
        raise RefusedError("This database was written by a newer Glasswork; update Glasswork and start again.")


def _refusing[T](look: Callable[[], T]) -> Callable[[], T]:
    @wraps(look)
    def refuse() -> T:
        try:
            return look()
        except host.HostError as error:
            raise RefusedError(str(error)) from None

    return refuse


read_pepper = _refusing(host.pepper)
check_pepper = _refusing(host.check_pepper)
_replay = _refusing(replay)


def _ready_static_files() -> None:
    stamp_file = Path(settings.GLASSWORK_DATA) / "static.stamp"
    stamp = _static_stamp()
    if stamp_file.exists() and stamp_file.read_text() == stamp:
        return
    stamp_file.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp_file.write_text(stamp)


def _static_stamp() -> str:
    """Changes when a static file is added, removed or edited, or is kept in another way."""
    digest = sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: str(found[0])):
            facts = Path(storage.path(name)).stat()
            digest.update(f"{name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
