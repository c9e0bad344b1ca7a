"""Whether Promises stays as cheap as it was, with three years of promises, acts and asks of both behind it."""

from contextlib import AbstractContextManager
from pathlib import Path

from bench.asking import Ask, best_costs
from bench.evening import page
from bench.folders import copy_of, new_folder, ours
from bench.server import OURS, Server, serving

PROMISES = "/promises/"
MONTH, THREE_YEARS = 30, 3 * 365
PAGES = 200


def measure() -> dict[str, float]:
    with new_folder() as folder:
        made = ours(folder, "promises", days=[MONTH, THREE_YEARS])
        young, old = (_asks(cookie) for cookie in made["by_days"])
        with copy_of(folder) as again, _up(folder) as one, _up(again) as other:
            years, month = best_costs((one, old), (other, young))
    return {"promises_statements": made["statements"], "promises_3y_over_30d": years / month}


def _up(folder: Path) -> AbstractContextManager[Server]:
    return serving(OURS, "/calm/", GLASSWORK_DATA=str(folder))


def _asks(cookie: str) -> list[Ask]:
    return [page(PROMISES, f"__Host-gw={cookie}")] * PAGES


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}: {value:.2f}")
