"""``bin/bench``: runs every ``measure()`` in this folder and prints what it found beside its budget.

Each module measures one thing and returns numbers by name. Nothing here fails on a number: machines differ,
so a budget is for a person to read. ``--json`` prints one object instead; names after it choose modules.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import bench

# The most each may be. A ratio is our cost over the other's; None has no limit of its own.
BUDGETS: dict[str, float | None] = {
    "today_over_limit": 1.65,
    "history_over_limit": 2,
    "save_over_limit": 1.65,
    "signin_over_hash": 1.2,
    "reveal_over_limit": 1.65,
    "pulse_over_query": 1.5,
    "open_over_aead": 4,
    "seal_over_aead": 6,
    "hints_500_words_ms": 5,
    "search_year_s": 0.15,
    "talk_turn_p99_s": 1.5,
    "talk_200_core_share": 0.4,
    "today_3y_over_30d": 1.2,
    "today_100k_over_10": 1.2,
    "notices_over_bare": 2,
    "notices_1m_over_10k": None,
    "today_statements": 6,
    "today_html_gz": 8_000,
    "page_js_gz": 20_000,
    "page_css_gz": 12_000,
    "promises_statements": 10,
    "promises_3y_over_30d": 1.2,
    "content_load_s": 2,
    "content_mb": 20,
    "cold_start_s": None,
    "worker_mb": 90,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench", description="Measures what Glasswork costs.")
    parser.add_argument("--json", action="store_true", help="print one object")
    parser.add_argument("modules", nargs="*", help=f"only these: {', '.join(names())}")
    options = parser.parse_args()
    found: dict[str, float] = {}
    for name in options.modules or names():
        print(f"Measuring {name} …", file=sys.stderr, flush=True)
        found |= import_module(f"bench.{name}").measure()
    if options.json:
        print(json.dumps({key: round(found[key], 4) for key in BUDGETS if key in found}))
    else:
        print("\n".join(table(found)))


def names() -> list[str]:
    """Modules beside this one that measure something."""
    modules = sorted(module.name for module in iter_modules(bench.__path__) if not module.name.startswith("_"))
    return [name for name in modules if hasattr(import_module(f"bench.{name}"), "measure")]


def table(found: dict[str, float]) -> Iterator[str]:
    """One line a number, in the order of the budgets, with those that are over pointed out."""
    yield f"{'':24}{'measured':>12}{'at most':>12}"
    for key in [key for key in BUDGETS if key in found] + sorted(set(found) - set(BUDGETS)):
        most = BUDGETS.get(key)
        over = "  over" if most is not None and found[key] > most else ""
        limit = "" if most is None else f"{most:,.6g}"
        yield f"{key:24}{found[key]:>12,.4g}{limit:>12}{over}"


if __name__ == "__main__":
    main()
