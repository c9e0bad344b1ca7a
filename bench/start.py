"""How soon a start answers, against bare Django, and what a worker holds in memory after some load."""

from pathlib import Path
from typing import Any

from bench.asking import TIMES, ask_all
from bench.evening import TALK, TODAY, form, page
from bench.folders import limits, new_folder, ours
from bench.server import LIMITS, OURS, serving

PAGES = 200


def measure() -> dict[str, float]:
    """Seconds until the first answer (best of three), that over bare Django's, and megabytes resident."""
    with new_folder() as mine, new_folder() as bare:
        people = ours(mine, "make", couples=10, evenings=[110], sign_ins=4)
        cookie = f"__Host-gw={people['couples'][0][0]}"
        other_cookie = f"session={limits(bare, couples=1, evenings=[])['couples'][0][0]}"
        starts: list[float] = []
        others: list[float] = []
        for _ in range(TIMES):
            with serving(OURS, TODAY, cookies=cookie, GLASSWORK_DATA=str(mine)) as server:
                starts.append(server.started_in)
            with serving(LIMITS, TODAY, cookies=other_cookie, LIMITS_DATA=str(bare)) as other:
                others.append(other.started_in)
        return {
            "cold_start_s": min(starts),
            "cold_start_over_limit": min(starts) / min(others),
            **_memory(mine, people),
        }


def _memory(folder: Path, people: dict[str, Any]) -> dict[str, float]:
    cookies = [f"__Host-gw={pair[0]}" for pair in (*people["couples"], *people["by_evenings"])]
    asks = [page(path, cookies[n % len(cookies)]) for n in range(PAGES) for path in (TODAY, TALK)]
    who = [{"name": name, "password": people["password"]} for name in people["sign_ins"]]
    asks += [form("/sign-in/", "", "__Host-gwc", sent) for sent in who]
    with serving(OURS, "/calm/", GLASSWORK_DATA=str(folder)) as server:
        ask_all(server, asks)
        sizes = server.memory_mb()
    # The parent answers nothing; of the two processes it is the smaller one.
    return {"worker_mb": sizes[0], "all_processes_mb": sum(sizes)}


if __name__ == "__main__":
    for name, number in measure().items():
        print(f"{name}: {number:.2f}")
