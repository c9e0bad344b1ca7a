"""Two people, or one person's two tabs, act at the same moment, again and again, on a database in a file.

A test hands its scenario to ``repeated``, which runs it in a process of its own (this module as a program), because the
database that tests share lives in memory or inside one transaction, where nothing is ever at once. A scenario lives one
race from its beginning, checks what must hold whoever was first, and returns a word for how it went.

    python -m tests.at_once     reads [module, scenario, times] a line, prints how often it went which way; both JSON
"""

import atexit
import json
import os
import random
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from threading import Barrier
from time import sleep
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TIMES = 8
SCATTER_SECONDS = 0.006

type Scenario = Callable[[], str]


def repeated(scenario: Scenario, times: int = TIMES) -> Counter[str]:
    """How often ``scenario`` went which way. What it found wrong fails the test with its own words."""
    worker = _worker()
    assert worker.stdin
    assert worker.stdout
    worker.stdin.write(json.dumps([scenario.__module__, scenario.__name__, times]) + "\n")
    worker.stdin.flush()
    answer = worker.stdout.readline()
    assert answer, "the process of the race has ended"
    counted, problem = json.loads(answer)
    assert not problem, problem
    return Counter(counted)


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Begins all acts within a few milliseconds, each on a connection of its own; returns what each gave or raised."""
    start = Barrier(len(acts), timeout=20)

    def run(act: Callable[[], Any]) -> Any:
        start.wait()
        sleep(random.uniform(0, SCATTER_SECONDS))  # so that whoever does less is not always first
        try:
            return act()
        except Exception as problem:  # what each raised is what the scenario looks at
            return problem

    return list(_threads.map(run, acts))


_threads = ThreadPoolExecutor(4)


@cache
def _worker() -> subprocess.Popen[str]:
    """One process for every race of this run, with a data folder of its own; it ends with us."""
    folder = Path(mkdtemp(prefix="glasswork-at-once-", dir=os.environ["GLASSWORK_DATA"]))
    (folder / "pepper").write_bytes(os.urandom(32))
    (folder / "static").mkdir()
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.at_once"],
        cwd=ROOT, env={**os.environ, "GLASSWORK_DATA": str(folder)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    atexit.register(worker.communicate)
    return worker


def main() -> None:
    import django  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "glasswork.config.settings")
    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from glasswork.people import actions  # noqa: PLC0415
    from glasswork.seal import password  # noqa: PLC0415

    password.FLOOR = actions.DEFAULT = password.Cost(memory_kib=8, passes=1)
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.ALLOWED_HOSTS.append("testserver")
    call_command("migrate", verbosity=0)
    for line in sys.stdin:
        print(json.dumps(_answer(*json.loads(line))), flush=True)
    os._exit(0)  # the connections of the threads need no farewell


def _answer(module: str, name: str, times: int) -> tuple[Counter[str], str]:
    """How it went, and in words what was wrong."""
    scenario: Scenario = getattr(import_module(module), name)
    outcomes = Counter[str]()
    try:
        outcomes.update(scenario() for _ in range(times))
    except Exception:  # it belongs to the test, on the other side of the pipe
        return outcomes, traceback.format_exc()
    return outcomes, ""


if __name__ == "__main__":
    main()
