"""Learns ``glasswork/guard/learned.gz`` from the labelled lines of the control guard.

pip install scikit-learn    # 1.9; Glasswork itself does not need it
python -m bench.train_guard --write     # all lines learn, and the network is written
python -m bench.train_guard             # the lines of each other hand are asked of one that learned the rest
"""

import sys

from bench.learning import Line, learn, write
from glasswork.guard import leaning
from glasswork.hints.learned import network_of
from tests.guard_figures import HANDS, figures_of, written

HOW = {"networks": 5, "rounds": 7}


def main() -> None:
    every = written()
    if "--write" in sys.argv:
        write(leaning.LEARNED, learn([_line(*line) for lines in every.values() for line in lines], **HOW))
        return
    rest = [line for name, lines in every.items() if not name.startswith(HANDS) for line in lines]
    network = network_of(learn([_line(*line) for line in rest], **HOW))
    leaning._network = lambda: network  # type: ignore[assignment]
    for hand in HANDS:
        print(figures_of(hand, [line for name, lines in every.items() if name.startswith(hand) for line in lines]))


def _line(kind: str, text: str) -> Line:
    return Line(text, (int(bool(kind)), *(int(kind == each) for each in leaning.KINDS)), 0 if kind else None)


if __name__ == "__main__":
    main()
