"""What the writing helper costs, in milliseconds of CPU time: 500 words, half kind and half blaming; a field of 40."""

from itertools import chain
from time import process_time_ns

from glasswork.hints.looking import look
from glasswork.hints.tests.sets import read

WORDS = 500
FIELD = 40
ROUNDS = 60


def measure() -> dict[str, float]:
    """The best of many rounds, so that what else the machine does stays out of it."""
    pairs = read("pairs")["pair"]
    words = " ".join(chain.from_iterable((pair["blaming"], pair["kinder"]) for pair in pairs)).split()
    return {f"hints_{count}_words_ms": _least(" ".join(words[:count])) for count in (WORDS, FIELD)}


def _least(text: str) -> float:
    look(text)  # the rules are read once, when they are first needed
    return min(_once(text) for _ in range(ROUNDS)) / 1e6


def _once(text: str) -> int:
    started = process_time_ns()
    look(text)
    return process_time_ns() - started


if __name__ == "__main__":
    for name, number in measure().items():
        print(f"{name}: {number:.2f}")
