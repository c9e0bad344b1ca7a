"""Whether Today stays as cheap as it was: after three years of evenings, and among 100,000 couples.

BENCH_COUPLES makes a smaller crowd (rows of random bytes, about 2.5 GB for 100,000).
"""

import os
from contextlib import AbstractContextManager
from pathlib import Path

from bench.asking import Ask, Asked, best_costs
from bench.evening import TODAY, page
from bench.folders import copy_of, new_folder, ours
from bench.server import OURS, Server, serving

MONTH, THREE_YEARS = 30, 3 * 365
PAGES = 300
FEW, SEVERAL = 10, 200  # couples that are asked: everybody where there are few, a sample of the crowd
CROWD = int(os.environ.get("BENCH_COUPLES", "100000"))


def measure() -> dict[str, float]:
    return {**_years(), **_crowd()}


def _years() -> dict[str, float]:
    with new_folder() as folder:
        young, old = ours(folder, "make", evenings=[MONTH, THREE_YEARS])["by_evenings"]
        with copy_of(folder) as again, _up(folder) as one, _up(again) as other:
            return {"today_3y_over_30d": _ratio((one, [_today(old)] * PAGES), (other, [_today(young)] * PAGES))}


def _crowd() -> dict[str, float]:
    with new_folder() as village, new_folder() as city:
        few = ours(village, "make", couples=FEW)["couples"]
        several = ours(city, "make", couples=SEVERAL)["couples"]
        ours(city, "crowd", couples=CROWD)
        with _up(village) as small, _up(city) as large:
            asks = [[_today(pairs[n % len(pairs)]) for n in range(PAGES)] for pairs in (several, few)]
            return {"today_100k_over_10": _ratio((large, asks[0]), (small, asks[1]))}


def _up(folder: Path) -> AbstractContextManager[Server]:
    return serving(OURS, "/calm/", GLASSWORK_DATA=str(folder))


def _today(couple: list[str]) -> Ask:
    return page(TODAY, f"__Host-gw={couple[0]}")


def _ratio(one: Asked, other: Asked) -> float:
    mine, others = best_costs(one, other)
    return mine / others


if __name__ == "__main__":
    for name, ratio in measure().items():
        print(f"{name}: {ratio:.2f}")
