"""What a search through a year costs: 365 evenings of two, and a note of trust each, in seconds of CPU time."""

from bench.asking import best_costs
from bench.evening import form
from bench.folders import new_folder, ours
from bench.server import OURS, serving

YEAR, TIMES = 365, 20
PATH = "/search/"


def measure() -> dict[str, float]:
    """The words stand in every answer of the year, so all of it is opened, looked through and sorted."""
    with new_folder() as folder:
        couple = ours(folder, "make", evenings=[YEAR])["by_evenings"][0]
        ask = form(PATH, f"__Host-gw={couple[0]}", "__Host-gwc", {"q": "walk by the mill"})
        with serving(OURS, "/calm/", GLASSWORK_DATA=str(folder)) as server:
            (cost,) = best_costs((server, [ask] * TIMES))
    return {"search_year_s": cost / 1000}


if __name__ == "__main__":
    for name, number in measure().items():
        print(f"{name}: {number:.3f}")
