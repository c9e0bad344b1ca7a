"""How long it takes to load all content, and what it holds in memory once every page was shown; in a fresh process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter


def measure() -> dict[str, float]:
    """Seconds, and megabytes resident over a process that has loaded everything but the content."""
    found = subprocess.run([sys.executable, "-m", "bench.content"], check=True, capture_output=True)
    numbers: dict[str, float] = json.loads(found.stdout)
    return numbers


def load_and_show() -> dict[str, float]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "glasswork.config.settings")
    import django  # noqa: PLC0415

    django.setup()
    import markdown_it  # noqa: F401, PLC0415
    import rapidfuzz  # noqa: F401, PLC0415

    before, started = _resident_mb(), perf_counter()
    from glasswork.programme import cards, directory, search  # noqa: F401, PLC0415
    from glasswork.programme.html import html  # noqa: PLC0415
    from glasswork.programme.shelf import FOLDERS, SHELF  # noqa: PLC0415

    seconds, loaded = perf_counter() - started, _resident_mb()
    from django.urls import reverse  # noqa: PLC0415

    reverse("today")  # every room is loaded by this: that is not the content's
    rooms = _resident_mb()
    for folder in FOLDERS:
        for page in getattr(SHELF, folder).values():
            html(page.all_text(), folder)
    return {"content_load_s": seconds, "content_mb": loaded - before + _resident_mb() - rooms}


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    print(json.dumps(load_and_show()))
