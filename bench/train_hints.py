"""Learns ``glasswork/hints/english/learned.gz`` from the labelled lines of the writing helper.

pip install scikit-learn    # 1.9; Glasswork itself does not need it
python -m bench.train_hints --write                     # all lines learn, and the network is written
python -m bench.train_hints                             # the lines of all hands are asked of one that learned the rest
python -m bench.train_hints --without british young     # so are the lines of these voices
"""

import re
import sys
from collections.abc import Collection

from bench.learning import Line, learn, write
from glasswork.hints import learned
from glasswork.hints.tests.sets import KINDS, read, voices
from tests.hint_figures import figures_of

HOW = {"networks": 3, "rounds": 4}
HANDS = ("once unseen", "by another hand", "by a third hand", "by a fourth hand")

_YOU = re.compile(r"\b(?:you|u)\b", re.IGNORECASE)
_YOUR = re.compile(r"\b(?:your|ur)\b", re.IGNORECASE)
_ARE = re.compile(r"\byou(?:'re| are)", re.IGNORECASE)


def main() -> None:
    if "--write" in sys.argv:
        write(learned.NETWORK, learn(lines(), **HOW))
        return
    out = sys.argv[2:] or HANDS
    network = learned.network_of(learn(lines(out), **HOW))
    learned.network = lambda: network  # type: ignore[assignment]
    talks, situations = (
        [each for each in [*read(name)["set"], *voices()] if each["situation"] in out]
        for name in ("talk", "situations")
    )
    print("\n".join(figures_of(" and ".join(out), talks, situations)))


def lines(without: Collection[str] = ()) -> list[Line]:
    """What is said between two people calls for no help, and neither does it when it is told of somebody."""
    sets = [*read("talk")["set"], *read("situations")["set"], *voices()]
    sets = [
        read("own_words"),
        *read("public_rows")["set"],
        *(each for each in sets if each["situation"] not in without),
    ]
    kinds = {kind: kind for kind in KINDS} | {"none": ""}
    own = [_line(text, kind=kind) for each in sets for name, kind in kinds.items() for text in each.get(name, [])]
    said = [_line(text, number) for each in sets for number in range(11) for text in each.get(str(number), [])]
    said += _first_lines()
    return own + said + [_line(_of_him(line.text)) for line in said if _YOU.search(line.text)]


def _line(text: str, number: int = 0, kind: str = "") -> Line:
    answers = (kind != "", number > 0, *(kind == each for each in KINDS), *(number == each for each in range(1, 11)))
    return Line(text, tuple(map(int, answers)), answers.index(True) if any(answers) else None)


def _first_lines() -> list[Line]:
    """Those that the rules were written with."""
    pairs, kind = read("pairs")["pair"], read("kind")
    found = [_line(pair["blaming"], pair["class"]) for pair in pairs] + [_line(pair["kinder"]) for pair in pairs]
    found += [_line(text) for text in kind["lines"] + kind["traps"]]
    return found + [_line(text, each["class"]) for each in read("blaming")["set"] for text in each["lines"]]


def _of_him(text: str) -> str:
    """The same, told of somebody: “he” alone must not sound like harm."""
    one = "he" if len(text) % 2 else "she"
    return _YOUR.sub("his" if one == "he" else "her", _YOU.sub(one, _ARE.sub(f"{one} is", text)))


if __name__ == "__main__":
    main()
