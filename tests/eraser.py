"""Run as a process of its own by test_theft.py: writes words, takes them back, and tidies, on a file database.

    python -m tests.eraser BODIES WRITTEN

Puts the sealed bytes it erased into BODIES, one in hexadecimal a line, and a copy of the database files, as they were
before any cleaning, into WRITTEN. With ``careless`` as a third word SQLite is told not to overwrite what it frees.
"""

import os
import shutil
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "glasswork.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from glasswork.config.upkeep import tidy_up  # noqa: E402
from glasswork.people import actions  # noqa: E402
from glasswork.seal import password  # noqa: E402
from glasswork.spaces.models import Entry, Slip  # noqa: E402
from glasswork.spaces.writing import append, drop_slip, save_slip, withdraw  # noqa: E402
from tests.cast import Actor, Line, make_couple  # noqa: E402

LENGTHS = (20, 900, 6_000, 40_000)  # characters: inside a page of the database, and over several of its pages


def erase(ana: Actor) -> list[bytes]:
    """What entries and a slip held, sealed, before they were taken back."""
    entries = [append(ana.shared, Line(text="x" * length)) for length in LENGTHS]
    save_slip(ana.private, Line(text="y" * LENGTHS[-1]), "kept")
    rows = [*Entry.objects.filter(id__in=entries), *Slip.objects.filter(space=ana.private.id, owner=ana.account.id)]
    bodies = [bytes(row.body) for row in rows if len(row.body) > 200]
    for entry in entries:
        assert withdraw(ana.shared, entry)
    drop_slip(ana.private, "kept")
    still = {bytes(row.body) for model in (Entry, Slip) for row in model.objects.all()}
    return [body for body in bodies if body not in still]


def main(bodies: Path, written: Path, *, is_careless: bool) -> None:
    password.FLOOR = actions.DEFAULT = password.Cost(memory_kib=8, passes=1)
    data = Path(settings.GLASSWORK_DATA)
    call_command("migrate", verbosity=0)
    (data / "vacuum.stamp").touch()  # the hourly cleaning: a weekly one would rewrite the whole file anyway
    if is_careless:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = OFF")
    ana, _ = make_couple()
    erased = erase(ana)
    assert len(erased) == len(LENGTHS) + 1, len(erased)
    bodies.write_text("\n".join(body.hex() for body in erased))
    shutil.copytree(data, written)
    list(tidy_up(is_vacuum=False))
    connection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), is_careless="careless" in sys.argv)
